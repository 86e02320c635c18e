"""Follow-ups below the decision: who does what by when.

Public: ``FollowUpLines(context, saver)`` with ``show_item``, ``add``, ``flush``, ``restructured``.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from app.errors import InvalidInput
from app.i18n import N_, _
from app.services.follow_ups import add_follow_up, delete_follow_up, edit_follow_up
from app.services.queries.items import FollowUpView, ItemView
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.actor_menu import Actor, actor_words, fill_actor_menu
from app.ui.pages.workbench.editor.binding import LineBinding
from app.ui.pages.workbench.editor.growing_line import GrowingLine
from app.ui.pages.workbench.editor.meta_field import INSET, MetaButton, MetaEdit
from app.ui.pages.workbench.editor.pool import Pool
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.editor.tab_order import put_in_order
from app.ui.pages.workbench.receipts import say_undoable
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import IconButton, Label, Size
from app.ui.widgets.layouts import row

NEW = "new"
_BETWEEN = 4  # px
_NARROW = 430  # px below which the task stands below who and when


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


class FollowUpLine(QWidget):
    """Who, what and when, each written in place. ``made(id)`` when a new one has been stored,
    ``gone(id | None)`` when it is to be deleted."""

    made = Signal(object)
    gone = Signal(object)
    changed = Signal()

    def __init__(self, context: AppContext, saver: Saver) -> None:
        super().__init__()
        self._context, self._saver = context, saver
        self._view: ItemView | None = None
        self._id: UUID | None = None
        self._actor = Actor()
        self.actor = MetaButton(self._menu)
        self.action = GrowingLine(
            _("What is to be done"), Role.META, 20, "text2", _("Write what is to be done")
        )
        self.due = MetaEdit(_("Deadline"), _("Deadline"))
        self.delete = IconButton("x", _("Delete follow-up"), size=Size.SMALL)
        keep(self.delete, lambda: self.delete.setFixedSize(theme().px(28), theme().px(20)))
        self._action, self._due = LineBinding(self.action, saver), LineBinding(self.due, saver)
        self.delete.clicked.connect(lambda: self.gone.emit(self._id))
        self.action.entered.connect(lambda: self.due.setFocus(Qt.FocusReason.TabFocusReason))
        self.action.editingFinished.connect(self._leave_empty)
        self._lay_out()

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        if self._shape is not None and self._shape[0]:
            return [self.actor, self.due, self.delete, self.action]
        return [self.actor, self.action, self.due, self.delete]

    def show_follow_up(self, item: ItemView, found: FollowUpView | None) -> None:
        """Show a follow-up; None is the line of a new one."""
        self._view, self._id = item, found.id if found else None
        if found:
            self._actor = Actor(found.actor_kind, found.actor_name)
        key = self._id or (item.id, NEW)
        self._action.show(
            (key, "action"), found.action if found else "", self._save_action,
            _demand_action if found else None,
        )  # fmt: skip
        self._due.show((key, "due"), found.due if found else "", self._save_due)
        self._show_actor()

    def flush(self) -> None:
        """Save what is typed."""
        self._action.flush()
        self._due.flush()

    def release(self) -> None:
        """The follow-up is gone."""
        self._view, self._id, self._actor = None, None, Actor()
        self._action.release()
        self._due.release()

    def _lay_out(self) -> None:
        self._word = Label(_("Follow-up:"), Role.META, "text2")
        self._words = QWidget()
        self._words.setLayout(row(self.action, spacing=0))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._shape: tuple[bool, bool] | None = None
        self.due.textChanged.connect(self._arrange)
        keep(self, self._arrange)

    def minimumSizeHint(self) -> QSize:
        """The word in front gives way."""
        return QSize(theme().px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """All in one line where there is room, otherwise the task below who and when."""
        is_narrow = self.width() < theme().px(_NARROW)
        aside = self.actor.sizeHint().width() + self.due.sizeHint().width() + theme().px(28)
        shape = (is_narrow, aside + 3 * _BETWEEN > self.width())
        if shape == self._shape:
            return
        self._shape, top = shape, Qt.AlignmentFlag.AlignTop
        self._word.setVisible(not is_narrow)
        self._grid.setContentsMargins(0, 0, 0, theme().px(6) if is_narrow else 0)
        self._words.layout().setContentsMargins(INSET if is_narrow else 0, 0, 0, 0)  # type: ignore[union-attr]
        if is_narrow:
            self._put_below(is_crowded=shape[1])
        else:
            for place, widget in enumerate((self._word, self.actor, self._words, self.due)):
                self._grid.addWidget(widget, 0, place, top)
        self._grid.addWidget(self.delete, 0, 4, top)
        put_in_order(self.stops)

    def _put_below(self, *, is_crowded: bool) -> None:
        left = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.actor, 0, 0, 1, 3, left)
        if is_crowded:
            self._grid.addWidget(self.due, 1, 0, 1, 5, left)
        else:
            self._grid.addWidget(self.due, 0, 3, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._words, 2, 0, 1, 5, Qt.AlignmentFlag.AlignTop)

    def _show_actor(self) -> None:
        words = actor_words(self._actor)
        self.actor.setText(words)
        self.actor.setAccessibleName(_("Responsible: {name}").format(name=words))
        self.actor.updateGeometry()
        self._arrange()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        if self._view is not None:
            fill_actor_menu(menu, self._context.database, self._view.body_id, self._set_actor)
        return menu

    def _set_actor(self, actor: Actor) -> None:
        self._actor = actor
        self._show_actor()
        if self._id is not None and self._saver.attempt(self._store_actor):
            self.changed.emit()

    def _store_actor(self) -> None:
        assert self._id is not None
        edit_follow_up(
            self._context.database,
            self._id,
            actor_kind=self._actor.kind,
            actor_person_id=self._actor.person_id,
            actor_body_id=self._actor.body_id,
        )

    def _save_action(self, words: str) -> None:
        database = self._context.database
        if self._id is not None:
            edit_follow_up(database, self._id, action=words)
        elif words.strip() and self._view is not None:
            made = add_follow_up(
                database, self._view.id, words, due=self.due.text(), actor_kind=self._actor.kind
            )
            self._become(made)

    def _become(self, made: UUID) -> None:
        self._id = made
        if self._actor.person_id or self._actor.body_id:
            self._store_actor()
        self._action.adopt((made, "action"), _demand_action)
        self._due.adopt((made, "due"))
        self.made.emit(made)

    def _save_due(self, words: str) -> None:
        if self._id is not None:
            edit_follow_up(self._context.database, self._id, due=words.strip())

    def _leave_empty(self) -> None:
        """A new line that was left without words goes away again."""
        if self._id is None and self._view is not None and not self.action.text().strip():
            self.gone.emit(None)


def _demand_action(words: str) -> None:
    if not words.strip():
        raise InvalidInput(N_("Write what is to be done."))
