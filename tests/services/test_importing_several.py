"""Several papers in one step: all of them or none, and what is there already is known before."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.services.bodies import create_body
from app.services.import_meetings import Given
from app.services.importing import import_drafts, meetings_there
from app.services.queries.meetings import meeting_rows
from app.services.queries.registers import body_rows
from app.storage.database import Database, dump

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
