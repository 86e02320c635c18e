"""Nyt møde: words in, a meeting with its fixed items out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from app.errors import InvalidInput
from app.i18n import sentence
from app.services.bodies import create_body
from app.services.body_setup import body_setup, save_body
from app.services.queries.meetings import meeting_fields, meeting_rows
from app.ui.dialogs.base import Confirmation
from app.ui.dialogs.calendar_popup import CalendarPopup, offer_calendar
from app.ui.dialogs.meeting_words import read_date, read_times, show_date, show_times
from app.ui.dialogs.new_meeting import NewMeetingDialog
from app.ui.widgets import DateEdit
from tests.ui.conftest import World

TODAY = dt.date(2030, 5, 20)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2/6", dt.date(2030, 6, 2)),
        ("2.6.", dt.date(2030, 6, 2)),
        ("2. juni", dt.date(2030, 6, 2)),
        ("2/1", dt.date(2031, 1, 2)),
        ("om 14 dage", dt.date(2030, 6, 3)),
        ("torsdag den 7. februar 2030", dt.date(2030, 2, 7)),
        ("7/2-2030", dt.date(2030, 2, 7)),
        ("8.apr.", dt.date(2031, 4, 8)),
        ("8.apr.2030", dt.date(2030, 4, 8)),
        ("8. apr. 32", dt.date(2032, 4, 8)),
        ("fre d. 7.6.", dt.date(2030, 6, 7)),
        ("070230", dt.date(2030, 2, 7)),
        ("07022030", dt.date(2030, 2, 7)),
        ("I morgen", dt.date(2030, 5, 21)),
        ("i overmorgen", dt.date(2030, 5, 22)),
        ("torsdag", dt.date(2030, 5, 23)),
        ("på mandag", dt.date(2030, 5, 27)),
        ("næste torsdag", dt.date(2030, 5, 30)),
        ("1998-05-08", dt.date(1998, 5, 8)),
    ],
)
def test_dates_as_people_write_them(words: str, day: dt.date) -> None:
    assert read_date(words, TODAY) == day
    assert read_date(show_date(day), TODAY) == day


@pytest.mark.parametrize("words", ["", "snart", "juni", "31/2", "uge 12"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(InvalidInput):
        read_date(words, TODAY)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("mandag d. 8. april 2027", "Den 8. april 2027 er en torsdag. Ret ugedagen eller datoen."),
        ("man. 8/4-27", "Den 8. april 2027 er en torsdag. Ret ugedagen eller datoen."),
        ("8. april 1827", "Året 1827 ligger for langt væk. Ret datoen."),
        ("8/4-2207", "Året 2207 ligger for langt væk. Ret datoen."),
        ("31/2", "Den dag findes ikke. Skriv en dato, fx 2/6 eller 2. juni."),
        ("32.13.2027", "Den dag findes ikke. Skriv en dato, fx 2/6 eller 2. juni."),
        ("31. februar", "Den dag findes ikke. Skriv en dato, fx 2/6 eller 2. juni."),
        ("310227", "Den dag findes ikke. Skriv en dato, fx 2/6 eller 2. juni."),
        ("om lidt", "Skriv en dato, fx 2/6, 2. juni eller om 14 dage."),
    ],
)
def test_a_date_that_cannot_be_meant_is_refused_with_why(words: str, said: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_date(words, TODAY)
    assert sentence(refused.value).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("9/1", dt.date(2028, 1, 9)),
        ("om 14 dage", dt.date(2030, 6, 3)),
        ("i morgen", dt.date(2030, 5, 21)),
        ("på mandag", dt.date(2030, 5, 27)),
    ],
)
def test_a_day_without_a_year_is_of_the_year_that_is_known(words: str, day: dt.date) -> None:
    assert read_date(words, TODAY, since=dt.date(2028, 1, 1)) == day


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("12-16", (dt.time(12), dt.time(16))),
        ("12.00", (dt.time(12), None)),
        ("kl. 9.30–12", (dt.time(9, 30), dt.time(12))),
        ("9:15 til 10:45", (dt.time(9, 15), dt.time(10, 45))),
        ("", (None, None)),
    ],
)
def test_times_as_people_write_them(
    words: str, times: tuple[dt.time | None, dt.time | None]
) -> None:
    assert read_times(words) == times
    assert read_times(show_times(times)) == times


@pytest.mark.parametrize("words", ["25", "12-11", "12.75", "formiddag", "12-"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(InvalidInput):
        read_times(words)


@pytest.fixture
def dialog(world: World, qtbot: QtBot) -> NewMeetingDialog:
    used_to = replace(
        body_setup(world.database, world.sample.body_id),
        default_place="Salen",
        default_start=dt.time(9),
        default_end=dt.time(12),
    )
    save_body(world.database, used_to, world.sample.body_id)
    world.window.open("meetings")
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)
    press = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(world.window.page.table, Qt.Key.Key_N, press)
    made = QApplication.activeModalWidget()
    assert isinstance(made, NewMeetingDialog)
    return made


def test_the_group_fills_in_what_it_is_used_to(dialog: NewMeetingDialog) -> None:
    assert dialog._times.text() == "9.00–12.00"
    assert dialog._place.text() == "Salen"
    dialog.reject()


def test_a_meeting_is_made_and_opened(world: World, dialog: NewMeetingDialog) -> None:
    QTest.keyClicks(dialog._date, "3/9-2030")
    QTest.keyClick(dialog._date, Qt.Key.Key_Return)
    newest = meeting_rows(world.database)[0]
    assert (newest.date, newest.place, newest.item_count) == (dt.date(2030, 9, 3), "Salen", 4)
    assert world.window.page_key == "meeting"
    assert world.window.page.meeting_id == newest.id
    assert meeting_fields(world.database, newest.id).end == dt.time(12)


def test_errors_stand_at_their_fields(world: World, dialog: NewMeetingDialog) -> None:
    dialog._times.selectAll()
    QTest.keyClicks(dialog._times, "14-12")
    QTest.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog._date.accessibleDescription().startswith("Skriv en dato")
    assert "begynder" in dialog._times.accessibleDescription()
    assert len(meeting_rows(world.database)) == 2
    dialog.reject()


def test_a_meeting_that_is_written_is_not_lost_by_esc(dialog: NewMeetingDialog) -> None:
    QTest.keyClick(dialog._place, Qt.Key.Key_End)
    QTest.keyClicks(dialog._place, " 2")
    QTest.keyClick(dialog._place, Qt.Key.Key_Escape)
    question = dialog.findChild(Confirmation)
    assert dialog.isVisible()
    question.reject()
    assert dialog.isVisible()
    assert dialog._place.text() == "Salen 2"
    QTest.keyClick(dialog._place, Qt.Key.Key_Escape)
    QApplication.activeModalWidget().confirm.click()
    assert not dialog.isVisible()


def test_the_habits_of_a_group_are_nothing_written(dialog: NewMeetingDialog) -> None:
    QTest.keyClick(dialog._date, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_ctrl_enter_makes_the_meeting(world: World, dialog: NewMeetingDialog) -> None:
    QTest.keyClicks(dialog._date, "3/9-2030")
    QTest.keyClick(dialog._place, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert meeting_rows(world.database)[0].date == dt.date(2030, 9, 3)


def test_another_group_brings_its_own_habits(world: World, qtbot: QtBot) -> None:
    create_body(world.database, "Netværket", default_place="Havnen", default_start=dt.time(8))
    world.window.open("meetings")
    world.window.page.new.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewMeetingDialog)
    dialog._body.setCurrentIndex(dialog._body.findText("Netværket"))
    assert (dialog._times.text(), dialog._place.text()) == ("8.00", "Havnen")
    dialog.reject()


def test_own_words_survive_another_group(world: World, dialog: NewMeetingDialog) -> None:
    dialog._place.selectAll()
    QTest.keyClicks(dialog._place, "Udendørs")
    dialog._use_habits(0)
    assert dialog._place.text() == "Udendørs"
    dialog.reject()


def test_a_day_is_chosen_in_the_calendar(dialog: NewMeetingDialog) -> None:
    QTest.keyClicks(dialog._date, "2/6-2031")
    dialog._date.calendar.trigger()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    QTest.keyClick(popup.calendar.focusProxy() or popup.calendar, Qt.Key.Key_Right)
    popup.calendar.activated.emit(popup.calendar.selectedDate())
    assert dialog._date.text() == "tirsdag den 3. juni 2031"
    dialog.reject()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_open_the_calendar_before_shortcuts_of_the_page(
    qtbot: QtBot, world: World, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    field = DateEdit()
    field.setText("3. maj 2027")
    qtbot.addWidget(field)
    moved, chosen = [], []
    move = QAction(field)
    move.setShortcuts([QKeySequence("Alt+Down"), QKeySequence("F4")])
    move.triggered.connect(lambda: moved.append(1))
    field.addAction(move)
    offer_calendar(field, read_date, show_date)
    field.textEdited.connect(chosen.append)
    field.show()
    field.setFocus()
    qtbot.keyClick(field, key, modifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert moved == []
    assert popup.calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    qtbot.keyClick(popup.calendar.findChild(QTableView), Qt.Key.Key_Right)
    qtbot.keyClick(popup.calendar.findChild(QTableView), Qt.Key.Key_Return)
    assert chosen == [show_date(dt.date(2027, 5, 4))]


@pytest.mark.parametrize(
    ("typed", "read"),
    [("8", "8.00"), ("kl 8.15", "8.15"), ("13", "13.00"), ("10-11", "10.00–11.00"), ("", "")],
)
def test_times_are_shown_as_they_are_read(
    world: World, dialog: NewMeetingDialog, typed: str, read: str
) -> None:
    dialog._times.setFocus()
    dialog._times.selectAll()
    QTest.keyClick(dialog._times, Qt.Key.Key_Delete)
    QTest.keyClicks(dialog._times, typed)
    QTest.keyClick(dialog._times, Qt.Key.Key_Tab)
    assert dialog._times.text() == read
    QTest.keyClicks(dialog._date, "3/9-2030")
    QTest.keyClick(dialog._date, Qt.Key.Key_Return)
    made = meeting_fields(world.database, meeting_rows(world.database)[0].id)
    assert show_times((made.start, made.end)) == read


def test_own_times_survive_another_group_after_they_were_read(dialog: NewMeetingDialog) -> None:
    dialog._times.setFocus()
    dialog._times.selectAll()
    QTest.keyClicks(dialog._times, "8")
    QTest.keyClick(dialog._times, Qt.Key.Key_Tab)
    dialog._use_habits(0)
    assert dialog._times.text() == "8.00"
    dialog.reject()


def test_nothing_moves_when_a_date_is_wrong_and_right_again(
    dialog: NewMeetingDialog, qtbot: QtBot
) -> None:
    QTest.qWait(50)
    seen, place = set(), dialog._place
    for words in ("", "onsdag den 30. september 2027", "31/2", "30/9-2027"):
        dialog._date.setFocus()
        dialog._date.selectAll()
        QTest.keyClicks(dialog._date, words)
        QTest.keyClick(dialog._date, Qt.Key.Key_Tab)
        dialog._times.setText("16-12" if words else "12-16")
        QTest.keyClick(dialog._times, Qt.Key.Key_Tab)
        QTest.qWait(20)
        seen.add((dialog.height(), place.mapTo(dialog, place.rect().topLeft()).y()))
    assert len(seen) == 1
    assert dialog._date.text() == "torsdag den 30. september 2027"
    dialog.reject()
