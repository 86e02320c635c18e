"""Positions in a text: Qt counts UTF-16 units, of which an emoji takes two or more."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor


def put(cursor: QTextCursor, position: int) -> None:
    """Put the cursor there, or at the end of a shorter text; never inside a character."""
    cursor.setPosition(min(position, cursor.document().characterCount() - 1))
    if cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter):
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)


def stretch(words: str, start: int, length: int | None = None) -> str:
    """The words from a position on, so many units of them."""
    units = words.encode("utf-16-le")
    end = len(units) if length is None else 2 * (start + length)
    return units[2 * start : end].decode("utf-16-le", "replace")
