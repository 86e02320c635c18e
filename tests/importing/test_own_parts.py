"""Papers of this program read back: every part is what it was, not only what it looks like."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy import orm

from app.importing.as_json import draft_json
from app.models.agenda import AgendaItem, RecommendationPoint, SubItem
from app.models.attachment import Attachment
from app.models.body import Body, BodyKind
from app.models.decision import Decision, Modifier, Outcome, Statement
from app.models.follow_up import ActorKind, FollowUp
from app.models.meeting import Attendance, AttendanceRole, AttendanceStatus, Meeting
from app.models.richtext import Paragraph, Run, iter_runs, plain
from app.models.visibility import Edition
from app.storage.database import Database
from tests.importing.trips import Import, export, read_back


@pytest.fixture
def back(crammed: tuple[Database, UUID], imported: Import, tmp_path: Path) -> Iterator[orm.Session]:
    """The database that the crammed meeting was imported into."""
    draft = read_back(export(crammed, "minutes", Edition.FULL), tmp_path)
    database, _meeting_id = imported(draft)
    with database.read() as session:
        yield session


def parts(session: orm.Session, model: Any, number: int) -> list[Any]:
    """The parts of the item with the number, in their order."""
    query = sa.select(model).join(AgendaItem, AgendaItem.id == model.item_id)
    return list(session.scalars(query.where(AgendaItem.number == number).order_by(model.position)))


def body_name(session: orm.Session, body_id: UUID | None) -> str:
    body = session.get(Body, body_id) if body_id else None
    return body.name if body else ""


def test_each_point_has_its_decision_with_all_that_travels_with_it(back: orm.Session) -> None:
    points = list(back.scalars(sa.select(RecommendationPoint)))
    texts = {one.id: plain(one.text).split("\n")[0] for one in points}
    first, *others = parts(back, Decision, 4)
    assert [(texts[one.point_id], one.outcome) for one in (first, *others)] == [
        ("godkender færgen", Outcome.APPROVED),
        ("drøfter ruten", Outcome.DISCUSSED),
        ("tager prisen på 4 mio. kr. med:", Outcome.NOTED),
        ("udpeger en skipper", Outcome.POSTPONED),
        ("sender sagen videre", None),
        ("afslutter sagen.", None),
    ]
    assert (first.modifier, plain(first.text)) == (
        Modifier.CONDITIONAL, "Færgen sejler hver dag.\nOgså om søndagen.",
    )  # fmt: skip
    assert (first.condition_text, first.condition_due_verbatim) == (
        "Den bliver malet først.", "om 3 uger",
    )  # fmt: skip
    assert first.condition_due_from == dt.date(2027, 6, 10)
    assert (first.is_standing_rule, first.valid_from, first.valid_to) == (
        True, dt.date(2027, 6, 1), dt.date(2029, 5, 31),
    )  # fmt: skip
    assert (first.delegation_scope, first.delegated_until) == (
        "alle køb under 50.000 kr", dt.date(2028, 1, 1),
    )  # fmt: skip
    assert (others[1].reservation_text, others[1].dissent_text) == (
        "Klitby skal spørge sit udvalg.", "Vesterø var imod.",
    )  # fmt: skip
    assert others[3].outcome_text_verbatim == "Sagen går videre med en anmærkning"


def test_a_decision_keeps_the_groups_it_names(back: orm.Session) -> None:
    first = parts(back, Decision, 4)[0]
    bodies = (first.condition_body_id, first.anchored_in_body_id, first.delegated_to_body_id)
    assert [body_name(back, one) for one in bodies] == ["Havnegruppen"] * 3


def test_a_point_that_shares_its_number_is_known_by_who_recommends_it(back: orm.Session) -> None:
    points = {one.id: plain(one.text) for one in back.scalars(sa.select(RecommendationPoint))}
    found = parts(back, Decision, 5)
    assert [(points[one.point_id], one.outcome, one.condition_text) for one in found] == [
        ("tænder fyret", Outcome.REJECTED, ""),
        ("slukker det igen", Outcome.NOTED, ""),
        ("venter", Outcome.APPROVED, "Kun i år."),
    ]


def test_free_decisions_stand_apart_from_the_minutes(back: orm.Session) -> None:
    found = parts(back, Decision, 6)
    assert [(one.point_id, one.outcome, one.modifier) for one in found] == [
        (None, Outcome.ENDORSED, Modifier.WITH_RESERVATION),
        (None, Outcome.POSTPONED, Modifier.PLAIN),
        (None, Outcome.APPROVED, Modifier.PLAIN),
    ]
    assert plain(found[0].text) == "Broen hæves.\nDen males også."
    assert found[0].reservation_text == "Ikke før 2028."
    assert body_name(back, found[2].anchored_in_body_id) == "Havnegruppen"


def test_follow_ups_have_their_task_their_actor_and_their_deadline(back: orm.Session) -> None:
    found = parts(back, FollowUp, 4)
    assert [(one.action, one.actor_kind, one.due_verbatim) for one in found] == [
        ("Købe færgen", ActorKind.PERSON, "medio august 2027"),
        ("Sælge den gamle", ActorKind.BODY, "når den er tom"),
        ("Sige det til alle", ActorKind.ALL_MUNICIPALITIES, ""),
        ("Skrive til Søfartsstyrelsen m.fl. Frist: se bilaget", ActorKind.SECRETARIAT,
         "1. kvartal 2028"),
    ]  # fmt: skip
    assert found[0].due_from == dt.date(2027, 8, 11)
    eva = back.scalars(sa.select(Attendance).where(Attendance.name_as_printed == "Eva Bæk")).one()
    assert found[0].actor_person_id == eva.person_id
    (counted,) = parts(back, FollowUp, 3)
    assert (counted.due_verbatim, counted.due_from) == ("om 14 dage", dt.date(2027, 6, 3))


def test_a_municipality_that_gets_a_task_is_no_steering_group(back: orm.Session) -> None:
    body = back.get(Body, parts(back, FollowUp, 4)[1].actor_body_id)
    assert body is not None
    assert (body.name, body.kind) == ("Vesterø Kommune", BodyKind.AUTHORITY)


def test_remarks_and_sub_items_are_what_they_were(back: orm.Session) -> None:
    assert [(one.name_as_printed, plain(one.text)) for one in parts(back, Statement, 3)] == [
        ("Eva Bæk", "Klitby vil ikke betale.\nSlet ikke i år."),
        ("Vesterø Kommune", "Det vil vi."),
    ]
    subs = parts(back, SubItem, 9)
    assert [(one.number_text, one.title, one.reporter, plain(one.text)) for one in subs] == [
        ("a.", "Nyt fra havnen", "Eva Bæk", "Alt vel.\n• fisk\n• is"),
        ("b.", "", "", "Og vejret."),
        ("c.", "Stormen", "Ib", ""),
    ]


def test_closed_and_late_attachments_keep_their_numbers_and_marks(back: orm.Session) -> None:
    found = parts(back, Attachment, 3)
    facts = [(a.number, a.title_verbatim, a.is_closed, a.appended_after_meeting) for a in found]
    assert facts == [
        (1, "Kort over havnen", False, False),
        (2, "Bilag 3 til rapporten", False, False),
        (3, "Kontrakt", True, False),
        (4, "Brev (fra Ove)", False, True),
        (5, "Svar", True, True),
    ]


def test_people_keep_their_roles_and_when_they_were_there(back: orm.Session) -> None:
    found = list(back.scalars(sa.select(Attendance).options(orm.selectinload(Attendance.spans))))
    people = {one.name_as_printed: one for one in found}
    roles = {name: (one.status, one.role) for name, one in people.items()}
    status, role = AttendanceStatus, AttendanceRole
    assert roles == {
        "Eva Bæk": (status.PRESENT, role.CHAIRING),
        "Ulf Dam": (status.PRESENT, role.MEMBER),
        "Lis Holm": (status.PRESENT, role.MEMBER),
        "Ove Ravn": (status.PRESENT, role.MEMBER),
        "Bodil Farsø": (status.PRESENT, role.SUBSTITUTE),
        "Per Lund": (status.PRESENT, role.SUBSTITUTE),
        "Kim Vang": (status.APOLOGIES, role.MEMBER),
        "Jan Kær": (status.ABSENT, role.MEMBER),
        "Mie Toft": (status.NOT_ATTENDING, role.MEMBER),
        "Ida Skov": (status.OTHER_PARTICIPANT, role.SECRETARIAT),
        "Emil Hav": (status.OTHER_PARTICIPANT, role.SECRETARIAT),
        "Tove Strand": (status.OTHER_PARTICIPANT, role.KKR),
        "Ib Thorup": (status.OTHER_PARTICIPANT, role.GUEST),
        "Ole Hvid": (status.OTHER_PARTICIPANT, role.GUEST),
    }
    numbers = {one.id: one.number for one in back.scalars(sa.select(AgendaItem))}
    (span,) = people["Ib Thorup"].spans
    assert [numbers[one] for one in (span.from_item_id, span.to_item_id) if one] == [3, 4]
    assert people["Bodil Farsø"].substitutes_for_id == people["Kim Vang"].id


def test_confidential_words_come_back_confidential(back: orm.Session) -> None:
    texts = [plain(one.text) for one in parts(back, Decision, 4)]
    assert texts  # decisions are texts too
    points = back.scalars(sa.select(RecommendationPoint)).all()
    hidden = [run.text for one in points for run in iter_runs(one.text) if run.confidential]
    assert hidden == ["4 mio. kr."]


def test_the_head_of_the_meeting_is_whole(back: orm.Session) -> None:
    meeting = back.scalars(sa.select(Meeting).options(orm.joinedload(Meeting.body))).one()
    assert (meeting.title_override, meeting.place_text, meeting.other_info) == (
        "Ekstraordinært møde", "Klitby Rådhus, lokale 4", "Mødet begyndte ti minutter for sent.",
    )  # fmt: skip
    body = meeting.body
    assert (body.name, body.short_name, body.sender) == (
        "Den Fælles Fjordgruppe", "Fjordgruppen", "Fjordsekretariatet",
    )  # fmt: skip
    assert (meeting.next_date, meeting.next_start) == (dt.date(2027, 8, 26), dt.time(12))


def test_the_dry_run_tells_of_decisions_and_follow_ups(
    crammed: tuple[Database, UUID], tmp_path: Path
) -> None:
    draft = read_back(export(crammed, "minutes", Edition.FULL), tmp_path)
    item = draft_json(draft)["meetings"][0]["items"][3]
    assert item["decision_text"].startswith("1. Godkendt på betingelse. Færgen sejler hver dag.")
    assert "Opfølgning: Købe færgen. Ansvarlig: Eva Bæk." in item["decision_text"]
    told = item["decisions"][0]
    assert (told["point"], told["outcome"], told["valid_to"]) == (1, "approved", "2029-05-31")
    assert item["follow_ups"][0] == {
        "action": "Købe færgen", "actor_kind": "person", "actor": "Eva Bæk",
        "due": "medio august 2027",
    }  # fmt: skip


def test_all_looks_of_words_come_back(back: orm.Session) -> None:
    query = sa.select(AgendaItem).options(orm.selectinload(AgendaItem.sections))
    item = back.scalars(query.where(AgendaItem.number == 3)).one()
    first = item.sections[1].text.blocks[0]
    assert isinstance(first, Paragraph)
    words = {run.text: run for run in first.runs}
    assert words["vigtigt"] == Run("vigtigt", bold=True)
    assert words["begge dele"] == Run("begge dele", bold=True, italic=True)
    assert words["understreget"] == Run("understreget", underline=True)
    assert words["link"] == Run("link", link="https://example.org/havn")
    noted = [(run.text, run.footnote) for run in first.runs if run.footnote]
    assert noted == [(", en note", "Se rapporten fra 2026, side 12.")]
