"""Other data are opened while the window stands: no word is lost, nothing changes in silence."""

import shutil
from pathlib import Path
from threading import Event
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.models.richtext import plain
from app.services import backups
from app.services.bodies import create_body
from app.services.items import rename_item
from app.services.queries.items import item_view
from app.services.queries.registers import body_rows
from app.storage.backup import copies
from app.storage.database import Database
from app.ui import starter as starting
from app.ui.dialogs.unsaved import UnsavedDialog
from app.ui.pages.workbench.editor.attachments import coming
from app.ui.rescue import write_rescue
from app.ui.richtext import pause
from app.ui.starter import Starter, close_data
from app.ui.theme import Theme
from tests.ui.conftest import World
from tests.ui.hands import refused
from tests.ui.sample import Sample

WORDS = "Ord, der ikke må gå tabt."


@pytest.fixture
def starter(world: World) -> Starter:
    return Starter(world.window)


def type_words(qtbot: QtBot, world: World) -> None:
    """Into the first section of the first item, without the pause that saves."""
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)
    item_id = world.sample.item_ids[0]
    page = world.window.open("meeting", meeting_id=world.sample.meeting_ids[0], item_id=item_id)
    text = page.editor.form.sections[0].editor
    text.setFocus()
    QApplication.processEvents()
    QTest.keyClicks(text, WORDS)


def stored(file: Path, world: World) -> str:
    with Database.open(file) as database:
        return plain(item_view(database, world.sample.item_ids[0]).sections[0].text)


def move(qtbot: QtBot, starter: Starter, folder: Path) -> str:
    with qtbot.waitSignal(starter.ready, timeout=10_000) as ready:
        starter.move_to(folder)
    return str(ready.args[0])


def test_what_was_just_typed_is_saved_before_other_data_are_opened(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pause, "PAUSE", 60_000)
    monkeypatch.setattr(pause, "LONGEST_WAIT", 60_000)
    before = world.database.path
    type_words(qtbot, world)
    move(qtbot, starter, tmp_path / "another")
    assert world.context.database.path.parent == tmp_path / "another"
    assert WORDS in stored(before, world)
    (copy,) = copies(before.parent / "backups")
    assert WORDS in stored(copy.path, world), "saved before the data were closed, not after"


def test_what_cannot_be_saved_keeps_the_data_open_until_it_is_put_aside(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, write = world.database.path, Database.write
    monkeypatch.setattr(Database, "write", refused)
    type_words(qtbot, world)
    starter.move_to(tmp_path / "another")
    dialog = world.window.findChild(UnsavedDialog)
    assert dialog.go_on.text() == "Gå videre uden at gemme"
    assert world.context.database.path == before
    assert not (tmp_path / "another").exists()
    with qtbot.waitSignal(starter.ready, timeout=10_000):
        QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(Database, "write", write)
    (file,) = before.parent.glob("reddet-tekst-*.txt")
    assert WORDS in file.read_text(encoding="utf-8-sig")
    assert world.context.database.path.parent == tmp_path / "another"
    assert world.window.isVisible()


def test_an_empty_folder_is_said_and_left_again(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path
) -> None:
    before = world.database.path.parent
    assert move(qtbot, starter, tmp_path / "empty") == "first_start"
    said = world.context.messages.text
    assert str(tmp_path / "empty") in said
    assert f"Dine data ligger stadig i {before}." in said
    toast = world.context.messages._toast
    assert toast is not None
    assert toast._action.text() == "Gå tilbage"
    with qtbot.waitSignal(starter.ready, timeout=10_000) as ready:
        qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert ready.args[0] != "first_start"
    assert world.context.database.path.parent == before
    assert world.context.messages.text == ""
    assert not list((tmp_path / "empty").rglob("*.db")), "nobody used it"


def test_a_new_folder_that_was_used_keeps_its_data(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path
) -> None:
    before = world.database.path.parent
    move(qtbot, starter, tmp_path / "new")
    create_body(world.context.database, "Den første")
    move(qtbot, starter, before)
    with Database.open(tmp_path / "new" / "moedevaerk.db") as database:
        assert [body.name for body in body_rows(database)] == ["Den første"]


def test_a_folder_that_had_an_empty_database_keeps_it(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path
) -> None:
    before, there = world.database.path.parent, tmp_path / "there" / "moedevaerk.db"
    Database.create(there).close()
    move(qtbot, starter, there.parent)
    move(qtbot, starter, before)
    assert there.exists()


def test_a_folder_with_data_is_opened_without_a_word(
    qtbot: QtBot,
    world: World,
    starter: Starter,
    tmp_path: Path,
    filled: tuple[Path, Sample],
) -> None:
    (tmp_path / "other").mkdir()
    shutil.copyfile(filled[0], tmp_path / "other" / "moedevaerk.db")
    assert move(qtbot, starter, tmp_path / "other") != "first_start"
    assert world.context.messages.text == ""


def test_the_menu_names_no_step_of_the_data_that_were_left(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path
) -> None:
    rename_item(world.database, world.sample.item_ids[0], "Et andet navn")
    assert world.context.history.undo.text() == "Fortryd: Ret titel"
    move(qtbot, starter, tmp_path / "another")
    assert world.context.history.undo.text() == "Fortryd"


def test_words_that_no_file_can_hold_are_put_aside_all_the_same(tmp_path: Path) -> None:
    file = write_rescue(tmp_path / "reddet-tekst.txt", "Havn \ud83d og kaj")
    assert file.read_text(encoding="utf-8-sig") == "Havn ? og kaj\n"


def test_a_folder_that_refuses_gives_way_to_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    written = write_rescue(tmp_path / "gone" / "reddet-tekst.txt", WORDS)
    assert written == home / "reddet-tekst.txt"
    assert written.read_text(encoding="utf-8-sig") == f"{WORDS}\n"


def test_an_attachment_begun_while_other_data_open_is_kept(
    qtbot: QtBot, world: World, starter: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, stored = Event(), Event()
    slowly(monkeypatch, starting, "make_data_elsewhere", opened)
    slowly(monkeypatch, coming, "take_in", stored)
    before, item_id = world.database.path, world.sample.item_ids[0]
    page = world.window.open("meeting", meeting_id=world.sample.meeting_ids[0], item_id=item_id)
    starter.move_to(tmp_path / "another")
    file = tmp_path / "notat.txt"
    file.write_text("indhold", encoding="utf-8")
    page.editor.form.attachments.add_files([file])
    with qtbot.waitSignal(starter.ready, timeout=10_000):
        opened.set()
        qtbot.wait(500)
        stored.set()
    with Database.open(before) as database:
        assert [row.title for row in item_view(database, item_id).attachments] == ["notat"]


def slowly(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, go: Event) -> None:
    """Let a function wait until it may go on."""
    function = getattr(module, name)

    def wait_first(*args: Any) -> Any:
        assert go.wait(20)
        return function(*args)

    monkeypatch.setattr(module, name, wait_first)


@pytest.mark.parametrize("size", [100, 130])
def test_the_choices_about_what_is_not_saved_are_read_whole(
    qtbot: QtBot, look: Theme, tmp_path: Path, size: int
) -> None:
    look.set_text_size(size)
    dialog = UnsavedDialog(WORDS, tmp_path / "reddet-tekst.txt")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy.click()
    qtbot.wait(50)
    for button in (dialog.go_on, dialog.copy, dialog.retry):
        assert button.width() >= button.sizeHint().width()


def test_a_copy_that_failed_at_close_is_told_once_when_the_data_are_opened_again(
    qtbot: QtBot, world: World, starter: Starter, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    def fail(*_args: object) -> None:
        raise FileProblem("There is no room.")

    with monkeypatch.context() as patch:
        patch.setattr(backups, "back_up_at_close", fail)
        close_data(world.context)
    assert "no copy at close" in caplog.text
    assert told_at_start(qtbot, world, starter).startswith("Der blev ikke taget nogen")
    toast = world.context.messages._toast
    assert toast is not None
    QTest.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert world.window.page_key == "settings"
    close_data(world.context)
    assert told_at_start(qtbot, world, starter) == ""


def told_at_start(qtbot: QtBot, world: World, starter: Starter) -> str:
    world.context.messages.clear()
    with qtbot.waitSignal(starter.ready, timeout=10_000):
        starter.begin()
    return world.context.messages.text
