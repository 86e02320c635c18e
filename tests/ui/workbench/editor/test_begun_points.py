"""A point that Enter has begun: what it counts for before it has words, and when it goes."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.storage.actions import Action
from app.storage.database import Database
from tests.ui.hands import refused
from tests.ui.workbench.editor.conftest import Desk, Key


def begin_point(desk: Desk) -> None:
    """Press Enter behind the last point."""
    row = desk.block.rows[-1]
    desk.write(row, "")
    QTest.keyClick(row, Key.Key_Return)


def answers(desk: Desk) -> list[str]:
    return [row.number.text() for row in desk.editor.form.decision.rows]


def test_a_point_is_answered_once_it_has_words(desk: Desk) -> None:
    desk.editor.form.decision._write_now()
    begin_point(desk)
    assert (len(desk.points()), answers(desk)) == (4, ["1.", "2.", "3."])
    QTest.keyClicks(desk.focused(), "beder om en status")
    desk.block.rows[3].flush()
    assert answers(desk) == ["1.", "2.", "3.", "4."]
    assert desk.focused() is desk.block.rows[3]
    desk.block.rows[3].selectAll()
    QTest.keyClick(desk.block.rows[3], Key.Key_Delete)
    desk.block.rows[3].flush()
    assert answers(desk) == ["1.", "2.", "3."]


def test_enter_before_a_point_begins_one_above_it(desk: Desk, qtbot: QtBot) -> None:
    before = desk.points()
    point_id = desk.block.rows[0].point_id
    desk.block.rows[0].setFocus()
    QTest.keyClick(desk.block.rows[0], Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.block.rows[0], Key.Key_Return)
    assert desk.points() == ["", *before]
    assert desk.focused() is desk.block.rows[1]
    assert desk.block.rows[1].point_id == point_id
    assert desk.block.rows[1].textCursor().position() == 0
    QTest.keyClick(desk.focused(), Key.Key_Up)
    QTest.keyClicks(desk.focused(), "hører ventelisten")
    desk.section(0).editor.setFocus()
    qtbot.wait(5)
    assert desk.points() == ["hører ventelisten", *before]


def test_a_point_that_was_begun_in_vain_goes_when_one_leaves(desk: Desk, qtbot: QtBot) -> None:
    before = desk.points()
    begin_point(desk)
    desk.block.rows[0].setFocus()
    qtbot.wait(5)
    assert desk.points() == [*before, ""]
    desk.section(0).editor.setFocus()
    qtbot.waitUntil(lambda: desk.points() == before)
    assert [row.toPlainText() for row in desk.block.rows] == before
    assert desk.focused() is desk.section(0).editor


def test_a_point_that_was_begun_in_vain_goes_with_the_item(desk: Desk, qtbot: QtBot) -> None:
    before = desk.stored().recommendations
    begin_point(desk)
    desk.editor.show_item(desk.scene.plain)
    qtbot.waitUntil(lambda: desk.stored(desk.scene.full).recommendations == before)


def test_what_is_pressed_stays_below_the_mouse(desk: Desk, qtbot: QtBot) -> None:
    begin_point(desk)
    port = desk.section(0).editor.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton)
    desk.section(0).editor.setFocus()
    qtbot.wait(70)
    assert len(desk.points()) == 4
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.points()) == 3)


def test_words_that_could_not_be_saved_keep_their_point(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_point(desk)
    QTest.keyClicks(desk.focused(), "beder om en status")
    write = Database.write

    def words_refused(database: Database, action: Action) -> AbstractContextManager[Any]:
        return (refused if action is Action.EDIT_RECOMMENDATION else write)(database, action)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", words_refused)
        desk.section(0).editor.setFocus()
        qtbot.wait(5)
    desk.editor.flush()
    assert desk.points()[3:] == ["beder om en status"]


def test_a_dropped_point_is_one_step_and_may_come_back(desk: Desk, qtbot: QtBot) -> None:
    before = desk.points()
    begin_point(desk)
    desk.section(0).editor.setFocus()
    qtbot.waitUntil(lambda: desk.points() == before)
    desk.database.undo()
    assert desk.points() == [*before, ""]
    desk.block.rows[3].setFocus()
    desk.section(0).editor.setFocus()
    qtbot.wait(5)
    assert desk.points() == [*before, ""]
    desk.database.undo()
    assert desk.points() == before
    desk.database.redo()
    desk.database.redo()
    assert desk.points() == before
