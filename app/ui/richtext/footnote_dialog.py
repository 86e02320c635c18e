"""The words of a footnote: a small question, Enter answers it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.i18n import _
from app.ui.dialogs.base import Dialog
from app.ui.theme import keep, theme
from app.ui.widgets import Button, Field, Variant

_LINES = 4


class FootnoteDialog(Dialog):
    """Asks for a note's words; ``answered`` carries them on one line, ``deleted`` says away."""

    answered = Signal(str)
    deleted = Signal()

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("Footnote"), parent)
        self.words = _NoteField(words)
        self.words.entered.connect(self.accept)
        self._field = Field(_("Words of the note"), self.words)
        self.body.addWidget(self._field)
        if words:
            delete = Button(_("Delete footnote"), variant=Variant.DANGER)
            delete.clicked.connect(self._delete)
            self.add_button(delete)
        self.add_close_button(_("Cancel"))
        self.add_accept_button(_("Save footnote") if words else _("Insert footnote"))
        self.words.selectAll()
        self.words.setFocus()

    def accept(self) -> None:
        """Close only with words; a note has one line, however it was pasted."""
        words = " ".join(self.words.toPlainText().split())
        if not words:
            self._field.show_error(_("Write what the note says."))
            self.adjustSize()
            self.words.setFocus()
            return
        self.answered.emit(words)
        super().accept()

    def _delete(self) -> None:
        self.deleted.emit()
        super().accept()


class _NoteField(QPlainTextEdit):
    """A few lines of plain words; Enter answers, Tab goes on."""

    entered = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep(self, self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the answer."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        lines = QFontMetrics(self.font()).lineSpacing() * _LINES
        self.setFixedHeight(lines + theme().px(18))
