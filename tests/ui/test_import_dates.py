"""A day without a year, written for a paper without a date, is read by what the paper tells."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.models.draft import ImportDraft, ItemDraft, MeetingDraft, NextMeetingDraft
from app.services.queries.meetings import meeting_rows
from app.ui.dialogs.import_dates import held_since
from app.ui.dialogs.import_rows import rows_of
from app.ui.dialogs.meeting_words import read_date
from tests.ui.conftest import World
from tests.ui.papers_in import cells, opened, paper, press_confirm, write_date

TODAY = dt.date(2030, 11, 20)


def read(words: str, *meetings: MeetingDraft, name: str = "referat.txt") -> dt.date:
    """How a day is read for the first of the meetings of one paper."""
    rows = rows_of([ImportDraft(name, "", list(meetings))])
    return read_date(words, TODAY, held_since(rows[0], rows, TODAY))


def meeting(**values: object) -> MeetingDraft:
    return replace(MeetingDraft(items=[ItemDraft(1, "Kaj 1")]), **values)


def followed_by(day: dt.date) -> MeetingDraft:
    return meeting(next_meeting=NextMeetingDraft(date=day))


@pytest.mark.parametrize(
    ("words", "next_date", "day"),
    [
        ("5. november", dt.date(2025, 1, 9), dt.date(2024, 11, 5)),
        ("2/1", dt.date(2025, 1, 9), dt.date(2025, 1, 2)),
        ("8. maj 2019", dt.date(2025, 1, 9), dt.date(2019, 5, 8)),
    ],
)
def test_it_is_before_the_next_meeting(words: str, next_date: dt.date, day: dt.date) -> None:
    assert read(words, followed_by(next_date)) == day


@pytest.mark.parametrize(("words", "year"), [("9. januar", 2025), ("17/9", 2024)])
def test_it_is_near_the_meeting_that_is_attached(words: str, year: int) -> None:
    attached = meeting(date=dt.date(2024, 11, 5))
    assert read(words, meeting(), attached).year == year


def test_it_is_of_the_year_in_the_name_of_the_paper() -> None:
    assert read("8. maj", meeting(), name="Referat_2019 endeligt.pdf") == dt.date(2019, 5, 8)


def test_it_is_of_the_year_that_the_paper_speaks_of() -> None:
    items = [ItemDraft(1, "Regnskab 2021", "2022-004418"), ItemDraft(2, "Budget", "2022-000017")]
    assert read("2. marts", meeting(items=items)) == dt.date(2022, 3, 2)


def test_a_year_that_lies_ahead_tells_nothing() -> None:
    assert read("2. marts", meeting(items=[ItemDraft(1, "Plan 2045")])).year == 2030


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("8. maj", dt.date(2030, 5, 8)),
        ("20/11", TODAY),
        ("24/12", dt.date(2029, 12, 24)),
        ("i morgen", dt.date(2030, 11, 21)),
    ],
)
def test_minutes_that_tell_nothing_are_not_of_a_day_to_come(words: str, day: dt.date) -> None:
    assert read(words, meeting()) == day


@pytest.mark.parametrize(("words", "year"), [("24/12", 2030), ("9/1", 2031), ("1/9", 2030)])
def test_an_agenda_that_tells_nothing_is_of_a_day_near_today(words: str, year: int) -> None:
    assert read(words, meeting(is_minutes=False)).year == year


def test_the_day_is_written_out_and_imported(qtbot: QtBot, world: World) -> None:
    old = paper(1, None)
    old.meetings[0].next_meeting = NextMeetingDraft(date=dt.date(2019, 1, 10))
    dialog = opened(qtbot, world, old)
    write_date(qtbot, dialog, 0, "8. november")
    assert cells(dialog, "date") == ["08.11.2018"]
    press_confirm(qtbot, dialog)
    assert dt.date(2018, 11, 8) in [row.date for row in meeting_rows(world.database)]
