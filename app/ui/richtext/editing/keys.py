"""Keys that mean more in structured text: Enter, Backspace, Tab, and what typing corrects."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextCharFormat, QTextCursor

from app.ui.richtext.document.block_state import BlockRole, BlockState, block_format, read_state
from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.editing import autocorrect
from app.ui.richtext.editing.commands import make_point, set_state, shift
from app.ui.richtext.editing.tables import step_cell


def enter(cursor: QTextCursor, style: EditorStyle) -> None:
    """A new block; in an empty point or quotation line the list or quotation ends instead."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    state = read_state(cursor.blockFormat())
    is_empty = cursor.block().length() == 1
    if is_empty and state.quoted and not state.level and _author_follows(cursor):
        _go_below_author(cursor, style)
    elif is_empty and (state.level or state.quoted):
        set_state(cursor.block(), _one_out(state), style)
    elif state.role is BlockRole.TABLE_CAPTION:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    else:
        _split(cursor, state, style)
    cursor.endEditBlock()


def _author_follows(cursor: QTextCursor) -> bool:
    after = cursor.block().next()
    return after.isValid() and read_state(after.blockFormat()).role is BlockRole.AUTHOR


def _go_below_author(cursor: QTextCursor, style: EditorStyle) -> None:
    """Leave the quotation whole: the empty line goes, and a new one stands below its author."""
    cursor.deleteChar()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock(block_format(BlockState(), style), QTextCharFormat())


def _split(cursor: QTextCursor, state: BlockState, style: EditorStyle) -> None:
    in_cell = cursor.currentTable() is not None
    before_heading = cursor.atBlockStart() and state.role is not BlockRole.TEXT
    follower = state if before_heading else state.follower()
    look = QTextCharFormat() if state.role is not BlockRole.TEXT else without_link(cursor)
    cursor.insertBlock(block_format(follower, style, in_cell=in_cell), look)
    if before_heading:
        set_state(cursor.block().previous(), BlockState(), style)


def without_link(cursor: QTextCursor) -> QTextCharFormat:
    """The format at the cursor, link aside."""
    look = cursor.charFormat()
    if look.isAnchor():
        look.setAnchor(False)
        look.setAnchorHref("")
    return look


def _one_out(state: BlockState) -> BlockState:
    """Where an empty line goes on Enter: a level up, out of the list, out of the quotation."""
    if state.level > 1:
        return replace(state, level=state.level - 1, marked=True, start=None)
    return state.unlisted() if state.level else BlockState()


def backspace(cursor: QTextCursor, style: EditorStyle) -> bool:
    """At the start of a point, heading or quotation take that away. False: delete as usual."""
    if cursor.hasSelection():
        return False
    if not cursor.atBlockStart():
        return _delete_emoji(cursor)
    state = read_state(cursor.blockFormat())
    if state.marked:
        shift(cursor, style, -1)
        return True
    plain = state.role is BlockRole.TEXT and not state.quoted
    if plain or state.level or state.role is BlockRole.PICTURE or _inside_quote(cursor, state):
        return False
    cursor.beginEditBlock()
    set_state(cursor.block(), BlockState(), style)
    cursor.endEditBlock()
    return True


def _delete_emoji(cursor: QTextCursor) -> bool:
    """Take one of several characters (a family, a flag) away as a whole; False for all else."""
    sign = QTextCursor(cursor)
    sign.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
    words = sign.selectedText()
    if len(words) < 2 or not any(ord(one) > 0xFFFF or one == "\ufe0f" for one in words):
        return False
    sign.removeSelectedText()
    return True


def _inside_quote(cursor: QTextCursor, state: BlockState) -> bool:
    before = cursor.block().previous()
    return state.quoted and before.isValid() and read_state(before.blockFormat()).quoted


def takes_tab(cursor: QTextCursor) -> bool:
    """Whether Tab belongs to the text here rather than to the window."""
    return cursor.currentTable() is not None or read_state(cursor.blockFormat()).level > 0


def tab(cursor: QTextCursor, style: EditorStyle, *, forward: bool) -> None:
    """Next or previous cell, or a level in or out."""
    if cursor.currentTable() is not None:
        step_cell(cursor, style, forward=forward)
    else:
        shift(cursor, style, 1 if forward else -1)


def correct(cursor: QTextCursor, style: EditorStyle) -> None:
    """Correct what was just typed before the cursor, as an undo step of its own."""
    before = _words_before(cursor)
    state = read_state(cursor.blockFormat())
    ordered = autocorrect.begins_list(before)
    if ordered is not None and state.role is BlockRole.TEXT and not state.level:
        _begin_list(cursor, style, ordered)
        return
    found = autocorrect.correction(before)
    if found is not None:
        _replace_before(cursor, found.length, found.words)


def _words_before(cursor: QTextCursor) -> str:
    """The block's words up to the cursor."""
    reach = QTextCursor(cursor)
    reach.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return reach.selectedText()


def _begin_list(cursor: QTextCursor, style: EditorStyle, ordered: bool) -> None:
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    make_point(cursor.block(), style, ordered=ordered)
    cursor.endEditBlock()


def _replace_before(cursor: QTextCursor, length: int, words: str) -> None:
    look = cursor.charFormat()
    cursor.beginEditBlock()
    cursor.movePosition(
        QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, length
    )
    cursor.insertText(words, look)
    cursor.endEditBlock()
