"""The three dots of a row that stands among others: up, down, delete. Public: ``RowMenuButton``."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from app.i18n import _
from app.ui.pages.workbench.editor.fields.menus import show_menu_below
from app.ui.theme import keep, theme
from app.ui.widgets import IconButton, Size

_HEIGHT = 22


class RowMenuButton(IconButton):
    """``moved(index)`` asks for another place, ``deletion_asked`` for the end of the row."""

    moved = Signal(int)
    deletion_asked = Signal()

    def __init__(self, delete: str) -> None:
        super().__init__("ellipsis", _("More"), size=Size.SMALL)
        self._delete = delete
        self._index = self._count = 0
        keep(self, lambda: self.setFixedSize(theme().px(28), theme().px(_HEIGHT)))
        self.clicked.connect(lambda: show_menu_below(self.menu_now(), self))

    def show_place(self, name: str, index: int, count: int) -> None:
        """Which row it is, and its place among how many."""
        self._index, self._count = index, count
        self.rename(_("{name}: more").format(name=name))

    def menu_now(self) -> QMenu:
        """What can be done with the row where it stands."""
        menu, index = QMenu(self), self._index
        up = menu.addAction(_("Move up"), lambda: self.moved.emit(index - 1))
        down = menu.addAction(_("Move down"), lambda: self.moved.emit(index + 1))
        up.setEnabled(index > 0)
        down.setEnabled(index < self._count - 1)
        menu.addSeparator()
        menu.addAction(self._delete, self.deletion_asked.emit)
        return menu
