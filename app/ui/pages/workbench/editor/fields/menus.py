"""Menus that are thrown away afterwards.

Public: ``show_menu``, ``show_menu_below``; ``DigitMenu``, whose digits choose.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget


class DigitMenu(QMenu):
    """Its digits choose; an open menu passes its shortcuts over."""

    def give_digit(self, action: QAction, digit: str) -> None:
        """Let a digit choose this, and show it."""
        action.setShortcut(digit)
        action.setShortcutVisibleInContextMenu(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for action in self.actions():
            if event.text() and action.shortcut().toString() == event.text():
                self.close()
                action.trigger()
                return
        super().keyPressEvent(event)


def show_menu(menu: QMenu, at: QPoint) -> None:
    """Open the menu at a place of the screen."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)


def show_menu_below(menu: QMenu, widget: QWidget) -> None:
    """Open the menu of a button below it."""
    show_menu(menu, widget.mapToGlobal(widget.rect().bottomLeft()))
