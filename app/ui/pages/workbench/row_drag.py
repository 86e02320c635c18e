"""Dragging a row of a list to another place, and the line where it would land.

Public: ``RowDrag(view, inset)`` with ``begin``, ``go_on``, ``end``, ``give_up`` and ``paint``,
which the view calls from its mouse, key and paint events.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QApplication, QListView

from app.ui.theme import theme
from app.ui.widgets.painting import painter_on, rounded

_EDGE = 24  # near the edge, dragging scrolls


class RowDrag:
    """The row that is dragged is the current one. ``inset`` px are left free beside the line."""

    def __init__(self, view: QListView, inset: int = 0) -> None:
        self._view, self._inset = view, inset
        self._pressed: QPoint | None = None
        self._gap, self._is_refused = -1, False

    @property
    def is_going(self) -> bool:
        """Whether the button has been pressed here and is held."""
        return self._pressed is not None

    @property
    def row(self) -> int:
        """The row that is on its way; -1 when there is none."""
        return self._view.currentIndex().row() if self._gap >= 0 else -1

    def begin(self, at: QPoint) -> None:
        """The button was pressed on a row."""
        self._pressed = at

    def go_on(self, at: QPoint, *, may_move: bool = True) -> None:
        """The mouse was moved; a row that may not move is answered for when it is let go."""
        if self._pressed is None or (self._gap < 0 and not self._is_far(at)):
            return
        port = self._view.viewport()
        if not may_move:
            self._is_refused = True
            port.setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        self._scroll_near_edge(at.y())
        self._gap = self.gap_at(at.y())
        port.setCursor(Qt.CursorShape.ClosedHandCursor)
        port.update()

    def end(self, at: QPoint) -> int | None:
        """The button was let go: where the row is to stand now, or None where it stays."""
        row = self._view.currentIndex().row()
        gap = self.gap_at(at.y()) if self._is_refused else self._gap
        self.give_up()
        if gap < 0 or row < 0 or gap in (row, row + 1):
            return None
        return gap if gap < row else gap - 1

    def give_up(self) -> bool:
        """Everything stays where it is; False when nothing was being dragged."""
        was_dragged = self._gap >= 0 or self._is_refused
        self._pressed, self._gap, self._is_refused = None, -1, False
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        return was_dragged

    def paint(self) -> None:
        """The line where the row would land."""
        if self._gap < 0:
            return
        port = self._view.viewport()
        top = min(max(self._gap_y(), 1), port.height() - 1)
        with painter_on(port) as painter:
            box = QRectF(self._inset, top - 1, port.width() - 2 * self._inset, 2)
            rounded(painter, box, 1, theme().color("accent"))

    def gap_at(self, y: int) -> int:
        """The gap between rows that is nearest to a height: 0 before the first."""
        count = self._view.model().rowCount()
        rows = (at for at in range(count) if y < self._box(at).center().y())
        return next(rows, count)

    def _is_far(self, at: QPoint) -> bool:
        way = (at - (self._pressed or at)).manhattanLength()
        return way >= QApplication.startDragDistance()

    def _gap_y(self) -> int:
        last = self._view.model().rowCount() - 1
        return self._box(last).bottom() + 1 if self._gap > last else self._box(self._gap).top()

    def _box(self, row: int) -> QRect:
        return self._view.visualRect(self._view.model().index(row, 0))

    def _scroll_near_edge(self, y: int) -> None:
        bar = self._view.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - _EDGE // 2)
        elif y > self._view.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _EDGE // 2)
