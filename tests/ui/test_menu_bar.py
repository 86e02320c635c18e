"""The menu bar that Alt calls."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from tests.ui.conftest import World
from tests.ui.hands import active


def test_alt_alone_calls_the_menu_bar_and_esc_gives_the_focus_back(
    qtbot: QtBot, world: World
) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    bar = world.window.menuBar()
    page.filter.setFocus()
    assert not bar.isVisible()
    qtbot.keyClick(page.filter, Qt.Key.Key_Alt)
    assert bar.isVisible()
    assert bar.hasFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.filter.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_3, Qt.Key.Key_X])
def test_alt_with_another_key_leaves_the_menu_bar_alone(
    qtbot: QtBot, world: World, key: Qt.Key
) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    page.filter.setFocus()
    taken = QAction(world.window)
    taken.setShortcut(QKeySequence("Alt+Down"))
    world.window.addAction(taken)
    with_alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyPress(page.filter, Qt.Key.Key_Alt)
    qtbot.keyClick(page.filter, key, with_alt)
    qtbot.keyRelease(page.filter, Qt.Key.Key_Alt)
    assert not world.window.menuBar().isVisible()
    qtbot.keyClick(page.filter, Qt.Key.Key_Alt)
    assert world.window.menuBar().isVisible()


def test_a_click_while_alt_is_down_leaves_the_menu_bar_alone(qtbot: QtBot, world: World) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    qtbot.keyPress(world.window, Qt.Key.Key_Alt)
    qtbot.mouseClick(page.filter, Qt.MouseButton.LeftButton)
    qtbot.keyRelease(world.window, Qt.Key.Key_Alt)
    assert not world.window.menuBar().isVisible()


def test_the_first_arrow_opens_the_first_menu(qtbot: QtBot, world: World) -> None:
    world.window.open("decisions")
    active(qtbot, world)
    bar = world.window.menuBar()
    qtbot.keyClick(world.window, Qt.Key.Key_Alt)
    qtbot.keyClick(bar, Qt.Key.Key_Down)
    assert bar.activeAction() is bar.actions()[0]
