"""A dialog that is written in. Public: ``WritingDialog``, which asks before it drops words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.dialogs.base import Confirmation, Dialog


class WritingDialog(Dialog):
    """Esc closes at once while nothing is written. Ctrl+Enter accepts from every field."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # Enter is that of the number pad
            keys = QKeySequence(Qt.Modifier.CTRL | key)
            QShortcut(keys, self).activated.connect(self.accept)

    def is_written(self) -> bool:
        """Whether there are words that would be lost."""
        raise NotImplementedError

    def reject(self) -> None:
        """Close; what is written goes only when that is said."""
        if not self.is_written():
            super().reject()
            return
        question = Confirmation(
            _("Discard what you have written?"),
            _("It is not saved and cannot be brought back."),
            _("Discard"),
            _("Stay"),
            parent=self,
        )
        question.accepted.connect(self._discard)
        question.open()

    def _discard(self) -> None:
        super().reject()
