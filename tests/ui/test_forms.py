"""A form saves by itself, says what cannot be used on leaving, and never loses what is typed."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.errors import AppError, FileProblem, InvalidInput
from app.ui.forms import PAUSE_MS, Form
from app.ui.widgets import LineEdit


def number(text: str) -> int:
    if not text.strip().isdigit():
        raise InvalidInput("Write the name of the group.")
    return int(text)


def sides(count: int) -> str:
    return f"{count} sider" if count > 9 else str(count)


class Sheet:
    """A form with one field of each sort."""

    def __init__(self, qtbot: QtBot) -> None:
        self.saved: list[tuple[str, Any]] = []
        self.refuse: AppError | None = None
        self.host = QWidget()
        self.form = Form(self.save, self.host)
        self.title, self.minutes, self.note = LineEdit(), LineEdit(), QPlainTextEdit()
        self.pages = LineEdit()
        layout = QVBoxLayout(self.host)
        layout.addWidget(self.form.add("title", "Titel", self.title))
        layout.addWidget(self.form.add("minutes", "Tid", self.minutes, read=number))
        layout.addWidget(self.form.add("note", "Note", self.note))
        pages = self.form.add("pages", "Sider", self.pages, number, show=sides, whole=True)
        layout.addWidget(pages)
        self.form.set_values({"title": "Tilsyn", "minutes": 5, "note": "", "pages": 3})
        qtbot.addWidget(self.host)
        self.host.show()
        qtbot.waitUntil(self.host.isActiveWindow)

    def save(self, key: str, value: Any) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.saved.append((key, value))


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(qtbot)


def test_values_are_shown_and_nothing_is_saved(sheet: Sheet) -> None:
    assert (sheet.title.text(), sheet.minutes.text()) == ("Tilsyn", "5")
    assert sheet.saved == []


def test_typing_is_saved_after_a_pause(qtbot: QtBot, sheet: Sheet) -> None:
    qtbot.keyClicks(sheet.title, " nord ")
    assert sheet.saved == []
    qtbot.waitUntil(lambda: bool(sheet.saved), timeout=PAUSE_MS + 800)
    assert sheet.saved == [("title", "Tilsyn nord")]


def test_leaving_saves_at_once(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.title.setFocus()
    qtbot.keyClicks(sheet.title, "!")
    qtbot.keyClick(sheet.title, Qt.Key.Key_Tab)
    assert sheet.saved == [("title", "Tilsyn!")]


def test_running_text_is_saved_on_leaving(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.note.setFocus()
    qtbot.keyClicks(sheet.note, "Husk bilag")
    sheet.title.setFocus()
    assert sheet.saved == [("note", "Husk bilag")]


def test_what_cannot_be_used_is_said_on_leaving_and_not_while_typing(
    qtbot: QtBot, sheet: Sheet
) -> None:
    field = sheet.form.field("minutes")
    sheet.minutes.setFocus()
    qtbot.keyClicks(sheet.minutes, "x")
    qtbot.wait(PAUSE_MS + 100)
    assert not field._error.isVisible()
    qtbot.keyClick(sheet.minutes, Qt.Key.Key_Tab)
    assert field._error.isVisible()
    assert field._sentence.text() == "Skriv gruppens navn."
    assert sheet.saved == []
    sheet.minutes.setFocus()
    sheet.minutes.selectAll()
    qtbot.keyClicks(sheet.minutes, "15")
    qtbot.keyClick(sheet.minutes, Qt.Key.Key_Tab)
    assert not field._error.isVisible()
    assert sheet.saved == [("minutes", 15)]


def test_news_from_outside_do_not_overwrite_what_is_being_typed(qtbot: QtBot, sheet: Sheet) -> None:
    qtbot.keyClicks(sheet.title, " syd")
    sheet.form.set_values({"title": "Noget andet", "minutes": 9})
    assert (sheet.title.text(), sheet.minutes.text()) == ("Tilsyn syd", "9")


def test_flush_saves_what_is_unsaved(qtbot: QtBot, sheet: Sheet) -> None:
    qtbot.keyClicks(sheet.title, " øst")
    assert sheet.form.flush()
    assert sheet.saved == [("title", "Tilsyn øst")]
    qtbot.keyClicks(sheet.minutes, "x")
    assert not sheet.form.flush()


def test_a_failing_disk_is_reported_and_the_text_stays_unsaved(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.refuse = FileProblem("The change was not saved.")
    qtbot.keyClicks(sheet.title, " vest")
    with qtbot.waitSignal(sheet.form.failed) as failed:
        assert not sheet.form.flush()
    assert failed.args == [sheet.refuse]
    sheet.refuse = None
    assert sheet.form.flush()
    assert sheet.saved == [("title", "Tilsyn vest")]


def test_a_whole_field_waits_until_it_is_left_and_shows_how_it_was_read(
    qtbot: QtBot, sheet: Sheet
) -> None:
    sheet.pages.setFocus()
    qtbot.keyClicks(sheet.pages, "0")
    qtbot.wait(PAUSE_MS + 100)
    assert sheet.saved == []
    qtbot.keyClick(sheet.pages, Qt.Key.Key_Tab)
    assert sheet.saved == [("pages", 30)]
    assert sheet.pages.text() == "30 sider"


def test_what_cannot_be_used_can_be_given_up(qtbot: QtBot, sheet: Sheet) -> None:
    qtbot.keyClicks(sheet.minutes, "x")
    qtbot.keyClicks(sheet.title, " øst")
    assert not sheet.form.flush()
    assert sheet.form.refused == {"minutes"}
    sheet.form.revert()
    assert (sheet.minutes.text(), sheet.title.text()) == ("5", "Tilsyn øst")
    assert sheet.form.flush()
