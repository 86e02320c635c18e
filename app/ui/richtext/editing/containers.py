"""Where in the document a table, a quotation or a picture ends, and the line that belongs to it.

That line is a table's caption, a picture's caption or the author of a quotation.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from app.models.richtext import Run
from app.ui.richtext.document.block_state import BlockRole, BlockState, block_format, read_state
from app.ui.richtext.document.char_format import CONFIDENTIAL, char_format
from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.editing.commands import set_state

_STATES = {
    BlockRole.TABLE_CAPTION: BlockState(BlockRole.TABLE_CAPTION),
    BlockRole.PICTURE_CAPTION: BlockState(BlockRole.PICTURE_CAPTION),
    BlockRole.AUTHOR: BlockState(BlockRole.AUTHOR, quoted=True),
}


def line_for(cursor: QTextCursor) -> BlockRole | None:
    """Which such line belongs to what the cursor stands in."""
    state = read_state(cursor.blockFormat())
    if cursor.currentTable() is not None:
        return BlockRole.TABLE_CAPTION
    if state.role is BlockRole.PICTURE:
        return BlockRole.PICTURE_CAPTION
    if state.role in _STATES:
        return state.role
    return BlockRole.AUTHOR if state.quoted else None


def go_to_line(cursor: QTextCursor, style: EditorStyle) -> None:
    """Put the cursor at the end of that line; it is made where it is missing, as one undo step."""
    role = line_for(cursor)
    if role is None:
        return
    block = cursor.block()
    if table := cursor.currentTable():
        before = cursor.document().findBlock(table.firstPosition() - 1)
        _go_to(cursor, before, before, role, style)
    elif role is BlockRole.PICTURE_CAPTION:
        _go_to(cursor, caption_below(block) or block, block, role, style)
    elif role is BlockRole.AUTHOR:
        last = end_of_quotation(block)
        _go_to(cursor, last, last, role, style)


def caption_below(picture: QTextBlock) -> QTextBlock | None:
    """The caption of a picture's block, or of the caption itself."""
    for block in (picture, picture.next()):
        if block.isValid() and _role(block) is BlockRole.PICTURE_CAPTION:
            return block
    return None


def end_of_quotation(block: QTextBlock) -> QTextBlock:
    """The last block of the quotation around ``block``: its author, where it has one."""
    while _role(block) is not BlockRole.AUTHOR:
        after = block.next()
        state = read_state(after.blockFormat())
        if not after.isValid() or not state.quoted or state.opens_quote:
            break
        block = after
    return block


def go_below(cursor: QTextCursor) -> bool:
    """Put the cursor below what it stands in; True when an empty line is there to be used."""
    cursor.setPosition(cursor.selectionEnd())
    if _role(cursor.block()) is BlockRole.TABLE_CAPTION:
        cursor.setPosition(cursor.block().next().position())
    if table := cursor.currentTable():
        cursor.setPosition(table.lastPosition() + 1)
        if cursor.block().length() > 1:
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        return True
    block, state = cursor.block(), read_state(cursor.blockFormat())
    if state.role in (BlockRole.PICTURE, BlockRole.PICTURE_CAPTION):
        block = caption_below(block) or block
    elif state.quoted:
        block = end_of_quotation(block)
    _go_to_end(cursor, block)
    return cursor.block().length() == 1 and state == BlockState()


def _go_to(
    cursor: QTextCursor, found: QTextBlock, above: QTextBlock, role: BlockRole, style: EditorStyle
) -> None:
    """Go to ``found`` when it is the line; otherwise make it, of an empty ``above`` or below it."""
    cursor.beginEditBlock()
    _go_to_end(cursor, found)
    if _role(found) is not role:
        _go_to_end(cursor, above)
        if above.length() == 1 and _role(above) is BlockRole.TEXT:
            set_state(above, _STATES[role], style)
        else:
            cursor.insertBlock(block_format(_STATES[role], style), _look_below(above))
    cursor.endEditBlock()


def _look_below(block: QTextBlock) -> QTextCharFormat:
    """The caption of a confidential picture is confidential as well."""
    hidden = any(
        part.format.isImageFormat() and part.format.boolProperty(CONFIDENTIAL)
        for part in block.textFormats()
    )
    return char_format(Run("", confidential=hidden))


def _go_to_end(cursor: QTextCursor, block: QTextBlock) -> None:
    cursor.setPosition(block.position() + block.length() - 1)


def _role(block: QTextBlock) -> BlockRole:
    return read_state(block.blockFormat()).role
