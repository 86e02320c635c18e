"""The column of the editor: at most 680 px of text, centred when the pane is wide.

Public: ``COLUMN``, ``PADDING``, ``GUTTER`` (px at 100 %), ``side(width)``, ``CentredRow``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.richtext.document.style import COLUMN, GUTTER
from app.ui.theme import keep, theme

PADDING = 36


def side(width: int) -> int:
    """The room left of the words in a pane of this width."""
    return max(PADDING, (width - theme().px(COLUMN)) // 2)


class CentredRow(QWidget):
    """Holds one widget in the column, ``reach`` px wider where that has an inset of its own."""

    def __init__(self, content: QWidget, top: int = 0, bottom: int = 0, reach: int = 0) -> None:
        super().__init__()
        self._reach = reach
        self._top, self._bottom = top, bottom
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(content)
        keep(self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def _fit(self) -> None:
        edge = side(self.width()) - self._reach
        self.layout().setContentsMargins(edge, self._top, edge, self._bottom)  # type: ignore[union-attr]


__all__ = ["COLUMN", "GUTTER", "PADDING", "CentredRow", "side"]
