"""Follow-ups below the decision: who does what by when.

Public: ``FollowUpLines(context, saver)`` with ``show_item``, ``add``, ``flush``, ``restructured``.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.services.follow_ups import delete_follow_up
from app.services.queries.items import ItemView
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.follow_up_line import NEW, FollowUpLine
from app.ui.pages.workbench.editor.pool import Pool
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.receipts import say_undoable


class FollowUpLines(QWidget):
    """One line a follow-up; a new one is stored when it says what is to be done."""

    restructured = Signal(object)

    def __init__(self, context: AppContext, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self._view: ItemView | None = None
        self._is_adding = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._lines: Pool[FollowUpLine] = Pool(self._make, layout)

    @property
    def lines(self) -> list[FollowUpLine]:
        """The lines, in order."""
        return self._lines.used

    def show_item(self, view: ItemView) -> None:
        """Show the follow-ups of an item."""
        if self._view is None or view.id != self._view.id:
            self._is_adding = False
        self._view = view
        keys: list[object] = [found.id for found in view.follow_ups]
        keys += [(view.id, NEW)] if self._is_adding else []
        lines = self._lines.arrange(keys)
        for line, found in zip(lines, [*view.follow_ups, None], strict=False):
            line.show_follow_up(view, found)
        self.setVisible(bool(keys))

    def add(self) -> None:
        """An empty line to write in."""
        if self._view is None:
            return
        if not self._is_adding:
            self._is_adding = True
            self.show_item(self._view)
        self.lines[-1].action.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is typed."""
        for line in self._lines:
            line.flush()

    def release(self) -> None:
        """There is no item."""
        self._view, self._is_adding = None, False
        self._lines.arrange([])

    def _make(self) -> FollowUpLine:
        line = FollowUpLine(self._context, self._saver)
        line.made.connect(self._keep_line)
        line.gone.connect(self._drop)
        line.changed.connect(lambda: self.restructured.emit(None))
        return line

    def _keep_line(self, follow_up_id: UUID) -> None:
        """The new line has become a follow-up."""
        assert self._view is not None
        self._is_adding = False
        self._lines.rename((self._view.id, NEW), follow_up_id)
        self.restructured.emit(None)

    def _drop(self, follow_up_id: UUID | None) -> None:
        if follow_up_id is None:
            self._is_adding = False
        elif self._saver.attempt(partial(delete_follow_up, self._context.database, follow_up_id)):
            say_undoable(self._context, _("The follow-up is deleted."))
        self.restructured.emit(None)
