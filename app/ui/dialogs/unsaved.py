"""The data are to be closed while something could not be saved. Public: ``UnsavedDialog``.

The window closes, or other data take their place.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.i18n import N_, _
from app.ui.dialogs.base import Dialog, reading_field
from app.ui.theme import theme
from app.ui.widgets import Button, Variant, WrapLabel

_HEIGHT = 120  # px, of the words
_UNSAVED = N_("The last thing you wrote is not saved")
_UNUSABLE = N_("Some of what you wrote cannot be used")
_DRIVE = N_(
    "The drive does not answer or is write-protected. Try again, or copy the text. "
    "If you go on without saving, the text is put into the file {file}."
)
_FIELD = N_(
    "It is not saved, because the field does not take it as it stands. Go back and correct it, or "
    "copy the text. If you go on without saving, the text is put into the file {file}."
)


class UnsavedDialog(Dialog):
    """``retried`` asks to try again, ``abandoned`` to go on without saving; Esc goes back.

    With ``can_retry`` false no drive is to blame: the fields do not take what stands in them.
    """

    retried = Signal()
    abandoned = Signal()

    def __init__(
        self, words: str, file: Path, parent: QWidget | None = None, *, can_retry: bool = True
    ) -> None:
        super().__init__(_(_UNSAVED if can_retry else _UNUSABLE), parent)
        self._words = words
        self.setMinimumWidth(theme().px(560))
        sentence = _(_DRIVE if can_retry else _FIELD).format(file=file)
        self.body.addWidget(WrapLabel(sentence, tone="text2"))
        self.body.addWidget(reading_field(words, _("What is not saved"), _HEIGHT))
        self.go_on = Button(_("Go on without saving"), variant=Variant.DANGER)
        self.copy = Button(_("Copy the text"))
        self.go_on.clicked.connect(lambda: self._choose(self.abandoned))
        self.copy.clicked.connect(self._copy)
        for button in (self.go_on, self.copy):
            button.setAutoDefault(False)
            self.add_button(button)
        self.retry = self.add_accept_button(_("Try again") if can_retry else _("Go back"))
        if can_retry:
            self.accepted.connect(self.retried)
        self.retry.setFocus()

    def _choose(self, signal: SignalInstance) -> None:
        self.reject()
        signal.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self.copy.setText(_("The text is copied"))
