"""Lines without a place, and who was there: dealt with one by one, and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.errors import NotFound
from app.models.body import Body
from app.models.meeting import Attendance, AttendanceStatus, UnplacedLine
from app.services.attendances import edit_attendance
from app.services.bodies import create_body
from app.services.meetings import create_meeting
from app.services.queries.bodies import meeting_habits
from app.services.queries.meetings import attendance_rows, unplaced_count, unplaced_rows
from app.services.unplaced import place_line
from app.storage.actions import Action
from app.storage.changes import Changes
from app.storage.database import Database, dump


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[tuple[Database, UUID]]:
    database = Database.create(tmp_path / "moeder.db", "Prøve")
    body_id = create_body(database, "Styregruppen for Fjordområdet")
    meeting_id = create_meeting(database, body_id, dt.date(2030, 2, 7))
    with database.write(Action.IMPORT_MEETING) as session:
        session.add(UnplacedLine(meeting_id=meeting_id, page=1, line=7, text="En løs linje"))
        session.add(Attendance(meeting_id=meeting_id, name_as_printed="Bente Rask"))
    yield database, meeting_id
    database.close()


def test_a_placed_line_is_off_the_list_until_it_is_undone(meeting: tuple[Database, UUID]) -> None:
    database, meeting_id = meeting
    before, told = dump(database), list[Changes]()
    database.on_change(told.append)
    (line,) = unplaced_rows(database, meeting_id)
    assert unplaced_count(database, meeting_id) == 1
    place_line(database, line.id)
    assert unplaced_rows(database, meeting_id) == []
    assert unplaced_count(database, meeting_id) == 0
    assert [(one.action, one.ids("unplaced_line")) for one in told] == [
        (Action.PLACE_LINE, frozenset({line.id}))
    ]
    database.undo()
    assert dump(database) == before


def test_a_line_is_placed_once(meeting: tuple[Database, UUID]) -> None:
    database, meeting_id = meeting
    (line,) = unplaced_rows(database, meeting_id)
    place_line(database, line.id)
    with pytest.raises(NotFound):
        place_line(database, line.id)


def test_attendance_is_changed_and_undone(meeting: tuple[Database, UUID]) -> None:
    database, meeting_id = meeting
    before = dump(database)
    (person,) = attendance_rows(database, meeting_id)
    edit_attendance(database, person.id, status=AttendanceStatus.APOLOGIES)
    assert attendance_rows(database, meeting_id)[0].status is AttendanceStatus.APOLOGIES
    database.undo()
    assert dump(database) == before


def test_attendance_has_no_other_editable_fields(meeting: tuple[Database, UUID]) -> None:
    database, meeting_id = meeting
    (person,) = attendance_rows(database, meeting_id)
    with pytest.raises(TypeError):
        edit_attendance(database, person.id, name_as_printed="En anden")


def test_the_group_that_met_last_comes_first(meeting: tuple[Database, UUID]) -> None:
    database, _meeting_id = meeting
    other = create_body(database, "Andre", default_place="Salen")
    create_body(database, "Aldrig")
    create_meeting(database, other, dt.date(2031, 1, 1))
    external = create_body(database, "Udefra")
    with database.write(Action.EDIT_BODY) as session:
        session.get_one(Body, external).is_external = True
    names = [habits.name for habits in meeting_habits(database)]
    assert names == ["Andre", "Styregruppen for Fjordområdet", "Aldrig"]
