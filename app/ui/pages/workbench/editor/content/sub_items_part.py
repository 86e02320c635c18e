"""Underpunkter: the points below an information item.

Public: ``SubItemsPart(context, saver)`` with ``show_item``, ``flush``, ``tab``, ``is_wanted``;
signals ``stored``, ``restructured(focus)``, ``files_dropped``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.models.agenda_words import ItemKind
from app.services.queries.items import ItemView
from app.services.sub_items import add_sub_item, delete_sub_item, move_sub_item
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.content.part_label import PartLabel
from app.ui.pages.workbench.editor.content.sub_item_row import SubItemRow
from app.ui.pages.workbench.editor.fields.binding import TextBinding
from app.ui.pages.workbench.editor.fields.inset import Inset
from app.ui.pages.workbench.editor.fields.pool import Pool
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.editor.tabs import Tab
from app.ui.receipts import say_undoable
from app.ui.tokens import Role
from app.ui.widgets import LinkLabel
from app.ui.widgets.layouts import STRETCH, row


class SubItemsPart(QWidget):
    """There for items that have some and for those of the kind that usually do."""

    stored = Signal()
    restructured = Signal(object)
    files_dropped = Signal(list)
    place = "sub_items"

    def __init__(self, context: AppContext, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self._view: ItemView | None = None
        self.label = PartLabel(_("Sub-items"))
        self.add_link = LinkLabel(_("Add sub-item"), Role.META)
        self.add_link.clicked.connect(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(Inset(self.label))
        rows = QVBoxLayout()
        rows.setSpacing(10)
        layout.addLayout(rows)
        links = QWidget()
        links.setLayout(row(self.add_link, STRETCH))
        layout.addWidget(Inset(links))
        self._rows: Pool[SubItemRow] = Pool(self._make, rows)

    @property
    def is_wanted(self) -> bool:
        """Whether the item that is shown has this part."""
        view = self._view
        return view is not None and (bool(view.sub_items) or view.kind is ItemKind.INFORMATION)

    @property
    def tab(self) -> Tab:
        """How the tab shows it."""
        return Tab(self.place, _("Sub-items"), count=len(self.rows))

    @property
    def rows(self) -> list[SubItemRow]:
        """The sub-items, in order."""
        return self._rows.used

    @property
    def bindings(self) -> list[TextBinding]:
        """What keeps the texts."""
        return [found.binding for found in self._rows]

    @property
    def stops(self) -> Iterator[QWidget]:
        """What the keyboard stops at, in order."""
        for found in self.rows:
            yield from found.stops
        yield self.add_link

    def show_item(self, view: ItemView) -> None:
        """Show the sub-items of an item, or news of them."""
        self._view = view
        self.setVisible(self.is_wanted)
        found, count = view.sub_items, len(view.sub_items)
        for index, line in enumerate(self._rows.arrange([sub.id for sub in found])):
            line.show_sub_item(found[index], index, count)

    def flush(self) -> None:
        """Save what is typed."""
        for line in self._rows:
            line.flush()

    def release(self) -> None:
        """There is no item."""
        self._view = None
        self._rows.arrange([])

    def focus_first(self) -> None:
        """Write here."""
        if self.rows:
            self.rows[0].focus_first()
        else:
            self.add_link.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_row(self, key: object) -> bool:
        """Write in the sub-item of this id; False when there is none."""
        line = self._rows.of(key)
        if line is not None:
            line.focus_first()
        return line is not None

    def add(self) -> None:
        """A further sub-item, to be named at once."""
        if self._view is not None:
            act = partial(add_sub_item, self._context.database, self._view.id)
            self.restructured.emit(self._saver.make(act))

    def _make(self) -> SubItemRow:
        line = SubItemRow(self._context, self._saver)
        line.stored.connect(self.stored)
        line.moved.connect(self._move)
        line.deletion_asked.connect(self._delete)
        line.editor.files_dropped.connect(self.files_dropped)
        return line

    def _move(self, line: SubItemRow, index: int) -> None:
        line.flush()
        if line.view is not None:
            act = partial(move_sub_item, self._context.database, line.view.id, index)
            self._saver.attempt(act)
            self.restructured.emit(line.view.id)

    def _delete(self, line: SubItemRow) -> None:
        if line.view is None:
            return
        line.flush()
        done = self._saver.attempt(partial(delete_sub_item, self._context.database, line.view.id))
        self.restructured.emit(None)
        if done:
            say_undoable(self._context, _("The sub-item is deleted."))
