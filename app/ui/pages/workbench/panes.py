"""Agenda, editor and preview beside each other. Public: ``Panes``."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import keep
from app.ui.widgets import Splitter
from app.ui.widgets.status import SizeStore

SIZES = [332, 618, 430]  # px at any text size: larger words must not take the editor's share


class Panes(Splitter):
    """Where there is no room for all three, the agenda gives way to the preview."""

    def __init__(
        self, store: SizeStore, agenda: QWidget, editor: QWidget, preview: QWidget
    ) -> None:
        super().__init__("workbench", store)
        self._agenda, self._preview = agenda, preview
        self._all = (agenda, editor, preview)
        for pane in self._all:
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self.start_with(SIZES)
        keep(self, self.make_room)

    def show_preview(self, *, shown: bool) -> None:
        """Show the preview, or put it away."""
        self._preview.setVisible(shown)
        self.make_room()

    def make_room(self) -> None:
        """Put the agenda away or bring it back, as the room is."""
        least = sum(max(one.minimumWidth(), one.minimumSizeHint().width()) for one in self._all)
        has_room = least + 2 * self.handleWidth() <= self.width()
        self._agenda.setVisible(self._preview.isHidden() or has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()
