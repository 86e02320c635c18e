"""Hands on a window: bring it to the front, press keys, read a register."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

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
