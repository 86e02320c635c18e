"""Who was at the meeting: a table, choices for the person chosen in it, a line for a new one.

Public: ``AttendanceList(context, meeting_id)`` with ``reload``. Enter, F2 or a double click
corrects the chosen row in place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.errors import AppError
from app.i18n import _, sentence
from app.labels import label
from app.models.meeting import AttendanceRole, AttendanceStatus
from app.services.queries.meetings import AttendanceRow, attendance_rows
from app.ui.context import AppContext
from app.ui.pages.workbench.attendance_row import RowEditor
from app.ui.receipts import say_undoable
from app.ui.tables import Cell, Column, RowsModel
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets import Button, ComboBox, Field, IconButton, LineEdit, WrapLabel
from app.ui.widgets.layouts import STRETCH, column, row
from app.ui.widgets.table_view import TableView

_LOOKS = {
    AttendanceStatus.PRESENT: ("user-check", Tone.GREEN),
    AttendanceStatus.OTHER_PARTICIPANT: ("user-round", Tone.NEUTRAL),
    AttendanceStatus.APOLOGIES: ("minus", Tone.AMBER),
    AttendanceStatus.ABSENT: ("minus", Tone.AMBER),
    AttendanceStatus.NOT_ATTENDING: ("minus", Tone.NEUTRAL),
}


_REPLACED = (AttendanceRole.MEMBER, AttendanceRole.CHAIRING)
_AS_PRINTED = "as printed"
"""Data of a member who is not on the list; choosing them again changes nothing."""
_LABEL = 24  # a field's label and the room below it
_ROWS, _LEAST_ROWS = 7, 3


class AttendanceList(QWidget):
    """Changes are saved as they are made."""

    def __init__(self, context: AppContext, meeting_id: UUID) -> None:
        super().__init__()
        self._context, self._meeting_id = context, meeting_id
        self.model = RowsModel(_columns())
        self.table = _Table(self.model, _("People at the meeting"))
        self.status, self.role, self.attends_for = ComboBox(), ComboBox(), ComboBox()
        for combo, words in ((self.status, AttendanceStatus), (self.role, AttendanceRole)):
            for word in words:
                combo.addItem(label(word), word)
        self.status.activated.connect(lambda: self._store(status=self.status.currentData()))
        self.role.activated.connect(lambda: self._store(role=self.role.currentData()))
        self.attends_for.activated.connect(self._attend_for)
        self.remove = IconButton("trash-2", _("Remove the participant"))
        self.remove.clicked.connect(self._remove)
        fields = row(
            Field(_("Attendance"), self.status), Field(_("Comes as"), self.role),
            Field(_("Substitute for"), self.attends_for), _below_label(self.remove), spacing=12,
        )  # fmt: skip
        self._nobody = WrapLabel(
            _("Nobody is listed. The group's members come along on new meetings."), tone="text2"
        )
        self.refusal = WrapLabel("", Role.META, "red")
        self.refusal.hide()
        table = column(self.table, self.refusal, spacing=4)
        self.setLayout(column(self._nobody, table, fields, self._new(), spacing=12))
        self._correct_rows()
        self._on_key(QKeySequence.StandardKey.Delete, self._remove)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.reload()

    def _correct_rows(self) -> None:
        self.editor = RowEditor(self.table)
        self.table.opened.connect(self._correct)
        self._on_key(Qt.Key.Key_F2, self._correct)

    def _on_key(self, key: QKeySequence.StandardKey | Qt.Key, do: Callable[[], object]) -> None:
        """In the table alone."""
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: do())

    def _new(self) -> QBoxLayout:
        """The line a participant is added by."""
        self.name = LineEdit()
        self.name.setPlaceholderText(_("Name, title, place of work"))
        self.name.returnPressed.connect(self._add)
        self.add = Button(_("Add a participant"), "plus")
        self.add.clicked.connect(self._add)
        self._field = Field(_("New participant"), self.name)
        return row(self._field, _below_label(self.add), spacing=12)

    def flush(self) -> bool:
        """Save the row and add the participant that are being written; False when that cannot be
        done."""
        return self.editor.flush() and (not self.name.text().strip() or self._add())

    def take_back(self) -> bool:
        """Empty the line for a new participant that is being written; False when it is not."""
        is_written = self.name.hasFocus() and bool(self.name.text())
        if is_written:
            self.name.clear()
            self._field.clear_error()
        return is_written

    def _add(self) -> bool:
        from app.services.attendances import add_attendance

        try:
            added = add_attendance(self._context.database, self._meeting_id, self.name.text())
        except AppError as error:
            self._field.show_error(sentence(error))
            return False
        self._field.clear_error()
        self.name.clear()
        self.reload()
        self.table.select_id(added)
        return True

    def _correct(self, *_row: object) -> None:
        person = self.table.current_row()
        if person is not None:
            self._tell_refusal("")
            self.editor.begin(person.name, _title(person), partial(self._save_row, person.id))

    def _save_row(self, person_id: UUID, name: str, about: str) -> str:
        from app.services.attendances import correct_attendance

        try:
            correct_attendance(self._context.database, person_id, name, about)
        except AppError as error:
            self._tell_refusal(sentence(error))
            return sentence(error)
        self._tell_refusal("")
        self.reload()
        return ""

    def _tell_refusal(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        QTimer.singleShot(0, self, lambda: self.table.scrollTo(self.table.currentIndex()))

    def _remove(self) -> None:
        from app.services.attendances import delete_attendance

        person = self.table.current_row()
        if person is not None:
            delete_attendance(self._context.database, person.id)
            said = _("{name} is removed from the list.")
            say_undoable(self._context, said.format(name=person.name))
            self.reload()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the people again; the chosen one stays chosen."""
        chosen = self.table.current_row()
        rows = attendance_rows(self._context.database, self._meeting_id)
        self.model.set_rows(rows)
        self._nobody.setVisible(not rows)
        if rows and (chosen is None or not self.table.select_id(chosen.id)):
            self.table.select_id(rows[0].id)
        self._show_chosen()

    def _show_chosen(self, *_indexes: object) -> None:
        person = self.table.current_row()
        for part in (self.status, self.role, self.attends_for, self.remove):
            part.setEnabled(person is not None)
        if person is not None:
            self.status.setCurrentIndex(self.status.findData(AttendanceStatus(person.status)))
            self.role.setCurrentIndex(self.role.findData(AttendanceRole(person.role)))
            self._offer_members(person)

    def _offer_members(self, person: AttendanceRow) -> None:
        """Nobody, the members on the list, and whom only the paper names.

        Keys are offered as words: Qt does not find a UUID again.
        """
        combo, tied = self.attends_for, person.substitutes_for_id
        combo.clear()
        combo.addItem(_("Nobody"), "")
        for other in self.model.rows:
            if other.id != person.id and (other.role in _REPLACED or other.id == tied):
                combo.addItem(other.name, str(other.id))
        at = combo.findData(str(tied)) if tied else combo.findText(person.substitutes_for)
        if at < 0 and person.substitutes_for:
            combo.addItem(person.substitutes_for, _AS_PRINTED)
            at = combo.count() - 1
        combo.setCurrentIndex(max(at, 0))

    def _attend_for(self) -> None:
        from app.services.attendances import attend_for

        person, member = self.table.current_row(), self.attends_for.currentData()
        if person is not None and member != _AS_PRINTED:
            attend_for(self._context.database, person.id, UUID(member) if member else None)
            self.reload()

    def _store(self, **values: AttendanceStatus | AttendanceRole) -> None:
        from app.services.attendances import edit_attendance

        person = self.table.current_row()
        if person is not None:
            edit_attendance(self._context.database, person.id, **values)
            self.reload()


class _Table(TableView):
    """Shows a good part of the people, fewer where the screen is low."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _height_of(_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _height_of(_LEAST_ROWS))


def _height_of(rows: int) -> int:
    return theme().px(36) + rows * theme().px(43)


def _below_label(button: QWidget) -> QBoxLayout:
    """A button level with the editors of the fields beside it."""
    return column(theme().px(_LABEL), button, STRETCH, spacing=0)


def _columns() -> list[Column]:
    return [
        Column("name", _("Name"), lambda person: person.name, 170, names=True),
        Column("title", _("Title and place of work"), _title, 280, stretch=True),
        Column("role", _("Comes as"), _role, 228),
        Column("status", _("Attendance"), _status, 150),
    ]


def _title(person: AttendanceRow) -> str:
    return ", ".join(part for part in (person.title, person.organisation) if part)


def _role(person: AttendanceRow) -> str:
    """``Suppleant for Ib Thorup, punkt 3``."""
    words = label(AttendanceRole(person.role))
    if person.substitutes_for:
        words = _("Substitute for {member}").format(member=person.substitutes_for)
    return ", ".join(filter(None, (words, person.note)))


def _status(person: AttendanceRow) -> Cell:
    status = AttendanceStatus(person.status)
    icon, tone = _LOOKS[status]
    return Cell(label(status), icon, tone, chip=True)
