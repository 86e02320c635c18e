"""Hands on a window: bring it to the front, press keys, drag, read a register; a dead drive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.storage.database import Database
from app.ui.pages.register import RegisterPage
from app.ui.tables import Group
from tests.ui.conftest import World


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    """The widget as a window of its own, in front."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def active(qtbot: QtBot, world: World) -> None:
    """Wait until the window is in front."""
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)


def press(qtbot: QtBot, world: World, keys: str) -> None:
    """Press "Ctrl+Z" where the focus is."""
    target = QApplication.focusWidget() or world.window
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def move_held(widget: QWidget, at: QPoint) -> None:
    """A move with the button held, which ``QTest.mouseMove`` does not tell of."""
    left, place = Qt.MouseButton.LeftButton, QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, widget.mapToGlobal(place), left, left,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@contextmanager
def refused(self: Database, *_a: Any) -> Iterator[None]:
    """In place of ``Database.write``: nothing can be saved."""
    raise FileProblem("The change was not saved. The drive does not answer or is write-protected.")
    yield


def register(world: World, key: str, **where: object) -> RegisterPage:
    """A register, opened in the window."""
    page = world.window.open(key, **where)
    assert isinstance(page, RegisterPage)
    return page


def column(page: RegisterPage, number: int) -> list[str]:
    """What stands in a column, without the headings of groups."""
    model = page.model
    return [
        model.index(row, number).data()
        for row in range(model.rowCount())
        if not isinstance(model.rows[row], Group)
    ]


def asked(world: World) -> list[tuple[str, dict[str, object]]]:
    """The places that the pages ask the window for, which stays where it is."""
    found: list[tuple[str, dict[str, object]]] = []
    world.context.navigator.asked.disconnect(world.window._open_at)
    world.context.navigator.asked.connect(lambda key, where: found.append((key, where)))
    return found
