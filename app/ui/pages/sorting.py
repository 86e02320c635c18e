"""Sorting a table from the keyboard. Public: ``SortMenu(table)``, "Sortér efter …"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.i18n import _
from app.ui.widgets.table_view import TableView

_UNSORTED = -1
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class SortMenu(QMenu):
    """The columns that can be sorted by; the one that is chosen already turns round."""

    def __init__(self, table: TableView) -> None:
        super().__init__(_("Sort by"), table)
        self._header = table.horizontalHeader()
        self._by_column: dict[int, QAction] = {}
        for number, column in enumerate(table.rows_model().columns):
            if column.sort_key is not None:
                self._add(number, column.title)
        if self._by_column:
            self.addSeparator()
            self._add(_UNSORTED, _("Usual order"))
        self.aboutToShow.connect(self._tick)

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be sorted here."""
        return not self._by_column

    def _add(self, number: int, title: str) -> None:
        action = self._by_column[number] = self.addAction(title)
        action.setCheckable(True)
        action.triggered.connect(lambda: self._sort(number))

    def _sort(self, number: int) -> None:
        is_up = self._chosen() == number and self._header.sortIndicatorOrder() is _UP
        self._header.setSortIndicator(number, _DOWN if is_up else _UP)
        self._tick()

    def _tick(self) -> None:
        for number, action in self._by_column.items():
            action.setChecked(number == self._chosen())

    def _chosen(self) -> int:
        number = self._header.sortIndicatorSection()
        return number if number in self._by_column else _UNSORTED
