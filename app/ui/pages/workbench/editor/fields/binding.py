"""Between a field and the row it shows: load, save after a pause, take in what others changed.

Public: ``TextBinding`` (for ``RichTextEdit``), ``LineBinding`` (for ``LineEdit`` and
``GrowingLine``). ``show(key, value, save)`` says what the field holds from now on; the same key
again brings news of the same row, another key another row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit

from app.errors import InvalidInput
from app.i18n import sentence
from app.models.richtext import EMPTY, RichText
from app.ui.forms import is_entered
from app.ui.pages.workbench.editor.fields.burst import Burst
from app.ui.pages.workbench.editor.fields.esc_and_tab import EscAndTab
from app.ui.pages.workbench.editor.fields.growing_line import GrowingLine
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.richtext import RichTextEdit
from app.ui.richtext.pause import TypingPause
from app.ui.richtext.positions import put

SaveText = Callable[[RichText], object]
SaveLine = Callable[[str], object]
Doubt = Callable[[str], str]


class TextBinding(QObject):
    """Keeps a text editor and a stored text together. ``stored`` tells each text that was saved."""

    stored = Signal(object)

    def __init__(self, editor: RichTextEdit, saver: Saver) -> None:
        super().__init__(editor)
        self.editor, self._saver = editor, saver
        self._key: Hashable = None
        self._stored = EMPTY
        self._save: SaveText | None = None
        self.changed_at: int | None = None
        self._burst = Burst(editor, saver.bus)
        EscAndTab(editor)
        editor.text_changed_after_pause.connect(self._keep)

    @property
    def key(self) -> Hashable:
        """Of the row that is shown."""
        return self._key

    @property
    def text(self) -> RichText:
        """What is stored, or will be as soon as it can."""
        return self._stored

    def show(self, key: Hashable, text: RichText, save: SaveText) -> None:
        """Show the text of a row; ``save`` stores what is typed."""
        text = self._saver.unsaved(key, text)
        self._save, self.changed_at = save, None
        if key != self._key:
            self._key, self._stored = key, text
            self.editor.pictures.forget()
            self.editor.set_text(text)
            self.editor.document().clearUndoRedoStacks()
        elif text != self._stored:
            self._take_in(text)

    def adopt(self, key: Hashable, save: SaveText) -> None:
        """What was typed has become a row of its own; nothing changes on screen."""
        self._key, self._save = key, save

    def release(self) -> None:
        """The row is gone; nothing is saved until another is shown."""
        self.editor.pictures.forget()
        self._key, self._save, self._stored = None, None, EMPTY

    def go_to_change(self) -> None:
        """Put the cursor where the latest news changed the text."""
        if self.changed_at is not None:
            self._put_cursor(self.changed_at)
            self.changed_at = None

    def _keep(self, text: RichText) -> None:
        if self._save is None or text == self._stored:
            return
        self._stored = text
        with self._burst.going_on():
            is_kept = self._saver.keep(self._key, text, self._save)
        if is_kept:
            self.stored.emit(text)

    def _take_in(self, text: RichText) -> None:
        """Show news from elsewhere, the cursor staying where it was as far as it can."""
        cursor, before = self.editor.textCursor().position(), self.editor.toPlainText()
        self._stored = text
        self.editor.set_text(text)
        self.editor.document().clearUndoRedoStacks()
        self.changed_at = _end_of_change(before, self.editor.toPlainText())
        self._put_cursor(cursor)

    def _put_cursor(self, position: int) -> None:
        cursor: QTextCursor = self.editor.textCursor()
        put(cursor, position)
        self.editor.setTextCursor(cursor)


class LineBinding(QObject):
    """Keeps a line and a stored string together. ``refused`` tells why what was typed is no good,
    in a sentence, when the field is left; it is empty when all is well again. The saver knows what
    was refused, so it stands there again when one comes back to the row."""

    stored = Signal(str)
    refused = Signal(str)

    def __init__(self, field: QLineEdit | GrowingLine, saver: Saver) -> None:
        super().__init__(field)
        self._field, self._saver = field, saver
        self._key: Hashable = None
        self._stored = ""
        self._save: SaveLine | None = None
        self._check: SaveLine | None = None
        self._doubt: Doubt | None = None
        self._is_touched = False
        self._at_entry = ""
        self._burst = Burst(field, saver.bus)
        self._pause = TypingPause(self)
        self._pause.due.connect(self._commit)
        field.textEdited.connect(self._note_change)
        field.editingFinished.connect(self.flush)
        field.installEventFilter(self)

    def show(
        self,
        key: Hashable,
        value: str,
        save: SaveLine,
        check: SaveLine | None = None,
        *,
        doubt: Doubt | None = None,
    ) -> None:
        """Show the string of a row; ``check`` raises ``InvalidInput`` for what cannot be saved,
        ``doubt`` gives a sentence for what was typed and is saved, but looks like a mistake."""
        value = self._saver.unsaved(key, value)
        self._save, self._check, self._doubt = save, check, doubt
        if key == self._key and _folded(value) == _folded(self._stored):
            return
        self._key, self._stored = key, value
        self._is_touched, self._at_entry = False, value
        self._pause.settle()
        words = self._saver.refused(key) or value
        if self._field.text() != words:
            self._field.setText(words)
        self.refused.emit(self._refusal(words))

    def adopt(self, key: Hashable, check: SaveLine | None = None) -> None:
        """What was typed has become a row of its own; nothing changes on screen."""
        self._key, self._check = key, check

    def show_tidy(self, value: str) -> None:
        """Show what was saved as the house writes it."""
        self._stored = value
        self._field.setText(value)

    def release(self) -> None:
        """The row is gone, or another item is shown."""
        self._pause.settle()
        self._key, self._save, self._stored = None, None, ""

    def flush(self) -> None:
        """Save at once what was typed, and say what is wrong with it."""
        self._commit(is_left=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes back what was written since the field was entered, or cannot be used."""
        if is_entered(event) and not self._refusal(self._field.text()):
            self._at_entry = self._field.text()
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not is_escape or event.type() != QEvent.Type.KeyPress:
            return False
        if self._field.text() == self._at_entry:
            return False
        self._field.setText(self._at_entry)
        self._field.textEdited.emit(self._at_entry)
        self._commit(is_left=True)
        return True

    def _note_change(self, *_typed: object) -> None:
        self._is_touched = True
        self._pause.note()

    def _commit(self, *, is_left: bool = False) -> None:
        self._pause.settle()
        text = self._field.text()
        if self._save is None:
            return
        refusal = self._refusal(text)
        self._saver.note_refused(self._key, text, refusal)
        if is_left or not refusal:
            self.refused.emit(refusal or (self._doubts(text) if is_left else ""))
        if refusal or text == self._stored:
            return
        self._stored = text
        with self._burst.going_on():
            is_kept = self._saver.keep(self._key, text, self._save)
        if is_kept:
            self.stored.emit(text)

    def _refusal(self, text: str) -> str:
        """Why this cannot be saved, in a sentence; what is stored may stay as it is."""
        try:
            if self._check is not None and text != self._stored:
                self._check(text)
        except InvalidInput as error:
            return sentence(error)
        return ""

    def _doubts(self, text: str) -> str:
        return self._doubt(text) if self._doubt is not None and self._is_touched else ""


def _folded(words: str) -> str:
    """As services store it: a space at the end of what is being typed is not news."""
    return " ".join(words.split())


def _end_of_change(before: str, after: str) -> int:
    """Where in ``after`` the stretch ends that differs from ``before``."""
    shortest = min(len(before), len(after))
    start = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    tail = 0
    while tail < shortest - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return len(after) - tail
