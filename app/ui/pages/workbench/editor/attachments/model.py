"""The attachments of an item as a list model.

Public: ``AttachmentModel``, ``VIEW`` and ``OPENNESS`` (its roles); ``number_of`` and ``facts_of`` a
row; ``Openness`` and ``following_words``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
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
OPENNESS = VIEW + 1
Index = QModelIndex | QPersistentModelIndex


class Openness(Enum):
    """Whether an attachment is open; in a closed item it is closed, whatever it is by itself."""

    OPEN = auto()
    CLOSED = auto()
    FOLLOWS_ITEM = auto()


class AttachmentModel(QAbstractListModel):
    """Rows in their order; ``renamed(id, title)`` when a title was written in place."""

    renamed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AttachmentView, ...] = ()
        self._is_item_closed = False

    @property
    def rows(self) -> tuple[AttachmentView, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[AttachmentView], *, is_item_closed: bool = False) -> None:
        """Show these. Where rows only change, or more come behind them, each keeps its place
        in the view, and a title that is being written stands as it is."""
        before, is_turned = self._rows, is_item_closed != self._is_item_closed
        self._is_item_closed = is_item_closed
        kept, new = tuple(rows[: len(before)]), tuple(rows[len(before) :])
        if [row.id for row in kept] != [row.id for row in before]:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
            return
        self._rows = kept
        for at, row in enumerate(before):
            if is_turned or kept[at] != row:
                self.dataChanged.emit(self.index(at), self.index(at))
        self._append(new)

    def _append(self, rows: tuple[AttachmentView, ...]) -> None:
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

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
        if role == OPENNESS:
            return self.openness_of(view)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(view)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(view) or None
        return None

    def openness_of(self, view: AttachmentView) -> Openness:
        """How a row stands now."""
        if self._is_item_closed:
            return Openness.FOLLOWS_ITEM
        return Openness.CLOSED if view.is_closed else Openness.OPEN

    def _told(self, view: AttachmentView) -> str:
        words = _TOLD[self.openness_of(view)]()
        told = ", ".join(filter(None, (view.title, facts_of(view), words)))
        return f"{number_of(view)}. {told}" if view.number is not None else told

    def _tip(self, view: AttachmentView) -> str:
        return "\n".join(filter(None, (view.file_name, following_words(self._is_item_closed))))

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


def following_words(is_item_closed: bool) -> str:
    """Why the openness of an attachment cannot be chosen; nothing where it can."""
    return _("Closed: follows the item") if is_item_closed else ""


_TOLD = {
    Openness.OPEN: lambda: pgettext("state", "Open"),
    Openness.CLOSED: lambda: pgettext("state", "Closed"),
    Openness.FOLLOWS_ITEM: lambda: _("Closed, follows the item"),
}
