"""Opfølgning: who does what, by deadline. Public: ``FollowUpsPage``."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.i18n import N_, _, ngettext, register_date, sort_key
from app.labels import due_words, label
from app.models.follow_up import ActorKind, FollowUpStatus
from app.models.fuzzy_date import FuzzyDate
from app.services.follow_ups import edit_follow_up
from app.services.queries.registers import FollowUpRow, follow_up_rows
from app.ui.actions import make_action
from app.ui.context import AppContext
from app.ui.pages.register import RegisterPage, open_item
from app.ui.pages.register_data import Register
from app.ui.receipts import say_undoable
from app.ui.tables import Cell, Column
from app.ui.tokens import Tone
from app.ui.widgets import CheckBox, EmptyState

SOON = dt.timedelta(days=7)
OVER = (FollowUpStatus.DONE, FollowUpStatus.DROPPED)
_IN_TABLE = Qt.ShortcutContext.WidgetShortcut
_LOOKS = {
    FollowUpStatus.OPEN: (Tone.ACCENT, ""),
    FollowUpStatus.WAITING: (Tone.AMBER, "clock"),
    FollowUpStatus.DONE: (Tone.GREEN, "check"),
    FollowUpStatus.DROPPED: (Tone.NEUTRAL, ""),
}


class FollowUpsPage(RegisterPage):
    """One row a follow-up, those without a date last.

    Enter opens the item it comes from, at the follow-up; Space sets it finished, or open again.
    """

    opening_words = N_("Open the item")

    def __init__(self, context: AppContext) -> None:
        finished = CheckBox(_("Show finished"))
        register = Register(
            title=_("Follow-up"),
            tables=("follow_up", "agenda_item", "meeting", "body", "person"),
            columns=_columns(),
            reader=lambda: partial(
                follow_up_rows, context.database, with_finished=finished.isChecked()
            ),
            open_row=self._open_row,
            filter_hint=_("Search in follow-up"),
            empty=EmptyState(
                "list-checks",
                _("No open follow-ups"),
                _(
                    "Tasks from the meetings are shown here with who is responsible and "
                    "the deadline."
                ),
            ),
            filters=(finished,),
        )
        super().__init__(context, register)
        self.finished = finished
        finished.toggled.connect(lambda: self.reload(None))
        self.finish = make_action("finish_follow_up", self.table, self._finish, _IN_TABLE)
        self.row_actions = [self.finish]

    def _open_row(self, row: FollowUpRow) -> None:
        """The item, with the cursor in the follow-up."""
        from app.ui.main_window import MainWindow
        from app.ui.pages.workbench import WorkbenchPage

        open_item(self.context, row)
        window = self.window()
        shown = window.page if isinstance(window, MainWindow) else None
        if isinstance(shown, WorkbenchPage):
            shown.editor.form.focus_key(row.id)
            if (focus := QApplication.focusWidget()) is not None:
                shown.editor.form.ensureWidgetVisible(focus)

    def _finish(self) -> None:
        """Finished, or open again; the receipt takes it back."""
        row: FollowUpRow | None = self.table.current_row()
        if row is None:
            return
        is_over = row.status in OVER
        status = FollowUpStatus.OPEN if is_over else FollowUpStatus.DONE
        try:
            edit_follow_up(self.context.database, row.id, status=status)
        except AppError as error:
            self.context.messages.show_error(error)
            return
        said = _("The task is open again.") if is_over else _("The task is finished.")
        say_undoable(self.context, said)

    def _fit_actions(self) -> None:
        super()._fit_actions()
        row: FollowUpRow | None = self.table.current_row()
        is_over = row is not None and row.status in OVER
        self.finish.setText(_("Open the task again") if is_over else _("Set the task finished"))


def _columns() -> list[Column]:
    return [
        Column("action", _("Task"), task, 360, stretch=True, sort_key=_action_key, least=260),
        Column("actor", _("Responsible"), actor, 190, sort_key=_actor_key),
        Column("due", _("Deadline"), deadline, 215, sort_key=_deadline_key, is_whole=True),
        Column("status", _("State"), _status, 140),
        Column("source", _("From"), lambda r: f"{register_date(r.date)} {r.body_name}", 195),
    ]


def task(row: FollowUpRow) -> Cell:
    """What is to be done, or that nobody has written it yet; a lock where the item is closed."""
    lock = "lock" if row.is_closed else ""
    if row.action:
        return Cell(row.action, mark=lock)
    return Cell(_("The task is missing"), "circle-alert", Tone.AMBER, mark=lock)


def actor(row: FollowUpRow) -> str:
    """Who is to do it: a name where there is one, otherwise what kind of actor."""
    name = row.actor_name or row.actor_body
    if name:
        return name
    return "" if row.actor_kind is ActorKind.PERSON else label(row.actor_kind)


def deadline(row: FollowUpRow) -> str | Cell:
    """The deadline as it was written; red when it is over, amber when it is near."""
    today = dt.date.today()
    last = row.due_to
    written = FuzzyDate(row.due, row.due_from, row.due_to)
    words = due_words(written) or (register_date(last) if last else "")
    if last is None or row.status in OVER:
        return words
    if last < today:
        days = (today - last).days
        over = ngettext("{count} day over", "{count} days over", days).format(count=days)
        return Cell(f"{words} · {over}", "circle-alert", Tone.RED, strong=True)
    return Cell(words, "", Tone.AMBER) if last - today <= SOON else words


def _status(row: FollowUpRow) -> Cell:
    tone, icon = _LOOKS[row.status]
    return Cell(label(row.status), icon, tone, chip=True)


def _action_key(row: FollowUpRow) -> object:
    return sort_key(row.action)


def _actor_key(row: FollowUpRow) -> object:
    return sort_key(actor(row))


def _deadline_key(row: FollowUpRow) -> dt.date:
    """As they stand without sorting: by the first day that is meant (see ``FuzzyDate``)."""
    return row.due_from or dt.date.max
