"""The menu bar that Alt calls."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.ui import folders
from tests.ui.conftest import World
from tests.ui.hands import active, register
from tests.ui.papers_in import opened, paper


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


@pytest.mark.parametrize("is_there", [True, False])
def test_a_dialog_from_the_menu_gives_the_focus_back_to_the_list(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    page = register(world, "meetings")
    page.drop_sample.show()
    active(qtbot, world)
    (page.table if is_there else page.filter).setFocus()

    def leave_by_esc(parent: QWidget, *_words: object) -> tuple[list[str], str]:
        page.filter.setHidden(not is_there)
        chooser = QDialog(parent)
        QTimer.singleShot(100, lambda: qtbot.keyClick(chooser, Qt.Key.Key_Escape))
        chooser.exec()
        return [], ""

    monkeypatch.setattr(folders.QFileDialog, "getOpenFileNames", leave_by_esc)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Alt)
    bar = world.window.menuBar()
    qtbot.keyClick(bar, Qt.Key.Key_Down)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(one for one in menu.actions() if one.objectName() == "import"))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    preview = opened(qtbot, world, paper(1))
    with qtbot.waitSignal(preview.rejected):
        qtbot.keyClick(preview.meetings, Qt.Key.Key_Escape)
    active(qtbot, world)
    assert QApplication.focusWidget() is page.table
    assert not bar.isVisible()
