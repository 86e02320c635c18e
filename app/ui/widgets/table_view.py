"""The table of the design: header 36, rows 43, group rows 40, a ring inside the row that has the
keyboard.

Public: ``TableView(model, name)``; signals ``opened(row)`` (Enter or double click) and ``drawn``
(a column was made wider or narrower), ``current_row()``, ``select_id(id)``, ``remember_widths``.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

from PySide6.QtCore import QEvent, QMetaMethod, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.tables import ROW_ROLE, Cell, Column, Group, RowsModel
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets.column_widths import Want, fitted
from app.ui.widgets.painted_button import is_enter
from app.ui.widgets.painting import text_width
from app.ui.widgets.status import SizeStore
from app.ui.widgets.table_delegate import PADDING, RowDelegate, edge

_Move = QAbstractItemView.CursorAction
_UPWARDS = (_Move.MoveUp, _Move.MovePageUp, _Move.MovePrevious, _Move.MoveEnd)
_LEAST_STRETCH = 180  # of the column that takes what the others leave
_AIR = 12  # between what a narrow column holds and the next
_ARROW = 16  # of the column that the rows are sorted by
_MEASURED = 60  # rows looked at for what a column needs
_MEASURED_CELLS = 8  # of them those with the most letters, each once: one of these is the widest


class TableView(QTableView):
    """A calm table: whole rows, no grid but hairlines, group rows across."""

    opened = Signal(object)
    drawn = Signal()

    def __init__(self, model: RowsModel, name: str, indent: int = 0) -> None:
        super().__init__()
        self.indent, self.hovered, self.shows_ring = indent, -1, False
        self.setAccessibleName(name)
        self.setModel(model)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
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
        self._needed = [0] * len(model.columns)
        self._whole = {
            number for number, one in enumerate(model.columns) if one.numeric or one.is_whole
        }
        self._drawn: set[int] = set()
        self._is_fitting = False
        self._shape_columns(model)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._take_rows)
        keep(self, self._restyle)

    def rows_model(self) -> RowsModel:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, RowsModel)
        return model

    def remember_widths(self, name: str, store: SizeStore) -> None:
        """Start with the column widths that the user has drawn, and remember new ones.

        Kept as pixels at 100 %, 0 for a column that nobody has drawn.
        """
        kept = store.sizes(name) or []
        if len(kept) == len(self._wished):
            self._drawn = {number for number, width in enumerate(kept) if width}
            for number in self._drawn:
                self._wished[number] = theme().px(kept[number])
            self._fit()
        self.drawn.connect(lambda: store.remember_sizes(name, self._drawn_widths()))

    def _drawn_widths(self) -> list[int]:
        at_100 = 100 / self._text_size
        return [
            round(width * at_100) if number in self._drawn else 0
            for number, width in enumerate(self._wished)
        ]

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
        if is_enter(event):
            if self.isSignalConnected(QMetaMethod.fromSignal(self.opened)):
                self._open(self.currentIndex())
            else:  # a table that opens nothing leaves Enter to the dialog's button
                event.ignore()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Over headings to the next row; Home and End are the first and the last row."""
        found, rows = super().moveCursor(action, modifiers), self.rows_model().rows
        at = {_Move.MoveHome: 0, _Move.MoveEnd: len(rows) - 1}.get(action, found.row())
        up, down = range(at, -1, -1), range(max(at, 0), len(rows))
        ways = chain(up, down) if action in _UPWARDS else chain(down, up)
        number = next((n for n in ways if not isinstance(rows[n], Group)), -1)
        return self.model().index(number, max(found.column(), 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A heading cannot be chosen; the row that is chosen stays so."""
        self._show_ring(False)
        if not isinstance(self.indexAt(event.position().toPoint()).data(ROW_ROLE), Group):
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
        """Give the columns their widths; one stretches over what the others leave."""
        columns = list(enumerate(self.rows_model().columns))
        fixed = [n for n, one in columns if not one.stretch and not self.isColumnHidden(n)]
        stretching = [self._want(n) for n, one in columns if one.stretch]
        widths = fitted(
            [self._want(n) for n in fixed],
            self.viewport().width() - sum(want.wished for want in stretching),
            self.viewport().width() - sum(self._least(one) for _n, one in columns if one.stretch),
            [max(want.needed - want.wished, 0) for want in stretching],
        )
        self._is_fitting = True
        for number, width in zip(fixed, widths, strict=True):
            self.setColumnWidth(number, width)
        self._is_fitting = False

    def _least(self, column: Column) -> int:
        return theme().px(column.least or _LEAST_STRETCH)

    def _want(self, number: int) -> Want:
        wished, needed = self._wished[number], self._needed[number]
        if number in self._drawn:
            needed = wished
        return Want(wished, needed, needed if number in self._whole else 0)

    def _measure(self) -> None:
        """What the columns need; never less than before, so that a search moves no column.

        Numbers and chips are shown whole.
        """
        model, delegate = self.rows_model(), self._delegate
        rows = [row for row in model.rows[:_MEASURED] if not isinstance(row, Group)]
        for number, column in enumerate(model.columns):
            shown = set(map(column.cell, rows))
            cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in shown]
            longest = sorted(cells, key=lambda cell: len(cell.text))[-_MEASURED_CELLS:]
            widths = (delegate.room_for(cell, number).width() for cell in longest)
            needed = max([self._head_width(number), *widths]) + theme().px(_AIR)
            if any(cell.chip for cell in cells):
                self._whole.add(number)
            self._needed[number] = max(self._needed[number], needed)

    def _head_width(self, number: int) -> int:
        column = self.rows_model().columns[number]
        words = text_width(self.horizontalHeader().font(), column.title) + 2 * PADDING
        words += self.indent if number == 0 else 0
        return words + (theme().px(_ARROW) if column.sort_key else 0)

    def _note_width(self, number: int, _before: int, width: int) -> None:
        """The user has drawn a column wider or narrower."""
        if not self._is_fitting and not self.rows_model().columns[number].stretch:
            self._wished[number] = width
            self._drawn.add(number)
            self.drawn.emit()

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
        for number, column in enumerate(model.columns):
            self.setColumnWidth(number, self._wished[number])
            stretch = QHeaderView.ResizeMode.Stretch
            mode = stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)
        header.sectionResized.connect(self._note_width)

    def _take_rows(self) -> None:
        self._measure()
        self._fit()
        self._shape_rows()

    def _shape_rows(self) -> None:
        self.clearSpans()
        across = len(self.rows_model().columns)
        of_rows, of_groups = self.verticalHeader().defaultSectionSize(), theme().px(40)
        for number, row in enumerate(self.rows_model().rows):
            is_group = isinstance(row, Group)
            if is_group:
                self.setSpan(number, 0, 1, across)
            height = of_groups if is_group else of_rows
            if self.rowHeight(number) != height:  # Qt keeps that of the row that stood here
                self.setRowHeight(number, height)

    def _restyle(self) -> None:
        size = theme().text_size
        self._wished = [round(width * size / self._text_size) for width in self._wished]
        self._text_size = size
        self._needed = [0] * len(self._wished)
        self.horizontalHeader().setFont(theme().font(Role.SECTION_LABEL))
        self.horizontalHeader().setFixedHeight(theme().px(36))
        self.verticalHeader().setDefaultSectionSize(theme().px(43))
        left, right = self.indent + PADDING, edge()
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section:first {{ padding-left: {left}px }}"
            f"QHeaderView::section:last {{ padding-right: {right}px }}"
        )
        self._take_rows()
