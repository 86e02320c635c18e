"""A meeting without items: what is about an item cannot be chosen."""

from __future__ import annotations

import datetime as dt

from PySide6.QtTest import QTest

from app.services.items import delete_item
from app.services.meetings import create_meeting
from app.services.queries.items import item_rows
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.editor.conftest import Key

ABOUT_ITEMS = {
    "Omdøb punkt", "Åben eller lukket", "Flyt punkt op", "Flyt punkt ned", "Forrige punkt",
    "Næste punkt", "Slet punkt", "Tilføj bilag …",
}  # fmt: skip


def choosable(bench: Bench) -> set[str]:
    """What the menu of the page offers for items, of all that it has for them."""
    actions = {action.text().replace("&", ""): action for action in bench.page.menu_actions()}
    assert actions.keys() >= ABOUT_ITEMS
    return {words for words in ABOUT_ITEMS if actions[words].isEnabled()}


def empty_meeting(bench: Bench) -> None:
    database = bench.world.database
    bench.meeting_id = create_meeting(database, bench.world.sample.body_id, dt.date(2031, 1, 9))
    for row in item_rows(database, bench.meeting_id):
        delete_item(database, row.id)
    bench.world.window.open("meeting", meeting_id=bench.meeting_id)
    assert bench.stored() == []


def test_what_is_about_an_item_waits_for_the_first_one(bench: Bench) -> None:
    assert choosable(bench) == ABOUT_ITEMS
    empty_meeting(bench)
    assert choosable(bench) == set()
    bench.page.commands.actions["new_item"].trigger()
    assert len(bench.stored()) == 1
    assert choosable(bench) == ABOUT_ITEMS


def test_the_last_item_takes_its_actions_along(bench: Bench) -> None:
    empty_meeting(bench)
    bench.page.commands.actions["new_item"].trigger()
    bench.page.agenda.list.setFocus()
    QTest.keyClick(bench.page.agenda.list, Key.Key_Delete)
    assert bench.stored() == []
    assert choosable(bench) == set()
    bench.world.context.history.undo.trigger()
    assert len(bench.stored()) == 1
    assert choosable(bench) == ABOUT_ITEMS


def test_going_back_to_a_meeting_with_items_brings_them_back(bench: Bench) -> None:
    first = bench.meeting_id
    empty_meeting(bench)
    bench.world.window.open("meeting", meeting_id=first)
    assert choosable(bench) == ABOUT_ITEMS
