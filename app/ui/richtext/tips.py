"""What is said about the words under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.ui.richtext.document.char_format import FOOTNOTE, is_footnote


def tip_at(editor: QTextEdit, place: QPoint) -> str:
    """The words of the footnote, or the address of the link, at ``place`` in the viewport."""
    near = editor.cursorForPosition(place)
    for look in (_look_behind(near), near.charFormat()):
        if is_footnote(look):
            return look.stringProperty(FOOTNOTE)
        if look.isAnchor():
            return look.anchorHref()
    return ""


def _look_behind(cursor: QTextCursor) -> QTextCharFormat:
    """The format of the character after the cursor."""
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return ahead.charFormat()
