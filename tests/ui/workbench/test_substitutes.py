"""Who attends for whom, in the details of a meeting: chosen by keys, shown, taken back."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.meeting import Attendance, AttendanceRole, AttendanceStatus
from app.services.attendances import add_attendance
from app.services.queries.meetings import AttendanceRow, attendance_rows
from app.storage.actions import Action
from app.ui.pages.workbench.attendance_list import AttendanceList
from app.ui.pages.workbench.details_dialog import DetailsDialog
from tests.ui.workbench.conftest import Bench, dialog_of


def write(bench: Bench, *people: Attendance) -> list[UUID]:
    with bench.world.database.write(Action.EDIT_ATTENDANCE) as session:
        for order, one in enumerate(people):
            one.meeting_id, one.print_order = bench.meeting_id, order
            session.add(one)
        session.flush()
        return [one.id for one in people]


@pytest.fixture
def members(bench: Bench) -> list[UUID]:
    """Two members, and the guest who comes for one of them."""
    both = write(
        bench, Attendance(name_as_printed="Ane Holm"), Attendance(name_as_printed="Bo Rask")
    )
    return [*both, add_attendance(bench.world.database, bench.meeting_id, "Ulf Dam, chef, Fjordby")]


@pytest.fixture
def people(bench: Bench, members: list[UUID], qtbot: QtBot) -> AttendanceList:
    """The leaf with the people, the guest chosen."""
    return opened(bench, members[-1], qtbot)


def opened(bench: Bench, person: UUID, qtbot: QtBot) -> AttendanceList:
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(DetailsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.leaves.chosen.emit("people")
    dialog.people.table.select_id(person)
    dialog.people.table.setFocus()
    return dialog.people


def key(pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), pressed, modifiers)


def stored(bench: Bench, person: UUID) -> AttendanceRow:
    rows = attendance_rows(bench.world.database, bench.meeting_id)
    return next(one for one in rows if one.id == person)


def offered(people: AttendanceList) -> list[str]:
    return [people.attends_for.itemText(at) for at in range(people.attends_for.count())]


def role_of(people: AttendanceList, person: UUID) -> str:
    row = next(at for at, one in enumerate(people.model.rows) if one.id == person)
    return str(people.model.index(row, 2).data())


def test_a_substitute_is_tied_to_a_member_by_keys_and_taken_back(
    bench: Bench, people: AttendanceList, members: list[UUID]
) -> None:
    _ane, bo, guest = members
    for _tab in range(3):
        key(Qt.Key.Key_Tab)
    assert people.attends_for.hasFocus()
    assert people.attends_for.accessibleName() == "Suppleant for"
    for _down in range(2):
        key(Qt.Key.Key_Down)
    assert stored(bench, guest).substitutes_for_id == bo
    assert people.attends_for.hasFocus()
    assert role_of(people, guest) == "Suppleant for Bo Rask"
    assert people.role.currentData() == AttendanceRole.SUBSTITUTE
    for _step in range(2):
        key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(bench, guest).substitutes_for_id is None
    assert stored(bench, guest).role is AttendanceRole.GUEST
    assert people.attends_for.currentText() == "Ingen"
    key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert people.attends_for.currentText() == "Ane Holm"


def test_a_substitute_is_present_unless_something_else_is_said_afterwards(
    bench: Bench, people: AttendanceList, members: list[UUID]
) -> None:
    guest = members[-1]
    people.attends_for.setFocus()
    key(Qt.Key.Key_Down)
    assert stored(bench, guest).status is AttendanceStatus.PRESENT
    assert people.status.currentText() == "Til stede"
    people.status.setFocus()
    others = people.status.findData(AttendanceStatus.OTHER_PARTICIPANT)
    while people.status.currentIndex() != others:
        key(Qt.Key.Key_Down)
    people.attends_for.setFocus()
    key(Qt.Key.Key_Down)
    assert stored(bench, guest).substitutes_for == "Bo Rask"
    assert stored(bench, guest).status is AttendanceStatus.OTHER_PARTICIPANT


def test_members_other_than_oneself_are_offered(
    people: AttendanceList, members: list[UUID]
) -> None:
    assert offered(people) == ["Ingen", "Ane Holm", "Bo Rask"]
    people.table.select_id(members[0])
    assert offered(people) == ["Ingen", "Bo Rask"]


def test_a_member_who_is_not_on_the_list_stays_as_the_paper_has_it(
    bench: Bench, members: list[UUID], qtbot: QtBot
) -> None:
    (guest,) = write(
        bench,
        Attendance(
            name_as_printed="Gry Lund",
            role=AttendanceRole.SUBSTITUTE,
            substitutes_for_text="Ib Thorup",
        ),
    )
    people = opened(bench, guest, qtbot)
    assert people.attends_for.currentText() == "Ib Thorup"
    assert role_of(people, guest) == "Suppleant for Ib Thorup"
    people.attends_for.activated.emit(people.attends_for.currentIndex())
    assert stored(bench, guest).substitutes_for == "Ib Thorup"
    people.attends_for.setFocus()
    key(Qt.Key.Key_Home)
    assert stored(bench, guest).substitutes_for == ""
