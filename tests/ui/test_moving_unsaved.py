"""Other data are opened while words cannot be saved: they are asked about, and put aside once."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.storage.database import Database
from app.ui import starter as starting
from app.ui.dialogs.unsaved import UnsavedDialog
from app.ui.starter import Starter
from tests.ui.conftest import World
from tests.ui.hands import refused
from tests.ui.test_moving import WORDS, slowly, stored, type_words


@pytest.fixture
def starter(world: World) -> Starter:
    return Starter(world.window)


def gone_until_closed(monkeypatch: pytest.MonkeyPatch, old: Database) -> None:
    """The drive takes nothing more of the data that are open; other data lie on another."""
    write, close, closed = Database.write, Database.close, list[Database]()

    def write_elsewhere(database: Database, *args: Any) -> Any:
        is_gone = database is old and database not in closed
        return refused(database, *args) if is_gone else write(database, *args)

    def close_and_note(database: Database) -> None:
        closed.append(database)
        close(database)

    monkeypatch.setattr(Database, "write", write_elsewhere)
    monkeypatch.setattr(Database, "close", close_and_note)


def test_words_that_were_put_aside_are_not_written_to_data_that_are_closed(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_words(qtbot, world)
    old = world.window.page
    gone_until_closed(monkeypatch, world.database)
    starter.move_to(tmp_path / "another")
    dialog = world.window.findChild(UnsavedDialog)
    with qtbot.waitSignal(starter.ready, timeout=10_000) as ready:
        QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert world.window.page_key == ready.args[0] == "first_start"
    assert world.context.messages.text.startswith("Der var ingen data i")
    qtbot.waitUntil(lambda: not shiboken6.isValid(old))
    assert world.window.close()


def test_words_written_while_other_data_open_are_asked_about_when_they_cannot_be_saved(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Event()
    slowly(monkeypatch, starting, "make_data_elsewhere", opened)
    before = world.database.path
    starter.move_to(tmp_path / "another")
    type_words(qtbot, world)
    gone_until_closed(monkeypatch, world.database)
    opened.set()
    qtbot.waitUntil(lambda: world.window.findChild(UnsavedDialog) is not None, timeout=10_000)
    assert world.context.database.path == before
    Database.open_or_create(tmp_path / "another" / "moedevaerk.db").close()
    with qtbot.waitSignal(starter.ready, timeout=10_000):
        dialog = world.window.findChild(UnsavedDialog)
        QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    (file,) = before.parent.glob("reddet-tekst-*.txt")
    assert WORDS in file.read_text(encoding="utf-8-sig")
    assert world.context.database.path.parent == tmp_path / "another"


def test_who_stays_with_words_written_while_other_data_open_can_save_them_yet(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, before = Event(), world.database.path
    slowly(monkeypatch, starting, "make_data_elsewhere", opened)
    starter.move_to(tmp_path / "another")
    type_words(qtbot, world)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        opened.set()
        qtbot.waitUntil(lambda: world.window.findChild(UnsavedDialog) is not None, timeout=10_000)
    QTest.keyClick(world.window.findChild(UnsavedDialog), Qt.Key.Key_Escape)
    assert world.context.database.path == before
    world.window.open("settings")
    world.database.close()
    assert WORDS in stored(before, world)
    assert not list((tmp_path / "another").rglob("*.db")), "nobody used it"
