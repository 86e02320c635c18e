"""Going back to a copy: which there are, what is asked, what is shown, and back again."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.models.richtext import plain
from app.services.backups import back_up, copies_of
from app.services.items import rename_item
from app.services.queries.items import item_rows, item_view
from app.storage import restoring
from app.storage.backup import FOLDER, Copy
from app.storage.database import Database, dump
from app.ui.dialogs.copies import CopiesDialog, RestoreQuestion
from app.ui.dialogs.unsaved import UnsavedDialog
from app.ui.pages.workbench.editor.attachments import coming
from app.ui.restoring import Restoring
from app.ui.widgets import WrapLabel
from tests.ui.conftest import World
from tests.ui.hands import refused
from tests.ui.test_moving import WORDS, type_words

NEW_TITLE = "Rettet, efter at kopien blev taget"


@pytest.fixture
def older(world: World) -> Copy:
    """A copy; since then a title has been changed."""
    copy = back_up(world.database, world.database.path.parent / FOLDER)
    rename_item(world.database, world.sample.item_ids[0], NEW_TITLE)
    return copy


def _titles(database: Database, world: World) -> list[str]:
    return [row.title for row in item_rows(database, world.sample.meeting_ids[0])]


def _open_list(qtbot: QtBot, world: World) -> CopiesDialog:
    """By the keyboard, from the settings; all copies have been read through."""
    world.window.activateWindow()
    page = world.window.open("settings")
    page.restore.setFocus()
    qtbot.keyClick(page.restore, Qt.Key.Key_Return)
    dialog = world.window.findChild(CopiesDialog)
    qtbot.waitUntil(lambda: all(row.state is not None for row in dialog.model.rows))
    return dialog


def _shown(dialog: CopiesDialog, row: int) -> list[str]:
    columns = range(dialog.model.columnCount())
    return [dialog.model.index(row, column).data() for column in columns]


def _restore_chosen(qtbot: QtBot, world: World, dialog: CopiesDialog) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    question = dialog.findChild(RestoreQuestion)
    with qtbot.waitSignal(world.context.slot.filled, timeout=20_000):
        qtbot.mouseClick(question.confirm, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not [one for one in world.window.findChildren(QDialog)])


def test_a_chosen_copy_is_restored_and_that_is_taken_back(
    qtbot: QtBot, world: World, older: Copy
) -> None:
    before, now = _titles(world.database, world), dump(world.database)
    _restore_chosen(qtbot, world, _open_list(qtbot, world))
    restored = world.context.database
    assert NEW_TITLE in before
    assert NEW_TITLE not in _titles(restored, world)
    assert world.window.page_key == world.window.first_page
    assert world.context.messages.text.startswith("Sikkerhedskopien fra ")
    assert world.context.messages.text.endswith("er gendannet.")
    assert world.context.history.undo.text() == "Fortryd"
    toast = world.context.messages._toast
    assert toast is not None
    with qtbot.waitSignal(world.context.slot.filled, timeout=20_000):
        qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert dump(world.context.database) == now


def test_the_window_works_on_in_the_restored_data(qtbot: QtBot, world: World, older: Copy) -> None:
    _restore_chosen(qtbot, world, _open_list(qtbot, world))
    item_id = world.sample.item_ids[0]
    page = world.window.open("meeting", meeting_id=world.sample.meeting_ids[0], item_id=item_id)
    rename_item(world.context.database, item_id, "Skrevet bagefter")
    assert page.isVisible()
    assert world.context.history.undo.text() != "Fortryd"
    world.context.history.undo.trigger()
    assert "Skrevet bagefter" not in _titles(world.context.database, world)


def test_the_list_says_when_how_large_and_how_whole(
    qtbot: QtBot, world: World, older: Copy
) -> None:
    (file,) = [path for path in older.path.parent.glob("*.db") if path == older.path]
    rotten = file.with_name("moedevaerk-2025-05-08T10.42.00.db")
    rotten.write_bytes(file.read_bytes()[:-4096] + bytes(4096))
    dialog = _open_list(qtbot, world)
    assert len(dialog.model.rows) == len(copies_of(world.database)) == 2
    made, size, state = _shown(dialog, 1)
    assert made == "torsdag den 8.\u00a0maj 2025 kl. 10.42"
    assert size.endswith("\u00a0MB")
    assert state == "Kan ikke bruges"
    assert _shown(dialog, 0)[2] == "Hel"
    assert dialog.restore.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert not dialog.restore.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.findChild(RestoreQuestion) is None


def test_keeping_the_data_changes_nothing(qtbot: QtBot, world: World, older: Copy) -> None:
    before = dump(world.database)
    dialog = _open_list(qtbot, world)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    question = dialog.findChild(RestoreQuestion)
    assert question.focusWidget().text() == "Behold data, som de er"
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dump(world.database) == before
    assert copies_of(world.database) == [Copy(older.path, older.made_at.replace(microsecond=0))]


def test_a_copy_that_fails_to_be_made_first_leaves_the_data_at_work(
    qtbot: QtBot, world: World, older: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> Path:
        raise OSError

    before = dump(world.database)
    monkeypatch.setattr(restoring.files, "replace", refuse)
    Restoring.over(world.window).begin(older)
    qtbot.waitUntil(lambda: world.context.messages.text != "")
    monkeypatch.undo()
    assert world.context.messages.text.startswith("Der blev ikke")
    assert dump(world.context.database) == before
    rename_item(world.context.database, world.sample.item_ids[0], "Videre")
    assert "Videre" in _titles(world.context.database, world)


def test_words_that_were_put_aside_are_not_written_to_the_data_that_were_replaced(
    qtbot: QtBot, world: World, older: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_words(qtbot, world)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        Restoring.over(world.window).begin(older)
    dialog = world.window.findChild(UnsavedDialog)
    with qtbot.waitSignal(world.context.slot.filled, timeout=20_000):
        qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    restored = item_view(world.context.database, world.sample.item_ids[0])
    assert WORDS not in plain(restored.sections[0].text)
    (file,) = world.database.path.parent.glob("reddet-tekst-*.txt")
    assert WORDS in file.read_text(encoding="utf-8-sig")
    assert world.window.page_key == world.window.first_page
    assert world.context.messages.text.endswith("er gendannet.")
    assert world.window.close()


def test_nothing_can_be_written_while_the_file_is_replaced(
    qtbot: QtBot, world: World, older: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, original = threading.Event(), restoring.make_copy

    def wait_and_copy(*args: Any) -> Copy:
        assert go_on.wait(20)
        return original(*args)

    monkeypatch.setattr(restoring, "make_copy", wait_and_copy)
    Restoring.over(world.window).begin(older)
    (wait,) = world.window.findChildren(QDialog)
    qtbot.keyClick(wait, Qt.Key.Key_Escape)
    assert wait.isVisible()
    assert wait.isModal()
    with qtbot.waitSignal(world.context.slot.filled, timeout=20_000):
        go_on.set()
    assert NEW_TITLE not in _titles(world.context.database, world)


def test_without_copies_the_list_says_so(qtbot: QtBot, world: World) -> None:
    dialog = _open_list(qtbot, world)
    words = [label.text() for label in dialog.findChildren(WrapLabel)]
    assert any(text.startswith("Der er ingen sikkerhedskopier endnu.") for text in words)
    assert not dialog.restore.isEnabled()


def test_a_copy_that_lacks_attachments_is_not_tried_again(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    paper = tmp_path / "notat.txt"
    paper.write_text("indhold", encoding="utf-8")
    stored = world.database.attachments.add(paper)
    file = world.database.attachments.path_of(stored.sha256)
    file.chmod(0o644)
    file.write_text("indholt", encoding="utf-8")
    page = world.window.open("settings")
    qtbot.mouseClick(page.backup, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.backup.isEnabled)
    assert "uden de bilag, der er beskadiget (1)" in world.context.messages.text
    toast = world.context.messages._toast
    assert toast is not None
    assert toast._action.text() == "Vis mappen"


def test_an_attachment_on_its_way_comes_first(
    qtbot: QtBot, world: World, older: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, original = threading.Event(), coming.take_in

    def wait_and_take(*args: Any) -> Any:
        assert go_on.wait(20)
        return original(*args)

    monkeypatch.setattr(coming, "take_in", wait_and_take)
    file, item_id = tmp_path / "notat.txt", world.sample.item_ids[0]
    file.write_text("indhold", encoding="utf-8")
    page = world.window.open("meeting", meeting_id=world.sample.meeting_ids[0], item_id=item_id)
    page.editor.form.attachments.add_files([file])
    Restoring.over(world.window).begin(older)
    assert world.context.messages.text.startswith("Et bilag eller et billede er ved at")
    assert world.window.findChildren(QDialog) == []
    go_on.set()
    qtbot.waitUntil(lambda: "notat" in _attached(world.context.database, item_id))
    Restoring.over(world.window).begin(older)
    qtbot.waitUntil(lambda: NEW_TITLE not in _titles(world.context.database, world))
    assert "notat" not in _attached(world.context.database, item_id)


def _attached(database: Database, item_id: UUID) -> list[str]:
    return [row.title for row in item_view(database, item_id).attachments]
