"""Rows on screen: frozen objects in, a Qt item model out.

Public: ``Column`` (title and how a cell is read from a row), ``RowsModel(columns)`` with
``rows``, ``set_rows``, ``index_of``, ``ROW_ROLE``; ``Cell`` for cells that are more than words,
``Group`` rows.

Rows are any frozen objects with an ``id``; a ``Group`` row spans the table. Sorting is the
caller's: ``sort`` hands the column's key (empty: as they were read) and the direction to
``on_sort``, which sets the rows anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.tokens import Tone

ROW_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
EMPTY = "–"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Cell:
    """What a cell shows: ``chip`` puts the words on a soft fill, ``mark`` is an icon after them.

    ``is_quiet`` is for words that stand in the row above already.
    """

    text: str
    icon: str = ""
    tone: Tone | None = None
    chip: bool = False
    strong: bool = False
    mark: str = ""
    is_quiet: bool = False


@dataclass(frozen=True)
class Group:
    """A row that heads the rows below it: "17. marts 2025  DAS Social      9 punkter"."""

    title: str
    note: str = ""
    right: str = ""


@dataclass(frozen=True)
class Column:
    """One column: how it is called and what it shows of a row (words or a ``Cell``).

    ``names`` marks the column that the chosen row is known by, otherwise it is the one that
    stretches, and is never narrower than ``least`` (px at 100 %) where that is given. Numbers, and
    what else ``is_whole``, are not cut short. ``about`` tells what the cell is about: the row above
    may have said the same of the same thing.
    """

    key: str
    title: str
    cell: Callable[[Any], str | Cell]
    width: int = 120
    numeric: bool = False
    stretch: bool = False
    names: bool = False
    sort_key: Callable[[Any], Any] | None = None
    about: Callable[[Any], Any] | None = None
    least: int = 0
    is_whole: bool = False


class RowsModel(QAbstractTableModel):
    """A flat table of frozen rows."""

    def __init__(
        self,
        columns: Sequence[Column],
        on_sort: Callable[[str, bool], None] | None = None,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: tuple[Any, ...] = ()
        self._cells: list[tuple[Cell, ...] | None] = []
        self._on_sort = on_sort

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows as they were given."""
        return self._rows

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._cells = [None] * len(self._rows)
        self.endResetModel()

    def index_of(self, row_id: object) -> QModelIndex:
        """The first cell of the row with this id; invalid if it is not here."""
        for number, row in enumerate(self._rows):
            if getattr(row, "id", None) == row_id:
                return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == ROW_ROLE:
            return self._rows[index.row()]
        cell = self._cells_of(index.row())[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[index.column()].numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._on_sort is not None:
            key = self.columns[column].key if 0 <= column < len(self.columns) else ""
            self._on_sort(key, order is Qt.SortOrder.DescendingOrder)

    def _cells_of(self, number: int) -> tuple[Cell, ...]:
        """The cells of a row, made when the row is first looked at."""
        made = self._cells[number]
        if made is None:
            above = self._rows[number - 1] if number else None
            made = self._cells[number] = _cells(self._rows[number], above, self.columns)
        return made


def _cells(row: Any, above: Any, columns: tuple[Column, ...]) -> tuple[Cell, ...]:
    if isinstance(row, Group):
        words = "  ".join(part for part in (row.title, row.note, row.right) if part)
        return (Cell(words),) + (Cell(""),) * (len(columns) - 1)
    return tuple(_cell(column, row, above) for column in columns)


def _cell(column: Column, row: Any, above: Any) -> Cell:
    shown = column.cell(row)
    made = shown if isinstance(shown, Cell) else Cell(shown or EMPTY)
    if column.about is None or above is None or isinstance(above, Group):
        return made
    return replace(made, is_quiet=column.about(row) == column.about(above))
