"""F1, the menu "Hjælp" and what stands in them."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app import __version__
from app.ui import folders
from app.ui.actions import SPECS, keys_of
from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.base import Confirmation, Dialog
from app.ui.dialogs.body import BodyDialog
from app.ui.dialogs.help import HelpDialog
from app.ui.key_list import KeyGroup, key_list
from app.ui.richtext.editor_state import COMMANDS, shortcut_words
from app.ui.widgets.key_caps import KeyCaps
from tests.ui.conftest import World
from tests.ui.hands import active, press

Shown = TypeVar("Shown", bound=Dialog)


@pytest.fixture
def help_dialog(qtbot: QtBot, world: World) -> HelpDialog:
    """Opened with F1 over the list of meetings."""
    world.window.open("meetings")
    active(qtbot, world)
    press(qtbot, world, "F1")
    return opened(world, HelpDialog)


def opened(world: World, kind: type[Shown]) -> Shown:
    dialog = world.window.findChild(kind)
    assert isinstance(dialog, kind)
    assert dialog.isVisible()
    return dialog


def words_in(dialog: Dialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def shown_keys(world: World) -> set[str]:
    return {row.keys for group in groups(world) for row in group.rows}


def groups(world: World) -> list[KeyGroup]:
    return key_list(spec for spec in world.window.specs if world.window.can_start_with(spec.key))


# --- the keys


def test_f1_shows_the_keys(help_dialog: HelpDialog) -> None:
    words = words_in(help_dialog)
    assert "Overalt" in words
    assert "Nyt punkt" in words
    caps = {caps.accessibleName() for caps in help_dialog.findChildren(KeyCaps)}
    assert {keys_of("new_item"), keys_of("move_up"), "1–7", "Esc"} <= caps


def test_f1_opens_the_help_over_a_dialog_and_over_a_question_in_it(
    qtbot: QtBot, world: World
) -> None:
    world.window.open("meetings")
    active(qtbot, world)
    world.context.navigator.run("new_body")
    dialog = world.window.findChild(BodyDialog)
    qtbot.keyClicks(dialog.name, "Udvalget for havne")
    qtbot.keyClick(dialog.name, Qt.Key.Key_F1)
    helping = opened(world, HelpDialog)
    assert helping.parentWidget() is dialog
    qtbot.keyClick(helping.keys, Qt.Key.Key_F1)
    assert len(world.window.findChildren(HelpDialog)) == 1
    helping.reject()
    assert dialog.isVisible()
    assert dialog.name.text() == "Udvalget for havne"
    dialog.reject()
    question = opened(world, Confirmation)
    qtbot.keyClick(question, Qt.Key.Key_F1)
    assert QApplication.activeModalWidget().parentWidget() is question


def test_find_stands_where_there_is_something_to_find_in(world: World) -> None:
    where = [one.title for one in groups(world) if "Ctrl+F" in {row.keys for row in one.rows}]
    assert where == ["Lister"]


@pytest.mark.parametrize("page", ["meetings", "meeting", "bodies", "follow_ups", "decisions"])
def test_every_key_that_works_stands_in_the_help(world: World, page: str) -> None:
    """A new action, or new keys of an old one, cannot be forgotten."""
    where = {"meeting_id": world.sample.meeting_ids[0]} if page == "meeting" else {}
    world.window.open(page, **where)
    native = QKeySequence.SequenceFormat.NativeText
    bound = {
        action.shortcut().toString(native)
        for action in world.window.findChildren(QAction)
        if not action.shortcut().isEmpty()
    }
    assert len(bound) > 10
    assert bound - shown_keys(world) <= set("123456")


def test_the_tables_of_actions_and_commands_are_in_the_help_whole(world: World) -> None:
    tables = {keys_of(key) for key, spec in SPECS.items() if spec.shortcut}
    tables |= {shortcut_words(one.shortcut) for one in COMMANDS.values() if one.shortcut}
    assert tables <= shown_keys(world)


def test_no_key_stands_twice_in_one_place(world: World) -> None:
    for group in groups(world):
        keys = [row.keys for row in group.rows]
        assert len(keys) == len(set(keys)), group.title


# --- the dialog at the keyboard


def test_the_keys_scroll_at_once_and_esc_closes(qtbot: QtBot, help_dialog: HelpDialog) -> None:
    bar = help_dialog.keys.verticalScrollBar()
    assert help_dialog.keys.accessibleName() == "Taster"
    assert help_dialog.focusWidget() is help_dialog.keys
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    seen = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(help_dialog.keys, key)
        seen.append(bar.value())
    assert 0 == seen[0] < seen[1] < seen[2] < seen[3] == bar.maximum()
    assert seen[4] == 0
    with qtbot.waitSignal(help_dialog.rejected):
        qtbot.keyClick(help_dialog.keys, Qt.Key.Key_Escape)


def test_the_keys_scroll_from_everywhere_in_the_help(qtbot: QtBot, help_dialog: HelpDialog) -> None:
    bar, seen = help_dialog.keys.verticalScrollBar(), set()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for _tab in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Home)
        values = [bar.value()]
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp):
            qtbot.keyClick(focused, key)
            values.append(bar.value())
        assert 0 == values[0] < values[1] < values[2] == bar.maximum() > values[3]
        assert QApplication.focusWidget() is focused
    assert len(seen) == 3


def test_how_to_names_the_keys_as_they_are(qtbot: QtBot, help_dialog: HelpDialog) -> None:
    help_dialog.leaves.setFocus()
    help_dialog.leaves.set_value("how")
    help_dialog.leaves.chosen.emit("how")
    assert help_dialog.how_to.isVisible()
    words = words_in(help_dialog)
    assert f"Tryk {keys_of('new_item')} i mødet" in words
    assert "{" not in words


# --- about


def test_about_tells_the_version_the_folder_and_the_licences(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []

    def take(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(folders.QDesktopServices, "openUrl", take)
    world.window.findChild(QAction, "about").trigger()
    dialog = opened(world, AboutDialog)
    assert f"Version {__version__}" in words_in(dialog)
    assert str(world.database.path.parent) in words_in(dialog)
    text = dialog.licences.toPlainText()
    assert "SIL OPEN FONT LICENSE" in text
    assert "Lucide" in text
    qtbot.mouseClick(dialog.show_folder, Qt.MouseButton.LeftButton)
    assert shown == [world.database.path.parent]
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_menu_bar_ends_with_help_and_has_letters_to_press(world: World) -> None:
    menus = [action.text() for action in world.window.menuBar().actions()]
    assert menus == ["&Filer", "&Redigér", "&Side", "&Gå til", "&Hjælp"]
    last = world.window.menuBar().actions()[-1].menu()
    assert isinstance(last, QMenu)
    assert [action.text() for action in last.actions()] == ["Taster og hjælp", "Om Mødeværk"]
