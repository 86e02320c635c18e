"""What an import will make, before anything is written.

Public: ``ImportPreview(database, drafts, parent)``; the signal ``imported(ImportResult)`` once it
is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.errors import AppError, InvalidInput
from app.i18n import _, decimal, ngettext, register_date, sentence
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.services.importing import ImportResult, import_draft
from app.services.queries.registers import body_rows
from app.storage.database import Database
from app.ui.dialogs.base import Dialog
from app.ui.tables import Cell, Column, RowsModel
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets import Banner, ComboBox, Field, Label, LineEdit
from app.ui.widgets.layouts import row
from app.ui.widgets.table_view import TableView

WELL_READ = 0.995
_SIZE = (920, 640)


@dataclass(frozen=True)
class _MeetingRow:
    id: int
    meeting: MeetingDraft


@dataclass(frozen=True)
class _ItemRow:
    id: int
    item: ItemDraft


class ImportPreview(Dialog):
    """Meetings above, the items of the chosen one below, and what could not be placed."""

    imported = Signal(object)

    def __init__(
        self, database: Database, drafts: Sequence[ImportDraft], parent: QWidget | None = None
    ) -> None:
        self._rows = [
            _MeetingRow(number, meeting)
            for number, meeting in enumerate(m for draft in drafts for m in draft.meetings)
        ]
        count = len(self._rows)
        title = ngettext("Import {count} meeting", "Import {count} meetings", count)
        super().__init__(title.format(count=count), parent)
        self._database, self._drafts = database, drafts
        self.resize(theme().px(_SIZE[0]), _SIZE[1])
        self._add_remarks()
        self._add_tables()
        self._add_unplaced()
        self._add_gaps()
        self.add_close_button(_("Cancel"))
        verb = ngettext("Import the meeting", "Import the meetings", count)
        self.confirm = self.add_accept_button(verb)
        self.meetings.setFocus()

    def accept(self) -> None:
        """Write it, or say what is still missing."""
        result = ImportResult()
        try:
            given = self._given_date()
            body_id = self.group.currentData() if self._lacks_body else None
            for draft in self._drafts:
                made = import_draft(self._database, draft, body_id=body_id, date=given)
                result.created += made.created
                result.known += made.known
                result.occupied += made.occupied
        except AppError as error:
            self.problem.set_text(sentence(error))
            self.problem.show()
            return
        super().accept()
        self.imported.emit(result)

    def _add_remarks(self) -> None:
        self.problem = Banner("", Tone.RED)
        self.problem.hide()
        self.body.addWidget(self.problem)
        names = ", ".join(draft.source_name for draft in self._drafts)
        self.body.addWidget(Label(names, Role.META, "muted"))
        told = [_(n.msgid).format(**dict(n.values)) for d in self._drafts for n in d.notices]
        if told:
            self.body.addWidget(Banner(" ".join(dict.fromkeys(told))))

    def _add_tables(self) -> None:
        model = RowsModel(_meeting_columns())
        model.set_rows(self._rows)
        self.meetings = TableView(model, _("Meetings"))
        height = 36 + 43 * min(len(self._rows), 4) + 2
        self.meetings.setFixedHeight(theme().px(height))
        self._item_model = RowsModel(_item_columns())
        self.items = TableView(self._item_model, _("Items"))
        self.body.addWidget(self.meetings)
        self.body.addWidget(self.items, 1)
        self.meetings.selectionModel().currentRowChanged.connect(self._show_items)
        self.meetings.selectRow(0)

    def _show_items(self) -> None:
        chosen = self.meetings.current_row()
        items = chosen.meeting.items if chosen else []
        self._item_model.set_rows([_ItemRow(n, item) for n, item in enumerate(items)])

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

    def _add_gaps(self) -> None:
        """Group and date are asked for where the paper does not say them."""
        self._lacks_body = any(not one.meeting.body for one in self._rows)
        self._lacks_date = any(one.meeting.date is None for one in self._rows)
        self.group, self.date = ComboBox(), LineEdit()
        self.date.setPlaceholderText("24.03.2025")
        for body in body_rows(self._database):
            self.group.addItem(body.short_name or body.name, body.id)
        fields = []
        if self._lacks_body:
            fields.append(Field(_("Group"), self.group))
        if self._lacks_date:
            fields.append(Field(_("Date of the meeting"), self.date))
        if fields:
            self.body.addLayout(row(*fields, spacing=14))

    def _given_date(self) -> dt.date | None:
        if not self._lacks_date:
            return None
        try:
            return dt.datetime.strptime(self.date.text().strip(), "%d.%m.%Y").date()
        except ValueError:
            raise InvalidInput("Write the date of the meeting, for example 24.03.2025.") from None


def _meeting_columns() -> list[Column]:
    return [
        Column("date", _("Date"), _date, 110),
        Column("body", _("Group"), _body, 300, stretch=True),
        Column("items", _("Items"), lambda r: str(len(r.meeting.items)), 80, numeric=True),
        Column("people", _("People"), lambda r: str(len(r.meeting.attendance)), 90, numeric=True),
        Column("coverage", _("Read"), _coverage, 130),
    ]


def _item_columns() -> list[Column]:
    return [
        Column("number", _("Item"), lambda r: str(r.item.number or ""), 64),
        Column("title", _("Title"), _item_title, 320, stretch=True),
        Column("case", _("Case"), lambda r: r.item.case_number or "", 130),
        Column("points", _("Points"), _points, 80, numeric=True),
        Column("files", _("Attachments"), _files, 80, numeric=True),
        Column("decision", _("Decision"), lambda r: r.item.decision_text, 220),
    ]


def _date(one: _MeetingRow) -> str | Cell:
    day = one.meeting.date
    return register_date(day) if day else Cell(_("missing"), "circle-alert", Tone.AMBER)


def _body(one: _MeetingRow) -> str | Cell:
    return one.meeting.body or Cell(_("missing"), "circle-alert", Tone.AMBER)


def _coverage(one: _MeetingRow) -> Cell:
    share = f"{decimal(one.meeting.coverage * 100)} %"
    if one.meeting.coverage >= WELL_READ:
        return Cell(share, "check", Tone.GREEN, chip=True)
    return Cell(share, "circle-alert", Tone.AMBER, chip=True)


def _item_title(one: _ItemRow) -> Cell:
    title = one.item.title or (_("Closed item") if one.item.is_closed else "")
    return Cell(title, mark="lock" if one.item.is_closed else "")


def _points(one: _ItemRow) -> str:
    count = sum(len(made.points) for made in one.item.recommendation_sets)
    return str(count) if count else ""


def _files(one: _ItemRow) -> str:
    return str(len(one.item.attachments)) if one.item.attachments else ""
