"""From the search field into the list, and what the menu of a row opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.ui.pages.register import RegisterPage
from app.ui.pages.workbench import WorkbenchPage
from app.ui.tables import Group
from app.ui.widgets import SearchField
from tests.ui.conftest import World
from tests.ui.hands import active, register, shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("name", ["meetings", "decisions", "follow_ups", "bodies"])
def test_the_search_leads_into_the_list(qtbot: QtBot, world: World, name: str, key: Qt.Key) -> None:
    page = register(world, name)
    active(qtbot, world)
    page.table.setCurrentIndex(page.model.index(page.model.rowCount() - 1, 0))
    page.filter.setFocus()
    qtbot.keyClick(page.filter, key)
    assert QApplication.focusWidget() is page.table
    assert page.table.current_row() == first_of(page)
    assert page.table.shows_ring


def test_the_rows_that_match_are_there_at_once(qtbot: QtBot, world: World) -> None:
    page = register(world, "follow_ups")
    active(qtbot, world)
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "ventetiden")
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)
    assert page.table.current_row().action == "Hold øje med ventetiden"
    assert QApplication.focusWidget() is page.table


def test_where_nothing_is_found_one_stays_in_the_search(qtbot: QtBot, world: World) -> None:
    page = register(world, "follow_ups")
    active(qtbot, world)
    page.filter.setFocus()
    page.filter.setText("findes ikke")
    qtbot.waitUntil(lambda: not page.model.rows)
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.filter


def test_enter_of_a_search_without_a_list_is_left_to_others(qtbot: QtBot) -> None:
    field = SearchField("Søg")
    shown(qtbot, field)
    with qtbot.waitSignal(field.returnPressed, timeout=1000):
        qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "words"),
    [("follow_ups", "Åbn punktet"), ("decisions", "Åbn punktet"), ("bodies", "Vis møderne")],
)
def test_the_menu_of_a_row_opens_it(qtbot: QtBot, world: World, name: str, words: str) -> None:
    page = register(world, name)
    active(qtbot, world)
    row = first_of(page)
    page.table.select_id(row.id)
    with qtbot.waitSignal(page.table.opened) as opened:
        first = menu_of(page).actions()[0]
        assert first.text() == words
        first.trigger()
    assert opened.args == [row]
    assert world.window.page is not page


def test_the_follow_up_is_opened_in_its_item(qtbot: QtBot, world: World) -> None:
    page = register(world, "follow_ups")
    active(qtbot, world)
    row = first_of(page)
    page.table.select_id(row.id)
    menu_of(page).actions()[0].trigger()
    assert isinstance(world.window.page, WorkbenchPage)
    assert world.window.page.editor.item_id == row.item_id


def first_of(page: RegisterPage) -> object:
    return next(row for row in page.model.rows if not isinstance(row, Group))


def menu_of(page: RegisterPage) -> QMenu:
    at = page.table.visualRect(page.table.currentIndex()).center()
    page.table.customContextMenuRequested.emit(at)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found
