"""The accent bar left of the text that is being written in."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import theme

_WIDTH = 3


class FocusBar(QWidget):
    """Stands in the gutter; shown by its editor while that has the focus."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self.setFixedWidth(_WIDTH)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One filled bar."""
        QPainter(self).fillRect(self.rect(), theme().color("accent"))
