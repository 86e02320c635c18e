"""Showing a menu that is thrown away afterwards. Public: ``show_menu``, ``show_menu_below``."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget


def show_menu(menu: QMenu, at: QPoint) -> None:
    """Open the menu at a place of the screen."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)


def show_menu_below(menu: QMenu, widget: QWidget) -> None:
    """Open the menu of a button below it."""
    show_menu(menu, widget.mapToGlobal(widget.rect().bottomLeft()))
