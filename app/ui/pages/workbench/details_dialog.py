"""The meeting's details: date, time, place, case number, other information, people.

Public: ``DetailsDialog(context, meeting_id, parent)``. What is typed is saved by itself; Esc
takes back what is written in the line in hand, then closes.
"""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.i18n import _
from app.services.queries.meetings import meeting_fields
from app.ui.context import AppContext
from app.ui.dialogs.base import Dialog
from app.ui.dialogs.calendar_popup import offer_calendar
from app.ui.dialogs.meeting_words import read_date, read_times, show_date, show_times
from app.ui.forms import Form
from app.ui.pages.workbench.attendance_list import AttendanceList
from app.ui.theme import theme
from app.ui.widgets import DateEdit, LineEdit, Segment, SegmentedControl
from app.ui.widgets.layouts import STRETCH, column, row

_WIDTH, _LEAST_WIDTH = 1020, 800
_AIR = 60  # of the window, at both sides


class DetailsDialog(Dialog):
    """A form over one meeting."""

    def __init__(
        self, context: AppContext, meeting_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Meeting details"), parent)
        self.setMinimumWidth(theme().px(_LEAST_WIDTH))
        self._context, self._meeting_id = context, meeting_id
        self._held_on = dt.date.today()
        self._refused_guest = ""
        self._shown: set[str] = set()
        self.form = Form(self._save, self)
        self.form.failed.connect(context.messages.show_error)
        self.people = AttendanceList(context, meeting_id)
        self.leaves = SegmentedControl(
            [Segment("facts", _("Details")), Segment("people", _("People"))], _("Meeting details")
        )
        self._facts = self._facts_leaf()
        self.leaves.chosen.connect(self._turn)
        for part in (self.leaves, self._facts, self.people):
            self.body.addWidget(part)
        self.people.hide()
        self.add_close_button(_("Close"))
        context.history.serve(self, self._take)
        self._show_values()
        self._take_width(parent)
        self.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_width(self, parent: QWidget | None) -> None:
        """Titles and places of work are long: as wide as they need, as far as the window goes."""
        if parent is not None:
            wished = min(theme().px(_WIDTH), parent.window().width() - _AIR)
            self.resize(max(wished, self.minimumWidth()), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back the words in hand."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if not (is_escape and (self.form.take_back() or self.people.take_back())):
            super().keyPressEvent(event)

    def _take(self, step: str) -> None:
        if self.form.flush():
            self._context.history.take(step)
            self._show_values()
            self.people.reload()

    def reject(self) -> None:
        """Close once what is typed is saved.

        What cannot be used is shown with its sentence; closing again gives it up.
        """
        if not self.form.flush() and self._shown and self._shown == self.form.refused:
            self.form.revert()
        if not self.form.flush():
            self._shown = self.form.refused.copy()
            self._show_refused()
        elif self.people.flush() or self._is_guest_given_up():
            super().reject()
        else:
            self._refused_guest = self.people.name.text()
            self.leaves.set_value("people")
            self._turn("people")
            self.people.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_guest_given_up(self) -> bool:
        return self.people.name.text() == self._refused_guest

    def _show_refused(self) -> None:
        self.leaves.set_value("facts")
        self._turn("facts")
        for key in self.form.refused:
            self.form.field(key).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, leaf: str) -> None:
        """Show the one leaf, in the height that it needs."""
        self._facts.setVisible(leaf == "facts")
        self.people.setVisible(leaf == "people")
        self.fit_height()

    def _facts_leaf(self) -> QWidget:
        add = self.form.add
        self.date, self.times = DateEdit(), LineEdit()
        offer_calendar(self.date, self._read_date, show_date)
        self.place, self.case_number = LineEdit(), LineEdit()
        self.other_info = QPlainTextEdit()
        self.other_info.setFixedHeight(theme().px(86))
        self.other_info.setTabChangesFocus(True)
        first = row(
            add("date", _("Date"), self.date, self._read_date, show_date, whole=True),
            add("times", _("Time"), self.times, read_times, show_times, optional=True, whole=True),
            spacing=12,
        )
        second = row(
            add("place_text", _("Place"), self.place, optional=True),
            add("case_number", _("Case number"), self.case_number, optional=True),
            spacing=12,
        )
        for pair in (first, second):
            pair.setStretch(0, 3)
            pair.setStretch(1, 2)
            for at in range(2):
                pair.itemAt(at).setAlignment(Qt.AlignmentFlag.AlignTop)
        other = add("other_info", _("Other information"), self.other_info, optional=True)
        facts = QWidget()
        facts.setLayout(column(first, second, other, STRETCH, spacing=12))
        return facts

    def _read_date(self, words: str) -> dt.date:
        return read_date(words, since=self._held_on.replace(month=1, day=1))

    def _show_values(self) -> None:
        fields = meeting_fields(self._context.database, self._meeting_id)
        self._held_on = fields.date
        self.form.set_values(
            {
                "date": fields.date,
                "times": (fields.start, fields.end),
                "place_text": fields.place_text,
                "case_number": fields.case_number,
                "other_info": fields.other_info,
            }
        )

    def _save(self, key: str, value: Any) -> None:
        from app.services.meetings import edit_meeting

        values = {"start": value[0], "end": value[1]} if key == "times" else {key: value}
        edit_meeting(self._context.database, self._meeting_id, **values)
