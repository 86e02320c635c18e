"""What a screen reader and a keyboard meet: names on everything that can have the focus."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import SPECS, tip
from app.ui.dialogs.base import Confirmation
from app.ui.dialogs.body import BodyDialog
from app.ui.dialogs.crash import CrashDialog
from app.ui.main_window import MainWindow
from app.ui.page_list import page_list
from tests.ui.conftest import World
from tests.ui.gallery import build

PAGES = [spec.key for spec in page_list() if spec.key != "meeting"]


def nameless(root: QWidget) -> list[str]:
    """Focusable things without a name, by their class."""
    return [
        f"{type(found.object()).__name__} {found.role()}"
        for found in interfaces(QAccessible.queryAccessibleInterface(root))
        if found.state().focusable and not found.text(QAccessible.Text.Name)
        if found.role() not in (QAccessible.Role.Client, QAccessible.Role.Window)
    ]


def interfaces(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if root is None or not root.isValid():
        return
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None and child.isValid():
            yield from interfaces(child)


@pytest.mark.parametrize("key", PAGES)
def test_everything_on_a_page_has_a_name(world: World, key: str) -> None:
    QAccessible.setActive(True)
    world.window.open(key)
    assert nameless(world.window) == []


def test_everything_in_the_gallery_has_a_name(qtbot: QtBot) -> None:
    page, _focused = build()
    qtbot.addWidget(page)
    page.show()
    assert nameless(page) == []


def test_everything_in_a_dialog_has_a_name(qtbot: QtBot, world: World) -> None:
    dialogs: list[QWidget] = [
        BodyDialog(world.database),
        CrashDialog("x", world.context.paths.log_dir),
        Confirmation("Slet punkt 7?", "Du kan fortryde.", "Slet punkt", "Behold"),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
    assert [nameless(dialog) for dialog in dialogs] == [[], [], []]


def test_the_audit_finds_a_nameless_button(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton

    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    assert len(nameless(button)) == 1


@pytest.mark.parametrize("key", ["decisions", "settings", "first_start"])
def test_tab_comes_round_to_everything(qtbot: QtBot, world: World, key: str) -> None:
    window: MainWindow = world.window
    window.open(key)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = window.page
    assert page is not None
    wanted = {
        w
        for w in page.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.focusProxy() is None
    }
    reached = set()
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert wanted
    assert {w.accessibleName() for w in wanted - reached} == set()


def test_escape_chooses_the_safe_way(qtbot: QtBot, world: World) -> None:
    dialog = Confirmation("Slet punkt 7?", "Du kan fortryde.", "Slet punkt", "Behold")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected), qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_shortcuts_are_given_once() -> None:
    keys = [spec.shortcut for spec in SPECS.values() if spec.shortcut]
    assert len(keys) == len(set(keys))


def test_tips_name_the_keys() -> None:
    assert tip("settings") == "Indstillinger (Ctrl+,)"
    assert all("…" not in tip(key) for key in SPECS)
