"""Drafts into the database: all once, people by alias, earlier minutes tied to later items."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.errors import InvalidInput
from app.models.agenda import AgendaItem, ItemSection, RecommendationPoint, RecommendationSet
from app.models.attachment import Attachment
from app.models.body import Body, BodyName
from app.models.decision import Decision
from app.models.draft import AttendanceDraft, ImportDraft, ItemDraft, MeetingDraft, UnplacedLine
from app.models.meeting import Attendance, AttendanceSpan, Meeting, MeetingState
from app.models.meeting import UnplacedLine as UnplacedRow
from app.models.person import Membership, Person, PersonAlias
from app.services.bodies import NewMember, create_body
from app.services.body_setup import body_setup, save_body
from app.services.import_meetings import Given
from app.services.importing import import_drafts
from app.services.meetings import change_state, create_meeting, edit_meeting
from app.services.queries.items import item_rows
from app.storage.database import Database, dump

PAPERS = Path(__file__).resolve().parents[1] / "data" / "papers"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "moedevaerk.db") as made:
        yield made


def draft(name: str) -> ImportDraft:
    from app.importing.reading import read_paper

    return read_paper(PAPERS / f"{name}.txt")


def rows(database: Database, entity: type, *where: object) -> list:
    with database.read() as session:
        return list(session.scalars(sa.select(entity).where(*where)))


def test_a_paper_becomes_a_meeting_with_all_its_parts(database: Database) -> None:
    result = import_drafts(database, [draft("layout_c")])
    (meeting,) = rows(database, Meeting)
    assert result.created == [meeting.id]
    assert (meeting.date, meeting.state) == (dt.date(2026, 3, 4), MeetingState.HELD)
    assert meeting.next_date == dt.date(2026, 6, 3)
    items = sorted(rows(database, AgendaItem), key=lambda item: item.position)
    assert [(i.number, i.number_at_dispatch, i.is_closed) for i in items] == [
        (n, n, n == 5) for n in range(1, 8)
    ]
    assert len(rows(database, Attendance)) == 10
    assert len(rows(database, RecommendationPoint)) == 6
    assert len(rows(database, Attachment)) == 3
    assert {d.outcome for d in rows(database, Decision)} == {
        *("approved", "noted", "postponed", "not_applicable")
    }


def test_recommendations_stand_in_their_section(database: Database) -> None:
    import_drafts(database, [draft("layout_c")])
    sections = {section.id: section for section in rows(database, ItemSection)}
    sets = rows(database, RecommendationSet)
    assert {sections[made.section_id].label_verbatim for made in sets} == {"Indstilling"}
    assert {made.from_text for made in sets} == {"", "Fjordudvalget", "Sekretariatet"}


def test_importing_twice_makes_nothing_twice(database: Database) -> None:
    first = import_drafts(database, [draft("layout_c")])
    before = dump(database)
    again = import_drafts(database, [draft("layout_c")])
    assert (again.created, again.known) == ([], first.created)
    assert dump(database) == before


def test_a_corrected_date_does_not_make_the_same_paper_new(database: Database) -> None:
    first = import_drafts(database, [draft("layout_a")])
    edit_meeting(database, first.created[0], date=dt.date(2023, 9, 15))
    assert import_drafts(database, [draft("layout_a")]).known == first.created


def test_a_paper_of_a_renamed_group_makes_nothing_the_second_time(database: Database) -> None:
    first = import_drafts(database, [draft("layout_a")])
    with database.read() as session:
        meeting = session.get(Meeting, first.created[0])
        assert meeting is not None
        body_id = meeting.body_id
    renamed = replace(body_setup(database, body_id), name="Kystens råd", short_name="")
    save_body(database, renamed, body_id)
    before = dump(database)
    assert import_drafts(database, [draft("layout_a")]).known == first.created
    assert dump(database) == before


def test_a_meeting_from_elsewhere_is_left_as_it_is(database: Database) -> None:
    body = create_body(database, "Styregruppen for Fjordsamarbejdet")
    own = create_meeting(database, body, dt.date(2026, 3, 4))
    before = dump(database)
    result = import_drafts(database, [draft("layout_c")])
    assert (result.created, result.occupied) == ([], [own])
    assert dump(database) == before


def test_an_import_is_one_step_and_can_be_undone(database: Database) -> None:
    before = dump(database)
    import_drafts(database, [draft("layout_c")])
    after = dump(database)
    database.undo()
    assert dump(database) == before
    database.redo()
    assert dump(database) == after


def test_the_group_is_found_by_any_of_its_names(database: Database) -> None:
    body = create_body(database, "FJORDUDVALGET ")
    save_body(database, replace(body_setup(database, body), name="Styregruppen"), body)
    import_drafts(database, [draft("layout_a")])
    import_drafts(database, [draft("layout_b")])
    assert len(rows(database, Body)) == 1
    assert {meeting.body_id for meeting in rows(database, Meeting)} == {body}
    assert [row.name for row in rows(database, BodyName)] == ["FJORDUDVALGET"]


def test_people_are_matched_by_alias_within_the_group(database: Database) -> None:
    body = create_body(
        database,
        "Styregruppen for Fjordsamarbejdet",
        members=[NewMember("Ole Bach Hansen"), NewMember("Ib W. Thorup")],
    )
    create_body(database, "En anden gruppe", members=[NewMember("Åse Dahl")])
    with database.read() as session:
        ib = session.scalar(sa.select(Person.id).where(Person.name == "Ib W. Thorup"))
    from app.storage.actions import Action

    with database.write(Action.EDIT_PERSON) as session:
        session.add(PersonAlias(person_id=ib, name_as_printed="Ib Thorup"))
    import_drafts(database, [draft("layout_c")])
    names = [person.name for person in rows(database, Person)]
    assert names.count("Ole Bach Hansen") == 1
    assert "Ib Thorup" not in names
    assert names.count("Åse Dahl") == 2
    seats = rows(database, Membership, Membership.body_id == body)
    assert len(seats) == 2


def test_unplaced_lines_follow_the_meeting(database: Database) -> None:
    meeting = MeetingDraft(body="Gruppen", date=dt.date(2026, 1, 8), layout="B")
    meeting.unplaced = [UnplacedLine(page=2, line=17, text="Uden plads")]
    import_drafts(database, [ImportDraft("a.txt", "f" * 64, [meeting])])
    (line,) = rows(database, UnplacedRow)
    assert (line.page, line.line, line.text) == (2, 17, "Uden plads")


def test_a_remark_behind_a_name_is_kept_with_the_attendance(database: Database) -> None:
    person = AttendanceDraft("Åse Dahl", note="fra punkt 3")
    meeting = MeetingDraft("Fjordudvalget", dt.date(2026, 3, 4), layout="C", attendance=[person])
    import_drafts(database, [ImportDraft("referat.txt", "1" * 64, [meeting])])
    (attendance,) = rows(database, Attendance)
    (span,) = rows(database, AttendanceSpan)
    assert (span.attendance_id, span.note) == (attendance.id, "fra punkt 3")


def test_substitutes_point_at_the_member_they_replace(database: Database) -> None:
    meeting = MeetingDraft(body="Gruppen", date=dt.date(2026, 1, 8), layout="C")
    meeting.attendance = [
        AttendanceDraft("Ib Thorup", status="apologies"),
        AttendanceDraft("Jan de Vries", role="substitute", substitutes_for="Ib Thorup"),
    ]
    import_drafts(database, [ImportDraft("a.txt", "f" * 64, [meeting])])
    member, substitute = sorted(rows(database, Attendance), key=lambda row: row.print_order)
    assert substitute.substitutes_for_id == member.id


def earlier_and_later() -> tuple[ImportDraft, ImportDraft]:
    later = draft("layout_c")
    earlier = ImportDraft("before.txt", "e" * 64)
    earlier.meetings = [
        MeetingDraft(
            body="Styregruppen for Fjordsamarbejdet",
            date=dt.date(2025, 12, 10),
            layout="C",
            items=[ItemDraft(1, "Eventuelt", kind="any_other_business")],
        )
    ]
    return earlier, later


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_minutes_are_tied_to_the_item_that_approves_them(
    database: Database, order: tuple[int, int]
) -> None:
    papers = earlier_and_later()
    for index in order:
        import_drafts(database, [papers[index]])
    (earlier,) = rows(database, Meeting, Meeting.date == dt.date(2025, 12, 10))
    (item,) = rows(database, AgendaItem, AgendaItem.approves_meeting_id == earlier.id)
    (attachment,) = rows(database, Attachment, Attachment.item_id == item.id)
    assert attachment.minutes_of_meeting_id == earlier.id
    assert attachment.excludes_own_attachments
    assert earlier.state is MeetingState.APPROVED


def test_another_import_leaves_a_meeting_that_was_taken_back(database: Database) -> None:
    for paper in earlier_and_later():
        import_drafts(database, [paper])
    (earlier,) = rows(database, Meeting, Meeting.date == dt.date(2025, 12, 10))
    change_state(database, earlier.id, MeetingState.HELD, reason="Et punkt manglede")
    third = earlier_and_later()[1]
    third.source_sha256 = "c" * 64
    third.meetings[0].date = dt.date(2026, 9, 1)
    third.meetings[0].items = [ItemDraft(1, "Kajpladser")]
    assert import_drafts(database, [third]).created
    (earlier,) = rows(database, Meeting, Meeting.date == dt.date(2025, 12, 10))
    assert earlier.state is MeetingState.HELD


def test_attached_minutes_become_an_approved_meeting(database: Database) -> None:
    outer, inner = draft("layout_c"), draft("layout_a").meetings[0]
    approving = outer.meetings[0].items[1]
    inner.body, inner.approved_in_item = outer.meetings[0].body, approving.number
    approving.attached_minutes.append(inner)
    outer.meetings.append(inner)
    assert len(import_drafts(database, [outer]).created) == 2
    (earlier,) = rows(database, Meeting, Meeting.date == inner.date)
    (item,) = rows(database, AgendaItem, AgendaItem.approves_meeting_id == earlier.id)
    assert item.number == 2
    assert earlier.state is MeetingState.APPROVED
    assert len(import_drafts(database, [outer]).known) == 2


def test_a_paper_without_group_or_date_needs_them(database: Database) -> None:
    unknown = draft("foreign")
    with pytest.raises(InvalidInput, match="which group"):
        import_drafts(database, [unknown])
    body = create_body(database, "Gruppen")
    with pytest.raises(InvalidInput, match="when the meeting"):
        import_drafts(database, [unknown], {0: Given(body)})
    result = import_drafts(database, [unknown], {0: Given(body, dt.date(2026, 2, 2))})
    (meeting,) = rows(database, Meeting)
    assert (result.created, meeting.body_id) == ([meeting.id], body)


def test_an_outcome_answers_the_only_point_there_is(database: Database) -> None:
    import_drafts(database, [draft("layout_c")])
    counts: dict[object, int] = {}
    with database.read() as session:
        for found in session.scalars(sa.select(RecommendationSet)):
            query = sa.select(sa.func.count(RecommendationPoint.id)).where(
                RecommendationPoint.recommendation_set_id == found.id
            )
            counts[found.item_id] = counts.get(found.item_id, 0) + (session.scalar(query) or 0)
    answered = {decision.item_id: decision.point_id for decision in rows(database, Decision)}
    assert {counts.get(item_id, 0) == 1 for item_id in answered} == {True, False}
    for item_id, point_id in answered.items():
        assert (point_id is not None) == (counts.get(item_id, 0) == 1)


def test_a_new_group_leads_recommendations_as_its_paper_does(database: Database) -> None:
    made = draft("layout_c")
    leads = {found.lead for item in made.meetings[0].items for found in item.recommendation_sets}
    import_drafts(database, [made])
    (body,) = rows(database, Body, Body.name == made.meetings[0].body)
    assert body.recommendation_lead in {lead.rstrip(":") for lead in leads}


def test_a_closed_item_known_by_its_number_lacks_nothing(database: Database) -> None:
    meeting = MeetingDraft("Fjordudvalget", dt.date(2026, 3, 4), layout="C")
    meeting.items = [
        ItemDraft(1, "", is_closed=True, is_printed=False),
        ItemDraft(2, "", is_closed=False),
    ]
    result = import_drafts(database, [ImportDraft("a.txt", "f" * 64, [meeting])])
    closed, shown = item_rows(database, result.created[0])
    assert closed.problems == ()
    assert shown.problems
