"""Menus that are thrown away afterwards.

Public: ``show_menu``, ``show_menu_below``, ``opens_menu``; ``DigitMenu``, whose digits choose.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_ALT = Qt.KeyboardModifier.AltModifier


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


def opens_menu(event: QEvent) -> bool:
    """Whether a key that is pressed on a button opens its menu.

    Alt+Down does so everywhere, so the button keeps it from the page, where it moves an item.
    """
    if not isinstance(event, QKeyEvent) or event.key() not in _OPENING:
        return False
    if event.type() == QEvent.Type.ShortcutOverride and event.modifiers() & _ALT:
        event.accept()
    return event.type() == QEvent.Type.KeyPress


def show_menu(menu: QMenu, at: QPoint) -> None:
    """Open the menu at a place of the screen."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)


def show_menu_below(menu: QMenu, widget: QWidget) -> None:
    """Open the menu of a button below it."""
    show_menu(menu, widget.mapToGlobal(widget.rect().bottomLeft()))
