"""The window is closed while something cannot be saved: no word is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.richtext import plain
from app.services.meetings import delete_meeting
from app.services.queries.items import item_view
from app.storage.database import Database
from app.ui.dialogs.unsaved import UnsavedDialog
from tests.ui.hands import refused
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.editor.conftest import Key
from tests.ui.workbench.editor.test_in_page import TITLE

WORDS = "Ord, der ikke må gå tabt."
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dead_drive(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        yield patch


def close_after_typing(bench: Bench) -> UnsavedDialog:
    bench.choose(TITLE)
    text = bench.page.editor.form.sections[0].editor
    text.setFocus()
    QTest.keyClicks(text, WORDS)
    bench.world.window.close()
    dialog = bench.world.window.findChild(UnsavedDialog)
    assert dialog is not None
    return dialog


def rescued(bench: Bench) -> list[Path]:
    return sorted(bench.world.context.paths.data_dir.glob("reddet-tekst-*.txt"))


def stored(bench: Bench) -> str:
    item_id = bench.page.editor.item_id
    assert item_id is not None
    return plain(item_view(bench.world.database, item_id).sections[0].text)


def test_the_window_stays_and_the_text_can_be_copied(
    bench: Bench, dead_drive: pytest.MonkeyPatch
) -> None:
    dialog = close_after_typing(bench)
    assert bench.world.window.isVisible()
    QTest.mouseClick(dialog.copy, _LEFT)
    assert QApplication.clipboard().text() == WORDS
    assert dialog.isVisible()
    QTest.keyClick(dialog, Key.Key_Escape)
    assert bench.world.window.isVisible()
    assert rescued(bench) == []


def test_trying_again_saves_and_closes(bench: Bench, dead_drive: pytest.MonkeyPatch) -> None:
    dialog = close_after_typing(bench)
    QTest.mouseClick(dialog.retry, _LEFT)
    again = bench.world.window.findChildren(UnsavedDialog)[-1]
    assert again is not dialog
    assert bench.world.window.isVisible()
    dead_drive.undo()
    QTest.mouseClick(again.retry, _LEFT)
    assert not bench.world.window.isVisible()
    assert stored(bench) == WORDS
    assert rescued(bench) == []


def test_closing_anyway_puts_the_text_beside_the_data(
    bench: Bench, dead_drive: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = close_after_typing(bench)
    QTest.mouseClick(dialog.go_on, _LEFT)
    assert not bench.world.window.isVisible()
    (file,) = rescued(bench)
    assert file.read_text(encoding="utf-8-sig") == f"{WORDS}\n"
    assert stored(bench) == ""


def test_a_text_that_cannot_be_put_aside_keeps_the_window(
    bench: Bench, dead_drive: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> int:
        raise OSError("full")

    dialog = close_after_typing(bench)
    dead_drive.setattr(Path, "write_text", fail)
    QTest.mouseClick(dialog.go_on, _LEFT)
    assert bench.world.window.isVisible()
    assert "kunne ikke lægges i en fil" in bench.world.context.messages.text


def test_a_window_without_unsaved_words_closes_at_once(bench: Bench) -> None:
    bench.choose(TITLE)
    text = bench.page.editor.form.sections[0].editor
    text.setFocus()
    QTest.keyClicks(text, WORDS)
    bench.world.window.close()
    assert not bench.world.window.isVisible()
    assert bench.world.window.findChild(UnsavedDialog) is None
    assert stored(bench) == WORDS


# --- What a field does not take


def close_after_refused(bench: Bench) -> UnsavedDialog:
    """A number of minutes that is none, in an item that is no longer shown."""
    item_id = bench.choose(TITLE)
    field = bench.page.editor.head.minutes.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "en hel del")
    others = (row.id for row in bench.page.agenda.model.rows if row.id != item_id)
    bench.page.agenda.list.choose(next(others))
    bench.world.window.close()
    dialog = bench.world.window.findChild(UnsavedDialog)
    assert dialog is not None
    return dialog


def test_what_a_field_does_not_take_keeps_the_window_until_it_is_mended(bench: Bench) -> None:
    dialog = close_after_refused(bench)
    assert dialog.retry.text() == "Gå tilbage"
    QTest.mouseClick(dialog.retry, _LEFT)
    assert bench.world.window.isVisible()
    bench.choose(TITLE)
    field = bench.page.editor.head.minutes.field
    assert field.text() == "en hel del"
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "25")
    bench.world.window.close()
    assert not bench.world.window.isVisible()
    assert rescued(bench) == []
    assert bench.page.editor.item_id is not None
    assert item_view(bench.world.database, bench.page.editor.item_id).duration_min == 25


def test_what_a_field_does_not_take_is_put_into_a_file_with_why(bench: Bench) -> None:
    dialog = close_after_refused(bench)
    QTest.mouseClick(dialog.go_on, _LEFT)
    assert not bench.world.window.isVisible()
    (file,) = rescued(bench)
    words, why = file.read_text(encoding="utf-8-sig").splitlines()
    assert words == "en hel del"
    assert why.endswith(".")


def test_what_was_taken_back_with_esc_keeps_nobody(bench: Bench) -> None:
    bench.choose(TITLE)
    field = bench.page.editor.head.minutes.field
    field.setFocus()
    QTest.keyClicks(field, "en hel del")
    QTest.keyClick(field, Key.Key_Escape)
    bench.world.window.close()
    assert not bench.world.window.isVisible()


def refuse_minutes(bench: Bench) -> None:
    bench.choose(TITLE)
    field = bench.page.editor.head.minutes.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "en hel del")


def test_what_a_field_of_a_deleted_item_did_not_take_keeps_nobody(bench: Bench) -> None:
    refuse_minutes(bench)
    bench.page.agenda.list.setFocus()
    bench.press(Key.Key_Delete)
    assert TITLE not in bench.titles()
    bench.world.window.close()
    assert not bench.world.window.isVisible()


def test_what_a_field_of_a_deleted_meeting_did_not_take_keeps_nobody(bench: Bench) -> None:
    refuse_minutes(bench)
    bench.world.window.open("meetings")
    delete_meeting(bench.world.database, bench.meeting_id)
    bench.world.window.close()
    assert not bench.world.window.isVisible()


def test_what_a_field_did_not_take_is_asked_about_once_its_item_is_back(bench: Bench) -> None:
    refuse_minutes(bench)
    bench.page.agenda.list.setFocus()
    bench.press(Key.Key_Delete)
    bench.world.context.history.undo.trigger()
    assert TITLE in bench.titles()
    bench.world.window.close()
    assert bench.world.window.findChild(UnsavedDialog) is not None
    assert bench.world.window.isVisible()
