"""The details of a meeting: date, time, place, and who was there."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.meeting import Attendance, AttendanceStatus
from app.services.queries.meetings import attendance_rows, meeting_fields
from app.storage.actions import Action
from app.ui.forms import PAUSE_MS
from app.ui.pages.workbench.details_dialog import DetailsDialog
from app.ui.widgets import Button
from tests.ui.workbench.conftest import Bench, dialog_of, press_button


def test_details_are_saved_as_they_are_typed(bench: Bench, qtbot: QtBot) -> None:
    QTest.mouseClick(bench.page.head.title, Qt.MouseButton.LeftButton)
    dialog = dialog_of(DetailsDialog)
    dialog.date.selectAll()
    QTest.keyClicks(dialog.date, "8/2-2030")
    dialog.times.selectAll()
    QTest.keyClicks(dialog.times, "10-11.30")
    press_button(dialog, "Luk")
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    assert (fields.date, fields.start, fields.end) == (
        dt.date(2030, 2, 8), dt.time(10), dt.time(11, 30),
    )  # fmt: skip
    assert "8.\u00a0februar" in bench.page.head.title.text()


def test_impossible_times_keep_the_details_open(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(DetailsDialog)
    dialog.times.selectAll()
    QTest.keyClicks(dialog.times, "15-12")
    press_button(dialog, "Luk")
    assert dialog.isVisible()
    assert "begynder" in dialog.times.accessibleDescription()
    assert meeting_fields(bench.world.database, bench.meeting_id).start == dt.time(9)
    dialog.times.setText("")
    QTest.keyClicks(dialog.times, "9-12")
    press_button(dialog, "Luk")


def test_what_cannot_be_used_is_shown_once_and_then_given_up(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(DetailsDialog)
    before = meeting_fields(bench.world.database, bench.meeting_id)
    dialog.date.selectAll()
    QTest.keyClicks(dialog.date, "31.02.2027")
    dialog.leaves.chosen.emit("people")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.date.isVisible()
    assert "Skriv en dato" in dialog.date.accessibleDescription()
    dialog.reject()
    assert not dialog.isVisible()
    assert meeting_fields(bench.world.database, bench.meeting_id) == before


def test_what_was_refused_when_its_field_was_left_is_still_shown_once(bench: Bench) -> None:
    bench.page.details.trigger()
    dialog = dialog_of(DetailsDialog)
    dialog.date.selectAll()
    QTest.keyClicks(dialog.date, "i morges")
    QTest.keyClick(dialog.date, Qt.Key.Key_Tab)
    press_button(dialog, "Luk")
    assert dialog.isVisible()
    press_button(dialog, "Luk")
    assert not dialog.isVisible()


def test_a_day_without_a_year_is_in_the_year_of_the_meeting(bench: Bench) -> None:
    bench.page.details.trigger()
    dialog = dialog_of(DetailsDialog)
    before = meeting_fields(bench.world.database, bench.meeting_id).date
    dialog.date.selectAll()
    QTest.keyClicks(dialog.date, "9/1")
    QTest.qWait(PAUSE_MS + 50)
    assert meeting_fields(bench.world.database, bench.meeting_id).date == before
    QTest.keyClick(dialog.date, Qt.Key.Key_Tab)
    read = meeting_fields(bench.world.database, bench.meeting_id).date
    assert read == dt.date(before.year, 1, 9)
    assert dialog.date.text().endswith(f"9. januar {before.year}")


def test_a_guest_is_added_and_removed_by_keys(bench: Bench, qtbot: QtBot) -> None:
    database = bench.world.database
    bench.page.details.trigger()
    dialog = dialog_of(DetailsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.leaves.chosen.emit("people")
    people = dialog.people
    QTest.keyClick(people.name, Qt.Key.Key_Return)
    assert people.name.accessibleDescription() == "Skriv deltagerens navn."
    QTest.keyClicks(people.name, "Dora Winther, chef, Fjordby Kommune")
    QTest.keyClick(people.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert attendance_rows(database, bench.meeting_id)[-1].name == "Dora Winther"
    assert people.table.current_row().name == "Dora Winther"
    people.table.setFocus()
    QTest.keyClick(people.table, Qt.Key.Key_Delete)
    assert "Dora Winther" not in [r.name for r in attendance_rows(database, bench.meeting_id)]
    bench.world.context.messages._act()
    assert attendance_rows(database, bench.meeting_id)[-1].name == "Dora Winther"


def test_a_guest_being_written_is_added_when_the_details_are_closed(bench: Bench) -> None:
    bench.page.details.trigger()
    dialog = dialog_of(DetailsDialog)
    dialog.leaves.chosen.emit("people")
    QTest.keyClicks(dialog.people.name, "Dora Winther, chef")
    press_button(dialog, "Luk")
    assert not dialog.isVisible()
    assert attendance_rows(bench.world.database, bench.meeting_id)[-1].name == "Dora Winther"


def test_a_guest_that_cannot_be_added_is_shown_once_and_then_given_up(bench: Bench) -> None:
    before = attendance_rows(bench.world.database, bench.meeting_id)
    bench.page.details.trigger()
    dialog = dialog_of(DetailsDialog)
    QTest.keyClicks(dialog.people.name, ", chef")
    press_button(dialog, "Luk")
    assert dialog.isVisible()
    assert dialog.people.name.isVisible()
    assert dialog.people.name.accessibleDescription() == "Skriv deltagerens navn."
    press_button(dialog, "Luk")
    assert not dialog.isVisible()
    assert attendance_rows(bench.world.database, bench.meeting_id) == before


def test_attendance_is_changed_in_the_details(bench: Bench) -> None:

    database = bench.world.database
    with database.write(Action.EDIT_ATTENDANCE) as session:
        session.add(Attendance(meeting_id=bench.meeting_id, name_as_printed="Bente Rask"))
    bench.page.details.trigger()
    dialog = dialog_of(DetailsDialog)
    status = dialog.people.status
    status.setFocus()
    status.setCurrentIndex(status.findData(AttendanceStatus.APOLOGIES))
    status.activated.emit(status.currentIndex())
    dialog.reject()
    assert [row.status for row in attendance_rows(database, bench.meeting_id)] == ["apologies"]


def test_each_leaf_has_the_height_it_needs(bench: Bench, qtbot: QtBot) -> None:
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(DetailsDialog)

    def room_below(part: QWidget) -> int:
        close = next(one for one in dialog.findChildren(Button) if one.text() == "Luk")
        return close.y() - part.mapTo(dialog, QPoint(0, part.height())).y()

    qtbot.waitUntil(lambda: room_below(dialog.other_info) < 40)
    facts = dialog.height()
    dialog.leaves.chosen.emit("people")
    assert dialog.people.isVisible()
    qtbot.waitUntil(lambda: dialog.height() > facts)
    dialog.leaves.chosen.emit("facts")
    qtbot.waitUntil(lambda: dialog.height() == facts)
    dialog.reject()
