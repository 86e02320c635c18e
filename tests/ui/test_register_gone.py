"""Rows that are on screen and no longer in the data: a sentence, and nothing is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.models.follow_up import FollowUpStatus
from app.services.bodies import create_body
from app.services.follow_ups import delete_follow_up
from app.services.items import rename_item
from app.services.meetings import delete_meeting
from app.services.queries.meetings import meeting_rows
from app.services.queries.registers import follow_up_rows
from app.ui.pages import at_once
from app.ui.pages.follow_ups import FollowUpsPage
from app.ui.pages.register import RegisterPage
from tests.ui.conftest import World
from tests.ui.hands import active, column, register


@pytest.fixture(autouse=True)
def impatient(patience: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here nothing is there at once."""
    monkeypatch.setattr(at_once, "AT_ONCE_S", 0.0)


def settled(qtbot: QtBot, world: World, key: str) -> RegisterPage:
    page = register(world, key)
    active(qtbot, world)
    qtbot.waitUntil(lambda: world.context.jobs.is_idle)
    return page


def test_a_follow_up_that_is_gone_meanwhile_is_not_finished(qtbot: QtBot, world: World) -> None:
    page = settled(qtbot, world, "follow_ups")
    assert isinstance(page, FollowUpsPage)
    row = follow_up_rows(world.database)[0]
    page.table.select_id(row.id)
    delete_follow_up(world.database, row.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert world.context.messages.text.startswith("Det findes ikke længere")
    qtbot.waitUntil(lambda: row.action not in column(page, 0))
    assert all(row.status is FollowUpStatus.OPEN for row in follow_up_rows(world.database))


@pytest.mark.parametrize("key", ["meetings", "decisions", "follow_ups"])
def test_a_meeting_that_is_gone_meanwhile_is_not_opened(
    qtbot: QtBot, world: World, key: str
) -> None:
    page = settled(qtbot, world, key)
    row = page.table.current_row()
    delete_meeting(world.database, row.id if key == "meetings" else row.meeting_id)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert world.context.messages.text.startswith("Det findes ikke længere")
    assert world.window.page_key == "meetings"
    qtbot.waitUntil(lambda: world.context.jobs.is_idle)


def page_menu(world: World) -> list[str]:
    """What the menu of the page offers."""
    (menu,) = [one.menu() for one in world.window.menuBar().actions() if one.text() == "&Side"]
    assert isinstance(menu, QMenu)
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def test_the_list_that_a_meeting_that_is_gone_makes_way_for_has_its_own_menu(
    qtbot: QtBot, world: World
) -> None:
    world.window.open("meeting", meeting_id=world.sample.meeting_ids[0])
    assert "new_item" in page_menu(world)
    page = settled(qtbot, world, "meetings")
    page.table.select_id(world.sample.meeting_ids[1])
    delete_meeting(world.database, world.sample.meeting_ids[1])
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert world.window.page_key == "meetings"
    assert page_menu(world) == ["delete_meeting"]
    qtbot.waitUntil(lambda: world.context.jobs.is_idle)


def test_a_meeting_that_is_gone_meanwhile_is_not_deleted_twice(qtbot: QtBot, world: World) -> None:
    page = settled(qtbot, world, "meetings")
    for _press in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert world.context.messages.text.startswith("Det findes ikke længere")
    assert len(meeting_rows(world.database)) == 1
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_a_group_that_is_gone_meanwhile_is_not_edited(qtbot: QtBot, world: World) -> None:
    made = create_body(world.database, "Aalbæk Havn")
    page = settled(qtbot, world, "bodies")
    page.table.select_id(made)
    world.database.undo()
    page.row_actions[0].trigger()
    assert world.context.messages.text.startswith("Det findes ikke længere")
    qtbot.waitUntil(lambda: "Aalbæk Havn" not in column(page, 0))


def test_the_filter_knows_the_newest_words(qtbot: QtBot, world: World) -> None:
    page = settled(qtbot, world, "decisions")
    rename_item(world.database, page.table.current_row().item_id, "Kajkanten")
    qtbot.waitUntil(lambda: "Kajkanten" in column(page, 1))
    qtbot.keyClicks(page.filter, "KAJKANT")
    qtbot.waitUntil(lambda: set(column(page, 1)) == {"Kajkanten"})
