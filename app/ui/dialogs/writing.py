"""A dialog that is written in. Public: ``WritingDialog``, which asks before it drops words."""

from __future__ import annotations

from app.i18n import _
from app.ui.dialogs.base import Confirmation, Dialog
from app.ui.widgets import Button


class WritingDialog(Dialog):
    """Esc closes at once while nothing is written."""

    def accept_by_keys(self, _button: Button) -> None:
        """Also where the button cannot be pressed: the form says what is lacking."""
        self.accept()

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
