"""Follow-up lines: room in a narrow editor, new ones, how far they are, deadlines."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.models.follow_up import ActorKind, FollowUpStatus
from app.models.richtext import text_of
from app.services.decisions import add_free_decision
from app.services.follow_ups import add_follow_up
from app.services.queries.registers import follow_up_rows
from app.ui.pages.workbench.editor.fields.deadline import deadline_doubt
from app.ui.pages.workbench.editor.follow_ups.line import FollowUpLine
from app.ui.theme import theme
from app.ui.widgets import Label
from tests.ui.workbench.editor.conftest import SHIFT, Desk, Key
from tests.ui.workbench.editor.test_sections import act

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


def test_the_task_stands_above_its_facts_where_the_words_of_the_box_begin(
    desk: Desk, qtbot: QtBot, size: tuple[int, int]
) -> None:
    line, part = shown_line(desk, qtbot, "løbende"), desk.editor.form.decision
    task, *facts = boxes(line, line.stops)
    assert all(task.bottom() < fact.top() for fact in facts)
    left = part.add_decision.mapTo(part, QPoint()).x()
    assert line.action.mapTo(part, QPoint()).x() == left
    label = next(one for one in part.findChildren(Label) if one.text() == "Opfølgning")
    assert label.isVisible()
    assert label.mapTo(part, QPoint()).x() == left


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
    line.action.setFocus()
    order: list[QWidget] = [line.action]
    for _step in range(4):
        QTest.keyClick(order[-1], Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert set(order) == {line.actor, line.action, line.due, line.status, line.delete}
    places = [(box.y(), box.x()) for box in boxes(line, order)]
    assert places == sorted(places)


# --- A new line


def new_line(desk: Desk, qtbot: QtBot) -> FollowUpLine:
    """An empty line that waits for its words."""
    add_free_decision(desk.database, desk.scene.full, text_of("Prøven begynder."))
    desk.editor.reload(None)
    part = desk.editor.form.decision
    desk.settle(qtbot)
    part.add_follow_up.clicked.emit()
    qtbot.waitUntil(lambda: desk.focused() is part.follow_ups.lines[-1].action)
    return part.follow_ups.lines[-1]


def stored(desk: Desk) -> list[tuple[str, str]]:
    return [(found.action, found.due) for found in desk.stored().follow_ups]


def test_a_new_line_may_begin_with_its_deadline(desk: Desk, qtbot: QtBot) -> None:
    line = new_line(desk, qtbot)
    QTest.keyClick(line.action, Key.Key_Return)
    desk.settle(qtbot)
    assert desk.focused() is line.due
    QTest.keyClicks(line.due, "medio august 2032")
    desk.editor.reload(None)
    assert line.due.text() == "medio august 2032"
    for field in (line.due, line.actor):
        QTest.keyClick(field, Key.Key_Backtab, SHIFT)
        desk.settle(qtbot)
    assert desk.focused() is line.action
    QTest.keyClicks(line.action, TASK)
    desk.editor.flush()
    assert stored(desk) == [(TASK, "medio august 2032")]


def test_a_new_line_outlives_the_menu_of_who(desk: Desk, qtbot: QtBot) -> None:
    line = new_line(desk, qtbot)
    line.actor.setFocus()
    QTest.keyClick(line.actor, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    act(menu, "Alle kommuner")
    menu.close()
    desk.settle(qtbot)
    line.action.setFocus()
    QTest.keyClicks(line.action, TASK)
    desk.editor.flush()
    (found,) = desk.stored().follow_ups
    assert found.actor_kind is ActorKind.ALL_MUNICIPALITIES


def test_a_new_line_outlives_a_look_at_another_program(desk: Desk, qtbot: QtBot) -> None:
    line = new_line(desk, qtbot)
    other = QWidget()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.settle(qtbot)
    other.close()
    assert desk.editor.form.decision.follow_ups.lines == [line]
    assert desk.focused() is line.action


def test_a_new_line_that_is_left_empty_goes_away(desk: Desk, qtbot: QtBot) -> None:
    new_line(desk, qtbot)
    desk.section(0).editor.setFocus()
    desk.settle(qtbot)
    assert desk.editor.form.decision.follow_ups.lines == []
    assert stored(desk) == []


# --- How far it is


def test_a_follow_up_is_finished_by_the_keyboard_and_taken_back(desk: Desk, qtbot: QtBot) -> None:
    line = shown_line(desk, qtbot, "løbende")
    assert line.status.text() == "Åben"
    desk.settle(qtbot)
    line.status.setFocus()
    QTest.keyClick(line.status, Key.Key_Return)
    desk.settle(qtbot)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Åben", "Afventer", "Udført", "Bortfaldet",
    ]  # fmt: skip
    for _step in range(3):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert desk.stored().follow_ups[0].status == FollowUpStatus.DONE
    assert follow_up_rows(desk.database) == []
    assert line.status.text() == "Udført"
    desk.database.undo()
    assert desk.stored().follow_ups[0].status == FollowUpStatus.OPEN
    assert line.status.text() == "Åben"


def test_a_follow_up_is_finished_with_the_mouse(desk: Desk, qtbot: QtBot) -> None:
    line = shown_line(desk, qtbot, "løbende")
    QTest.mouseClick(line.status, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    act(menu, "Bortfaldet")
    menu.close()
    assert desk.stored().follow_ups[0].status == FollowUpStatus.DROPPED


# --- Deadlines that are none


def test_words_that_are_no_deadline_are_kept_and_questioned(desk: Desk, qtbot: QtBot) -> None:
    line = shown_line(desk, qtbot, "")
    desk.settle(qtbot)
    line.due.setFocus()
    QTest.keyClicks(line.due, "udsender vejledningen")
    assert not line.doubt.isVisible()
    QTest.keyClick(line.due, Key.Key_Tab)
    assert stored(desk)[0] == (TASK, "udsender vejledningen")
    assert line.doubt.isVisible()
    assert line.doubt.text() == (
        "Ordene er gemt, men de nævner ingen tid. Skriv fx 2/6, medio august eller løbende."
    )
    line.due.setFocus()
    line.due.selectAll()
    QTest.keyClicks(line.due, "når der er nyt i sagen")
    QTest.keyClick(line.due, Key.Key_Tab)
    assert not line.doubt.isVisible()
    assert line.due.accessibleDescription() == ""


@pytest.mark.parametrize(
    "words",
    [
        "", "2/6", "2. juni 2032", "om 14 dage", "primo 2032", "medio august", "ultimo oktober",
        "uge 5, 2032", "1. kvartal 2032", "2. halvår", "foråret 2032", "marts – august 2032",
        "2032", "løbende", "snarest", "hurtigst muligt", "inden udgangen af året", "næste møde",
        "når der er nyt i sagen", "orienteres, når der er nyt", "efter sommerferien", "hver måned",
        "til styregruppemødet", "forud for temamødet", "årligt", "medio", "ingen frist",
    ],
)  # fmt: skip
def test_every_way_to_name_a_time_is_a_deadline(words: str) -> None:
    assert deadline_doubt(words, date(2032, 5, 6)) == ""


@pytest.mark.parametrize("words", ["udsender vejledningen", "xyz", "Ane Holm", "sekretariatet"])
def test_words_without_a_time_are_no_deadline(words: str) -> None:
    assert deadline_doubt(words, date(2032, 5, 6)) != ""
