"""Paragraphs and lists: what list items, quotations and cells are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.models.richtext import InnerBlock, List, ListItem, Paragraph, Runs, number_label
from app.reports import style
from app.reports.layout.lines import break_lines
from app.reports.layout.strips import Mark, Strip, gap, text_strips, words_mark
from app.reports.layout.words import Span
from app.reports.richtext.setting import Setting, spans_of
from app.reports.style import TextStyle
from app.reports.tagged import Attributes, Node

_NUMBERING = {
    "decimal": "Decimal",
    "decimal_paren": "Decimal",
    "lower_alpha": "LowerAlpha",
    "lower_alpha_paren": "LowerAlpha",
    "lower_roman": "LowerRoman",
}


def inner_strips(block: InnerBlock, setting: Setting) -> list[Strip]:
    """A paragraph or a list."""
    if isinstance(block, Paragraph):
        return paragraph_strips(block.runs, setting, setting.text_style)
    return list_strips(block, setting)


def inners_strips(blocks: Sequence[InnerBlock], setting: Setting) -> list[Strip]:
    """Paragraphs and lists below each other."""
    strips: list[Strip] = []
    for block in blocks:
        own = inner_strips(block, setting)
        if strips and own:
            strips.append(gap(setting.paragraph_gap))
        strips.extend(own)
    return strips


def paragraph_strips(runs: Runs, setting: Setting, look: TextStyle, tag: str = "P") -> list[Strip]:
    """Runs as the lines of one paragraph; ``tag`` says what it is."""
    node = setting.node.add(tag)
    spans = spans_of(runs, look, node, setting.notes)
    lines = break_lines(spans, setting.width)
    return text_strips(lines, setting.x, setting.width, look, node, setting.align)


def list_strips(block: List, setting: Setting) -> list[Strip]:
    """A list with its marks hanging in the indent; numbers, bullets, dashes."""
    numbering = _NUMBERING[block.style] if block.ordered else "Disc"
    list_node = setting.node.add("L", Attributes(numbering=numbering))
    strips: list[Strip] = []
    for index, item in enumerate(block.items):
        if strips:
            strips.append(gap(setting.point_gap))
        label = number_label(block.start + index, block.style) if block.ordered else ""
        strips.extend(point_strips(item, label, replace(setting, node=list_node)))
    return strips


def point_strips(item: ListItem, label: str, setting: Setting) -> list[Strip]:
    """One point below the list node of ``setting``; an empty ``label`` means a bullet."""
    point = setting.node.add("LI")
    mark_node = point.add("Lbl")
    indent = _indent(label, setting)
    inside = setting.inside(point.add("LBody"), indent)
    inside = replace(inside, depth=setting.depth + 1, paragraph_gap=setting.point_gap)
    strips = inners_strips(item.blocks, inside) or [Strip(setting.text_style.leading)]
    first = strips[0]
    if first.baseline is None:
        first.baseline = setting.text_style.leading * 0.75
    first.marks.insert(0, point_mark(label, setting, mark_node, first.baseline))
    return strips


def _indent(label: str, setting: Setting) -> float:
    if not label:
        return style.BULLET_INDENT
    if setting.text_style.size < style.BODY.size:
        return style.BULLET_INDENT
    widest = break_lines([Span(label, setting.number_style)], setting.width)[0].width
    return max(style.NUMBER_INDENT, widest + style.BULLET_OFFSET * 3)


def point_mark(label: str, setting: Setting, node: Node, baseline: float) -> Mark:
    """The number of a point at the left of the setting's column, or without one a bullet."""
    if label:
        return words_mark(label, setting.number_style, setting.x, baseline, node)
    return _bullet_mark(setting, node, baseline)


def _bullet_mark(setting: Setting, node: Node, baseline: float) -> Mark:
    """A bullet, inside another point a dash: real signs, for whoever copies them."""
    look = style.DASH if setting.depth else style.BULLET
    look = replace(look, size=look.size * setting.text_style.size / style.BODY.size)
    drop = 0.0 if setting.depth else look.size * style.BULLET_DROP
    x = setting.x + style.BULLET_OFFSET
    return words_mark("–" if setting.depth else "•", look, x, baseline + drop, node)
