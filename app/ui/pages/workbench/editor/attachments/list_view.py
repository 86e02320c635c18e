"""The list of attachments: keys, menu, dragging. Public: ``AttachmentList``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QWidget,
)

from app.i18n import _
from app.services.queries.items import AttachmentView
from app.ui.pages.workbench.editor.attachments.delegate import ROW, AttachmentDelegate, menu_box
from app.ui.pages.workbench.editor.attachments.model import VIEW, AttachmentModel
from app.ui.pages.workbench.row_drag import RowDrag
from app.ui.theme import keep, theme

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AttachmentList(QListView):
    """As high as its rows. Space or L asks to close or open, Delete to delete, Enter to open the
    file, Alt+arrows and dragging to move; F2 and a double click write the title."""

    openness_asked = Signal(object)
    deletion_asked = Signal(object)
    file_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    moved = Signal(object, int)

    def __init__(self, model: AttachmentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attachments = model
        self.drag = RowDrag(self)
        self.setModel(model)
        self.setItemDelegate(AttachmentDelegate(self))
        self.setAccessibleName(_("Attachments"))
        self._set_up()
        model.modelReset.connect(self.updateGeometry)
        model.rowsInserted.connect(self.updateGeometry)
        keep(self, self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(200, self.attachments.rowCount() * theme().px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    @property
    def current_view(self) -> AttachmentView | None:
        """The row with the keyboard."""
        index = self.currentIndex()
        return index.data(VIEW) if index.isValid() else None

    def select(self, row: int) -> None:
        """Put the keyboard on a row."""
        self.setCurrentIndex(self.attachments.index(row))

    def commit_title(self) -> None:
        """Take the title that is being written; the field stays."""
        index = self.currentIndex()
        field = self.indexWidget(index) if index.isValid() else None
        if field is not None:
            self.commitData(field)

    def event(self, event: QEvent) -> bool:
        """Keys that the page would take are ours here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_ours = self._moves(event) or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2)
            if is_ours:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view, by = self.current_view, self._moves(event)
        if event.key() == Qt.Key.Key_Escape and self.drag.give_up():
            return
        if view is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter ends the writing of a title and comes here too
        elif by:
            self._ask_move(view, self.currentIndex().row() + by)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_L):
            self.openness_asked.emit(view)
        elif event.key() == Qt.Key.Key_Delete:
            self.deletion_asked.emit(view)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.file_asked.emit(view)
        elif event.key() == Qt.Key.Key_F2:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row with the keyboard is seen; Qt makes the first one current without that."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.attachments.rowCount():
            self.select(max(self.currentIndex().row(), 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = menu_box(self.visualRect(index)).bottomLeft() if by_key else event.pos()
            self.menu_asked.emit(index.data(VIEW), self.viewport().mapToGlobal(at))

    # --- Mouse: the dots open the menu, everything else can be dragged

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index, at = self.indexAt(event.position().toPoint()), event.position().toPoint()
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if menu_box(self.visualRect(index)).contains(at):
            below = menu_box(self.visualRect(index)).bottomLeft()
            self.menu_asked.emit(index.data(VIEW), self.viewport().mapToGlobal(below))
        else:
            self.drag.begin(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag.is_going and event.buttons() & Qt.MouseButton.LeftButton:
            self.drag.go_on(event.position().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        view, to = self.current_view, self.drag.end(event.position().toPoint())
        if to is None or view is None:
            super().mouseReleaseEvent(event)
        else:
            self._ask_move(view, to)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.drag.paint()

    def _ask_move(self, view: AttachmentView, row: int) -> None:
        if row != self.attachments.row_of(view.id) and 0 <= row < self.attachments.rowCount():
            self.moved.emit(view.id, row)

    def _moves(self, event: QKeyEvent) -> int:
        if (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            != Qt.KeyboardModifier.AltModifier
        ):
            return 0
        return _UP_DOWN.get(Qt.Key(event.key()), 0)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:  # type: ignore[override]
        """The form scrolls, the list is never higher than it is."""
