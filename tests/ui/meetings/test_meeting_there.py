"""Nyt møde tells of a meeting that the group has on that day, and makes another all the same."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.bodies import create_body
from app.services.queries.meetings import meeting_rows
from app.ui.dialogs.meeting_words import show_date
from app.ui.dialogs.new_meeting import NewMeetingDialog, ask_new_meeting
from tests.ui.conftest import World
from tests.ui.hands import active

SAID = "SG Fjord har allerede et møde den dag."
DAY = dt.date(2030, 2, 7)


@pytest.fixture
def dialog(world: World, qtbot: QtBot) -> NewMeetingDialog:
    create_body(world.database, "Styregruppen for Havnen", short_name="SG Havn")
    active(qtbot, world)
    assert ask_new_meeting(world.context, world.window, world.sample.body_id)
    made = QApplication.activeModalWidget()
    assert isinstance(made, NewMeetingDialog)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_meeting_of_that_day_is_told_while_the_date_is_written(
    world: World, dialog: NewMeetingDialog
) -> None:
    QTest.keyClicks(dialog._date, "7/2-203")
    assert dialog.told() == ""
    QTest.keyClicks(dialog._date, "0")
    assert (dialog.told(), dialog._date.accessibleDescription()) == (SAID, SAID)
    assert not dialog._date.property("invalid")
    QTest.keyClick(dialog._date, Qt.Key.Key_Backspace)
    assert (dialog.told(), dialog._date.accessibleDescription()) == ("", "")
    QTest.keyClicks(dialog._date, "0")
    QTest.keyClick(dialog._date, Qt.Key.Key_Tab)
    assert dialog._date.text() == show_date(DAY)
    assert dialog.told() == SAID
    QTest.keyClick(dialog._date, Qt.Key.Key_Return)
    assert [row.date for row in meeting_rows(world.database)].count(DAY) == 2


def test_another_group_may_meet_that_day(dialog: NewMeetingDialog) -> None:
    QTest.keyClicks(dialog._date, "7/2-2030")
    assert dialog.told() == SAID
    dialog._body.setCurrentIndex(dialog._body.findText("SG Havn"))
    assert dialog.told() == ""
    dialog._body.setCurrentIndex(dialog._body.findText("SG Fjord"))
    assert dialog.told() == SAID
    dialog._discard()


def test_each_field_has_its_own_words_below_it(dialog: NewMeetingDialog) -> None:
    dialog._times.selectAll()
    dialog._times.setFocus()
    QTest.keyClicks(dialog._times, "formiddag")
    dialog._date.setFocus()
    QTest.keyClicks(dialog._date, "7/2-2030")
    assert dialog.told() == SAID
    assert dialog.told("times") == dialog._times.accessibleDescription()
    assert dialog.told("times").startswith("Skriv tid")
    dialog._date.selectAll()
    QTest.keyClicks(dialog._date, "snart")
    dialog._place.setFocus()
    assert dialog.told().startswith("Skriv en dato")
    assert dialog.told("times").startswith("Skriv tid")
    for name, field in (("date", dialog._date), ("times", dialog._times)):
        words = dialog._remarks[name]
        top_left = words.mapTo(dialog, QPoint(0, 0))
        under = field.mapTo(dialog, QPoint(0, field.height()))
        assert (top_left.x(), words.width()) == (under.x(), field.width())
        assert 0 <= top_left.y() - under.y() < 12
    dialog._times.setFocus()
    dialog._times.selectAll()
    QTest.keyClicks(dialog._times, "12-14")
    dialog._place.setFocus()
    assert dialog.told("times") == ""
    dialog._discard()
