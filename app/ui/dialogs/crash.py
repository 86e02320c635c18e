"""The dialog of a bug. Public: ``CrashDialog(report, log_dir, parent)``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.dialogs.base import Dialog, reading_field
from app.ui.theme import theme
from app.ui.widgets import Button, WrapLabel

_HEIGHT = 180  # px, of the report


class CrashDialog(Dialog):
    """Says that something went wrong, and where the report lies."""

    def __init__(self, text: str, log_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Something went wrong in the program"), parent)
        self._text = text
        where = _("You can go on working. Send the report to support. The log is in {folder}.")
        self.body.addWidget(WrapLabel(where.format(folder=log_dir), tone="text2"))
        self.body.addWidget(reading_field(text, _("Report"), _HEIGHT))
        self.setMinimumWidth(theme().px(600))
        copy = Button(_("Copy the report"), "copy")
        copy.clicked.connect(self._copy)
        self.add_button(copy)
        self.add_close_button(_("Keep working"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
