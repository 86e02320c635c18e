"""What a block of the document is, written into its block format, and the measures it gives.

Lists are our own marks on ordinary blocks, not ``QTextList``: each block says its depth and whether
it begins a point. That survives undo, joins and pastes, gives us dashes and accent numbers, and
keeps points of several paragraphs, which Qt's lists cannot (docs/decisions/0020).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import get_args

from PySide6.QtGui import QTextBlockFormat, QTextFormat

from app.models.richtext import ListStyle
from app.ui.richtext.document.style import EditorStyle

LIST_STYLES: tuple[ListStyle, ...] = get_args(ListStyle)
BULLET_INDENT, NUMBER_INDENT, QUOTE_INDENT = 20, 26, 18
FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_OWN = QTextFormat.Property.UserProperty.value + 100
_ROLE, _LEVEL, _MARKED, _ORDERED, _STYLE, _START, _QUOTED, _OPENS_QUOTE = range(_OWN, _OWN + 8)


class BlockRole(IntEnum):
    """What a block is, apart from lists and quotations."""

    TEXT = 0
    HEADING = 1
    SUBHEADING = 2
    TABLE_CAPTION = 3
    PICTURE = 4
    PICTURE_CAPTION = 5
    AUTHOR = 6


@dataclass(frozen=True, slots=True)
class BlockState:
    """One block: role, depth in lists (0 = none), whether it begins a point, and of which list.

    ``start`` is set on the first point of a numbered list only. ``quoted`` blocks belong to a
    quotation, which ``opens_quote`` or the block after an author begins anew.
    """

    role: BlockRole = BlockRole.TEXT
    level: int = 0
    marked: bool = False
    ordered: bool = False
    list_style: ListStyle = "decimal"
    start: int | None = None
    quoted: bool = False
    opens_quote: bool = False

    def follower(self) -> BlockState:
        """The block that Enter makes after this one."""
        if self.role is not BlockRole.TEXT:
            return BlockState()
        return replace(self, marked=self.level > 0, start=None, opens_quote=False)

    def unlisted(self) -> BlockState:
        """The same block outside every list."""
        return replace(self, level=0, marked=False, ordered=False, start=None)


def read_state(block_format: QTextBlockFormat) -> BlockState:
    """What a block format says."""
    start = block_format.property(_START)
    return BlockState(
        role=BlockRole(block_format.intProperty(_ROLE)),
        level=block_format.intProperty(_LEVEL),
        marked=block_format.boolProperty(_MARKED),
        ordered=block_format.boolProperty(_ORDERED),
        list_style=LIST_STYLES[block_format.intProperty(_STYLE)],
        start=int(start) if start is not None else None,
        quoted=block_format.boolProperty(_QUOTED),
        opens_quote=block_format.boolProperty(_OPENS_QUOTE),
    )


def block_format(
    state: BlockState, style: EditorStyle, *, in_cell: bool = False
) -> QTextBlockFormat:
    """The block format that says and shows ``state``."""
    made = QTextBlockFormat()
    _write_state(made, state)
    if state.role in (BlockRole.HEADING, BlockRole.SUBHEADING):
        made.setHeadingLevel(int(state.role))
    made.setLeftMargin(style.px(left_margin(state)))
    above, below = _space(state, in_cell)
    made.setTopMargin(style.px(above))
    made.setBottomMargin(style.px(below))
    if state.role is not BlockRole.PICTURE:
        made.setLineHeight(style.px(_line(state, style, in_cell)), FIXED_HEIGHT)
    return made


def _write_state(made: QTextBlockFormat, state: BlockState) -> None:
    values: dict[int, object] = {
        _ROLE: int(state.role),
        _LEVEL: state.level,
        _MARKED: state.marked,
        _ORDERED: state.ordered,
        _STYLE: LIST_STYLES.index(state.list_style),
        _QUOTED: state.quoted,
        _OPENS_QUOTE: state.opens_quote,
    }
    for key, value in values.items():
        if value:
            made.setProperty(key, value)
    if state.start is not None:
        made.setProperty(_START, state.start)


def left_margin(state: BlockState) -> float:
    """Where the words begin, in px at 100 % from the column's left edge."""
    quote = QUOTE_INDENT if state.quoted else 0
    if not state.level:
        return quote
    last = NUMBER_INDENT if state.ordered else BULLET_INDENT
    return quote + (state.level - 1) * BULLET_INDENT + last


def _space(state: BlockState, in_cell: bool) -> tuple[float, float]:
    """Space above and below in px at 100 %; of two neighbours the larger counts."""
    match state.role:
        case BlockRole.HEADING:
            return 16, 4
        case BlockRole.SUBHEADING:
            return 12, 2
        case BlockRole.TABLE_CAPTION:
            return 10, 4
        case BlockRole.PICTURE:
            return 10, 4
        case BlockRole.PICTURE_CAPTION | BlockRole.AUTHOR:
            return 4, 4
    if in_cell:
        return 0, 0
    return (2, 2) if state.marked else (6, 6)


def _line(state: BlockState, style: EditorStyle, in_cell: bool) -> float:
    match state.role:
        case BlockRole.HEADING:
            return 26
        case BlockRole.TABLE_CAPTION | BlockRole.PICTURE_CAPTION | BlockRole.AUTHOR:
            return 20
    return 20 if in_cell else style.line
