"""The editor over a copy of one made-up meeting, in a window of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.models.richtext import plain
from app.services.queries.items import ItemView, item_view
from app.storage.database import Database
from app.ui.context import AppContext
from app.ui.pages.workbench.editor import ItemEditor
from app.ui.pages.workbench.editor.content.recommendation import RecommendationBlock
from app.ui.pages.workbench.editor.content.section_part import SectionPart
from tests.ui.workbench.editor.scene import Scene, make

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Desk:
    """The editor, its file, and hands to write with."""

    editor: ItemEditor
    context: AppContext
    database: Database
    scene: Scene
    window: QMainWindow

    def stored(self, item_id: UUID | None = None) -> ItemView:
        """The item as it stands in the file."""
        return item_view(self.database, item_id or self.scene.full)

    def section_words(self, index: int) -> str:
        """Words of a section in the file."""
        return plain(self.stored(self.editor.item_id).sections[index].text)

    def points(self) -> list[str]:
        """Words of the points of the first recommendation in the file."""
        view = self.stored(self.editor.item_id)
        return [plain(point.text) for point in view.recommendations[0].points]

    def section(self, index: int) -> SectionPart:
        return self.editor.form.sections[index]

    @property
    def block(self) -> RecommendationBlock:
        """The first recommendation on screen."""
        return next(block for part in self.editor.form.sections for block in part.blocks)

    def write(self, field: QWidget, words: str) -> None:
        """Click into a field, go to its end and type."""
        QTest.mouseClick(getattr(field, "viewport", lambda: field)(), Qt.MouseButton.LeftButton)
        field.setFocus()
        QTest.keyClick(field, Key.Key_End, CTRL)
        QTest.keyClicks(field, words)

    def settle(self, qtbot: QtBot) -> None:
        """Let what was put off happen, and see to it that the window still has the keyboard."""
        qtbot.wait(20)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Scene]:
    folder = tmp_path_factory.mktemp("editor")
    with Database.create(folder / "data" / "moedevaerk.db", "Ida Prøve") as database:
        return folder / "data", make(database, folder / "files")


@pytest.fixture
def desk(
    qapp: QApplication, qtbot: QtBot, context: AppContext, made: tuple[Path, Scene]
) -> Iterator[Desk]:
    folder, scene = made
    shutil.copytree(folder, context.paths.database.parent)
    database = Database.open(context.paths.database, "Ida Prøve")
    context.slot.fill(database)
    window = QMainWindow()
    editor = ItemEditor(context)
    window.setCentralWidget(editor)
    editor.walk_within(window)
    context.history.attach(window, context.slot)
    context.messages.attach(editor)
    context.bus.changed.connect(lambda changes, _by: editor.reload(changes))
    window.resize(700, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.show_item(scene.full)
    yield Desk(editor, context, database, scene, window)
    window.close()
    shiboken6.delete(window)
