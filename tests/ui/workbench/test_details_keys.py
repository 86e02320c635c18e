"""Esc in the details of a meeting: first the words in hand, then the dialog; and the title."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.attendances import add_attendance
from app.services.queries.meetings import MeetingFields, attendance_rows, meeting_fields
from app.ui.forms import PAUSE_MS
from app.ui.pages.workbench.details_dialog import DetailsDialog
from tests.ui.workbench.conftest import Bench, dialog_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(bench: Bench, qtbot: QtBot) -> DetailsDialog:
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    made = dialog_of(DetailsDialog)
    qtbot.waitUntil(made.isActiveWindow)
    assert isinstance(made, DetailsDialog)
    return made


def stored(bench: Bench) -> MeetingFields:
    return meeting_fields(bench.world.database, bench.meeting_id)


def key(pressed: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), pressed)


def write(words: str) -> None:
    """Write over what stands in the field that has the keyboard."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), words)


def test_esc_takes_a_date_back_and_then_closes(bench: Bench, dialog: DetailsDialog) -> None:
    before, words = stored(bench), dialog.date.text()
    write("9/4")
    key(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.date.text() == words
    key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stored(bench) == before


def test_esc_takes_back_what_was_saved_in_a_pause(bench: Bench, dialog: DetailsDialog) -> None:
    dialog.place.setFocus()
    write("Rådhuset")
    QTest.qWait(PAUSE_MS + 50)
    assert stored(bench).place_text == "Rådhuset"
    key(Qt.Key.Key_Escape)
    assert stored(bench).place_text == ""
    assert dialog.isVisible()


@pytest.mark.parametrize("way", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_what_was_left_by_enter_or_tab_is_saved(
    bench: Bench, dialog: DetailsDialog, way: Qt.Key
) -> None:
    write("9/4")
    key(way)
    assert dialog.isVisible()
    key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stored(bench).date == dt.date(2030, 4, 9)


def test_esc_takes_back_what_was_refused(bench: Bench, dialog: DetailsDialog) -> None:
    before, words = stored(bench), dialog.date.text()
    write("31/2")
    key(Qt.Key.Key_Return)
    assert "findes ikke" in dialog.date.accessibleDescription()
    key(Qt.Key.Key_Escape)
    assert (dialog.date.text(), dialog.date.accessibleDescription()) == (words, "")
    key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stored(bench) == before


def test_esc_takes_a_guest_being_written_back(bench: Bench, dialog: DetailsDialog) -> None:
    dialog.leaves.chosen.emit("people")
    dialog.people.name.setFocus()
    write("Hans Hansen, chef")
    key(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.people.name.text() == ""
    key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    names = [row.name for row in attendance_rows(bench.world.database, bench.meeting_id)]
    assert "Hans Hansen" not in names


def test_the_title_of_the_window_has_the_new_date(bench: Bench, dialog: DetailsDialog) -> None:
    assert "7.\u00a0februar" in bench.world.window.windowTitle()
    write("9/4")
    key(Qt.Key.Key_Return)
    assert "9.\u00a0april" in bench.world.window.windowTitle()
    bench.world.window.open("decisions")
    bench.world.database.undo()
    assert "Beslutninger" in bench.world.window.windowTitle()
    bench.world.window.open("meeting")
    assert "7.\u00a0februar" in bench.world.window.windowTitle()


def test_a_removed_participant_comes_back_by_undo_and_space_takes_no_more(
    bench: Bench, dialog: DetailsDialog
) -> None:
    for name in ("Ane Holm", "Bo Lund"):
        add_attendance(bench.world.database, bench.meeting_id, name)
    dialog.leaves.set_value("people")
    dialog._turn("people")
    dialog.people.reload()
    before = [row.name for row in attendance_rows(bench.world.database, bench.meeting_id)]
    dialog.people.remove.setFocus()
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Space)
    assert len(attendance_rows(bench.world.database, bench.meeting_id)) == len(before) - 1
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    there = [row.name for row in attendance_rows(bench.world.database, bench.meeting_id)]
    assert there == before
    assert [row.name for row in dialog.people.model.rows] == before
