"""Name, title and place of work of a participant, corrected in the row they stand in."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.meeting import AttendanceRole
from app.services.attendances import attend_for, edit_attendance
from app.storage.database import dump
from app.ui.pages.workbench.attendance_list import AttendanceList
from app.ui.pages.workbench.details_dialog import DetailsDialog
from tests.ui.workbench.conftest import Bench, dialog_of, press_button
from tests.ui.workbench.test_substitutes import Attendance, key, opened, stored, write

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def both(bench: Bench) -> list[UUID]:
    return write(
        bench,
        Attendance(
            name_as_printed="Ane Holm",
            title_snapshot="leder af PPR, familie og skole",
            organisation_snapshot="Fjordby Kommune",
        ),
        Attendance(name_as_printed="Bo Rask"),
    )


@pytest.fixture
def people(bench: Bench, both: list[UUID], qtbot: QtBot) -> AttendanceList:
    return opened(bench, both[0], qtbot)


def told(bench: Bench, person: UUID) -> tuple[str, str, str]:
    row = stored(bench, person)
    return row.name, row.title, row.organisation


BEFORE = ("Ane Holm", "leder af PPR, familie og skole", "Fjordby Kommune")


def test_name_and_place_of_work_are_corrected_in_one_step(
    bench: Bench, people: AttendanceList, both: list[UUID]
) -> None:
    before = dump(bench.world.database)
    key(Qt.Key.Key_F2)
    QTest.keyClicks(people.editor.name, "Anne Holm")
    key(Qt.Key.Key_Tab)
    assert people.editor.about.text() == "leder af PPR, familie og skole, Fjordby Kommune"
    key(Qt.Key.Key_End)
    QTest.keyClicks(people.editor.about, "by")
    key(Qt.Key.Key_Return)
    assert told(bench, both[0]) == ("Anne Holm", BEFORE[1], "Fjordby Kommuneby")
    assert stored(bench, both[0]).role is AttendanceRole.MEMBER
    assert people.table.hasFocus()
    assert people.table.current_row().name == "Anne Holm"
    assert not people.editor.is_open
    key(Qt.Key.Key_Z, CONTROL)
    assert dump(bench.world.database) == before


@pytest.mark.parametrize("way", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_begins_and_esc_takes_back(
    bench: Bench, people: AttendanceList, both: list[UUID], way: Qt.Key
) -> None:
    key(way)
    QTest.keyClicks(people.editor.name, "Anne")
    key(Qt.Key.Key_Escape)
    assert dialog_of(DetailsDialog).isVisible()
    assert people.table.hasFocus()
    assert told(bench, both[0]) == BEFORE


def test_a_double_click_begins_and_going_elsewhere_saves(
    bench: Bench, people: AttendanceList, both: list[UUID], qtbot: QtBot
) -> None:
    port, table = people.table.viewport(), people.table
    first, second = (table.visualRect(table.model().index(row, 0)).center() for row in range(2))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(port, left, none, second)
    QTest.mouseDClick(port, left, none, second)
    QTest.keyClicks(people.editor.name, "Bo Raske")
    QTest.mouseClick(port, left, none, first)
    qtbot.waitUntil(lambda: not people.editor.is_open)
    assert told(bench, both[1]) == ("Bo Raske", "", "")
    assert told(bench, both[0]) == BEFORE
    assert table.current_row().name == "Ane Holm"


def test_what_is_written_is_saved_when_the_details_are_closed(
    bench: Bench, people: AttendanceList, both: list[UUID]
) -> None:
    key(Qt.Key.Key_F2)
    QTest.keyClicks(people.editor.name, "Anne Holm")
    press_button(dialog_of(DetailsDialog), "Luk")
    assert told(bench, both[0])[0] == "Anne Holm"


@pytest.mark.parametrize(
    ("name", "said"), [(" ", "Skriv deltagerens navn."), ("bo rask", "Bo Rask står på listen.")]
)
def test_a_name_that_cannot_be_used_is_refused_with_why(
    bench: Bench, people: AttendanceList, both: list[UUID], qtbot: QtBot, name: str, said: str
) -> None:
    key(Qt.Key.Key_F2)
    QTest.keyClicks(people.editor.name, name)
    key(Qt.Key.Key_Return)
    assert people.editor.name.hasFocus()
    assert people.editor.name.accessibleDescription().startswith(said)
    assert people.refusal.isVisible()
    assert people.refusal.text().startswith(said)
    people.name.setFocus()
    qtbot.waitUntil(lambda: not people.editor.is_open)
    assert told(bench, both[0]) == BEFORE
    people.table.setFocus()
    key(Qt.Key.Key_F2)
    assert not people.refusal.isVisible()
    assert people.editor.name.text() == "Ane Holm"


def test_a_substitute_attends_for_the_corrected_name(
    bench: Bench, people: AttendanceList, both: list[UUID]
) -> None:
    attend_for(bench.world.database, both[1], both[0])
    people.reload()
    key(Qt.Key.Key_F2)
    QTest.keyClicks(people.editor.name, "Anne Holm")
    key(Qt.Key.Key_Return)
    assert stored(bench, both[1]).substitutes_for == "Anne Holm"
    assert stored(bench, both[1]).substitutes_for_id == both[0]


@pytest.mark.parametrize(
    ("written", "title", "organisation"),
    [
        ("chef, Fjordby Kommune", "chef", "Fjordby Kommune"),
        ("leder af PPR, familie og skole", "leder af PPR, familie og skole", ""),
        ("Fjordby Kommune", "", "Fjordby Kommune"),
        ("konsulent, Havn", "konsulent", "Havn"),
        ("", "", ""),
    ],
)
def test_the_half_that_stays_keeps_its_commas(
    bench: Bench,
    people: AttendanceList,
    both: list[UUID],
    written: str,
    title: str,
    organisation: str,
) -> None:
    key(Qt.Key.Key_F2)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Delete)
    QTest.keyClicks(people.editor.about, written)
    key(Qt.Key.Key_Tab)
    assert told(bench, both[0]) == ("Ane Holm", title, organisation)


def test_nothing_changed_is_no_step(bench: Bench, people: AttendanceList, both: list[UUID]) -> None:
    edit_attendance(bench.world.database, both[1], status="apologies")
    steps = bench.world.database.history.undoable
    key(Qt.Key.Key_F2)
    key(Qt.Key.Key_Return)
    assert bench.world.database.history.undoable == steps
