"""A group and what it is used to. Public: ``BodyDialog(database, parent, body_id, note)``, which
makes a new group without ``body_id`` and says ``note`` above its fields; the signal
``saved(UUID)``.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from app.errors import InvalidInput
from app.i18n import _, sentence
from app.labels import label
from app.models.body import BodyKind, BodyState
from app.services.bodies import NewItem, NewMember
from app.services.body_setup import BodySetup, body_setup, known_kind, refuse_twice, save_body
from app.storage.database import Database
from app.ui.dialogs.meeting_words import Times, read_times, show_times
from app.ui.dialogs.writing import WritingDialog
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets import ComboBox, Field, LineEdit, WrapLabel
from app.ui.widgets.layouts import row

_MINUTES = re.compile(r"\s*\((\d{1,3})\s*min\.?\)\s*$")


class BodyDialog(WritingDialog):
    """Names, habits, seats and fixed items; lists are written a line each."""

    saved = Signal(object)

    def __init__(
        self,
        database: Database,
        parent: QWidget | None = None,
        body_id: UUID | None = None,
        note: str = "",
    ) -> None:
        super().__init__(_("Edit group") if body_id else _("New group"), parent)
        self._database, self._body_id = database, body_id
        self._before = body_setup(database, body_id) if body_id else BodySetup("")
        self.setMinimumWidth(theme().px(860))
        self.name, self.short_name, self.lead = LineEdit(), LineEdit(), LineEdit()
        self.place, self.times = LineEdit(), LineEdit()
        self.kind, self.state = _choice(BodyKind), _choice(BodyState)
        self.members, self.items = _lines(), _lines()
        if note:
            self.body.addWidget(WrapLabel(note, tone="text2"))
        self._lay_out()
        self._fill(self._before)
        self._shown = self._words()
        self.name.editingFinished.connect(self._check)
        self.times.editingFinished.connect(self._check_times)
        self.members.textChanged.connect(self.seats_field.clear_error)
        self.add_close_button(_("Cancel"))
        self.confirm = self.add_accept_button(_("Save group") if body_id else _("Create group"))
        self.resize(self.minimumWidth(), theme().px(600))

    def accept(self) -> None:
        """Save it, or say at the field what is missing."""
        try:
            setup = self._setup(read_times(self.times.text()))
        except InvalidInput as error:
            self._refuse(self.times_field, error)
            return
        try:
            refuse_twice(setup.members)
        except InvalidInput as error:
            self._refuse(self.seats_field, error)
            return
        try:
            body_id = save_body(self._database, setup, self._body_id)
        except InvalidInput as error:
            self._refuse(self.name_field, error)
            return
        super().accept()
        self.saved.emit(body_id)

    def is_written(self) -> bool:
        """Whether any field says something else than when the dialog opened."""
        return self._words() != self._shown

    def _words(self) -> list[str]:
        fields = (self.name, self.short_name, self.lead, self.place, self.times)
        choices, lists = (self.kind, self.state), (self.members, self.items)
        return [
            *(one.text() for one in fields),
            *(one.currentText() for one in choices),
            *(one.toPlainText() for one in lists),
        ]

    def _lay_out(self) -> None:
        self.name_field = Field(_("Name"), self.name)
        self.times_field = Field(_("Usual time"), self.times, optional=True)
        self.lead.setPlaceholderText(_("It is recommended that …"))
        short_name = Field(_("Short name"), self.short_name, optional=True)
        lead = Field(_("Recommendations begin"), self.lead, optional=True)
        place = Field(_("Usual place of meeting"), self.place, optional=True)
        kind, state = Field(_("Kind"), self.kind), Field(_("State"), self.state)
        self.body.addLayout(_beside((self.name_field, 3), (short_name, 2)))
        self.body.addLayout(_beside((lead, 3), (kind, 2)))
        self.body.addLayout(_beside((place, 3), (_beside((self.times_field, 1), (state, 1)), 2)))
        self.seats_field = Field(_("Seats"), self.members, optional=True)
        items = Field(_("Fixed items"), self.items, optional=True)
        self.body.addLayout(_beside((self.seats_field, 3), (items, 2)), 1)
        note = _(
            "One line each. Seats: name, title, organisation. Fixed items may end with their "
            "minutes, as in Eventuelt (5 min)."
        )
        self.body.addWidget(WrapLabel(note, Role.META, "muted"))

    def _fill(self, setup: BodySetup) -> None:
        self.name.setText(setup.name)
        self.short_name.setText(setup.short_name)
        self.lead.setText(setup.recommendation_lead)
        self.place.setText(setup.default_place)
        self.times.setText(show_times((setup.default_start, setup.default_end)))
        self.kind.setCurrentIndex(self.kind.findData(setup.kind))
        self.state.setCurrentIndex(self.state.findData(setup.state))
        self.members.setPlainText("\n".join(map(_member_line, setup.members)))
        self.items.setPlainText("\n".join(map(_item_line, setup.fixed_items)))

    def _setup(self, times: Times) -> BodySetup:
        return BodySetup(
            name=self.name.text().strip(),
            short_name=self.short_name.text().strip(),
            kind=BodyKind(self.kind.currentData()),
            state=BodyState(self.state.currentData()),
            recommendation_lead=self.lead.text().strip(),
            default_place=self.place.text().strip(),
            default_start=times[0],
            default_end=times[1],
            members=tuple(_member(line, self._before.members) for line in _read(self.members)),
            fixed_items=tuple(_item(line, self._before.fixed_items) for line in _read(self.items)),
        )

    @staticmethod
    def _refuse(field: Field, error: InvalidInput) -> None:
        field.show_error(sentence(error))
        field.editor.setFocus()

    def _check(self) -> None:
        if self.name.text().strip():
            self.name_field.clear_error()

    def _check_times(self) -> None:
        try:
            read_times(self.times.text())
        except InvalidInput as error:
            self.times_field.show_error(sentence(error))
        else:
            self.times_field.clear_error()


def _choice(words: type[enum.StrEnum]) -> ComboBox:
    choice = ComboBox()
    for word in words:
        choice.addItem(label(word), word)
    return choice


def _beside(*parts: tuple[Field | QHBoxLayout, int]) -> QHBoxLayout:
    """Fields in a row, each with its share of the width."""
    beside = row(*(part for part, _share in parts), spacing=14)
    for at, (_part, share) in enumerate(parts):
        beside.setStretch(at, share)
    return beside


def _lines() -> QPlainTextEdit:
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setMinimumHeight(theme().px(110))
    return editor


def _read(editor: QPlainTextEdit) -> list[str]:
    """The lines that say something."""
    lines = (" ".join(line.split()) for line in editor.toPlainText().split("\n"))
    return [line for line in lines if any(map(str.isalnum, line))]


def _member_line(member: NewMember) -> str:
    return ", ".join(part for part in (member.name, member.title, member.organisation) if part)


def _member(line: str, before: Sequence[NewMember]) -> NewMember:
    """The seat of a line; one that was not touched keeps what a line cannot tell."""
    for member in before:
        if _member_line(member) == line:
            return member
    name, _comma, rest = line.partition(", ")
    title, _comma, organisation = rest.rpartition(", ")
    if not title:
        title, organisation = organisation, ""
    role = next((m.role for m in before if m.name == name), NewMember("").role)
    return NewMember(name, title, organisation, role)


def _item_line(item: NewItem) -> str:
    return item.title + (f" ({item.duration_min}\u00a0min)" if item.duration_min else "")


def _item(line: str, before: Sequence[NewItem]) -> NewItem:
    minutes = _MINUTES.search(line)
    title = _MINUTES.sub("", line)
    kind = next((item.kind for item in before if item.title == title), known_kind(title))
    return NewItem(kind, title, int(minutes[1]) if minutes else None)
