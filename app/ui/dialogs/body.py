"""Opret styregruppe: a name is all it takes. Public: ``NewBodyDialog``; the signal
``created(UUID)``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import InvalidInput
from app.i18n import _, sentence
from app.services.bodies import create_body
from app.storage.database import Database
from app.ui.dialogs.base import Dialog
from app.ui.tokens import Role
from app.ui.widgets import Field, LineEdit, WrapLabel


class NewBodyDialog(Dialog):
    """Name, short name and place; items and sections come from the standard and can be changed."""

    created = Signal(object)

    def __init__(self, database: Database, parent: QWidget | None = None) -> None:
        super().__init__(_("New steering group"), parent)
        self._database = database
        self.name = LineEdit()
        self.short_name = LineEdit()
        self.place = LineEdit()
        self.name_field = Field(_("Name"), self.name)
        self.body.addWidget(self.name_field)
        self.body.addWidget(Field(_("Short name"), self.short_name, optional=True))
        self.body.addWidget(Field(_("Usual place of meeting"), self.place, optional=True))
        note = _(
            "New meetings begin with approval of the agenda and the minutes, and end with any "
            "other business and the next meeting."
        )
        self.body.addWidget(WrapLabel(note, Role.META, "muted"))
        self.name.editingFinished.connect(self._check)
        self.add_close_button(_("Cancel"))
        self.confirm = self.add_accept_button(_("Create group"))
        self.confirm.setDefault(True)

    def accept(self) -> None:
        """Create it, or say what is missing."""
        try:
            body_id = create_body(
                self._database,
                self.name.text(),
                short_name=self.short_name.text(),
                default_place=self.place.text().strip(),
            )
        except InvalidInput as error:
            self.name_field.show_error(sentence(error))
            self.name.setFocus()
            return
        super().accept()
        self.created.emit(body_id)

    def _check(self) -> None:
        if self.name.text().strip():
            self.name_field.clear_error()
