"""What an import will make, before anything is written.

Public: ``ImportPreview(database, drafts, parent, problems)``; the signal ``imported(ImportResult)``
once it is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.errors import AppError, InvalidInput
from app.i18n import _, ngettext, sentence
from app.models.draft import ImportDraft
from app.services.import_many import Given, import_drafts, meetings_there
from app.services.queries.registers import body_rows
from app.storage.database import Database
from app.ui.dialogs.base import Dialog
from app.ui.dialogs.import_rows import ItemRow, MeetingRow, item_columns, meeting_columns, rows_of
from app.ui.tables import RowsModel
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets import Banner, ComboBox, Field, LineEdit, WrapLabel
from app.ui.widgets.layouts import row
from app.ui.widgets.table_view import TableView

_SIZE = (920, 640)
_NAMED = 3  # papers that are named; more are counted


class ImportPreview(Dialog):
    """Meetings above, what the chosen one lacks and its items below, and what found no place.

    Group and date are asked for each meeting whose paper does not say them.
    """

    imported = Signal(object)

    def __init__(
        self,
        database: Database,
        drafts: Sequence[ImportDraft],
        parent: QWidget | None = None,
        problems: Sequence[AppError] = (),
    ) -> None:
        self._rows = rows_of(drafts)
        count = len(self._rows)
        title = ngettext("Import {count} meeting", "Import {count} meetings", count)
        super().__init__(title.format(count=count), parent)
        self._database, self._drafts = database, drafts
        self._given: dict[int, Given] = {}
        self._dates: dict[int, str] = {}
        self.resize(theme().px(_SIZE[0]), _SIZE[1])
        self._add_remarks(problems)
        self._add_meetings()
        self._add_gaps()
        self._add_items()
        self._add_unplaced()
        self.add_close_button(_("Cancel"))
        verb = ngettext("Import the meeting", "Import the meetings", count)
        self.confirm = self.add_accept_button(verb)
        self._refresh()
        self.meetings.selectRow(0)
        self.meetings.setFocus()

    def accept(self) -> None:
        """Write all of it in one step, or say what is missing; then nothing is written."""
        self.problem.hide()
        if any(self._ask_for(one) for one in self._rows):
            return
        try:
            result = import_drafts(self._database, self._drafts, self._given)
        except AppError as error:
            self._say_problem(f"{sentence(error)} {_('Nothing has been imported.')}")
            return
        super().accept()
        self.imported.emit(result)

    # --- what the papers do not say

    def _ask_for(self, one: MeetingRow) -> bool:
        """Go to what this meeting lacks; False when it lacks nothing."""
        if one.body and one.date:
            return False
        self.meetings.select_id(one.id)
        editor: QWidget = self.date if one.body else self.group
        error = (
            InvalidInput("Write the date of the meeting, for example 24.03.2025.")
            if one.body
            else InvalidInput("The paper does not say which group met. Choose the group.")
        )
        words = sentence(error)
        self._say_problem(f"{one.paper}: {words}" if len(self._rows) > 1 else words)
        editor.setFocus()
        return True

    def _say_problem(self, words: str) -> None:
        self.problem.set_text(words)
        self.problem.show()

    def _add_gaps(self) -> None:
        self.group, self.date = ComboBox(), LineEdit()
        self.date.setPlaceholderText("24.03.2025")
        self._bodies: dict[UUID | None, str] = {
            body.id: body.short_name or body.name for body in body_rows(self._database)
        }
        if len(self._bodies) > 1:
            self.group.addItem(_("Choose the group"), None)
        for body_id, name in self._bodies.items():
            self.group.addItem(name, body_id)
        self._group_field = Field(_("Group"), self.group)
        self._date_field = Field(_("Date of the meeting"), self.date)
        self.body.addLayout(row(self._group_field, self._date_field, spacing=14))
        for one in self._rows:
            self._given[one.id] = Given(None if one.meeting.body else self.group.itemData(0))
        self.group.activated.connect(self._take_group)
        self.date.textEdited.connect(self._take_date)

    def _take_group(self) -> None:
        """The group of this meeting, and of those that nothing was chosen for yet."""
        chosen, body_id = self.meetings.current_row(), self.group.currentData()
        for one in self._rows:
            given = self._given[one.id]
            if not one.meeting.body and (one.id == chosen.id or given.body_id is None):
                self._given[one.id] = replace(given, body_id=body_id)
        self._refresh()

    def _take_date(self, words: str) -> None:
        chosen = self.meetings.current_row()
        self._dates[chosen.id] = words
        day = _day(words)
        if day != self._given[chosen.id].date:
            self._given[chosen.id] = replace(self._given[chosen.id], date=day)
            self._refresh()

    def _refresh(self) -> None:
        """The meetings with what was given for them, and whether they are there already."""
        there = meetings_there(self._database, self._drafts, self._given)
        self._rows = [
            replace(
                one,
                body=one.meeting.body or self._bodies.get(given.body_id, ""),
                date=one.meeting.date or given.date,
                is_there=found is not None,
            )
            for one, given, found in zip(self._rows, self._given.values(), there, strict=True)
        ]
        chosen = self.meetings.current_row()
        self.meetings.rows_model().set_rows(self._rows)
        if chosen is not None:
            self.meetings.select_id(chosen.id)

    # --- what they say

    def _add_remarks(self, problems: Sequence[AppError]) -> None:
        self.problem = Banner("", Tone.RED)
        self.problem.hide()
        self.body.addWidget(self.problem)
        if problems:
            self.body.addWidget(Banner(" ".join(sentence(one) for one in problems), Tone.RED))
        self.body.addWidget(self._papers())
        told = [_(n.msgid).format(**dict(n.values)) for d in self._drafts for n in d.notices]
        if told:
            self.body.addWidget(Banner(" ".join(dict.fromkeys(told))))

    def _papers(self) -> WrapLabel:
        """The names of the papers, or their number; then the names are in the tooltip."""
        names = [draft.source_name for draft in self._drafts]
        if len(names) <= _NAMED:
            return WrapLabel(", ".join(names), Role.META, "muted")
        label = WrapLabel(_("{count} papers").format(count=len(names)), Role.META, "muted")
        label.setToolTip("\n".join(names))
        label.setAccessibleDescription(", ".join(names))
        return label

    def _add_meetings(self) -> None:
        model = RowsModel(meeting_columns(with_papers=len(self._drafts) > 1))
        self.meetings = TableView(model, _("Meetings"))
        height = 36 + 43 * min(len(self._rows), 4) + 2
        self.meetings.setFixedHeight(theme().px(height))
        self.body.addWidget(self.meetings)
        self.meetings.selectionModel().currentRowChanged.connect(self._show_chosen)

    def _add_items(self) -> None:
        self.facts = WrapLabel("", Role.META, "muted")
        self._item_model = RowsModel(item_columns())
        self.items = TableView(self._item_model, _("Items"))
        self.body.addWidget(self.facts)
        self.body.addWidget(self.items, 1)

    def _show_chosen(self) -> None:
        chosen = self.meetings.current_row()
        if chosen is None:
            return
        self._item_model.set_rows([ItemRow(n, item) for n, item in enumerate(chosen.meeting.items)])
        self.facts.setText(chosen.facts)
        self._group_field.setVisible(not chosen.meeting.body)
        self._date_field.setVisible(chosen.meeting.date is None)
        self.group.setCurrentIndex(max(0, self.group.findData(self._given[chosen.id].body_id)))
        words = self._dates.get(chosen.id, "")
        if words != self.date.text():
            self.date.setText(words)

    def _add_unplaced(self) -> None:
        lines = [line for one in self._rows for line in one.meeting.unplaced]
        if not lines:
            return
        words = ngettext(
            "{count} line found no place. It follows the meeting, so that nothing is lost.",
            "{count} lines found no place. They follow the meeting, so that nothing is lost.",
            len(lines),
        )
        self.body.addWidget(Banner(words.format(count=len(lines))))
        form = _("page {page}, line {line}: {text}")
        text = "\n".join(form.format(page=n.page, line=n.line, text=n.text) for n in lines)
        view = QPlainTextEdit(text)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setAccessibleName(_("Lines without a place"))
        view.setFixedHeight(theme().px(80))
        self.body.addWidget(view)


def _day(words: str) -> dt.date | None:
    """The day that is written out, for example 24.03.2025."""
    try:
        return dt.datetime.strptime(words.strip(), "%d.%m.%Y").date()
    except ValueError:
        return None
