"""The sample data are sound, credible and one step to undo."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.models.agenda_words import ItemKind
from app.models.meeting import Meeting, MeetingState
from app.models.numbering import Numbered, numbers
from app.models.problems import ProblemKind
from app.models.richtext import plain
from app.models.richtext.blocks import Heading, List, Paragraph, Quote, Run, Table
from app.paths import resources_dir
from app.services.check_data import check_data
from app.services.meetings import delete_meeting
from app.services.queries.items import item_rows
from app.services.queries.meetings import meeting_fields, meeting_rows
from app.services.queries.registers import body_rows, follow_up_rows, member_rows
from app.services.sample import load_sample
from app.services.sample.text import sample_text
from app.storage.database import Database, dump

SAMPLE = resources_dir() / "sample"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "data" / "moedevaerk.db") as made:
        yield made


def test_four_meetings_in_four_states(database: Database) -> None:
    ids = load_sample(database, SAMPLE)
    fields = [meeting_fields(database, meeting_id) for meeting_id in ids]
    assert [one.state for one in fields] == [
        MeetingState.APPROVED,
        MeetingState.MINUTES_IN_REVIEW,
        MeetingState.AGENDA_SENT,
        MeetingState.DRAFT,
    ]
    assert [one.date.weekday() for one in fields] == [3, 3, 3, 3]
    assert fields[0].approved_on == dt.date(2026, 11, 5)
    with database.read() as session:
        held = [session.get_one(Meeting, meeting_id) for meeting_id in ids]
    for earlier, later in pairwise(held):
        assert earlier.next_date in (None, later.date)


def test_numbers_are_those_that_the_rules_give(database: Database) -> None:
    for meeting_id in load_sample(database, SAMPLE):
        rows = item_rows(database, meeting_id)
        plain_rows = [Numbered(row.id, row.kind, None) for row in rows]
        assert {row.id: row.number for row in rows} == numbers(plain_rows, is_released=False)


def test_the_extra_item_stands_before_the_formal_tail(database: Database) -> None:
    held = load_sample(database, SAMPLE)[1]
    rows = item_rows(database, held)
    (extra,) = (row for row in rows if row.added_at_meeting)
    assert [row.kind for row in rows[rows.index(extra) + 1 :]] == [
        ItemKind.ANY_OTHER_BUSINESS,
        ItemKind.NEXT_MEETING,
    ]


def test_the_draft_lacks_what_the_screens_should_show(database: Database) -> None:
    rows = item_rows(database, load_sample(database, SAMPLE)[-1])
    assert len(rows) == 12
    lacking = {row.number: row.problems for row in rows if row.problems}
    assert lacking[6] == (ProblemKind.RECOMMENDATION,)
    assert lacking[8] == (ProblemKind.SUMMARY,)
    assert [row.number for row in rows if row.is_closed] == [10]


def test_held_meetings_lack_nothing(database: Database) -> None:
    for meeting_id in load_sample(database, SAMPLE)[:2]:
        assert [row.title for row in item_rows(database, meeting_id) if row.problems] == []


def test_twelve_seats(database: Database) -> None:
    load_sample(database, SAMPLE)
    (steering_group,) = (row for row in body_rows(database) if row.code == "DAS")
    seats = member_rows(database, steering_group.id)
    assert len({seat.organisation for seat in seats}) == 12


def test_the_data_are_whole_and_the_files_there(database: Database) -> None:
    load_sample(database, SAMPLE)
    assert [finding for finding in check_data(database) if finding.faults] == []


def test_deadlines_are_understood(database: Database) -> None:
    load_sample(database, SAMPLE)
    rows = follow_up_rows(database, with_finished=True)
    assert rows
    assert [row.due for row in rows if row.due and row.due_from is None] == []


def test_one_undo_takes_it_all_away(database: Database) -> None:
    empty = dump(database)
    load_sample(database, SAMPLE)
    full = dump(database)
    assert len(database.history.undoable) == 1
    database.undo()
    assert dump(database) == empty
    database.redo()
    assert dump(database) == full


def test_loading_twice_is_refused(database: Database) -> None:
    load_sample(database, SAMPLE)
    with pytest.raises(InvalidInput):
        load_sample(database, SAMPLE)
    assert len(meeting_rows(database)) == 4


def test_the_same_keys_everywhere(database: Database, tmp_path: Path) -> None:
    with Database.create(tmp_path / "andet" / "moedevaerk.db") as other:
        assert load_sample(other, SAMPLE) == load_sample(database, SAMPLE)
        assert dump(other) == dump(database)


def test_markup_becomes_structure() -> None:
    text = sample_text(
        "# Overskrift\n\nFørste **linje**\nog anden.\n\n- et\n  - to\n- tre\n\n"
        "^ Tabel\n\n| A | B |\n| 1 | 2 |\n\n> Citat\n>> Kilde\n\n1. nul\n2. en\n\n"
        "Se [her](https://example.org), [[skjult]]^[note] og *vægt*."
    )
    heading, paragraph, bullets, table, quote, numbered, last = text.blocks
    assert isinstance(heading, Heading)
    assert paragraph == Paragraph((Run("Første "), Run("linje", bold=True), Run(" og anden.")))
    assert isinstance(bullets, List)
    assert isinstance(bullets.items[0].blocks[1], List)
    assert isinstance(table, Table)
    assert (table.caption, table.header_rows, len(table.rows)) == ("Tabel", 1, 2)
    assert isinstance(quote, Quote)
    assert quote.author == "Kilde"
    assert isinstance(numbered, List)
    assert numbered.ordered
    assert isinstance(last, Paragraph)
    assert [run.text for run in last.runs if run.confidential] == ["skjult"]
    assert [run.link for run in last.runs if run.link] == ["https://example.org"]
    assert [run.footnote for run in last.runs if run.footnote] == ["note"]
    assert plain(text).startswith("Overskrift\nFørste linje og anden.\n• et\n  • to\n• tre")


def test_it_loads_again_when_only_the_groups_are_left(database: Database) -> None:
    whole = load_sample(database, SAMPLE)
    before = dump(database)
    for meeting_id in whole[1:]:
        delete_meeting(database, meeting_id)
    with pytest.raises(InvalidInput):
        load_sample(database, SAMPLE)
    delete_meeting(database, whole[0])
    assert load_sample(database, SAMPLE) == whole
    assert dump(database) == before
