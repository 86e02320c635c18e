"""The people of a meeting in its details: how many are in sight, and who is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.attendances import add_attendance
from app.ui.pages.workbench.details_dialog import DetailsDialog
from app.ui.theme import Theme
from tests.ui.workbench.conftest import Bench, dialog_of


@pytest.fixture
def people(bench: Bench) -> DetailsDialog:
    """The leaf with sixteen people."""
    for number in range(16):
        add_attendance(bench.world.database, bench.meeting_id, f"Person {number}, direktør, Nord")
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(DetailsDialog)
    dialog.leaves.set_value("people")
    dialog.leaves.chosen.emit("people")
    return dialog


def test_six_people_and_more_are_in_sight(people: DetailsDialog, qtbot: QtBot) -> None:
    table = people.people.table
    qtbot.waitUntil(lambda: table.viewport().height() >= 6 * table.rowHeight(0))
    assert table.viewport().height() % table.rowHeight(0) == 0


def test_a_low_screen_shows_fewer_and_all_buttons(
    people: DetailsDialog, qtbot: QtBot, look: Theme
) -> None:
    look.set_text_size(130)
    people.fit_height()
    qtbot.wait(20)
    assert people.height() < people.screen().availableGeometry().height()
    assert people.people.table.viewport().height() >= 3 * people.people.table.rowHeight(0)


@pytest.mark.parametrize("size", [100, 130])
def test_title_and_place_of_work_are_read_whole(bench: Bench, look: Theme, size: int) -> None:
    words = "børne- og kulturdirektør, Vesterfjord Kommune"
    add_attendance(bench.world.database, bench.meeting_id, f"Mette Øst, {words}")
    look.set_text_size(size)
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(DetailsDialog)
    dialog.leaves.chosen.emit("people")
    QTest.qWait(50)
    table = dialog.people.table
    assert dialog.people.model.index(0, 1).data() == words
    assert table.columnWidth(1) >= table.sizeHintForIndex(dialog.people.model.index(0, 1)).width()
    assert dialog.width() <= bench.world.window.width()


def test_the_name_is_what_stands_out(people: DetailsDialog) -> None:
    (bold,) = [one.key for one in people.people.model.columns if one.names]
    assert bold == "name"
