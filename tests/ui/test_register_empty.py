"""Registers in which no row is chosen, or that could not be read."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.services.queries.registers import DecisionRow, decision_rows
from app.storage.database import Database
from app.ui.pages import decisions
from app.ui.pages.bodies import BodiesPage
from tests.ui.conftest import World
from tests.ui.hands import active, column, press, register


def test_a_register_that_cannot_be_read_is_opened_all_the_same_and_says_so(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_database: Database) -> Sequence[DecisionRow]:
        raise FileProblem("The drive does not answer.")

    world.window.open("meetings")
    active(qtbot, world)
    with monkeypatch.context() as patch, qtbot.captureExceptions() as faults:
        patch.setattr(decisions, "decision_rows", refuse)
        press(qtbot, world, "Ctrl+3")
        assert faults == [], "it comes by the event loop, never through Qt's own calls"
        qtbot.waitUntil(lambda: world.context.jobs.is_idle)
    assert [fault[0] for fault in faults] == [FileProblem], "of which the hook makes a sentence"
    assert world.window.page_key == "decisions"
    assert world.window.windowTitle() == "Beslutninger – Mødeværk"
    assert world.window.navigation._rows["decisions"].isChecked()
    press(qtbot, world, "Ctrl+1")
    press(qtbot, world, "Ctrl+3")
    assert len(column(register(world, "decisions"), 1)) == len(decision_rows(world.database))


@pytest.mark.parametrize("key", ["meetings", "bodies", "follow_ups"])
def test_what_is_done_to_a_row_is_grey_where_there_is_none(
    qtbot: QtBot, world: World, key: str
) -> None:
    page = register(world, key)
    active(qtbot, world)
    assert [action.isEnabled() for action in page.row_actions] == [True] * len(page.row_actions)
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "qqq")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert [action.isEnabled() for action in page.row_actions] == [False] * len(page.row_actions)
    if isinstance(page, BodiesPage):
        assert not page.edit.isEnabled()
    for _letter in "qqq":
        qtbot.keyClick(page.filter, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    assert [action.isEnabled() for action in page.row_actions] == [True] * len(page.row_actions)
