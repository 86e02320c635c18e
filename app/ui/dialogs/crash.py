"""The dialog of a bug. Public: ``CrashDialog(report, log_dir, parent)``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.i18n import _
from app.ui.dialogs.base import Dialog
from app.ui.widgets import Button, WrapLabel


class CrashDialog(Dialog):
    """Says that something went wrong, and where the report lies."""

    def __init__(self, text: str, log_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Something went wrong in the program"), parent)
        self._text = text
        where = _("You can go on working. Send the report to support. The log is in {folder}.")
        self.body.addWidget(WrapLabel(where.format(folder=log_dir), tone="text2"))
        view = QPlainTextEdit(text)
        view.setReadOnly(True)
        view.setAccessibleName(_("Report"))
        view.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        view.setMinimumHeight(180)
        self.setMinimumWidth(600)
        self.body.addWidget(view)
        copy = Button(_("Copy the report"), "copy")
        copy.clicked.connect(self._copy)
        self.add_button(copy)
        self.add_close_button(_("Keep working"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
