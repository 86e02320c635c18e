"""Whom somebody attends a meeting for: tied by hand, told on paper, taken back."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from app.errors import InvalidInput
from app.models.meeting import Attendance, AttendanceRole, AttendanceStatus
from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.services.attendances import (
    add_attendance,
    attend_for,
    delete_attendance,
    edit_attendance,
)
from app.services.meetings import create_meeting
from app.services.queries.meetings import AttendanceRow, attendance_rows
from app.storage.actions import Action
from app.storage.changes import Changes
from app.storage.database import Database, dump

Listed = tuple[Database, UUID, UUID, UUID]


@pytest.fixture
def listed(database: Database, meeting_id: UUID) -> Listed:
    """The database, the meeting, a member who is away, and the guest who comes instead."""
    with database.write(Action.IMPORT_MEETING) as session:
        away = Attendance(
            meeting_id=meeting_id,
            name_as_printed="Bente Rask",
            status=AttendanceStatus.APOLOGIES,
            print_order=50,
        )
        session.add(away)
        session.flush()
        member = away.id
    guest = add_attendance(database, meeting_id, "Ulf Dam, socialchef, Fjordby Kommune")
    return database, meeting_id, member, guest


def row_of(database: Database, meeting_id: UUID, person: UUID) -> AttendanceRow:
    return next(one for one in attendance_rows(database, meeting_id) if one.id == person)


def heads(database: Database, meeting_id: UUID) -> dict[str, str]:
    """The lines of the head of the minutes."""
    with database.read() as session:
        paper = collect_meeting(session, meeting_id, "minutes", Edition.OPEN)
    return {line.label: line.words for line in paper.head}


def printed(database: Database, meeting_id: UUID) -> str:
    return " | ".join(heads(database, meeting_id).values())


def test_who_attends_for_a_member_is_their_substitute(listed: Listed) -> None:
    database, meeting_id, member, guest = listed
    before, told = dump(database), list[Changes]()
    database.on_change(told.append)
    attend_for(database, guest, member)
    row = row_of(database, meeting_id, guest)
    assert (row.substitutes_for_id, row.substitutes_for) == (member, "Bente Rask")
    assert row.role is AttendanceRole.SUBSTITUTE
    assert "Fjordby Kommune (suppleant for Bente Rask)" in printed(database, meeting_id)
    assert [(one.action, one.ids("attendance")) for one in told] == [
        (Action.EDIT_ATTENDANCE, frozenset({guest}))
    ]
    database.undo()
    assert dump(database) == before


def test_a_substitute_may_be_nobodys(listed: Listed) -> None:
    database, meeting_id, member, guest = listed
    attend_for(database, guest, member)
    attend_for(database, guest, None)
    row = row_of(database, meeting_id, guest)
    assert (row.substitutes_for_id, row.substitutes_for) == (None, "")
    assert "Fjordby Kommune (suppleant)" in printed(database, meeting_id)


def test_who_comes_as_something_else_attends_for_nobody(listed: Listed) -> None:
    database, meeting_id, member, guest = listed
    attend_for(database, guest, member)
    edit_attendance(database, guest, status=AttendanceStatus.PRESENT)
    assert row_of(database, meeting_id, guest).substitutes_for_id == member
    edit_attendance(database, guest, role=AttendanceRole.GUEST)
    row = row_of(database, meeting_id, guest)
    assert (row.substitutes_for_id, row.substitutes_for) == (None, "")
    assert "suppleant" not in printed(database, meeting_id)


def test_a_member_taken_off_the_list_is_still_named(listed: Listed) -> None:
    database, meeting_id, member, guest = listed
    attend_for(database, guest, member)
    delete_attendance(database, member)
    row = row_of(database, meeting_id, guest)
    assert (row.substitutes_for_id, row.substitutes_for) == (None, "Bente Rask")


def test_nobody_attends_for_themselves_or_for_somebody_at_another_meeting(
    listed: Listed, body_id: UUID
) -> None:
    database, _meeting_id, _member, guest = listed
    other = create_meeting(database, body_id, dt.date(2031, 3, 4))
    stranger = add_attendance(database, other, "Pia Bro")
    before = dump(database)
    for who in (guest, stranger):
        with pytest.raises(InvalidInput):
            attend_for(database, guest, who)
    assert dump(database) == before


def test_the_same_status_again_keeps_the_heading_of_the_paper(listed: Listed) -> None:
    database, meeting_id, member, _guest = listed
    with database.write(Action.IMPORT_MEETING) as session:
        session.get_one(Attendance, member).group_label = "Kommunerne:"
    edit_attendance(database, member, status="apologies")
    assert "Bente Rask" in heads(database, meeting_id)["Kommunerne"]
    edit_attendance(database, member, status="absent")
    assert "Kommunerne" not in heads(database, meeting_id)
