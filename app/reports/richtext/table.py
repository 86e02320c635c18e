"""Tables of structured text: cells as small galleys, tagged rows, head rows that repeat."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.models.richtext import Cell, InnerBlock, List, Paragraph, Row, Table
from app.reports import style
from app.reports.layout.lines import Align, break_lines
from app.reports.layout.strips import Mark, Strip, TableHead, gap, kept, rule_mark, text_strips
from app.reports.layout.table import ColumnNeed, RowStrip, column_widths, row_height
from app.reports.layout.words import Span, longest_atom, whole_width
from app.reports.richtext.lists import inners_strips
from app.reports.richtext.setting import Notes, Setting, spans_of
from app.reports.style import TextStyle
from app.reports.tagged import Attributes, Node

_NUMBER = re.compile(
    r"[-–−+]?\s*(kr\.?\s*)?[\d.,\s]*\d[\d.,\s]*(%|kr\.?|mio\.?|t\.?|pct\.?)?\s*", re.I
)
_BLANK = re.compile(r"[\s–\-?]*")


@dataclass(frozen=True)
class _Column:
    x: float
    width: float
    align: Align


def table_strips(table: Table, setting: Setting) -> list[Strip]:
    """Caption, head and rows; the head is drawn again on each page the table runs over."""
    if not any(table.rows):
        return []
    columns = _columns(table, setting)
    heads = min(max(table.header_rows, 0), len(table.rows) - 1)  # a table of heads alone has none
    node = setting.node.add("Table")
    strips = _caption(table.caption, node, setting)
    head = TableHead()
    head_node = node.add("THead") if heads else node
    for row in table.rows[:heads]:
        head.strips.append(_row(row, columns, head_node, setting, is_head=True))
    body_node = node.add("TBody")
    rows = [_row(row, columns, body_node, setting, is_head=False) for row in table.rows[heads:]]
    kept(head.strips, first=bool(strips))
    if rows:
        rows[0].keep = bool(head.strips or strips)
    for row_strip in rows:
        row_strip.head = head if head.strips else None
    return [*strips, *head.strips, *rows]


def _caption(words: str, node: Node, setting: Setting) -> list[Strip]:
    if not words:
        return []
    caption = node.add("Caption").add("P")
    lines = break_lines([Span(words, style.CAPTION)], setting.width)
    strips = text_strips(lines, setting.x, setting.width, style.CAPTION, caption)
    return kept([*strips, gap(style.CAPTION_GAP)])


def _columns(table: Table, setting: Setting) -> list[_Column]:
    count = max(len(row) for row in table.rows)
    gutter = _gutter(count, setting.width)
    needs = [_need(table, index) for index in range(count)]
    widths = column_widths(needs, setting.width - gutter * (count - 1))
    columns, x = [], setting.x
    for index, width in enumerate(widths):
        columns.append(_Column(x, width, _align(table, index)))
        x += width + gutter
    return columns


def _gutter(count: int, width: float) -> float:
    """White between columns: less the more there are."""
    fair = width / count / 4
    return min(style.TABLE_GUTTER_WIDE, max(style.TABLE_GUTTER_NARROW, fair))


def _need(table: Table, index: int) -> ColumnNeed:
    least = most = 0.0
    for row_index, row in enumerate(table.rows):
        look = style.TABLE_HEAD if row_index < table.header_rows else style.TABLE_TEXT
        for spans, indent in _cell_spans(row, index, look):
            least = max(least, longest_atom(spans) + indent)
            most = max(most, whole_width(spans) + indent)
    return ColumnNeed(least, most)


def _cell_spans(row: Row, index: int, look: TextStyle) -> list[tuple[list[Span], float]]:
    """Spans and indent of each paragraph in the cell, for measuring."""
    if index >= len(row):
        return []
    found: list[tuple[list[Span], float]] = []
    _measure(row[index].blocks, look, 0.0, found)
    return found


def _measure(
    blocks: tuple[InnerBlock, ...],
    look: TextStyle,
    indent: float,
    found: list[tuple[list[Span], float]],
) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            node, notes = Node("P"), Notes("measure")
            found.append((spans_of(block.runs, look, node, notes), indent))
        else:
            for item in block.items:
                _measure(item.blocks, look, indent + style.BULLET_INDENT, found)


def _align(table: Table, index: int) -> Align:
    """Right for a column of numbers, left for words."""
    words = [_cell_words(row[index]) for row in table.rows[table.header_rows :] if index < len(row)]
    filled = [word for word in words if not _BLANK.fullmatch(word)]
    return "right" if filled and all(_NUMBER.fullmatch(word) for word in filled) else "left"


def _cell_words(cell: Cell) -> str:
    if any(isinstance(block, List) for block in cell.blocks):
        return "list"
    return " ".join(
        run.text for block in cell.blocks if isinstance(block, Paragraph) for run in block.runs
    )


def _row(
    row: Row, columns: list[_Column], parent: Node, setting: Setting, *, is_head: bool
) -> RowStrip:
    row_node = parent.add("TR")
    cells = [
        _cell(
            row[index] if index < len(row) else Cell(), column, row_node, setting, is_head=is_head
        )
        for index, column in enumerate(columns)
    ]
    height = row_height(cells) if any(cells) else style.TABLE_TEXT.leading + 2 * style.TABLE_PADDING
    baseline = next((cell[0].baseline for cell in cells if cell), None)
    return RowStrip(
        height,
        baseline=None if baseline is None else baseline + style.TABLE_PADDING,
        cells=cells,
        rule=_rule(setting, height, is_head=is_head),
    )


def _rule(setting: Setting, height: float, *, is_head: bool) -> Mark:
    if is_head:
        return rule_mark(setting.x, setting.width, style.HEAD_RULE, style.INK, height)
    return rule_mark(setting.x, setting.width, style.HAIRLINE, style.TABLE_RULE, height)


def _cell(
    cell: Cell, column: _Column, row_node: Node, setting: Setting, *, is_head: bool
) -> list[Strip]:
    node = row_node.add("TH", Attributes(scope="Column")) if is_head else row_node.add("TD")
    inside = replace(
        setting,
        node=node,
        x=column.x,
        width=column.width,
        align=column.align,
        text_style=style.TABLE_HEAD if is_head else style.TABLE_TEXT,
        number_style=style.TABLE_NUMBER,
        paragraph_gap=style.CAPTION_GAP,
        point_gap=style.CAPTION_GAP / 2,
    )
    return inners_strips(cell.blocks, inside)
