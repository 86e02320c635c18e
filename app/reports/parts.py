"""The parts of an item: title, labelled sections, recommendation, attachments, decision box."""

from __future__ import annotations

from dataclasses import replace

from app.i18n import _, pgettext
from app.models.richtext import Block, Paragraph, RichText, Run
from app.reports import fonts, style
from app.reports.data import (
    AttachmentPaper,
    AttachmentsPart,
    DecisionPaper,
    DecisionPart,
    ItemPaper,
    RecommendationPart,
    SectionPart,
)
from app.reports.images import ImageResolver
from app.reports.layout.lines import break_lines
from app.reports.layout.strips import (
    Box,
    Strip,
    destination_mark,
    gap,
    height_of,
    kept,
    line_mark,
    text_strips,
    words_mark,
)
from app.reports.layout.words import Span
from app.reports.richtext import Notes, Setting, note_strips, point_mark, rich_strips
from app.reports.style import TextStyle
from app.reports.tagged import Attributes, Node

_H2, _H3 = 2, 3


def with_label(strips: list[Strip], label: str, look: TextStyle, node: Node) -> list[Strip]:
    """``label`` in the left column, its feet on the first line of ``strips``, read before them.

    One that is too high for a column, since that is never broken, stands above them all across.
    """
    lines = break_lines([Span(label, look)], style.LABEL_WIDTH)
    if not strips or not lines:
        return strips
    if len(lines) * look.leading > style.LABEL_WHOLE:
        return [*_across(label, look, node), gap(style.PARAGRAPH_GAP, keep=True), *_led(strips)]
    first = strips[0]
    own = fonts.face(look.face).baseline(look.size, look.leading)
    baseline = own if first.baseline is None else first.baseline
    for index, line in enumerate(reversed(lines)):
        offset = baseline + (len(lines) - 1 - index) * look.leading
        first.marks.insert(0, line_mark(line, style.LEFT, offset, node))
    beside = max(2, len(lines))
    missing = len(lines) * look.leading - height_of(strips)
    padding = [Strip(missing)] if missing > 0 else []
    return [*kept([*strips[:beside]]), *strips[beside:], *kept(padding, first=True)]


def _across(label: str, look: TextStyle, node: Node) -> list[Strip]:
    lines = break_lines([Span(label, look)], style.LABEL_ACROSS)
    return text_strips(lines, style.LEFT, style.LABEL_ACROSS, look, node)


def _led(strips: list[Strip]) -> list[Strip]:
    """The strips, the first two of which stand on the page of what is above."""
    return [*kept(strips[:2], first=True), *strips[2:]]


# --- title


def title_strips(item: ItemPaper, title: str, node: Node) -> list[Strip]:
    """Number and title as one heading and the metadata below, all kept together."""
    look = style.ITEM_TITLE_WITHHELD if item.is_withheld else style.ITEM_TITLE
    heading = node.add("H2")
    lines = break_lines([Span(title, look)], style.TEXT_WIDTH)
    strips = text_strips(lines, style.TEXT_X, style.TEXT_WIDTH, look, heading)
    baseline = strips[0].baseline or 0
    number = words_mark(f"{item.number} ", style.ITEM_NUMBER, style.LEFT, baseline, heading)
    strips[0].marks[:0] = [destination_mark(item.key), number]
    if item.meta:
        strips += [gap(style.META_GAP), *_meta(item, node.add("P"))]
    return kept(strips)


def _meta(item: ItemPaper, node: Node) -> list[Strip]:
    closed = pgettext("paper", "Closed")
    spans = []
    for index, words in enumerate(item.meta):
        if index:
            spans.append(Span(" \u00a0·\u00a0 ", style.META))
        is_warning = item.is_closed and words == closed
        spans.append(Span(words, style.META_CLOSED if is_warning else style.META))
    lines = break_lines(spans, style.TEXT_WIDTH)
    return text_strips(lines, style.TEXT_X, style.TEXT_WIDTH, style.META, node)


# --- sections


def section_strips(
    part: SectionPart, node: Node, notes: Notes, images: ImageResolver
) -> list[Strip]:
    """A labelled text; without a label it stands in the text column alone."""
    heading = node.add("H3")
    setting = Setting(node, notes=notes, level=_level(part.label), images=images)
    strips = rich_strips(part.text, setting) + note_strips(setting)
    return with_label(strips, part.label, style.LABEL, heading)


def _level(label: str) -> int:
    """Level of the heading that a text stands under: its label's, or the item's without one."""
    return _H3 if fonts.drawable(label, style.LABEL.face).strip() else _H2


def recommendation_strips(
    part: RecommendationPart, node: Node, notes: Notes, images: ImageResolver
) -> list[Strip]:
    """The lead and its points, set as they were written: numbered, with bullets, in lines or on."""
    heading = node.add("H3")
    setting = Setting(node, notes=notes, level=_level(part.label), images=images)
    strips = _set_recommendation(part, setting) + note_strips(setting)
    return with_label(strips, part.label, style.LABEL, heading)


def _set_recommendation(part: RecommendationPart, setting: Setting) -> list[Strip]:
    if part.list_style == "sentence":
        return rich_strips(_joined(part), setting)
    strips = rich_strips(_line(part.lead), setting) if part.lead else []
    if not part.points:
        return strips
    is_list = part.list_style in ("numbered", "bullets")
    numbering = "Decimal" if part.list_style == "numbered" else "Disc"
    parent = setting.node.add("L", Attributes(numbering=numbering)) if is_list else setting.node
    between = style.POINT_GAP if is_list else style.PARAGRAPH_GAP
    for index, point in enumerate(part.points):
        label = point.number if part.list_style == "numbered" else ""
        inside = replace(setting, node=parent)
        own = (
            labelled_point(point.text, label, inside)
            if is_list
            else rich_strips(point.text, inside)
        )
        if strips and own:
            strips.append(gap(between if index else style.LEAD_GAP, keep=index == 0))
        strips += kept(own[:1], first=index == 0) + own[1:]
    return strips


def _joined(part: RecommendationPart) -> RichText:
    """Lead and points in one running sentence."""
    runs = [Run(part.lead)]
    rest: list[Block] = []
    for point in part.points:
        for block in point.text.blocks:
            if isinstance(block, Paragraph) and not rest:
                runs += [Run(" "), *block.runs]
            else:
                rest.append(block)
    return RichText((Paragraph(tuple(runs)), *rest))


def _line(words: str) -> RichText:
    return RichText((Paragraph((Run(words),)),))


def labelled_point(text: RichText, label: str, setting: Setting) -> list[Strip]:
    """A point whose text is a whole structured text; an empty ``label`` means a bullet."""
    point = setting.node.add("LI")
    mark_node = point.add("Lbl")
    inside = setting.inside(
        point.add("LBody"), style.NUMBER_INDENT if label else style.BULLET_INDENT
    )
    strips = rich_strips(text, replace(inside, depth=1))
    if not strips:
        return []
    baseline = strips[0].baseline or setting.text_style.leading * 0.75
    strips[0].marks.insert(0, point_mark(label, setting, mark_node, baseline))
    return strips


# --- attachments


def attachments_strips(part: AttachmentsPart, node: Node) -> list[Strip]:
    """The numbered list of attachments under its label."""
    if not part.attachments:
        return []
    heading = node.add("H3")
    list_node = node.add("L", Attributes(numbering="Decimal"))
    indent = max(_attachment_indent(attachment.number) for attachment in part.attachments)
    strips: list[Strip] = []
    for attachment in part.attachments:
        strips += _attachment(attachment, list_node.add("LI"), indent)
    return with_label(strips, pgettext("paper", "Attachments"), style.LABEL, heading)


def _attachment_indent(number: str) -> float:
    if not number:
        return 0.0
    look = style.ATTACHMENT
    return fonts.face(look.face).width(f"{number} ", look.size)


def _attachment(attachment: AttachmentPaper, point: Node, indent: float) -> list[Strip]:
    is_closed = attachment.is_withheld or attachment.is_closed
    look = style.ATTACHMENT_WITHHELD if is_closed else style.ATTACHMENT
    number = point.add("Lbl") if attachment.number else None
    x, width = style.TEXT_X + indent, style.TEXT_WIDTH - indent
    lines = break_lines([Span(_attachment_words(attachment), look)], width)
    strips = text_strips(lines, x, width, look, point.add("LBody"))
    if number is not None and strips:
        baseline = strips[0].baseline or 0
        mark = words_mark(attachment.number + " ", look, style.TEXT_X, baseline, number)
        strips[0].marks.insert(0, mark)
    return strips


def _attachment_words(attachment: AttachmentPaper) -> str:
    if attachment.is_withheld:
        return _("Closed attachment")
    remarks = [_("closed")] if attachment.is_closed else []
    remarks += [_("attached after the meeting")] if attachment.is_late else []
    return f"{attachment.title} ({', '.join(remarks)})" if remarks else attachment.title


# --- decision


def decision_strips(
    part: DecisionPart, node: Node, notes: Notes, images: ImageResolver
) -> list[Strip]:
    """The tinted box: answers by point or in free words, then who does what."""
    heading = node.add("H3")
    level = _level(part.label)
    setting = Setting(node, width=style.BOX_TEXT_WIDTH, level=level, notes=notes, images=images)
    strips = _answers(part.decisions, setting) + note_strips(setting)
    for words in part.follow_ups:
        lines = break_lines([Span(words, style.META)], setting.width)
        own = text_strips(lines, setting.x, setting.width, style.META, node.add("P"))
        strips += [gap(style.FOLLOW_UP_GAP if strips else 0, keep=True), *own]
    if not strips:
        return []
    return _boxed(with_label(strips, part.label, style.LABEL_DECISION, heading))


def _answers(decisions: tuple[DecisionPaper, ...], setting: Setting) -> list[Strip]:
    strips: list[Strip] = []
    list_node: Node | None = None
    for decision in decisions:
        text = _with_outcome(decision)
        if decision.number:
            list_node = list_node or setting.node.add("L", Attributes(numbering="Decimal"))
            own = labelled_point(text, decision.number, replace(setting, node=list_node))
            space = style.LEAD_GAP
        else:
            list_node = None
            own = rich_strips(text, setting)
            space = style.PARAGRAPH_GAP
        if strips and own:
            strips.append(gap(space))
        strips += own
    return strips


def _with_outcome(decision: DecisionPaper) -> RichText:
    """``Godkendt.`` before a new sentence or alone, ``Godkendt`` before words that go on."""
    if not decision.outcome:
        return decision.text
    blocks = decision.text.blocks
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or not first.runs:
        return RichText((Paragraph((Run(decision.outcome + ".", bold=True),)), *blocks))
    goes_on = first.runs[0].text.lstrip()[:1].islower()
    words = decision.outcome if goes_on else decision.outcome + "."
    runs = (Run(words, bold=True), Run(" "), *first.runs)
    return RichText((Paragraph(runs), *blocks[1:]))


def _boxed(strips: list[Strip]) -> list[Strip]:
    box = Box()
    padded = [Strip(style.BOX_PADDING), *strips, Strip(style.BOX_PADDING, keep=True)]
    padded[1].keep = True
    for strip in padded:
        strip.box = box
    return kept(padded) if height_of(padded) <= style.BOX_WHOLE else padded
