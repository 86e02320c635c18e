"""The agenda list: keys, dragging and the accent line where an item would land.

Public: ``AgendaList(model)``; signals ``chosen(item_id)``, ``moved(item_id, to_index)``,
``opened(item_id)``; ``current_item``, ``choose``, ``step``.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from app.i18n import _
from app.services.queries.items import ItemRow
from app.ui.pages.workbench.agenda_delegate import SIDE, AgendaDelegate
from app.ui.pages.workbench.agenda_model import AgendaModel
from app.ui.theme import keep, theme
from app.ui.widgets.painting import painter_on, rounded

_EDGE = 24  # near the edge, dragging scrolls


class AgendaList(QListView):
    """One row an item; the chosen one is the item in the editor."""

    chosen = Signal(object)
    opened = Signal(object)
    moved = Signal(object, int)

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Agenda"))
        self._agenda, self._look = model, AgendaDelegate(self)
        self._pressed: QPoint | None = None
        self._gap, self._is_refused = -1, False
        self.setModel(model)
        self.setItemDelegate(self._look)
        self.setProperty("surface", "sunken")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentChanged.connect(self._tell)
        keep(self, self._restyle)

    @property
    def current_item(self) -> ItemRow | None:
        """The chosen item."""
        return self._agenda.item_at(self.currentIndex().row())

    def choose(self, item_id: UUID | None) -> bool:
        """Choose an item and scroll to it; False when it is not in the agenda."""
        index = self._agenda.index(self._agenda.row_of(item_id))
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _CHOOSE)
            self.scrollTo(index)
        return index.isValid()

    def step(self, by: int) -> None:
        """Choose the next or the previous item, stopping at the ends."""
        at = min(max(self.currentIndex().row() + by, 0), self._agenda.rowCount() - 1)
        item = self._agenda.item_at(at)
        if item is not None:
            self.choose(item.id)

    def sizeHint(self) -> QSize:
        return QSize(332, 400)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._look.shows_focus = True
        if event.key() == Qt.Key.Key_Escape and self._gap >= 0:
            self._end_drag()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_item:
            self.opened.emit(self.current_item.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring only for those who come by the keyboard."""
        self._look.shows_focus = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._look.shows_focus = False
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.current_item:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._hover(self.indexAt(at).row())
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._gap < 0 and not self._is_drag(at):
            return
        if not self._can_move():  # the attempt is answered when the item is let go
            self._is_refused = True
            self.viewport().setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        self._scroll_near_edge(at.y())
        self._show_gap(self.gap_at(at.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Qt chooses what lies under the mouse when an item is let go that was chosen already.
        self.selectionModel().select(self.currentIndex(), _CHOOSE)
        gap, item, row = self._gap, self.current_item, self.currentIndex().row()
        if self._is_refused:
            gap = self.gap_at(event.position().toPoint().y())
        self._end_drag()
        if gap >= 0 and item is not None and gap not in (row, row + 1):
            self.moved.emit(item.id, gap if gap < row else gap - 1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap >= 0:
            top = self._gap_y()
            with painter_on(self.viewport()) as painter:
                box = QRectF(SIDE + 4, top - 1, self.viewport().width() - 2 * SIDE - 8, 2)
                rounded(painter, box, 1, theme().color("accent"))

    def gap_at(self, y: int) -> int:
        """The gap between items that is nearest to a height: 0 before the first."""
        for row in range(self._agenda.rowCount()):
            if y < self.visualRect(self._agenda.index(row)).center().y():
                return row
        return self._agenda.rowCount()

    def _is_drag(self, at: QPoint) -> bool:
        return (at - (self._pressed or at)).manhattanLength() >= QApplication.startDragDistance()

    def _can_move(self) -> bool:
        return self.current_item is not None and self.current_item.is_movable

    def _show_gap(self, gap: int) -> None:
        self._gap, self._look.dragged = gap, self.currentIndex().row()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def _end_drag(self) -> None:
        self._pressed, self._gap, self._look.dragged = None, -1, -1
        self._is_refused = False
        self.viewport().unsetCursor()
        self.viewport().update()

    def _gap_y(self) -> int:
        last = self._agenda.rowCount() - 1
        if self._gap > last:
            return self.visualRect(self._agenda.index(last)).bottom() + 1
        return max(self.visualRect(self._agenda.index(self._gap)).top(), 1)

    def _scroll_near_edge(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - _EDGE // 2)
        elif y > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _EDGE // 2)

    def _hover(self, row: int) -> None:
        if row != self._look.hovered:
            self._look.hovered = row
            self.viewport().update()

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        item = self._agenda.item_at(current.row())
        if item is not None:
            self.chosen.emit(item.id)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
