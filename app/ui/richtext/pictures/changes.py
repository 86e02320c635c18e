"""Pictures in the document: put in, changed, taken away. Each is one undo step. No widgets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from app.models.richtext import Image, Run, runs_text
from app.ui.richtext.document.block_state import BlockRole, BlockState, block_format, read_state
from app.ui.richtext.document.char_format import image_format, picture_of
from app.ui.richtext.document.reader import read_runs
from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.document.writer import Writer, write_runs
from app.ui.richtext.editing.commands import set_state
from app.ui.richtext.editing.containers import caption_below, go_below

_KEEP = QTextCursor.MoveMode.KeepAnchor
_CAPTION = BlockState(BlockRole.PICTURE_CAPTION)


def insert_picture(cursor: QTextCursor, picture: Image, style: EditorStyle) -> None:
    """Put a picture below the cursor's paragraph, table or quotation; writing goes on below it."""
    cursor.beginEditBlock()
    fresh = go_below(cursor)
    Writer(cursor, style, fresh=fresh).write((picture,))
    after = cursor.block().next()
    if _can_be_written_in(after):
        cursor.setPosition(after.position())
    else:
        cursor.insertBlock(block_format(BlockState(), style), QTextCharFormat())
    cursor.endEditBlock()


def shown_picture(found: QTextCursor) -> Image:
    """The selected picture with its caption."""
    caption = caption_below(found.block())
    words = runs_text(read_runs(caption)) if caption else ""
    return replace(picture_of(found.charFormat()), caption=words)


def change_picture(found: QTextCursor, picture: Image, style: EditorStyle) -> None:
    """Let the selected picture be ``picture``."""
    found.beginEditBlock()
    found.setCharFormat(image_format(picture))
    caption = caption_below(found.block())
    if caption is not None and not picture.caption:
        _remove(caption)
    elif picture.caption:
        _write_caption(found.block(), caption, picture, style)
    found.endEditBlock()


def delete_picture(found: QTextCursor, style: EditorStyle) -> None:
    """Take the selected picture away, and its caption; the cursor stays where it was."""
    found.beginEditBlock()
    block = found.block()
    caption = caption_below(block)
    if caption is not None:
        _remove(caption)
    found.removeSelectedText()
    if block.length() == 1:
        set_state(block, BlockState(), style)
    found.endEditBlock()


def _write_caption(
    block: QTextBlock, caption: QTextBlock | None, picture: Image, style: EditorStyle
) -> None:
    cursor = QTextCursor(caption or block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if caption is None:
        cursor.insertBlock(block_format(_CAPTION, style), QTextCharFormat())
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, _KEEP)
    cursor.removeSelectedText()
    write_runs(cursor, (Run(picture.caption, confidential=picture.confidential),))


def _remove(block: QTextBlock) -> None:
    """Take a block away; there is one before it."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
    cursor.removeSelectedText()
    cursor.deletePreviousChar()


def _can_be_written_in(block: QTextBlock) -> bool:
    if not block.isValid() or QTextCursor(block).currentTable() is not None:
        return False
    return read_state(block.blockFormat()).role is BlockRole.TEXT
