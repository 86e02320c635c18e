"""One outcome for all points that have none. Public: ``AnswerAll``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from app.i18n import _
from app.labels import label
from app.models.decision import Outcome
from app.services.decisions import answer_all_points
from app.services.queries.items import ItemView
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.decision.outcome_chooser import BY_DIGIT
from app.ui.pages.workbench.editor.fields.menus import DigitMenu, show_menu_below
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.receipts import newest_step, say_undoable
from app.ui.tokens import Role
from app.ui.widgets import LinkLabel


class AnswerAll(LinkLabel):
    """Opens a menu of outcomes; seen where there are several points. ``flush`` saves what is typed,
    ``answered`` tells that outcomes have changed."""

    answered = Signal()

    def __init__(self, context: AppContext, saver: Saver, flush: Callable[[], None]) -> None:
        super().__init__(_("Answer all with …"), Role.META)
        self._context, self._saver, self._flush = context, saver, flush
        self._item_id: UUID | None = None
        self.clicked.connect(lambda: show_menu_below(self.menu(), self))

    def show_item(self, view: ItemView) -> None:
        """The item whose points are answered."""
        self._item_id = view.id
        self.setVisible(sum(len(found.points) for found in view.recommendations) > 1)

    def menu(self) -> QMenu:
        """The outcomes that all points without one can be given."""
        menu = DigitMenu(self)
        for digit, outcome in BY_DIGIT.items():
            action = menu.addAction(label(outcome), partial(self._answer, outcome))
            menu.give_digit(action, digit)
        return menu

    def _answer(self, outcome: Outcome) -> None:
        """Where all points have an outcome, nothing changes and there is no receipt."""
        if self._item_id is None:
            return
        self._flush()
        before = newest_step(self._context)
        act = partial(answer_all_points, self._context.database, self._item_id, outcome)
        self._saver.attempt(act)
        self.answered.emit()
        if newest_step(self._context) is not before:
            say_undoable(self._context, _("All points are answered."))
