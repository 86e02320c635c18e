"""Follow-ups below the decision: who does what by when.

Public: ``FollowUpLines(context, saver)`` with ``show_item``, ``add``, ``flush``, ``restructured``.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.follow_ups import delete_follow_up
from app.services.queries.items import FollowUpView, ItemView
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.fields.meta_field import INSET
from app.ui.pages.workbench.editor.fields.pool import Pool
from app.ui.pages.workbench.editor.follow_ups.keeper import FollowUpKeeper
from app.ui.pages.workbench.editor.follow_ups.line import NEW, FollowUpLine
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.receipts import say_undoable
from app.ui.tokens import Role
from app.ui.widgets import Label
from app.ui.widgets.layouts import column, row


class FollowUpLines(QWidget):
    """A new one is stored as soon as it says anything. Nothing is shown while there is none.

    All words begin ``INSET`` px further in, as those of the facts, which have a ground.
    """

    restructured = Signal(object)

    def __init__(self, context: AppContext, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self._view: ItemView | None = None
        self._begun: dict[UUID, FollowUpKeeper] = {}  # the new one of an item, until it is stored
        head = row(Label(_("Follow-up"), Role.SECTION_LABEL, "text2"), margins=(INSET, 0, 0, 0))
        lines = column(spacing=6)
        self.setLayout(column(head, lines, spacing=4))
        self._lines: Pool[FollowUpLine] = Pool(self._make, lines)

    @property
    def lines(self) -> list[FollowUpLine]:
        """The lines, in order."""
        return self._lines.used

    def show_item(self, view: ItemView) -> None:
        """Show the follow-ups of an item."""
        if self._view is not None and view.id != self._view.id:
            self._forget_blank(self._view.id)
        self._view = view
        keys: list[object] = [found.id for found in view.follow_ups]
        keys += [(view.id, NEW)] if view.id in self._begun else []
        lines = self._lines.arrange(keys)
        for line, found in zip(lines, [*view.follow_ups, None], strict=False):
            line.show_follow_up(view, found, self._keeper_of(view.id, found))
        self.setVisible(bool(keys))

    def add(self) -> None:
        """An empty line to write in."""
        if self._view is None:
            return
        if self._view.id not in self._begun:
            self._begun[self._view.id] = self._make_keeper(self._view.id, None)
            self.show_item(self._view)
        self.lines[-1].action.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_row(self, key: object) -> bool:
        """Write in the follow-up of this id; False when there is none."""
        line = self._lines.of(key)
        if line is not None:
            line.action.setFocus(Qt.FocusReason.OtherFocusReason)
        return line is not None

    def flush(self) -> None:
        """Save what is typed."""
        for line in self._lines:
            line.flush()

    def release(self) -> None:
        """There is no item."""
        if self._view is not None:
            self._forget_blank(self._view.id)
        self._view = None
        self._lines.arrange([])

    def _make(self) -> FollowUpLine:
        line = FollowUpLine(self._context, self._saver)
        line.gone.connect(self._drop)
        line.changed.connect(lambda: self.restructured.emit(None))
        return line

    def _keeper_of(self, item_id: UUID, found: FollowUpView | None) -> FollowUpKeeper:
        if found is None:
            return self._begun[item_id]
        return self._make_keeper(item_id, found)

    def _make_keeper(self, item_id: UUID, found: FollowUpView | None) -> FollowUpKeeper:
        return FollowUpKeeper(self._context.database, item_id, found, self._keep_line)

    def _forget_blank(self, item_id: UUID) -> None:
        """A new line in which nothing stands, not even unsaved, goes away with its item."""
        if item_id in self._begun and self._begun[item_id].says_nothing:
            del self._begun[item_id]

    def _keep_line(self, keeper: FollowUpKeeper) -> None:
        """What was written in a new line has become a follow-up, perhaps of another item."""
        self._begun.pop(keeper.item_id, None)
        line = self._lines.of((keeper.item_id, NEW))
        if line is not None and keeper.id is not None:
            line.become(keeper.id)
            self._lines.rename((keeper.item_id, NEW), keeper.id)
            self.restructured.emit(None)

    def _drop(self, follow_up_id: UUID | None) -> None:
        if follow_up_id is None and self._view is not None:
            self._begun.pop(self._view.id, None)
        elif follow_up_id is not None and self._delete(follow_up_id):
            say_undoable(self._context, _("The follow-up is deleted."))
        self.restructured.emit(None)

    def _delete(self, follow_up_id: UUID) -> bool:
        act = partial(delete_follow_up, self._context.database, follow_up_id)
        return self._saver.attempt(act)
