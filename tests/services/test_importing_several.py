"""Several papers in one step: all of them or none, and what is there already is known before."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft, RecommendationSetDraft
from app.models.visibility import Edition
from app.reports.export import build_paper
from app.services.bodies import create_body
from app.services.body_setup import body_setup
from app.services.import_meetings import Given
from app.services.importing import import_drafts, meetings_there
from app.services.queries.meetings import meeting_rows
from app.services.queries.registers import body_rows
from app.storage.database import Database, dump
from tests.reports.searching import shown_words

DAYS = (dt.date(2031, 5, 8), dt.date(2031, 6, 12), dt.date(2031, 9, 4))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "moedevaerk.db") as made:
        yield made


def draft(number: int, body: str = "SG Fjord", day: dt.date | None = None) -> ImportDraft:
    meeting = MeetingDraft(
        body=body, date=day, layout="C", items=[ItemDraft(1, f"Kajplads {number}")]
    )
    return ImportDraft(f"referat-{number}.txt", f"{number:02}" * 32, [meeting])


def test_twelve_papers_are_one_step_back(database: Database) -> None:
    before = dump(database)
    drafts = [draft(n, day=DAYS[0] + dt.timedelta(weeks=n)) for n in range(12)]
    result = import_drafts(database, drafts)
    assert len(result.created) == len(meeting_rows(database)) == 12
    assert len(database.history.undoable) == 1
    database.undo()
    assert dump(database) == before


def test_an_error_half_way_leaves_nothing(database: Database) -> None:
    before = dump(database)
    with pytest.raises(InvalidInput):
        import_drafts(database, [draft(1, day=DAYS[0]), draft(2)])
    assert dump(database) == before
    assert database.history.undoable == []


def test_each_meeting_gets_the_date_and_the_group_that_were_given_for_it(
    database: Database,
) -> None:
    ports, roads = create_body(database, "Havne"), create_body(database, "Veje")
    given = {0: Given(ports, DAYS[0]), 1: Given(roads, DAYS[1])}
    import_drafts(database, [draft(1, ""), draft(2, ""), draft(3, day=DAYS[2])], given)
    assert [(row.body_name, row.date) for row in meeting_rows(database)] == [
        ("SG Fjord", DAYS[2]),
        ("Veje", DAYS[1]),
        ("Havne", DAYS[0]),
    ]


def test_a_group_that_is_not_there_is_made_from_the_name_that_was_given(database: Database) -> None:
    given = {0: Given(body_name="Havnenes råd"), 1: Given(body_name=" havnenes  råd ")}
    import_drafts(database, [draft(1, "", DAYS[0]), draft(2, "", DAYS[1])], given)
    assert [row.name for row in body_rows(database)] == ["Havnenes råd"]
    assert [row.body_name for row in meeting_rows(database)] == ["Havnenes råd"] * 2
    assert meetings_there(database, [draft(3, "", DAYS[0])], given) == [
        meeting_rows(database)[1].id
    ]


def test_a_name_of_spaces_is_no_name(database: Database) -> None:
    before = dump(database)
    with pytest.raises(InvalidInput, match="which group met"):
        import_drafts(database, [draft(1, "", DAYS[0])], {0: Given(body_name="  ")})
    assert dump(database) == before


def test_what_is_there_already_is_known_before_and_left_alone(database: Database) -> None:
    first = import_drafts(database, [draft(1, day=DAYS[0])])
    again = [draft(1, day=DAYS[0]), draft(2, day=DAYS[0]), draft(3, day=DAYS[1]), draft(4)]
    there = meetings_there(database, again)
    assert there == [first.created[0], first.created[0], None, None]
    assert meetings_there(database, again, {3: Given(date=DAYS[0])})[3] == first.created[0]
    result = import_drafts(database, again[:3])
    assert (result.known, result.occupied) == (first.created, first.created)
    assert len(result.created) == 1


def test_a_paper_that_names_no_group_is_not_taken_for_a_meeting_of_one_of_them(
    database: Database,
) -> None:
    first = import_drafts(database, [draft(1, day=DAYS[0])])
    assert meetings_there(database, [draft(2, "", DAYS[0])]) == [None]
    assert meetings_there(database, [draft(2, "SG Fjord", DAYS[0])]) == first.created


def test_asking_what_is_there_makes_nothing(database: Database) -> None:
    before = dump(database)
    assert meetings_there(database, [draft(1, day=DAYS[0])]) == [None]
    assert dump(database) == before


def joint(*meetings: MeetingDraft) -> ImportDraft:
    """One paper with the minutes of several meetings."""
    return ImportDraft("referat.txt", "a" * 64, list(meetings))


def told(database: Database) -> list[tuple[str, dt.time | None]]:
    return sorted((row.body_name, row.start) for row in meeting_rows(database))


def test_two_groups_that_met_on_one_day_in_one_paper_are_two_meetings(database: Database) -> None:
    first = MeetingDraft("FU Fjord", DAYS[0], layout="C", start=dt.time(9))
    second = MeetingDraft("SG Fjord", DAYS[0], layout="C", start=dt.time(13))
    paper = joint(first, second)
    result = import_drafts(database, [paper])
    assert (len(result.created), result.known) == (2, [])
    assert told(database) == [("FU Fjord", dt.time(9)), ("SG Fjord", dt.time(13))]
    before = dump(database)
    assert meetings_there(database, [paper]) == result.created
    assert import_drafts(database, [paper]).known == result.created
    assert dump(database) == before


def test_one_group_that_met_twice_on_a_day_met_twice_in_its_paper(database: Database) -> None:
    morning = MeetingDraft("SG Fjord", DAYS[0], layout="C", start=dt.time(9))
    noon = MeetingDraft("SG Fjord", DAYS[0], layout="C", start=dt.time(13))
    untold = MeetingDraft("SG Fjord", DAYS[0], layout="C")
    paper = joint(morning, noon, untold)
    assert len(import_drafts(database, [paper]).created) == 3
    assert len(set(meetings_there(database, [paper]))) == 3
    assert import_drafts(database, [paper]).created == []


def test_the_meeting_that_was_left_out_is_not_taken_for_the_one_that_was_not(
    database: Database,
) -> None:
    paper = joint(
        MeetingDraft("FU Fjord", DAYS[0], layout="C"), MeetingDraft("SG Fjord", DAYS[0], layout="C")
    )
    (second,) = import_drafts(database, [paper], left_out={0}).created
    assert meetings_there(database, [paper]) == [None, second]
    (first,) = import_drafts(database, [paper]).created
    assert meetings_there(database, [paper]) == [first, second]


def test_one_file_given_twice_is_one_meeting(database: Database) -> None:
    same = draft(1, day=DAYS[0])
    result = import_drafts(database, [same, draft(1, day=DAYS[0]), same])
    assert result.known == result.created * 2
    assert len(meeting_rows(database)) == 1


def test_a_recommendation_told_in_its_lead_does_not_become_the_lead_of_the_group(
    database: Database,
) -> None:
    lead = "Det indstilles, at SG Fjord drøfter kajens økonomi"
    paper = draft(1, day=DAYS[0])
    paper.meetings[0].items[0].recommendation_sets = [RecommendationSetDraft(lead)]
    (meeting_id,) = import_drafts(database, [paper]).created
    (body,) = body_rows(database)
    assert body_setup(database, body.id).recommendation_lead == "Det indstilles, at SG Fjord"
    with database.read() as session:
        printed = build_paper(session, meeting_id, "agenda", Edition.OPEN)
    assert "".join(lead.split()) in shown_words(printed.pdf)
