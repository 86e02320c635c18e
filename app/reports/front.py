"""The front page: sender, title, date, the grid of time, place and people, the list of items."""

from __future__ import annotations

from app.i18n import _, long_date, pgettext
from app.reports import fonts, style
from app.reports.data import HeadLine, ItemPaper, MeetingPaper
from app.reports.layout.lines import Line, break_lines
from app.reports.layout.pages import Chunk
from app.reports.layout.strips import (
    Mark,
    Strip,
    TableHead,
    destination_mark,
    gap,
    height_of,
    kept,
    line_mark,
    rule_mark,
    text_strips,
    words_mark,
)
from app.reports.layout.words import Span
from app.reports.parts import with_label
from app.reports.story import Workshop, product_word
from app.reports.style import TextStyle
from app.reports.tagged import Attributes, Node, TaggedCanvas

FRONT = "front"
_PAGE_COLUMN = style.mm(12)
_TOGETHER = 3  # rows of the list that stand together on a further page
_SPARE = 0.5  # points, for what adding up heights loses
_GIVES = 0.5  # share of its white space that the front gives up to stay on one page


def front_chunk(workshop: Workshop) -> Chunk:
    """The whole front matter; it may run over a page when many came or the list is long."""
    paper = workshop.paper
    is_wide = paper.product == "agenda"
    strips = [
        *_sender(paper, workshop.root),
        *kept(_title(paper, workshop.root, is_wide=is_wide)),
        *_grid(paper.head, workshop.root, is_wide=is_wide),
        *_contents(paper.items, workshop, is_wide=is_wide),
    ]
    _fit(strips)
    strips[0].marks.insert(0, destination_mark(FRONT))
    return Chunk(FRONT, strips, starts="page", bare=True)


def _fit(strips: list[Strip]) -> None:
    """Take what a page lacks from the white space, where that is enough and leaves half of it."""
    gaps = [strip for strip in strips if strip.gap]
    lacking = height_of(strips) - style.FRAME_HEIGHT + _SPARE
    share = lacking / sum(strip.height for strip in gaps)
    if 0 < share <= _GIVES:
        for strip in gaps:
            strip.height *= 1 - share


def _sender(paper: MeetingPaper, root: Node) -> list[Strip]:
    lines = [(paper.body_name, style.SENDER)]
    lines += [(line, style.SENDER_LINE) for line in paper.sender_lines]
    strips = []
    for words, look in lines:
        strips += _set(words, style.LEFT, style.RIGHT - style.LEFT, look, root.add("P"))
    return kept(strips)


def _title(paper: MeetingPaper, root: Node, *, is_wide: bool) -> list[Strip]:
    space = style.SENDER_GAP_WIDE if is_wide else style.SENDER_GAP_NARROW
    day = long_date(paper.held_on)
    title = _set(
        product_word(paper), style.TEXT_X, style.TEXT_WIDTH, style.FRONT_TITLE, root.add("H1")
    )
    date = _set(
        day[0].upper() + day[1:], style.TEXT_X, style.TEXT_WIDTH, style.FRONT_DATE, root.add("P")
    )
    return [gap(space), *title, gap(style.DATE_GAP), *date]


def _set(words: str, x: float, width: float, look: TextStyle, node: Node) -> list[Strip]:
    return text_strips(break_lines([Span(words, look)], width), x, width, look, node)


# --- the grid


def _grid(head: tuple[HeadLine, ...], root: Node, *, is_wide: bool) -> list[Strip]:
    """Label and words, tagged as a list of pairs."""
    if not head:
        return []
    node = root.add("L", Attributes(numbering="None"))
    strips = [gap(style.GRID_GAP_WIDE if is_wide else style.GRID_GAP_NARROW, keep=True)]
    for index, line in enumerate(head):
        if index:
            strips.append(gap(style.GRID_ROW_GAP))
        point = node.add("LI")
        label_node = point.add("Lbl")
        text = _set(
            line.words, style.TEXT_X, style.TEXT_WIDTH, style.BODY, point.add("LBody").add("P")
        )
        strips += with_label(text, line.label, style.LABEL, label_node)
    return strips


# --- the list of items


def _contents(items: tuple[ItemPaper, ...], workshop: Workshop, *, is_wide: bool) -> list[Strip]:
    if not items:
        return []
    node = workshop.root.add("TOC")
    head = TableHead([_contents_head(node)])
    strips = [
        gap(style.CONTENTS_GAP_WIDE if is_wide else style.CONTENTS_GAP_NARROW),
        *head.strips,
    ]
    for index, item in enumerate(items):
        row = _contents_row(item, node.add("TOCI"), workshop)
        row.keep = index == 0 or index > max(1, len(items) - _TOGETHER)
        row.head = head
        strips.append(row)
    return strips


def _contents_head(toc: Node) -> Strip:
    node = toc.add("Caption").add("P")
    look = style.CONTENTS_HEAD
    strip = _row_strip([], style.RULE, style.CONTENTS_TITLE.leading)
    baseline = strip.baseline or 0
    page = pgettext("paper", "Page")
    page_x = style.RIGHT - fonts.face(look.face).width(page, look.size)
    strip.marks += [
        rule_mark(style.LEFT, style.RIGHT - style.LEFT, style.HEAD_RULE, style.INK, 0),
        words_mark(pgettext("paper", "Item") + " ", look, style.LEFT, baseline, node),
        words_mark(page, look, page_x, baseline, node),
    ]
    return strip


def _contents_row(item: ItemPaper, entry: Node, workshop: Workshop) -> Strip:
    title, is_closed = item_title(item), item.is_withheld or item.is_closed
    if is_closed and title != withheld_title():
        title = _("{title} (closed)").format(title=title)
    look = style.CONTENTS_WITHHELD if is_closed else style.CONTENTS_TITLE
    lines = break_lines([Span(title, look)], style.TEXT_WIDTH - _PAGE_COLUMN)
    strip = _row_strip(lines, style.RULE, look.leading)
    number = entry.add("Lbl")
    link = entry.add("Reference").add("Link")
    baseline = strip.baseline or 0
    number_look = style.CONTENTS_NUMBER
    strip.marks.insert(0, words_mark(f"{item.number} ", number_look, style.LEFT, baseline, number))
    strip.marks += [
        *(
            line_mark(line, style.TEXT_X, baseline + index * look.leading, link)
            for index, line in enumerate(lines)
        ),
        _page_mark(item.key, workshop, baseline, link),
        _link_mark(item.key, strip.height, title, link),
    ]
    return strip


def _row_strip(lines: list[Line], colour: str, leading: float) -> Strip:
    height = max(len(lines), 1) * leading + 2 * style.CONTENTS_PADDING
    rule = rule_mark(style.LEFT, style.RIGHT - style.LEFT, style.HAIRLINE, colour, height)
    look = style.CONTENTS_TITLE
    baseline = style.CONTENTS_PADDING + fonts.face(look.face).baseline(look.size, leading)
    return Strip(height, [rule], baseline=baseline)


def _page_mark(key: str, workshop: Workshop, baseline: float, node: Node) -> Mark:
    look = style.CONTENTS_PAGE

    def draw(canvas: TaggedCanvas, top: float) -> None:
        words = workshop.numbers.printed(key)
        x = style.RIGHT - fonts.face(look.face).width(words, look.size)
        canvas.mark(node)
        canvas.text(x - _space(look), top + baseline, f" {words}", look)

    return draw


def _space(look: TextStyle) -> float:
    return fonts.face(look.face).width(" ", look.size)


def _link_mark(key: str, height: float, words: str, node: Node) -> Mark:
    box_width = style.RIGHT - style.LEFT

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.link(node, (style.LEFT, top, box_width, height), f"#{key}", words)

    return draw


def item_title(item: ItemPaper) -> str:
    """The title, or what stands in its place."""
    title = fonts.drawable(item.title, style.ITEM_TITLE.face)
    if item.is_withheld or (item.is_closed and not title.strip()):
        return withheld_title()
    return title if title.strip() else _("No title")


def withheld_title() -> str:
    """What is printed where a closed item may show no title, or has none."""
    return _("Closed item")
