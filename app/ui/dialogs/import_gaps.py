"""What papers on their way in do not say: which group met, and when.

Public: ``ImportGaps(database, rows)`` with ``given`` by the number of the meeting, ``show_row``,
``body_of``, ``is_put_there``, ``is_whole``, ``is_written``, ``asked_for``; the signal ``changed``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError, InvalidInput
from app.i18n import _, sentence
from app.services.import_meetings import Given
from app.services.queries.registers import body_rows
from app.storage.database import Database
from app.ui.dialogs.import_dates import held_since
from app.ui.dialogs.import_rows import MeetingRow
from app.ui.dialogs.meeting_words import read_date, show_date
from app.ui.widgets import ComboBox, Field, LineEdit
from app.ui.widgets.layouts import row

_NEW = ""
"""Data of the choice that asks for the name of a group that is not there yet."""


class ImportGaps(QWidget):
    """Group and date of the chosen meeting, each only where its paper does not say it.

    A group may be chosen or named; where there is none yet, its name is asked for.
    """

    changed = Signal()

    def __init__(self, database: Database, rows: Sequence[MeetingRow]) -> None:
        super().__init__()
        self._rows, self._chosen, self._dates = rows, rows[0], dict[int, str]()
        self.group, self.name, self.date = ComboBox(), LineEdit(), LineEdit()
        self.date.setPlaceholderText("24.03.2025")
        self._bodies = self._offer_groups(database)
        self._group_field = Field(_("Group"), self.group)
        self._name_field = Field(_("Name of the group"), self.name)
        self._date_field = Field(_("Date of the meeting"), self.date)
        fields = row(self._group_field, self._name_field, self._date_field, spacing=14)
        for field in (self._group_field, self._name_field, self._date_field):
            fields.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            fields.setStretchFactor(field, 1)
        self.setLayout(fields)
        self._only = next(iter(self._bodies), None) if len(self._bodies) == 1 else None
        today = dt.date.today()
        self._since = {one.id: held_since(one, rows, today) for one in rows}
        self.given = {one.id: Given(None if one.meeting.body else self._only) for one in rows}
        self._new, self._written_for = set[int](), set[int]()
        self.group.activated.connect(self._take_group)
        self.name.textEdited.connect(self._take_name)
        self.date.textEdited.connect(self._take_date)
        self.date.editingFinished.connect(self._finish_date)

    def _offer_groups(self, database: Database) -> dict[UUID, str]:
        bodies = {body.id: body.shown_name for body in body_rows(database)}
        if len(bodies) > 1:
            self.group.addItem(_("Choose the group"), None)
        for body_id, name in bodies.items():
            self.group.addItem(name, body_id)
        self.group.addItem(_("New group …"), _NEW)
        return bodies

    def show_row(self, chosen: MeetingRow) -> None:
        """Ask for what this meeting lacks; for nothing where it is left out."""
        is_other, self._chosen = chosen.id != self._chosen.id, chosen
        given, is_asked = self.given[chosen.id], not chosen.meeting.body
        is_named = is_asked and self._is_named(chosen)
        self._group_field.setVisible(is_asked and bool(self._bodies))
        self._name_field.setVisible(is_named)
        self._date_field.setVisible(chosen.meeting.date is None)
        lacks = is_asked or chosen.meeting.date is None
        self.setVisible(lacks and not chosen.is_left_out)
        wanted = _NEW if is_named else given.body_id
        self.group.setCurrentIndex(max(0, self.group.findData(wanted)))
        date = self._dates.get(chosen.id, "")
        for editor, words in ((self.name, given.body_name), (self.date, date)):
            if words != editor.text():
                editor.setText(words)
        if is_other:
            self._say_date_error()

    def body_of(self, one: MeetingRow) -> str:
        """The group as printed, chosen or named; nothing while it is missing."""
        given = self.given[one.id]
        chosen = self._bodies.get(given.body_id, "") if given.body_id else ""
        return one.meeting.body or chosen or given.body_name.strip()

    def is_put_there(self, one: MeetingRow) -> bool:
        """True where the paper names no group and that of all others was taken unasked."""
        is_only = self._only is not None and self.given[one.id].body_id == self._only
        return is_only and not one.meeting.body and one.id not in self._written_for

    def is_written(self) -> bool:
        """Whether a date or the name of a group would be lost."""
        return any(self._dates.values()) or any(one.body_name for one in self.given.values())

    def is_whole(self, one: MeetingRow) -> bool:
        """True when both are known."""
        return bool(self.body_of(one) and (one.meeting.date or self.given[one.id].date))

    def asked_for(self, one: MeetingRow) -> tuple[QWidget, AppError]:
        """Where to write what the chosen meeting lacks, and the sentence that asks for it."""
        if self.body_of(one):
            wanted = InvalidInput("Write the date of the meeting, for example 24.03.2025.")
            return self.date, self._read_date(one.id)[1] or wanted
        editor = self.name if self._is_named(one) else self.group
        return editor, InvalidInput(
            "The paper does not say which group met. Choose the group or write its name."
        )

    def _is_named(self, one: MeetingRow) -> bool:
        """True where a new group is to be named."""
        return not self._bodies or one.id in self._new or bool(self.given[one.id].body_name)

    def _take_group(self) -> None:
        """The group of this meeting, and of those that nothing was chosen for yet."""
        at, body_id = self._chosen.id, self.group.currentData()
        if body_id == _NEW:
            self._new.add(at)
            self.given[at] = replace(self.given[at], body_id=None)
        else:
            self._new.discard(at)
            self._give(Given(body_id))
        self.changed.emit()
        self.show_row(self._chosen)
        (self.name if body_id == _NEW else self.group).setFocus()

    def _take_name(self, words: str) -> None:
        """The name of a new group for this meeting, and for those without one of their own."""
        self._give(Given(body_name=words))
        self.changed.emit()

    def _give(self, new: Given) -> None:
        self._written_for.add(self._chosen.id)
        for one in self._rows:
            given = self.given[one.id]
            follows = one.id not in self._written_for and given.body_id is None
            if not one.meeting.body and (one.id == self._chosen.id or follows):
                self.given[one.id] = replace(given, body_id=new.body_id, body_name=new.body_name)

    def _take_date(self, words: str) -> None:
        """The date of this meeting alone: two meetings are seldom on one day."""
        at = self._chosen.id
        self._dates[at] = words
        day, error = self._read_date(at)
        if error is None:
            self._date_field.clear_error()
        if day != self.given[at].date:
            self.given[at] = replace(self.given[at], date=day)
            self.changed.emit()

    def _read_date(self, at: int) -> tuple[dt.date | None, AppError | None]:
        """The day that is written for a meeting, or why it cannot be read; neither is neither."""
        words = self._dates.get(at, "")
        if not words.strip():
            return None, None
        try:
            return read_date(words, since=self._since[at]), None
        except InvalidInput as error:
            return None, error

    def _finish_date(self) -> None:
        """Written out once the field is left, so that weekday and year are seen."""
        at = self._chosen.id
        if (day := self.given[at].date) is not None:
            self._dates[at] = show_date(day)
            self.date.setText(self._dates[at])
        self._say_date_error()

    def _say_date_error(self) -> None:
        _day, error = self._read_date(self._chosen.id)
        if error is None:
            self._date_field.clear_error()
        else:
            self._date_field.show_error(sentence(error))
