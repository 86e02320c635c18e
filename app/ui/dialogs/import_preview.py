"""What an import will make, before anything is written.

Public: ``ImportPreview(database, drafts, parent, problems)``; the signal ``imported(ImportResult)``
once it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.i18n import _, ngettext, sentence
from app.models.draft import ImportDraft
from app.services.importing import import_drafts, meetings_there
from app.storage.database import Database
from app.ui.dialogs.import_gaps import ImportGaps
from app.ui.dialogs.import_notes import Remarks, UnplacedLines, failures, names_of
from app.ui.dialogs.import_rows import (
    ItemRow,
    MeetingRow,
    MeetingTable,
    item_columns,
    meeting_columns,
    rows_of,
)
from app.ui.dialogs.writing import WritingDialog
from app.ui.tables import RowsModel
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets import Banner, Button, Size, WrapLabel
from app.ui.widgets.layouts import row
from app.ui.widgets.table_view import TableView

_WIDTH, _LEAST_HEIGHT = 920, 560
_AIR = 60  # of the window, above and below
_ROWS = (1, 4)  # meetings in sight: where there is little room, and at most


class ImportPreview(WritingDialog):
    """Meetings above, what the chosen one lacks and its items below, and what found no place.

    Group and date are asked for each meeting whose paper does not say them. Of several meetings
    some may be left out.
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
        super().__init__(ngettext("Import the meeting", "Import the meetings", count), parent)
        self._database, self._drafts, self._left_out = database, drafts, set[int]()
        self.body.setSpacing(8)
        self._add_notes(problems)
        self._add_meetings()
        self._add_gaps()
        self._add_choice()
        self._add_items()
        self.body.addWidget(self.unplaced)
        self.add_close_button(_("Cancel"))
        self.confirm = self.add_accept_button("")
        self._refresh()
        self.meetings.selectRow(0)
        self.meetings.setFocus()
        self._take_room(parent)

    def _take_room(self, parent: QWidget | None) -> None:
        """As high as the items need, as far as the window goes."""
        width, least = theme().px(_WIDTH), theme().px(_LEAST_HEIGHT)
        most = max(parent.window().height() - _AIR, least) if parent is not None else least
        self.resize(width, min(max(self.layout().totalHeightForWidth(width), least), most))

    def accept(self) -> None:
        """Write what is taken along in one step, or say what is missing and write nothing."""
        self.problem.hide()
        if not (taken := _taken(self._rows)):
            self._say_problem(_none_taken())
            return
        if any(self._ask_for(one) for one in taken):
            return
        try:
            result = import_drafts(self._database, self._drafts, self.gaps.given, self._left_out)
        except AppError as error:
            self._say_problem(f"{sentence(error)} {_('Nothing has been imported.')}")
            return
        super().accept()
        self.imported.emit(result)

    def is_written(self) -> bool:
        """Whether a date or the name of a group would be lost."""
        return self.gaps.is_written()

    # --- what is taken along

    def _add_choice(self) -> None:
        """The button that leaves the chosen meeting out, and the keys that do it in the list."""
        self.leave_out = Button("", size=Size.SMALL)
        self.leave_out.setVisible(len(self._rows) > 1)
        words = _("Delete leaves the meeting out. Space takes it along again.")
        self.leave_out.setToolTip(words)
        self.leave_out.setAccessibleDescription(words)
        self.leave_out.clicked.connect(self._turn)
        if len(self._rows) > 1:
            for key, act in ((Qt.Key.Key_Delete, self._leave_out), (Qt.Key.Key_Space, self._turn)):
                shortcut = QShortcut(QKeySequence(key), self.meetings)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(act)

    def _turn(self) -> None:
        """Leave the chosen meeting out, or take it along again."""
        chosen = self.meetings.current_row()
        if chosen is not None:
            self._left_out ^= {chosen.id}
            self.problem.hide()
            self._refresh()

    def _leave_out(self) -> None:
        chosen = self.meetings.current_row()
        if chosen is not None and not chosen.is_left_out:
            self._turn()

    # --- what the papers do not say

    def _ask_for(self, one: MeetingRow) -> bool:
        """Go to what this meeting lacks; False when it lacks nothing."""
        if self.gaps.is_whole(one):
            return False
        self.meetings.select_id(one.id)
        editor, error = self.gaps.asked_for(one)
        words = sentence(error)
        self._say_problem(f"{one.paper}: {words}" if len(self._rows) > 1 else words)
        editor.setFocus()
        return True

    def _say_problem(self, words: str) -> None:
        self.problem.set_text(words)
        self.problem.show()

    def _add_gaps(self) -> None:
        self.gaps = ImportGaps(self._database, self._rows)
        self.group, self.name, self.date = self.gaps.group, self.gaps.name, self.gaps.date
        self.gaps.changed.connect(self._refresh)
        self.gaps.changed.connect(self.problem.hide)
        self.body.addWidget(self.gaps)

    def _refresh(self) -> None:
        """The meetings with what was given for them, and whether they are there already."""
        given = self.gaps.given
        there = meetings_there(self._database, self._drafts, given)
        self._rows = [
            replace(
                one,
                body=self.gaps.body_of(one),
                date=one.meeting.date or given[one.id].date,
                is_there=found is not None,
                is_left_out=one.id in self._left_out,
                is_put_there=self.gaps.is_put_there(one),
            )
            for one, found in zip(self._rows, there, strict=True)
        ]
        self._show_confirm()
        self.remarks.show_rows(self._rows)
        self.unplaced.show_rows(self._rows)
        chosen = self.meetings.current_row()
        self.meetings.rows_model().set_rows(self._rows)
        if chosen is not None:
            self.meetings.select_id(chosen.id)

    def _show_confirm(self) -> None:
        taken = _taken(self._rows)
        self.confirm.setEnabled(bool(taken))
        self.confirm.setText(_verb(taken))
        self.confirm.setToolTip("" if taken else _none_taken())

    # --- what they say

    def _add_notes(self, problems: Sequence[AppError]) -> None:
        self.problem = Banner("", Tone.RED)
        self.problem.hide()
        self.body.addWidget(self.problem)
        if problems:
            self.body.addWidget(failures(problems))
        self.body.addWidget(names_of(self._drafts))
        self.remarks, self.unplaced = Remarks(self._drafts), UnplacedLines(self._drafts)
        self.body.addWidget(self.remarks)

    def _add_meetings(self) -> None:
        model = RowsModel(meeting_columns(with_papers=len(self._drafts) > 1))
        self.meetings = MeetingTable(model, _("Meetings"))
        least, most = (_height_of(min(len(self._rows), rows)) for rows in _ROWS)
        self.meetings.setSizeAdjustPolicy(TableView.SizeAdjustPolicy.AdjustToContents)
        self.meetings.setMinimumHeight(least)
        self.meetings.setMaximumHeight(most)
        self.body.addWidget(self.meetings)
        self.meetings.selectionModel().currentRowChanged.connect(self._show_chosen)

    def _add_items(self) -> None:
        self.facts = WrapLabel("", Role.META, "muted")
        self._item_model = RowsModel(item_columns())
        self.items = TableView(self._item_model, _("Items"))
        self.items.setSizeAdjustPolicy(TableView.SizeAdjustPolicy.AdjustToContents)
        self.items.setMinimumHeight(_height_of(1))
        line = row(self.facts, self.leave_out, spacing=14)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.items, 1)

    def _show_chosen(self) -> None:
        chosen = self.meetings.current_row()
        if chosen is None:
            return
        self._item_model.set_rows([ItemRow(n, item) for n, item in enumerate(chosen.meeting.items)])
        self.facts.setText(chosen.facts)
        out = chosen.is_left_out
        self.leave_out.setText(_("Take the meeting along") if out else _("Leave the meeting out"))
        self.gaps.show_row(chosen)


def _height_of(rows: int) -> int:
    """Of a table that shows its head and so many rows."""
    return theme().px(36 + 43 * rows + 2)


def _none_taken() -> str:
    return _("Keep at least one meeting.")


def _taken(rows: Sequence[MeetingRow]) -> list[MeetingRow]:
    """Those that are not left out."""
    return [one for one in rows if not one.is_left_out]


def _verb(rows: Sequence[MeetingRow]) -> str:
    """What the button does; a meeting that is there already is only shown."""
    new = sum(not one.is_there for one in rows)
    if new == len(rows):
        return ngettext("Import {count} meeting", "Import {count} meetings", new).format(count=new)
    if new:
        return ngettext("Import the new meeting", "Import the new meetings", new)
    return ngettext("Open the meeting", "Open the first meeting", len(rows))
