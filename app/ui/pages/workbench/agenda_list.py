"""The agenda list: keys, dragging and the accent line where an item would land.

Public: ``AgendaList(model)``; signals ``chosen(item_id)``, ``moved(item_id, to_index)``,
``opened(item_id)``; ``current_item``, ``choose``, ``step``.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from app.i18n import _
from app.services.queries.items import ItemRow
from app.ui.pages.workbench.agenda_delegate import SIDE, AgendaDelegate
from app.ui.pages.workbench.agenda_model import AgendaModel
from app.ui.pages.workbench.row_drag import RowDrag
from app.ui.theme import keep


class AgendaList(QListView):
    """One row an item; the chosen one is the item in the editor."""

    chosen = Signal(object)
    opened = Signal(object)
    moved = Signal(object, int)

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Agenda"))
        self._agenda, self._look = model, AgendaDelegate(self)
        self.drag = RowDrag(self, SIDE + 4)
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
        if event.key() == Qt.Key.Key_Escape and self.drag.give_up():
            self._look.dragged = -1
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
            self.drag.begin(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._hover(self.indexAt(at).row())
        if event.buttons() & Qt.MouseButton.LeftButton:
            item = self.current_item
            self.drag.go_on(at, may_move=item is not None and item.is_movable)
            self._look.dragged = self.drag.row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Qt chooses what lies under the mouse when an item is let go that was chosen already.
        self.selectionModel().select(self.currentIndex(), _CHOOSE)
        item, to = self.current_item, self.drag.end(event.position().toPoint())
        self._look.dragged = -1
        if to is not None and item is not None:
            self.moved.emit(item.id, to)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.drag.paint()

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
