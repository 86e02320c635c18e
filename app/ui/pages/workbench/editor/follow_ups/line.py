"""One follow-up below the decision: who does what by when, and how far it is.

Public: ``FollowUpLine(context, saver)`` with ``show_follow_up``, ``flush``, ``release``; ``NEW``.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.errors import InvalidInput
from app.i18n import N_, _
from app.services.follow_ups import edit_follow_up
from app.services.queries.items import FollowUpView, ItemView
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.fields.binding import LineBinding
from app.ui.pages.workbench.editor.fields.deadline import deadline_doubt
from app.ui.pages.workbench.editor.fields.growing_line import GrowingLine
from app.ui.pages.workbench.editor.fields.meta_field import INSET, MetaButton, MetaEdit
from app.ui.pages.workbench.editor.follow_ups.actor_menu import Actor, actor_words, fill_actor_menu
from app.ui.pages.workbench.editor.follow_ups.keeper import FollowUpKeeper
from app.ui.pages.workbench.editor.follow_ups.status import StatusButton
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.editor.tab_order import put_in_order
from app.ui.theme import keep, set_role, theme
from app.ui.tokens import Role
from app.ui.widgets import IconButton, Size, WrapLabel
from app.ui.widgets.fields import mark

NEW = "new"
_BETWEEN = 4  # px
_DELETE = 28  # px
_FACTS = 3  # rows that who, when and how far may take


class FollowUpLine(QWidget):
    """The task, and below it who, when and how far; each is written in place.

    ``gone(id | None)`` when it is to be deleted.
    """

    gone = Signal(object)
    changed = Signal()

    def __init__(self, context: AppContext, saver: Saver) -> None:
        super().__init__()
        self._context, self._saver = context, saver
        self._view: ItemView | None = None
        self.keeper: FollowUpKeeper | None = None
        self.actor = MetaButton(self._menu)
        self.action = GrowingLine(
            _("What is to be done"), Role.LIST_TITLE, 20, "text", _("Write what is to be done")
        )
        self.due = MetaEdit(_("Deadline"), _("Deadline"))
        self.status = StatusButton()
        self.delete = IconButton("x", _("Delete follow-up"), size=Size.SMALL)
        self.doubt = WrapLabel("", Role.META, "red")
        self.missing = WrapLabel(
            _("The task is missing. Write what is to be done."), Role.META, "red"
        )
        keep(self.delete, lambda: self.delete.setFixedSize(theme().px(_DELETE), theme().px(20)))
        self._action, self._due = LineBinding(self.action, saver), LineBinding(self.due, saver)
        for fact in self._small:
            set_role(fact, Role.META)
        self._lay_out()
        self._connect()

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [self.action, *self._small, self.delete]

    def show_follow_up(
        self, item: ItemView, found: FollowUpView | None, keeper: FollowUpKeeper
    ) -> None:
        """Show a follow-up; None is the line of a new one, which keeps what is typed in it."""
        self._view = item
        if keeper is self.keeper:
            return
        self.keeper = keeper
        if found:
            self.status.show_status(found.status)
        key = keeper.id or (item.id, NEW)
        self._action.show(
            (key, "action"), found.action if found else "", keeper.save_action,
            _demand_action if found else None,
        )  # fmt: skip
        self._due.show(
            (key, "due"), found.due if found else "", keeper.save_due, doubt=self._doubt_due
        )
        self.status.setVisible(found is not None)
        self._show_actor()
        self._show_missing()

    def flush(self) -> None:
        """Save what is typed."""
        self._action.flush()
        self._due.flush()

    def release(self) -> None:
        """The follow-up is gone."""
        self._view = self.keeper = None
        self._action.release()
        self._due.release()

    def become(self, made: UUID) -> None:
        """The new follow-up that is written here has been stored."""
        self._action.adopt((made, "action"), _demand_action)
        self._due.adopt((made, "due"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the whole line is left can be told when the focus has arrived elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._leave)
        return super().eventFilter(watched, event)

    # --- Who stands where

    def _lay_out(self) -> None:
        self._shape: tuple[int, ...] | None = None
        self._task = QHBoxLayout()
        self._facts = [QHBoxLayout() for _row in range(_FACTS)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._task.setContentsMargins(INSET, 0, 0, 0)
        self._task.addWidget(self.action)
        for line in (self._task, *self._facts):
            layout.addLayout(line)
        for line in self._facts:
            line.setSpacing(_BETWEEN)
            line.addStretch()
        for words in (self.missing, self.doubt):
            words.hide()
            words.setContentsMargins(INSET, 0, 0, 0)
            layout.addWidget(words)

    def _connect(self) -> None:
        self.delete.clicked.connect(self._ask_to_delete)
        self.action.entered.connect(lambda: self.due.setFocus(Qt.FocusReason.TabFocusReason))
        self.status.chosen.connect(self._set_status)
        self._due.refused.connect(self._show_doubt)
        self.due.textChanged.connect(self._arrange)
        self.action.textChanged.connect(self._show_missing)
        keep(self, self._arrange)
        for stop in self.stops:
            stop.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """The facts break into rows."""
        return QSize(theme().px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Who, when and how far side by side, as far as there is room; the cross comes last."""
        shape = self._rows_of_facts()
        if shape == self._shape:
            return
        self._shape = shape
        for row, line in enumerate(self._facts):
            inside = [one for one, at in zip(self._small, shape, strict=True) if at == row]
            for place, widget in enumerate(inside):
                line.insertWidget(place, widget, 0, Qt.AlignmentFlag.AlignTop)
        self._facts[shape[-1]].addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        put_in_order(self.stops)

    @property
    def _small(self) -> list[QWidget]:
        return [self.actor, self.due, self.status]

    def _rows_of_facts(self) -> tuple[int, ...]:
        """In which row each of the small facts has room."""
        rows, row, room = [], 0, self.width() - theme().px(_DELETE) - _BETWEEN
        left = room
        for widget in self._small:
            width = _width(widget)
            if width > left and left < room:
                row, left = row + 1, room
            rows.append(row)
            left -= width
        return tuple(rows)

    # --- Changes

    def _show_actor(self) -> None:
        words = actor_words(self.keeper.actor if self.keeper else Actor())
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
        if self.keeper is None:
            return
        self.flush()
        self.keeper.actor = actor
        self._show_actor()
        if self._saver.attempt(self.keeper.save_actor):
            self.changed.emit()

    def _set_status(self, status: str) -> None:
        if self.keeper is not None and self.keeper.id is not None:
            edit = partial(edit_follow_up, self._context.database, self.keeper.id)
            self._saver.attempt(partial(edit, status=status))
            self.changed.emit()

    def _ask_to_delete(self) -> None:
        self.gone.emit(self.keeper.id if self.keeper else None)

    def _show_missing(self) -> None:
        """A follow-up without its task says so, unless it is being written."""
        is_stored = self.keeper is not None and not self.keeper.is_blank
        focus = QApplication.focusWidget()
        is_written_in = focus is not None and self.isAncestorOf(focus)
        is_missing = is_stored and not self.action.text().strip()
        self.missing.setVisible(is_missing and not is_written_in)

    def _doubt_due(self, words: str) -> str:
        return deadline_doubt(words, self._view.met_on) if self._view is not None else ""

    def _show_doubt(self, reason: str) -> None:
        mark(self.due, "invalid", bool(reason))
        self.due.setAccessibleDescription(reason)
        self.due.update()
        self.doubt.setText(reason)
        self.doubt.setVisible(bool(reason))

    def _leave(self) -> None:
        """A new line that is left for another place goes away if nothing stands in it."""
        self._show_missing()
        focus = QApplication.focusWidget()
        is_elsewhere = focus is not None and not self.isAncestorOf(focus)
        if self.keeper is None or not self.keeper.is_blank or not is_elsewhere:
            return
        is_open = QApplication.activePopupWidget() is not None
        words = self.action.text().strip() or self.due.text().strip()
        if not is_open and not words and self.keeper.actor == Actor():
            self.gone.emit(None)


def _width(widget: QWidget) -> int:
    return widget.sizeHint().width() + _BETWEEN


def _demand_action(words: str) -> None:
    if not words.strip():
        raise InvalidInput(N_("Write what is to be done."))
