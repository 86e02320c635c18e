"""The attachments of an item as a list model.

Public: ``AttachmentModel``, ``VIEW``; ``number_of``, ``facts_of`` and ``openness_of`` a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.i18n import _, ngettext, pgettext
from app.services.queries.items import AttachmentView

VIEW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class AttachmentModel(QAbstractListModel):
    """Rows in their order; ``renamed(id, title)`` when a title was written in place."""

    renamed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AttachmentView, ...] = ()

    @property
    def rows(self) -> tuple[AttachmentView, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[AttachmentView]) -> None:
        """Show these; rows that only changed keep their place in the view."""
        rows = tuple(rows)
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, attachment_id: UUID | None) -> int:
        """Where an attachment stands; -1 when it is not there."""
        return next((i for i, row in enumerate(self._rows) if row.id == attachment_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        view = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return view.title
        if role == VIEW:
            return view
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = ", ".join(filter(None, (view.title, facts_of(view), openness_of(view))))
            return f"{number_of(view)}. {told}" if view.number is not None else told
        if role == Qt.ItemDataRole.ToolTipRole:
            return view.file_name or None
        return None

    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        view, title = self._rows[index.row()], " ".join(str(value).split())
        if title and title != view.title:
            self.renamed.emit(view.id, title)
        return bool(title)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags


def number_of(view: AttachmentView) -> str:
    """The number that it has on paper; an imported one may have none."""
    return "" if view.number is None else str(view.number)


def pages_of(view: AttachmentView) -> str:
    """The number of pages in words, or that the file is missing or is no PDF that can be read."""
    if not view.sha256:
        return _("file missing")
    if view.page_count is None:
        is_pdf = view.file_name.lower().endswith(".pdf")
        return _("locked or damaged") if is_pdf else ""
    return ngettext("{count} page", "{count} pages", view.page_count).format(count=view.page_count)


def facts_of(view: AttachmentView) -> str:
    """Pages, and whether it came after the meeting."""
    late = _("after the meeting") if view.is_late else ""
    return " · ".join(filter(None, (pages_of(view), late)))


def openness_of(view: AttachmentView) -> str:
    """ "Åben" or "Lukket"."""
    return pgettext("state", "Closed") if view.is_closed else pgettext("state", "Open")
