"""Which key does what in the editor: the bridge from key events to ``keys``."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.editing import keys
from app.ui.richtext.editing.autocorrect import TRIGGERS
from app.ui.richtext.editing.objects import chosen_picture, forward, picture_at, picture_beside
from app.ui.richtext.positions import stretch

if TYPE_CHECKING:
    from app.ui.richtext.editor import RichTextEdit

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
REST = 1.0  # seconds
_SENTENCE_END = re.compile(r"[.!?…:][)”’]*$")


class EditorKeys:
    """Keys of one editor."""

    def __init__(self, editor: RichTextEdit) -> None:
        self._editor = editor
        self._typed_at = 0.0

    def press(self, event: QKeyEvent) -> bool:
        """Do what Enter, Tab and Backspace mean in structured text; False: it is Qt's key."""
        key, plain = event.key(), event.modifiers() in _PLAIN
        if key in _ENTER and plain and chosen_picture(self._editor.textCursor()):
            self._editor.pictures.edit()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._editor.commands.cut()
        elif key in _ENTER and plain:
            self._on_cursor(keys.enter)
        elif key in _TABS:
            forward = key == Qt.Key.Key_Tab
            self._on_cursor(lambda cursor, style: keys.tab(cursor, style, forward=forward))
        elif key in _DELETERS and plain:
            return self._meets_picture(key) or (
                key == Qt.Key.Key_Backspace and self._on_cursor(keys.backspace)
            )
        else:
            return False
        return True

    def _meets_picture(self, key: int) -> bool:
        """A picture is chosen before it is deleted from the line beside it."""
        cursor = self._editor.textCursor()
        if picture_at(cursor) is not None:
            return self._delete_picture(cursor, key)
        found = picture_beside(cursor, forward=key == Qt.Key.Key_Delete)
        if found is not None:
            self._editor.setTextCursor(found)
        return found is not None

    def _delete_picture(self, cursor: QTextCursor, key: int) -> bool:
        forward, found = key == Qt.Key.Key_Delete, picture_at(cursor)
        assert found is not None
        side = found.selectionStart() if forward else found.selectionEnd()
        if not cursor.hasSelection() and cursor.position() != side:
            return False
        self._editor.pictures.delete()
        return True

    def before_typing(self, typed: str) -> None:
        """Words typed right behind a link do not belong to it; those typed over a picture do not
        stand in a picture's line; those typed over others look as they did.
        """
        cursor = self._editor.textCursor()
        if not typed or not typed.isprintable():
            return
        self._begin_step(typed, cursor)
        if chosen_picture(cursor) is not None:
            self._editor.pictures.delete()
        if cursor.hasSelection():
            self._editor.setTextCursor(forward(cursor))
        elif cursor.charFormat().isAnchor() and not _link_goes_on(cursor):
            self._editor.setCurrentCharFormat(keys.without_link(cursor))

    def _begin_step(self, typed: str, cursor: QTextCursor) -> None:
        """Ctrl+Z takes back a sentence, or what was typed since a rest, not all of a long run."""
        rested, self._typed_at = time.monotonic() - self._typed_at, time.monotonic()
        if rested > REST or (typed == " " and _ends_sentence(cursor)):
            self._editor.document().setModified(False)  # Qt joins letters in a changed text only

    def after_typing(self, typed: str) -> None:
        """Correct what was typed."""
        if typed and typed in TRIGGERS:
            self._on_cursor(keys.correct)

    def _on_cursor(self, act: Callable[[QTextCursor, EditorStyle], bool | None]) -> bool:
        cursor = self._editor.textCursor()
        done = act(cursor, self._editor.editor_style)
        self._editor.setTextCursor(cursor)
        self._editor.state_changed.emit()
        return bool(done)


def typed_words(event: QKeyEvent) -> str:
    """What a key writes; Ctrl and a letter write nothing, but AltGr, which is Ctrl and Alt, may."""
    ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    return "" if event.modifiers() & ctrl and not event.modifiers() & alt else event.text()


def _ends_sentence(cursor: QTextCursor) -> bool:
    before = stretch(cursor.block().text(), 0, cursor.positionInBlock())
    return _SENTENCE_END.search(before) is not None


def _link_goes_on(cursor: QTextCursor) -> bool:
    """Whether the cursor stands between two letters of a link."""
    if cursor.atBlockEnd():
        return False
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return ahead.charFormat().isAnchor()
