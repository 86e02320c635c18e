"""What a screen reader and a keyboard meet: names on everything that can have the focus."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import SPECS, tip
from app.ui.dialogs.base import Confirmation
from app.ui.dialogs.body import BodyDialog
from app.ui.dialogs.crash import CrashDialog
from app.ui.page_list import page_list
from tests.ui.conftest import World
from tests.ui.gallery import build
from tests.ui.hands import active

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


@pytest.mark.parametrize("key", PAGES)
def test_tab_comes_round_to_everything_in_reading_order(
    qtbot: QtBot, world: World, key: str
) -> None:
    page = world.window.open(key)
    active(qtbot, world)
    wanted = {
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached = tabbed(qtbot, page, wanted)
    assert wanted
    assert {widget.accessibleName() for widget in wanted - set(reached)} == set()
    assert backward(reached, page) == []


def tabbed(qtbot: QtBot, page: QWidget, among: set[QWidget]) -> list[QWidget]:
    """What Tab comes to in the page, from its first to its last."""
    found: list[QWidget] = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget() or page.window(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    chain, link = [], page.nextInFocusChain()
    while link is not page:
        chain.append(link)
        link = link.nextInFocusChain()
    return [widget for widget in chain if widget in among.intersection(found)]


def backward(order: list[QWidget], page: QWidget) -> list[tuple[str, str]]:
    """Neighbours of which the second stands above the first, or before it in the same line."""
    places = [QRect(widget.mapTo(page, QPoint(0, 0)), widget.size()) for widget in order]
    return [
        (str(first), str(second))
        for (first, one), (second, other) in pairwise(zip(order, places, strict=True))
        if other.bottom() < one.top() or (other.top() < one.bottom() and other.left() < one.left())
    ]


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
