"""The list of meetings: open one, make one, import one, delete one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent

from app.errors import AppError
from app.i18n import N_, _, long_date
from app.models.meeting import MeetingState
from app.models.sample import is_of_sample
from app.services.queries.meetings import MeetingRow, meeting_rows
from app.services.queries.registers import body_rows
from app.ui.actions import tip
from app.ui.context import AppContext
from app.ui.pages.meetings.columns import grouped, has_import, meeting_columns
from app.ui.pages.register import RegisterPage
from app.ui.pages.register_data import Register
from app.ui.receipts import say_undoable
from app.ui.widgets import Button, EmptyState, FilterChip, Variant

if TYPE_CHECKING:
    from app.storage.changes import Changes


class MeetingsPage(RegisterPage):
    """One row a meeting; Enter opens its workbench."""

    opening_words = N_("Open the meeting")

    def __init__(self, context: AppContext) -> None:
        self.body = FilterChip(_("Group"))
        self._body_id: UUID | None = None
        self.drop_sample = Button(_("Remove sample data"), "trash-2", Variant.DANGER)
        self.drop_sample.setToolTip(_("Meetings, groups and people of the sample are made up."))
        self.drop_sample.hide()
        self.bring = Button(_("Import minutes …"), "folder-input")
        self.new = Button(_("New meeting …"), "calendar-plus", Variant.PRIMARY)
        self.new.setToolTip(tip("new_meeting"))
        register = self._register_of(context, (self.drop_sample, self.bring, self.new))
        super().__init__(context, register)
        run = context.navigator.run
        self.drop_sample.clicked.connect(lambda: run("remove_sample"))
        self.bring.clicked.connect(lambda: run("import_papers"))
        for way in (self.new.clicked, register.empty.clicked):
            way.connect(lambda: run("new_meeting"))
        self.delete = self.delete_action("delete_meeting", self._delete)
        self.row_actions = [self.delete]
        self.body.clicked.connect(lambda: self._restrict(None))
        self.body.hide()

    def _register_of(self, context: AppContext, buttons: tuple[Button, ...]) -> Register:
        return Register(
            title=_("Meetings"),
            tables=("meeting", "agenda_item", "body", "unplaced_line"),
            columns=meeting_columns(),
            reader=lambda: partial(meeting_rows, context.database),
            open_row=lambda row: context.navigator.open("meeting", meeting_id=row.id),
            grouped=grouped,
            heading=lambda row: f"{row.body_name} {row.date.isoformat()}",
            filter_hint=_("Search by date, group or place"),
            empty=EmptyState(
                "calendar-days",
                _("No meetings yet"),
                _("Meetings are shown here by group and year, with their agendas and minutes."),
                _("New meeting …"),
                "calendar-plus",
            ),
            buttons=buttons,
            filters=(self.body,),
            wanted=lambda row: self._body_id in (None, row.body_id),
        )

    def menu_actions(self) -> list[QAction]:
        """What can be done to the chosen meeting; the order of the list is by group and year."""
        return self.row_actions

    def _show(self, *, keeps_place: bool = False) -> None:
        self.table.setColumnHidden(len(self.model.columns) - 1, not has_import(self._rows))
        super()._show(keeps_place=keeps_place)
        self.drop_sample.setVisible(any(is_of_sample(one.id) for one in self._rows))

    def open(self, **where: Any) -> None:
        """Show the list; with ``body_id`` only that group's, and a new meeting will be its."""
        if "body_id" in where:
            self.filter.clear()
            self._restrict(where["body_id"])
        super().open(**where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the group's filter away, as its × does."""
        if event.key() == Qt.Key.Key_Escape and self._body_id is not None:
            self._restrict(None)
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def reload(self, changes: Changes | None) -> None:
        came = self._came(changes)
        if len(came) == 1:
            (self._wanted_id,) = came
        if self._body_id is not None and (changes is None or changes.touches("body", "meeting")):
            self._restrict(self._body_id if self._is_still_meant(changes) else None)
        super().reload(changes)

    def _came(self, changes: Changes | None) -> frozenset[UUID]:
        """Meetings that were made, or brought back by undo; the list has not shown them."""
        if changes is None or not self._has_read:
            return frozenset()
        return changes.ids("meeting") - {row.id for row in self._rows}

    def _is_still_meant(self, changes: Changes | None) -> bool:
        """Not when the group is gone, nor when a meeting came that would be hidden."""
        database, came = self.context.database, self._came(changes)
        if came and any(
            row.id in came and row.body_id != self._body_id for row in meeting_rows(database)
        ):
            return False
        return any(body.id == self._body_id for body in body_rows(database))

    def clear_filters(self) -> None:
        self._restrict(None)
        super().clear_filters()

    def words_for_nothing(self) -> str:
        if self._body_id is not None and not self.filter.text():
            return _("The group has no meetings yet.")
        return super().words_for_nothing()

    def _restrict(self, body_id: UUID | None) -> None:
        """Show the meetings of one group, or of all."""
        had_focus = self.body.hasFocus()
        self._body_id = body_id
        bodies = body_rows(self.context.database) if body_id else []
        self.body.set_value("".join(row.shown_name for row in bodies if row.id == body_id))
        self.body.setVisible(body_id is not None)
        self._show()
        if had_focus:
            self.table.setFocus()

    def body_in_view(self) -> UUID | None:
        chosen: MeetingRow | None = self.table.current_row()
        return self._body_id or (chosen.body_id if chosen else None)

    def _delete(self) -> None:
        """A draft goes at once and can be taken back; what has left the house is asked about."""
        chosen: MeetingRow | None = self.table.current_row()
        if chosen is None:
            return
        if chosen.state is MeetingState.DRAFT:
            self._delete_row(chosen)
        else:
            self._ask_about(chosen)

    def _ask_about(self, chosen: MeetingRow) -> None:
        from app.ui.dialogs.base import Confirmation

        question = Confirmation(
            _told(_("Delete the meeting of {body} on {date}?"), chosen),
            _(
                "Its items go with it, and all that was written and decided on them. That can be "
                "undone only until the program is closed."
            ),
            _("Delete meeting"),
            _("Keep the meeting"),
            parent=self,
        )
        question.accepted.connect(partial(self._delete_row, chosen))
        question.open()

    def _delete_row(self, chosen: MeetingRow) -> None:
        from app.services.meetings import delete_meeting

        try:
            delete_meeting(self.context.database, chosen.id)
        except AppError as error:
            self.context.messages.show_error(error)
            return
        words = _("The meeting of {body} on {date} is deleted.")
        say_undoable(self.context, _told(words, chosen))


def _told(words: str, row: MeetingRow) -> str:
    return words.format(body=row.body_name, date=long_date(row.date, weekday=False))
