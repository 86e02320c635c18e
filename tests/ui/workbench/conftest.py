"""The workbench opened on the first meeting of the small world."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.services.queries.items import ItemRow, item_rows
from app.ui.dialogs.base import Dialog
from app.ui.pages.workbench import WorkbenchPage
from app.ui.pages.workbench.preview import PreviewPane
from tests.ui.conftest import World
from tests.ui.hands import move_held


@dataclass
class Bench:
    """The page with its meeting, and hands to use it with."""

    world: World
    page: WorkbenchPage
    meeting_id: UUID

    def stored(self) -> list[ItemRow]:
        """The agenda as it stands in the file."""
        return item_rows(self.world.database, self.meeting_id)

    def titles(self) -> list[str]:
        return [row.title for row in self.stored()]

    def shown(self) -> list[str]:
        return [row.title for row in self.page.agenda.model.rows]

    def choose(self, title: str) -> UUID:
        """Click on an item."""
        row = self.shown().index(title)
        item_id = self.page.agenda.model.rows[row].id
        self.click_row(row)
        return item_id

    def click_row(self, row: int) -> None:
        view = self.page.agenda.list
        QTest.mouseClick(view.viewport(), _LEFT, _NONE, self.middle(row))

    def middle(self, row: int) -> QPoint:
        view = self.page.agenda.list
        return view.visualRect(view.model().index(row, 0)).center()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.page.agenda.list, key, modifiers or _NONE)

    def drag(self, row: int, to: QPoint) -> None:
        """Drag an item by the mouse and let it go at a point of the list."""
        port = self.page.agenda.list.viewport()
        QTest.mousePress(port, _LEFT, _NONE, self.middle(row))
        for step in (0.2, 0.6, 1.0):
            way = to - self.middle(row)
            at = self.middle(row) + QPoint(round(way.x() * step), round(way.y() * step))
            QTest.mouseMove(port, at)
            QTest.qWait(1)
            move_held(port, at)
        QTest.mouseRelease(port, _LEFT, _NONE, to)


_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bench(world: World, qtbot: QtBot) -> Bench:
    world.context.settings.remember_last("preview", "hidden")
    meeting_id = world.sample.meeting_ids[0]
    page = world.window.open("meeting", meeting_id=meeting_id)
    assert isinstance(page, WorkbenchPage)
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)
    page.agenda.list.setFocus()
    return Bench(world, page, meeting_id)


@pytest.fixture
def preview(bench: Bench, qtbot: QtBot) -> PreviewPane:
    """The pane with its first pages."""
    bench.page.toggle_preview.trigger()
    pane = bench.page.preview
    qtbot.waitUntil(lambda: pane.view.page_count > 0, timeout=20_000)
    return pane


def dialog_of(kind: type[Dialog]) -> Dialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def press_button(dialog: Dialog, text: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
