"""The table of the design: header 36, rows 43, group rows 40, a ring inside the row that has the
keyboard.

Public: ``TableView(model, name)``; signal ``opened(row)`` (Enter or double click),
``current_row()``, ``select_id(id)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QMetaMethod,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.tables import CELL_ROLE, ROW_ROLE, Cell, Group, Index, RowsModel
from app.ui.theme import keep, theme
from app.ui.tokens import Role, Tone
from app.ui.widgets.chips import chip_size, paint_chip
from app.ui.widgets.painting import draw_icon, text_width
from app.ui.widgets.status import SizeStore

_LEFT = 8  # padding of a cell
_LEAST_STRETCH = 180  # of the column that takes what the others leave


class TableView(QTableView):
    """A calm table: whole rows, no grid but hairlines, group rows across."""

    opened = Signal(object)

    def __init__(
        self, model: RowsModel, name: str, indent: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.indent, self.hovered, self.shows_ring = indent, -1, False
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self._text_size = theme().text_size
        self._wished = [theme().px(column.width) for column in model.columns]
        self._is_fitting = False
        self._shape_columns(model)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._shape_rows)
        keep(self, self._restyle)

    def rows_model(self) -> RowsModel:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, RowsModel)
        return model

    def remember_widths(self, name: str, store: SizeStore) -> None:
        """Start with the remembered column widths, and remember what the user changes."""
        widths = store.sizes(name) or []
        if len(widths) == len(self._wished):
            self._wished = widths
            self._fit()
        self.horizontalHeader().sectionResized.connect(
            lambda: store.remember_sizes(name, list(self._wished))
        )

    def current_row(self) -> Any:
        """The chosen row, or None."""
        index = self.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return None if isinstance(row, Group) else row

    def select_id(self, row_id: object) -> bool:
        """Choose the row with this id and scroll to it; False if it is not here."""
        index = self.rows_model().index_of(row_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(True)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.isSignalConnected(QMetaMethod.fromSignal(self.opened)):
                self._open(self.currentIndex())
            else:  # a table that opens nothing leaves Enter to the dialog's button
                event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._show_ring(event.reason() in keys)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the widest columns give first, down to a common width."""
        columns = list(enumerate(self.rows_model().columns))
        fixed = [n for n, one in columns if not one.stretch and not self.isColumnHidden(n)]
        stretches = len(fixed) < len(columns)
        room = self.viewport().width() - (theme().px(_LEAST_STRETCH) if stretches else 0)
        level = _common_width([self._wished[n] for n in fixed], room)
        self._is_fitting = True
        for number in fixed:
            self.setColumnWidth(number, min(self._wished[number], level))
        self._is_fitting = False

    def _note_width(self, number: int, _before: int, width: int) -> None:
        """The user has drawn a column wider or narrower."""
        if not self._is_fitting:
            self._wished[number] = width

    def _show_ring(self, shown: bool) -> None:
        if shown != self.shows_ring:
            self.shows_ring = shown
            self.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if row is not None and not isinstance(row, Group):
            self.opened.emit(row)

    def _shape_columns(self, model: RowsModel) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        is_sortable = any(column.sort_key for column in model.columns)
        header.setSectionsClickable(is_sortable)
        if is_sortable:
            header.setSortIndicatorShown(True)
            header.setSortIndicatorClearable(True)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            header.sortIndicatorChanged.connect(model.sort)
        header.setMinimumSectionSize(48)
        header.sectionResized.connect(self._note_width)
        for number, column in enumerate(model.columns):
            self.setColumnWidth(number, self._wished[number])
            stretch = QHeaderView.ResizeMode.Stretch
            mode = stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)

    def _shape_rows(self) -> None:
        self.clearSpans()
        for number, row in enumerate(self.rows_model().rows):
            if isinstance(row, Group):
                self.setSpan(number, 0, 1, len(self.rows_model().columns))
                self.setRowHeight(number, theme().px(40))

    def _restyle(self) -> None:
        size = theme().text_size
        self._wished = [round(width * size / self._text_size) for width in self._wished]
        self._text_size = size
        self._fit()
        self.horizontalHeader().setFont(theme().font(Role.SECTION_LABEL))
        self.horizontalHeader().setFixedHeight(theme().px(36))
        self.verticalHeader().setDefaultSectionSize(theme().px(43))
        left = f"padding-left: {self.indent + theme().px(_LEFT)}px"
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section:first {{ {left} }}")
        self._shape_rows()


def _common_width(widths: Sequence[int], room: int) -> int:
    """The width that none of the columns may pass, so that together they fit into ``room``."""
    rest, count = room, len(widths)
    for width in sorted(widths):
        if width * count > rest:
            return max(rest // count, 0)
        rest, count = rest - width, count - 1
    return max(widths, default=0)


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell: Cell = index.data(CELL_ROLE)
        if cell.chip:
            return chip_size(cell.text, cell.icon) + QSize(2 * _LEFT, 0)
        width = text_width(theme().font(Role.STRONG), cell.text) + 2 * _LEFT
        return QSize(width + (theme().px(20) if cell.icon else 0), theme().px(43))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(ROW_ROLE)
        if isinstance(row, Group):
            self._paint_group(painter, option.rect, row)
        else:
            self._paint_cell(painter, option, index)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group) -> None:
        colors, px = theme(), theme().px
        painter.fillRect(rect, colors.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.color("line"))
        left = rect.left() + self._view.indent + _LEFT
        box = QRect(left, rect.top() + px(3), rect.right() - left - px(20), rect.height() - px(3))
        for text, role, color in (
            (group.title, Role.STRONG, "text"),
            (group.note, Role.BASE, "text2"),
        ):
            painter.setFont(colors.font(role))
            painter.setPen(colors.color(color))
            painter.drawText(box, _MIDDLE, text)
            box.setLeft(box.left() + text_width(painter.font(), text) + px(10))
        painter.setFont(colors.font(Role.META))
        painter.setPen(colors.color("muted"))
        painter.drawText(box, _MIDDLE | Qt.AlignmentFlag.AlignRight, group.right)

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option.rect, index, chosen)
        cell: Cell = index.data(CELL_ROLE)
        indent = self._view.indent if index.column() == 0 else 0
        box = option.rect.adjusted(indent + _LEFT, 0, -_LEFT, -1)
        if cell.chip:
            size = chip_size(cell.text, cell.icon)
            size.setWidth(min(size.width(), box.width()))
            top = box.top() + (box.height() - size.height()) / 2
            frame = QRectF(box.left(), top, size.width(), size.height())
            paint_chip(painter, frame, cell.text, cell.tone or _NEUTRAL, cell.icon)
        else:
            self._paint_words(painter, box, cell, index, chosen)
        if (
            self._view.shows_ring
            and self._view.hasFocus()
            and index.row() == self._view.currentIndex().row()
        ):
            self._paint_focus(painter, option.rect, index)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index, chosen: bool) -> None:
        hover = index.row() == self._view.hovered
        fill = "selected" if chosen else "hover" if hover else "surface"
        painter.fillRect(rect, theme().color(fill))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line2"))

    def _paint_words(
        self, painter: QPainter, box: QRect, cell: Cell, index: Index, chosen: bool
    ) -> None:
        column = self._view.rows_model().columns[index.column()]
        color = cell.tone.value if cell.tone and cell.tone is not _NEUTRAL else "text"
        color = "text2" if cell.tone is _NEUTRAL else color
        if cell.icon:
            side = theme().px(15)
            at = QPointF(box.left(), box.top() + (box.height() - side) / 2)
            draw_icon(painter, cell.icon, at, side, color)
            box = box.adjusted(side + theme().px(5), 0, 0, 0)
        bold = cell.strong or (chosen and column.stretch)
        painter.setFont(theme().font(Role.STRONG if bold else Role.BASE))
        painter.setPen(theme().color(color))
        elide = Qt.TextElideMode.ElideRight
        metrics = QFontMetrics(painter.font())
        room = box.width() - (theme().px(22) if cell.mark else 0)
        words = metrics.elidedText(" ".join(cell.text.split()), elide, room)
        side_flag = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, _MIDDLE | side_flag, words)
        if cell.mark:
            left = box.left() + metrics.horizontalAdvance(words) + theme().px(8)
            side = theme().px(15)
            at = QPointF(left, box.top() + (box.height() - side) / 2)
            draw_icon(painter, cell.mark, at, side, "heather")

    def _paint_focus(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Top and bottom in each cell, the sides in the first and the last one."""
        accent, last = theme().color("accent"), self._view.rows_model().columnCount() - 1
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, accent)
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, accent)
        if index.column() == 0:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), accent)
        if index.column() == last:
            painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), accent)


_NEUTRAL = Tone.NEUTRAL
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
