"""What the toolbar and the keys do to the text; each is one undo step. No widgets in here."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtGui import QTextBlock, QTextCursor

from app.ui.richtext.document.block_state import BlockRole, BlockState, block_format, read_state
from app.ui.richtext.document.style import EditorStyle

DEEPEST = 4  # levels of a list


class ParagraphStyle(StrEnum):
    """What the style chooser offers."""

    BODY = "body"
    HEADING = "heading"
    SUBHEADING = "subheading"
    QUOTE = "quote"


_ROLES = {
    ParagraphStyle.HEADING: BlockRole.HEADING,
    ParagraphStyle.SUBHEADING: BlockRole.SUBHEADING,
}


def paragraph_style(state: BlockState) -> ParagraphStyle:
    """The chooser's entry for a block."""
    for style, role in _ROLES.items():
        if state.role is role:
            return style
    return ParagraphStyle.QUOTE if state.quoted else ParagraphStyle.BODY


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that the selection touches, or the block of the cursor."""
    document = cursor.document()
    block, end = document.findBlock(cursor.selectionStart()), cursor.selectionEnd()
    blocks = [block]
    while (block := block.next()).isValid() and block.position() <= end:
        if block.position() < end or not cursor.hasSelection():
            blocks.append(block)
    return blocks


def set_state(block: QTextBlock, state: BlockState, style: EditorStyle) -> None:
    """Make a block what ``state`` says."""
    cursor = QTextCursor(block)
    in_cell = cursor.currentTable() is not None
    cursor.setBlockFormat(block_format(state, style, in_cell=in_cell))


def set_paragraph_style(cursor: QTextCursor, wanted: ParagraphStyle, style: EditorStyle) -> None:
    """Turn the selected blocks into body text, headings or a quotation; cells keep body text."""
    if cursor.currentTable() is not None:
        return
    cursor.beginEditBlock()
    for block in selected_blocks(cursor):
        state = read_state(block.blockFormat())
        if state.role is BlockRole.PICTURE:
            continue
        if wanted is ParagraphStyle.QUOTE:
            changed = replace(state, role=BlockRole.TEXT, quoted=True)
        else:
            changed = BlockState(_ROLES.get(wanted, BlockRole.TEXT))
        set_state(block, changed, style)
    cursor.endEditBlock()


def toggle_list(cursor: QTextCursor, style: EditorStyle, *, ordered: bool) -> None:
    """Turn the selected blocks into points, or back when they all are such points already."""
    blocks = selected_blocks(cursor)
    states = [read_state(block.blockFormat()) for block in blocks]
    off = all(state.marked and state.ordered == ordered for state in states)
    cursor.beginEditBlock()
    for block, state in zip(blocks, states, strict=True):
        if state.role is BlockRole.PICTURE:
            continue
        set_state(block, state.unlisted() if off else _as_point(state, ordered), style)
    cursor.endEditBlock()


def _as_point(state: BlockState, ordered: bool) -> BlockState:
    return BlockState(level=max(state.level, 1), marked=True, ordered=ordered, quoted=state.quoted)


def make_point(block: QTextBlock, style: EditorStyle, *, ordered: bool) -> None:
    """Turn one block of body text into the first point of a list."""
    state = _as_point(read_state(block.blockFormat()), ordered)
    before = block.previous()
    goes_on = before.isValid() and read_state(before.blockFormat()).level > 0
    set_state(block, replace(state, start=1 if ordered and not goes_on else None), style)


def can_shift(cursor: QTextCursor, step: int) -> bool:
    """Whether the block of the cursor can go ``step`` deeper (1) or shallower (-1)."""
    block = cursor.block()
    state = read_state(block.blockFormat())
    if not state.marked:
        return False
    if step < 0:
        return True
    before = block.previous()
    above = read_state(before.blockFormat()).level if before.isValid() else 0
    return state.level <= above and state.level < DEEPEST


def shift(cursor: QTextCursor, style: EditorStyle, step: int) -> None:
    """Move the selected points one level in or out, their sub-points with them."""
    if not can_shift(QTextCursor(selected_blocks(cursor)[0]), step):
        return
    cursor.beginEditBlock()
    for block in _with_subpoints(selected_blocks(cursor)):
        state = read_state(block.blockFormat())
        level = min(state.level + step, DEEPEST)
        changed = replace(state, level=level, start=None) if level > 0 else state.unlisted()
        set_state(block, changed, style)
    cursor.endEditBlock()


def _with_subpoints(blocks: list[QTextBlock]) -> list[QTextBlock]:
    """The list blocks among ``blocks``, and what hangs below the last of them."""
    points = [block for block in blocks if read_state(block.blockFormat()).level]
    last = read_state(points[-1].blockFormat())
    block = points[-1].next()
    while block.isValid():
        state = read_state(block.blockFormat())
        below = state.level > last.level or (state.level == last.level and not state.marked)
        if not below:
            break
        points.append(block)
        block = block.next()
    return points
