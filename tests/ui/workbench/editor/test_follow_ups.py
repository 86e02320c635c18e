"""Follow-up lines find room in a narrow editor with large text."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.richtext import text_of
from app.services.decisions import add_free_decision
from app.services.follow_ups import add_follow_up
from app.ui.pages.workbench.editor.follow_ups import FollowUpLine
from app.ui.theme import theme
from tests.ui.workbench.editor.conftest import Desk, Key

TASK = "Meld antallet af ledige pladser ind hver måned til sekretariatet"


@pytest.fixture(params=[(460, 130), (460, 100), (900, 100)], ids=str)
def size(request: pytest.FixtureRequest, desk: Desk) -> tuple[int, int]:
    """Width of the editor and size of the text."""
    width, text_size = request.param
    add_free_decision(desk.database, desk.scene.full, text_of("Prøven begynder."))
    theme().set_text_size(text_size)
    desk.window.setMinimumWidth(0)
    desk.editor.setFixedWidth(width)
    desk.window.resize(width, 800)
    return width, text_size


def shown_line(desk: Desk, qtbot: QtBot, due: str) -> FollowUpLine:
    """The line of a new follow-up, when layouts have come to rest."""
    add_follow_up(desk.database, desk.scene.full, TASK, due=due)
    desk.editor.focus_place("decision")
    (line,) = desk.editor.form.decision.follow_ups.lines
    qtbot.waitUntil(lambda: line.height() == line.sizeHint().height())
    return line


def boxes(line: FollowUpLine, widgets: list[QWidget]) -> list[QRect]:
    return [QRect(widget.mapTo(line, QPoint()), widget.size()) for widget in widgets]


@pytest.mark.parametrize("due", ["løbende", "senest ved udgangen af andet kvartal 2033"])
def test_the_task_has_room_and_nothing_lies_over_it(
    desk: Desk, qtbot: QtBot, size: tuple[int, int], due: str
) -> None:
    line = shown_line(desk, qtbot, due)
    assert line.action.width() >= theme().px(150)
    assert line.due.width() >= line.due.sizeHint().width()
    places = boxes(line, line.stops)
    assert all(line.rect().contains(box) for box in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_the_keyboard_goes_through_a_line_as_one_reads(
    desk: Desk, qtbot: QtBot, size: tuple[int, int]
) -> None:
    line = shown_line(desk, qtbot, "løbende")
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    line.actor.setFocus()
    order: list[QWidget] = [line.actor]
    for _step in range(3):
        QTest.keyClick(order[-1], Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert set(order) == {line.actor, line.action, line.due, line.delete}
    places = [(box.y() > line.actor.height() // 2, box.x()) for box in boxes(line, order)]
    assert places == sorted(places)
