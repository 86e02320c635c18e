"""The toolbar where there is little room: no tool is out of reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.i18n import _
from app.models.richtext import plain
from app.services.items import rename_item
from app.ui.pages.workbench.editor.tools import ToolRow
from app.ui.richtext.editor_state import COMMANDS
from tests.ui.workbench.editor.conftest import Desk


def tools(desk: Desk) -> ToolRow:
    return desk.editor.tools


@pytest.mark.parametrize("width", [420, 560, 1200])
@pytest.mark.parametrize("size", [100, 130])
def test_each_tool_is_a_button_or_stands_in_the_menu(desk: Desk, width: int, size: int) -> None:
    desk.context.theme.set_text_size(size)
    row, bar = tools(desk), tools(desk).toolbar
    row.resize(width, row.height())
    shown = {key for key, button in bar.buttons.items() if not button.isHidden()}
    listed = [action.text().split("\t")[0] for action in bar.menu_of_hidden().actions()]
    assert listed == [_(COMMANDS[key].name) for key in bar.buttons if key not in shown]
    assert bar.more.isHidden() is not bool(listed)
    visible = [bar.more, *bar.buttons.values()]
    assert max(one.geometry().right() for one in visible if not one.isHidden()) < width


def test_a_tool_of_the_menu_acts_on_the_text(desk: Desk) -> None:
    editor = desk.section(0).editor
    editor.setFocus()
    editor.selectAll()
    tools(desk).resize(240, tools(desk).height())
    menu = tools(desk).toolbar.menu_of_hidden()
    name = _(COMMANDS["confidential"].name)
    (action,) = (one for one in menu.actions() if one.text().startswith(name))
    assert action.isEnabled()
    action.trigger()
    editor.flush()
    stored = desk.stored().sections[0].text
    assert plain(stored)
    assert all(run.confidential for block in stored.blocks for run in getattr(block, "runs", ()))


def test_undo_goes_on_from_the_text_into_the_history(desk: Desk, qtbot: QtBot) -> None:
    text, bar = desk.section(0).editor, tools(desk).toolbar
    before = desk.stored()
    rename_item(desk.database, desk.scene.full, "Et andet navn")
    desk.settle(qtbot)
    text.setFocus()
    QTest.keyClicks(text, "Ord")
    assert bar.buttons["undo"].toolTip() == "Fortryd i teksten (Ctrl+Z)"
    while text.document().isUndoAvailable():
        QTest.mouseClick(bar.buttons["undo"], Qt.MouseButton.LeftButton)
    assert desk.stored().title == "Et andet navn"
    assert bar.buttons["undo"].isEnabled()
    assert bar.buttons["undo"].toolTip().startswith("Fortryd: ")
    while desk.stored().title != before.title:
        QTest.mouseClick(bar.buttons["undo"], Qt.MouseButton.LeftButton)
    assert bar.buttons["redo"].isEnabled()
    while desk.database.history.undo_action:
        QTest.mouseClick(bar.buttons["undo"], Qt.MouseButton.LeftButton)
    assert not bar.buttons["undo"].isEnabled()
