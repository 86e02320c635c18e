"""Grupper: the bodies that meet. Public: ``BodiesPage``."""

from __future__ import annotations

import datetime as dt
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from app.errors import AppError
from app.i18n import N_, _, register_date, sort_key
from app.labels import label
from app.services.queries.registers import BodyRow, body_rows
from app.storage.database import Database
from app.ui.actions import make_action
from app.ui.context import AppContext
from app.ui.pages.outcomes import state_cell
from app.ui.pages.register import RegisterPage
from app.ui.pages.register_data import Register
from app.ui.receipts import say_undoable
from app.ui.tables import Column
from app.ui.widgets import Button, EmptyState, Variant


class BodiesPage(RegisterPage):
    """One row a body with what it holds; Enter shows its meetings."""

    opening_words = N_("Show the meetings")

    def __init__(self, context: AppContext) -> None:
        self.edit = Button(_("Edit group …"), "pen-line")
        new = Button(_("New group …"), "plus", Variant.PRIMARY)
        register = Register(
            title=_("Groups"),
            tables=("body", "meeting", "membership"),
            columns=_columns(),
            reader=lambda: partial(_by_name, context.database),
            open_row=lambda body: context.navigator.open("meetings", body_id=body.id),
            filter_hint=_("Search in groups"),
            buttons=(self.edit, new),
            empty=EmptyState(
                "users",
                _("No groups yet"),
                _("Steering groups and working groups are shown here with members and meetings."),
            ),
        )
        super().__init__(context, register)
        delete = self.delete_action("delete_body", self._delete)
        edit = make_action("edit_body", self, self._edit)
        edit.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self.row_actions = [edit, delete]
        self.edit.follow(edit)
        new.clicked.connect(lambda: context.navigator.run("new_body"))

    def body_in_view(self) -> UUID | None:
        chosen: BodyRow | None = self.table.current_row()
        return chosen.id if chosen else None

    def _edit(self) -> None:
        """The form of the chosen group."""
        from app.ui.dialogs.body import BodyDialog

        chosen = self.table.current_row()
        if chosen is None:
            return
        try:
            BodyDialog(self.context.database, self, chosen.id).open()
        except AppError as error:
            self.context.messages.show_error(error)

    def _delete(self) -> None:
        from app.services.bodies import delete_body

        chosen: BodyRow | None = self.table.current_row()
        if chosen is None:
            return
        try:
            delete_body(self.context.database, chosen.id)
        except AppError as error:
            self.context.messages.show_error(error)
            return
        say_undoable(self.context, _("{name} is deleted.").format(name=chosen.shown_name))


def _by_name(database: Database) -> list[BodyRow]:
    return sorted(body_rows(database), key=lambda row: sort_key(row.name))


def _columns() -> list[Column]:
    return [
        Column(
            "name",
            _("Name"),
            lambda r: r.name,
            360,
            stretch=True,
            sort_key=lambda row: sort_key(row.name),
        ),
        Column("short_name", _("Short name"), lambda r: r.short_name, 180, sort_key=_short_name),
        Column("kind", _("Kind"), lambda r: label(r.kind), 190),
        Column("state", _("State"), lambda r: state_cell(r.state), 140),
        Column("members", _("Members"), lambda r: _number(r.member_count), 110, numeric=True),
        Column("meetings", _("Meetings"), lambda r: _number(r.meeting_count), 110, numeric=True),
        Column("latest", _("Latest meeting"), _latest, 150, numeric=True, sort_key=_latest_key),
    ]


def _number(count: int) -> str:
    return str(count) if count else ""


def _latest(row: BodyRow) -> str:
    return register_date(row.latest_on) if row.latest_on else ""


def _short_name(row: BodyRow) -> object:
    return sort_key(row.short_name)


def _latest_key(row: BodyRow) -> dt.date:
    return row.latest_on or dt.date.min
