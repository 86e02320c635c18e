"""A guest set on the list by hand with a remark: which items that names, now and later."""

from __future__ import annotations

from uuid import UUID

import pytest
import sqlalchemy as sa

from app.errors import InvalidInput
from app.models.meeting import (
    Attendance,
    AttendanceRole,
    AttendanceSpan,
    AttendanceStatus,
    MeetingState,
)
from app.models.visibility import Edition
from app.reports.export import build_paper
from app.services.attendances import add_attendance, correct_attendance, edit_attendance
from app.services.items import create_item, move_item, set_closed
from app.services.meetings import change_state
from app.services.queries.items import item_rows
from app.services.queries.meetings import attendance_rows
from app.storage.actions import Action
from app.storage.database import Database, dump
from tests.reports.searching import found_in

GUEST = {"Ulf", "Dam", "advokat", "Klitby"}


def item(database: Database, meeting_id: UUID, title: str) -> tuple[UUID, int]:
    """A new item and its number."""
    made = create_item(database, meeting_id, title=title)
    (number,) = (row.number for row in item_rows(database, meeting_id) if row.id == made)
    assert number is not None
    return made, number


def named(database: Database, meeting_id: UUID, edition: Edition = Edition.OPEN) -> set[str]:
    """The words about the guest anywhere in the file of the minutes."""
    with database.read() as session:
        return found_in(build_paper(session, meeting_id, "minutes", edition), GUEST)


@pytest.mark.parametrize(
    "words",
    [
        "Ulf Dam, advokat, Klitby Advokater (under punkt {n})",
        "Ulf Dam, advokat, Klitby Advokater, under punkt {n}",
        "Ulf Dam (deltog under pkt. {n}), advokat, Klitby Advokater",
        "Ulf Dam, advokat, Klitby Læger uden Grænser (kun punkt {n})",
        "Ulf Dam deltog i mødet under punkt {n}, advokat, Klitby",
        "Ulf Dam, advokat, Klitby Advokater (under punkt {n} (delvist))",
        "Ulf Dam, advokat, Klitby Advokater (under punkt {n}",
    ],
)
def test_a_guest_set_by_hand_for_a_closed_item_is_not_in_the_open_edition(
    database: Database, meeting_id: UUID, words: str
) -> None:
    closed, number = item(database, meeting_id, "Personsag")
    set_closed(database, closed, True)
    add_attendance(database, meeting_id, words.format(n=number))
    assert named(database, meeting_id) == set()
    assert named(database, meeting_id, Edition.FULL) == GUEST


def test_an_item_closed_after_the_remark_was_written_takes_the_guest_along(
    database: Database, meeting_id: UUID
) -> None:
    made, number = item(database, meeting_id, "Personsag")
    add_attendance(database, meeting_id, f"Ulf Dam, advokat, Klitby (under punkt {number})")
    assert named(database, meeting_id) == GUEST
    set_closed(database, made, True)
    assert named(database, meeting_id) == set()
    set_closed(database, made, False)
    assert named(database, meeting_id) == GUEST


def test_a_remark_written_before_its_item_holds_for_it(
    database: Database, meeting_id: UUID
) -> None:
    last = max(row.number or 0 for row in item_rows(database, meeting_id))
    add_attendance(database, meeting_id, f"Ulf Dam, advokat, Klitby (under punkt {last + 1})")
    assert named(database, meeting_id) == GUEST
    while (made := item(database, meeting_id, "Personsag"))[1] <= last:
        continue
    set_closed(database, made[0], True)
    assert named(database, meeting_id) == set()


def test_one_number_too_many_does_not_make_a_guest_known(
    database: Database, meeting_id: UUID
) -> None:
    closed, number = item(database, meeting_id, "Personsag")
    set_closed(database, closed, True)
    add_attendance(database, meeting_id, f"Ulf Dam, advokat, Klitby (under punkt {number} og 90)")
    assert named(database, meeting_id) == set()


def test_a_guest_of_two_closed_items_that_change_places_stays_out(
    database: Database, meeting_id: UUID
) -> None:
    first, number = item(database, meeting_id, "Personsag")
    second, after = item(database, meeting_id, "Anden personsag")
    for made in (first, second):
        set_closed(database, made, True)
    add_attendance(database, meeting_id, f"Ulf Dam, advokat, Klitby (punkt {number}-{after})")
    assert named(database, meeting_id) == set()
    places = [row.id for row in item_rows(database, meeting_id)]
    move_item(database, second, places.index(first))
    assert named(database, meeting_id) == set()


def test_another_role_and_back_keeps_the_guest_out(database: Database, meeting_id: UUID) -> None:
    closed, number = item(database, meeting_id, "Personsag")
    set_closed(database, closed, True)
    guest = add_attendance(database, meeting_id, f"Ulf Dam, advokat, Klitby (punkt {number})")
    for role in (AttendanceRole.MEMBER, AttendanceRole.GUEST):
        edit_attendance(database, guest, role=role)
    assert named(database, meeting_id) == set()


def test_the_remark_is_told_apart_and_undone_with_the_guest(
    database: Database, meeting_id: UUID
) -> None:
    made, number = item(database, meeting_id, "Personsag")
    before = dump(database)
    words = f"Ulf Dam, advokat, Klitby  Advokater (under punkt {number})"
    guest = add_attendance(database, meeting_id, words)
    row = next(one for one in attendance_rows(database, meeting_id) if one.id == guest)
    assert (row.name, row.title, row.organisation, row.note) == (
        "Ulf Dam", "advokat", "Klitby Advokater", f"under punkt {number}",
    )  # fmt: skip
    with database.read() as session:
        (span,) = session.scalars(sa.select(AttendanceSpan)).all()
    assert (span.from_item_id, span.to_item_id) == (made, made)
    with pytest.raises(InvalidInput):
        add_attendance(database, meeting_id, f"Ulf Dam (punkt {number})")
    database.undo()
    assert dump(database) == before


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Ulf Dam, advokat, Ældre Sagen (Klitby)", ("Ulf Dam", "advokat", "Ældre Sagen (Klitby)")),
        ("Ulf Dam (advokat)", ("Ulf Dam (advokat)", "", "")),
        ("Ulf Dam, Punktum ApS", ("Ulf Dam", "Punktum ApS", "")),
    ],
)
def test_brackets_that_name_no_item_stay_where_they_were_written(
    database: Database, meeting_id: UUID, words: str, parts: tuple[str, str, str]
) -> None:
    guest = add_attendance(database, meeting_id, words)
    row = next(one for one in attendance_rows(database, meeting_id) if one.id == guest)
    assert (row.name, row.title, row.organisation) == parts
    with database.read() as session:
        assert session.scalar(sa.select(AttendanceSpan)) is None


def test_numbers_kept_since_dispatch_name_the_same_items(
    database: Database, meeting_id: UUID
) -> None:
    closed, number = item(database, meeting_id, "Personsag")
    set_closed(database, closed, True)
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    item(database, meeting_id, "Sent tillæg")
    add_attendance(database, meeting_id, f"Ulf Dam, advokat, Klitby (under punkt {number})")
    assert named(database, meeting_id) == set()


def test_a_remark_that_stands_among_name_title_and_organisation_counts_too(
    database: Database, meeting_id: UUID
) -> None:
    closed, number = item(database, meeting_id, "Personsag")
    with database.write(Action.IMPORT_MEETING) as session:
        row = Attendance(meeting_id=meeting_id, name_as_printed="Ulf Dam", title_snapshot="advokat")
        row.organisation_snapshot = f"Klitby Advokater (under punkt {number})"
        row.status, row.role = AttendanceStatus.OTHER_PARTICIPANT, AttendanceRole.GUEST
        session.add(row)
    assert named(database, meeting_id) == GUEST
    set_closed(database, closed, True)
    assert named(database, meeting_id) == set()


@pytest.mark.parametrize("before", ["", " (kl. 9)", " (under punkt 1)"])
def test_a_remark_written_when_a_guest_is_corrected_takes_the_place_of_the_old_one(
    database: Database, meeting_id: UUID, before: str
) -> None:
    closed, number = item(database, meeting_id, "Personsag")
    set_closed(database, closed, True)
    guest = add_attendance(database, meeting_id, f"Ulf Dam, advokat, Klitby{before}")
    assert named(database, meeting_id) == GUEST
    untouched = dump(database)
    correct_attendance(database, guest, "Ulf Dam", f"advokat, Klitby (under punkt {number})")
    assert named(database, meeting_id) == set()
    row = next(one for one in attendance_rows(database, meeting_id) if one.id == guest)
    assert (row.title, row.note) == ("advokat", f"under punkt {number}")
    correct_attendance(database, guest, "Ulf Dam", "advokat, Klitby Kommune")
    assert named(database, meeting_id) == set()
    database.undo()
    database.undo()
    assert dump(database) == untouched
