"""Marks of footnotes, pictures and links: finding them at the cursor, changing them.

What is found comes as a cursor that selects it. Each change is one undo step. No widgets in here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from app.models.richtext import OBJECT
from app.ui.richtext.document.block_state import BlockRole, read_state
from app.ui.richtext.document.char_format import (
    CONFIDENTIAL,
    FOOTNOTE,
    footnote_format,
    is_footnote,
    run_of,
)

KEEP = QTextCursor.MoveMode.KeepAnchor
_HOLD_NOTES = (BlockRole.TEXT, BlockRole.HEADING, BlockRole.SUBHEADING)


def footnote_at(cursor: QTextCursor) -> QTextCursor | None:
    """The mark of a footnote that is selected or stands beside the cursor."""
    return _object_at(cursor, is_footnote)


def picture_at(cursor: QTextCursor) -> QTextCursor | None:
    """The picture that is selected or stands beside the cursor."""
    return _object_at(cursor, QTextCharFormat.isImageFormat)


def chosen_picture(cursor: QTextCursor) -> QTextCursor | None:
    """The picture that is selected."""
    return picture_at(cursor) if cursor.hasSelection() else None


def picture_beside(cursor: QTextCursor, *, forward: bool) -> QTextCursor | None:
    """The picture in the line above or below, from the edge of the cursor's line."""
    at_edge = cursor.atBlockEnd() if forward else cursor.atBlockStart()
    if cursor.hasSelection() or not at_edge:
        return None
    over = QTextCursor(cursor)
    operations = QTextCursor.MoveOperation
    over.movePosition(operations.NextCharacter if forward else operations.PreviousCharacter)
    if read_state(over.blockFormat()).role is not BlockRole.PICTURE:
        return None
    return picture_at(over)


def forward(cursor: QTextCursor) -> QTextCursor:
    """The same selection with the cursor at its end: Qt takes the look of what is before a cursor.

    Qt tells of changes before the cursor has followed them: it may still stand behind the text.
    """
    start, end = cursor.position(), cursor.anchor()
    if not start < end < cursor.document().characterCount():
        return cursor
    return _selected(cursor, start, end - start)


def link_at(cursor: QTextCursor) -> QTextCursor | None:
    """The whole link around the cursor or at the start of the selection."""
    at = cursor.selectionStart()
    for start, end in _links(cursor.block()):
        begins = start < at or (start == at and cursor.hasSelection())
        if begins and at <= end:
            return _selected(cursor, start, end - start)
    return None


def _links(block: QTextBlock) -> list[tuple[int, int]]:
    """Where links begin and end; the words of one may have several looks."""
    found: list[tuple[int, int]] = []
    address = ""
    for part in block.textFormats():
        start, before = block.position() + part.start, address
        address = part.format.anchorHref() if part.format.isAnchor() else ""
        if address:
            begin = found.pop()[0] if address == before else start
            found.append((begin, start + part.length))
    return found


def link_address(cursor: QTextCursor) -> str:
    """Where the link at the cursor leads; empty when there is none."""
    found = link_at(cursor)
    return found.charFormat().anchorHref() if found is not None else ""


def footnote_words(mark: QTextCursor) -> str:
    """The words of the note whose mark is selected."""
    return mark.charFormat().stringProperty(FOOTNOTE)


def holds_footnotes(cursor: QTextCursor) -> bool:
    """Captions and authors are plain words; all else may have notes."""
    return read_state(cursor.blockFormat()).role in _HOLD_NOTES


def is_hidden(cursor: QTextCursor) -> bool:
    """Whether the selection is confidential from end to end, or the words on both sides are."""
    first, last = cursor.selectionStart(), cursor.selectionEnd() - 1
    if not cursor.hasSelection():
        if cursor.atBlockStart() or cursor.atBlockEnd():
            return False
        first, last = first - 1, first
    looks = (_selected(cursor, place, 1).charFormat() for place in (first, last))
    return all(look.boolProperty(CONFIDENTIAL) for look in looks)


def with_notes(cursor: QTextCursor) -> QTextCursor:
    """The selection and the notes of its last words, whose marks stand right behind it."""
    wider, end = QTextCursor(cursor), cursor.selectionEnd()
    if cursor.hasSelection():
        wider.setPosition(cursor.selectionStart())
        wider.setPosition(end, KEEP)
        while cursor.document().characterAt(end) == OBJECT:
            end += 1
            if not is_footnote(_selected(cursor, end - 1, 1).charFormat()):
                break
            wider.setPosition(end, KEEP)
    return wider


def insert_footnote(cursor: QTextCursor, words: str) -> None:
    """Put a mark behind the cursor or the selection; words after it look as those before it."""
    cursor.setPosition(cursor.selectionEnd())
    run = replace(run_of("", cursor.charFormat()), link="", footnote=words)
    cursor.insertText(OBJECT, footnote_format(run))


def change_footnote(mark: QTextCursor, words: str) -> None:
    """Give the note whose mark is selected other words."""
    change = QTextCharFormat()
    change.setProperty(FOOTNOTE, words)
    mark.mergeCharFormat(change)


def _object_at(
    cursor: QTextCursor, is_wanted: Callable[[QTextCharFormat], bool]
) -> QTextCursor | None:
    start, length = cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()
    if length > 1:
        return None
    for place in (start,) if length else (start - 1, start):
        if cursor.document().characterAt(place) == OBJECT:
            found = _selected(cursor, place, 1)
            if is_wanted(found.charFormat()):
                return found
    return None


def _selected(cursor: QTextCursor, start: int, length: int) -> QTextCursor:
    found = QTextCursor(cursor)
    found.setPosition(start)
    found.setPosition(start + length, KEEP)
    return found
