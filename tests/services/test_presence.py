"""For which items somebody was there, once one of these items is deleted."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.models.draft import AttendanceDraft, ImportDraft, ItemDraft, MeetingDraft
from app.models.meeting import AttendanceSpan
from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.services.attendances import add_attendance
from app.services.importing import import_drafts
from app.services.items import create_item, delete_item, move_item
from app.services.queries.items import item_rows
from app.services.queries.meetings import attendance_rows
from app.storage.database import Database, dump

CLOSED = {2, 3}


def visited(database: Database, note: str, role: str = "guest") -> UUID:
    """A meeting of five items, of which the second and third are closed, and its visitor."""
    meeting = MeetingDraft("Fjordudvalget", dt.date(2026, 3, 4), layout="C")
    status = "present" if role == "member" else "other_participant"
    meeting.attendance = [
        AttendanceDraft("Åse Dahl"),
        AttendanceDraft("Ea Falk", status=status, role=role, note=note),
    ]
    meeting.items = [
        ItemDraft(number, f"Sag {number}", is_closed=number in CLOSED) for number in range(1, 6)
    ]
    return import_drafts(database, [ImportDraft("a.txt", "0" * 64, [meeting])]).created[0]


def delete(database: Database, meeting_id: UUID, number: int) -> None:
    (found,) = (row.id for row in item_rows(database, meeting_id) if row.number == number)
    delete_item(database, found)


def is_named(database: Database, meeting_id: UUID, edition: Edition = Edition.OPEN) -> bool:
    with database.read() as session:
        return "Ea Falk" in repr(collect_meeting(session, meeting_id, "minutes", edition))


def spans(database: Database, meeting_id: UUID) -> list[tuple[int | None, int | None, str]]:
    numbers: dict[UUID | None, int | None] = {
        row.id: row.number for row in item_rows(database, meeting_id)
    }
    with database.read() as session:
        found = session.scalars(sa.select(AttendanceSpan)).all()
    ends = [(s.from_item_id, s.to_item_id, s.note) for s in found]
    assert all(end is None or end in numbers for *both, _note in ends for end in both)
    return [(numbers.get(a), numbers.get(b), note) for a, b, note in ends]


def test_a_guest_of_a_closed_item_goes_with_it_rather_than_into_the_open_edition(
    database: Database,
) -> None:
    meeting_id = visited(database, "deltog under punkt 2")
    before = dump(database)
    delete(database, meeting_id, 2)
    assert not is_named(database, meeting_id)
    assert [row.name for row in attendance_rows(database, meeting_id)] == ["Åse Dahl"]
    database.undo()
    assert dump(database) == before
    assert is_named(database, meeting_id, Edition.FULL)
    assert not is_named(database, meeting_id)


@pytest.mark.parametrize(
    ("note", "number", "left"),
    [
        ("deltog under punkt 2-3", 2, (3, 3)),
        ("deltog under punkt 2-3", 3, (2, 2)),
        ("deltog under punkt 1-5", 1, (2, 5)),
        ("deltog under punkt 1-5", 3, (1, 5)),
        ("kom fra punkt 4", 4, (5, None)),
        ("gik til og med punkt 2", 2, (None, 1)),
    ],
)
def test_who_was_there_for_several_items_was_there_for_those_that_are_left(
    database: Database, note: str, number: int, left: tuple[int | None, int | None]
) -> None:
    meeting_id = visited(database, note)
    was_named, before = is_named(database, meeting_id), dump(database)
    delete(database, meeting_id, number)
    assert spans(database, meeting_id) == [(*left, note)]
    assert is_named(database, meeting_id) is was_named
    database.undo()
    assert dump(database) == before


@pytest.mark.parametrize(("note", "number"), [("kom fra punkt 5", 5), ("indtil punkt 1", 1)])
def test_an_open_span_that_loses_its_only_item_does_not_become_the_whole_meeting(
    database: Database, note: str, number: int
) -> None:
    meeting_id = visited(database, note)
    delete(database, meeting_id, number)
    assert spans(database, meeting_id) == []
    assert not is_named(database, meeting_id, Edition.FULL)


def test_the_remark_stays_with_a_guest_who_is_left_with_another_item(database: Database) -> None:
    meeting_id = visited(database, "deltog under punkt 2 og 4-5")
    delete(database, meeting_id, 2)
    assert spans(database, meeting_id) == [(4, 5, "deltog under punkt 2 og 4-5")]


def test_a_member_stays_on_the_list_with_the_remark(database: Database) -> None:
    meeting_id = visited(database, "deltog under punkt 2", role="member")
    before = dump(database)
    delete(database, meeting_id, 2)
    assert is_named(database, meeting_id)
    assert attendance_rows(database, meeting_id)[1].note == "deltog under punkt 2"
    database.undo()
    assert dump(database) == before


@pytest.fixture
def planned(database: Database, meeting_id: UUID) -> UUID:
    """A draft meeting to which somebody is asked for an item before it is there: 5, closed."""
    add_attendance(database, meeting_id, "Ea Falk, advokat (under punkt 5)")
    for title in ("Havnen", "Broen", "Personsag"):
        create_item(database, meeting_id, title=title, is_closed=title == "Personsag")
    assert not is_named(database, meeting_id)
    return meeting_id


def test_a_guest_asked_for_an_item_that_was_not_there_yet_goes_with_it(
    database: Database, planned: UUID
) -> None:
    before = dump(database)
    delete(database, planned, 5)
    assert not is_named(database, planned)
    assert "Ea Falk" not in [row.name for row in attendance_rows(database, planned)]
    database.undo()
    assert dump(database) == before


def test_a_guest_asked_for_a_closed_item_stays_with_it_when_the_numbers_move(
    database: Database, planned: UUID
) -> None:
    before = dump(database)
    delete(database, planned, 3)
    assert not is_named(database, planned)
    assert is_named(database, planned, Edition.FULL)
    database.undo()
    assert dump(database) == before


def test_ends_that_have_changed_places_still_hold_what_lies_between(
    database: Database, planned: UUID
) -> None:
    add_attendance(database, planned, "Ib Thorup (under punkt 3-5)")
    first = next(row.id for row in item_rows(database, planned) if row.number == 3)
    move_item(database, first, 4)
    delete_item(database, first)
    assert "Ib Thorup" in [row.name for row in attendance_rows(database, planned)]
