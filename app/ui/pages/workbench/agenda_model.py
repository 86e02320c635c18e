"""The agenda as an item model. Public: ``AgendaModel`` with ``set_rows``, ``ITEM_ROLE``.

New rows are merged into the old ones (removed, moved, inserted, changed), so that selection and
scroll position survive every reload.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.i18n import _, duration
from app.labels import label
from app.services.queries.items import ItemRow

ITEM_ROLE = Qt.ItemDataRole.UserRole
_FITS = 44  # letters that two lines hold at any text size

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(QAbstractListModel):
    """The items of one meeting in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ItemRow] = []

    @property
    def rows(self) -> tuple[ItemRow, ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def reset(self, rows: Sequence[ItemRow]) -> None:
        """The agenda of another meeting."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_rows(self, rows: Sequence[ItemRow]) -> None:
        """The same meeting after a change."""
        self._remove_vanished({row.id for row in rows})
        for place, row in enumerate(rows):
            self._bring(row, place)
        for place, row in enumerate(rows):
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def show_title(self, item_id: UUID, title: str) -> None:
        """Show a title that is still being typed."""
        at = self.row_of(item_id)
        if at >= 0 and self._rows[at].title != title:
            self._rows[at] = replace(self._rows[at], title=title)
            self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, item_id: UUID | None) -> int:
        """Place of an item from 0; -1 when it is not here."""
        return next((at for at, row in enumerate(self._rows) if row.id == item_id), -1)

    def item_at(self, row: int) -> ItemRow | None:
        """The item at a place."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ITEM_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row)
        return None

    def _remove_vanished(self, kept: set[UUID]) -> None:
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].id not in kept:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()

    def _bring(self, row: ItemRow, place: int) -> None:
        """Let the row stand at its place: it is there, further down, or new."""
        at = self.row_of(row.id)
        if at == place:
            return
        if at < 0:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
            return
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), place)
        self._rows.insert(place, self._rows.pop(at))
        self.endMoveRows()


def _tip(row: ItemRow) -> str | None:
    """A title that may not fit whole, and why an item cannot be moved."""
    lines = [row.title] if len(row.title) > _FITS else []
    if not row.is_movable:
        lines.append(_("The agenda has been sent, so the item keeps its number."))
    return "\n".join(lines) or None


def spoken(row: ItemRow) -> str:
    """The row as one sentence for a screen reader."""
    parts = [f"{row.number or ''} {row.title or _('Without a title')}".strip()]
    parts += [_("Closed")] if row.is_closed else []
    parts += [row.case_number] if row.case_number else []
    parts += [duration(row.duration_min)] if row.duration_min else []
    parts += [label(problem) for problem in row.problems]
    parts += [_("Added")] if row.added_at_meeting else []
    return ", ".join(parts)
