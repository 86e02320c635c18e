"""A whole structured text: headings, quotations, pictures, tables and notes below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.i18n import _
from app.models.richtext import Block, Heading, Image, List, Paragraph, Quote, RichText, Run, Table
from app.reports import style
from app.reports.images import Picture
from app.reports.layout.lines import break_lines
from app.reports.layout.strips import Strip, gap, kept, text_strips, words_mark
from app.reports.layout.words import Span
from app.reports.richtext.lists import inner_strips, inners_strips, paragraph_strips
from app.reports.richtext.setting import Note, Setting, closed_look
from app.reports.richtext.table import table_strips
from app.reports.style import TextStyle
from app.reports.tagged import Attributes, Node, TaggedCanvas

_BAR_GAP = 2 * style.MM  # from the bar beside a confidential picture to the picture


def rich_strips(text: RichText, setting: Setting) -> list[Strip]:
    """The whole text; its footnotes are gathered in the setting for ``note_strips``."""
    return _TextSetter(setting).blocks(text.blocks)


class _TextSetter:
    """Sets the blocks of one text below each other."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._level = setting.level

    def blocks(self, blocks: Sequence[Block]) -> list[Strip]:
        strips: list[Strip] = []
        before: Block | None = None
        for block in blocks:
            own = self._block(block)
            if not own:
                continue
            is_led = _leads(before)
            if strips:
                strips.append(gap(self._space(block, before), keep=is_led))
            strips.extend(kept(own[:2], first=True) + own[2:] if is_led else own)
            before = block
        return strips

    def _space(self, block: Block, before: Block | None) -> float:
        if isinstance(before, Heading):
            return style.HEADING_AFTER
        match block:
            case Heading():
                return style.HEADING_GAP
            case Table() | Image():
                return style.TABLE_GAP
            case _:
                return self._setting.paragraph_gap

    def _block(self, block: Block) -> list[Strip]:
        setting = self._setting
        match block:
            case Paragraph() | List():
                return inner_strips(block, setting)
            case Heading():
                return self._heading(block)
            case Quote():
                return _quote(block, setting)
            case Table():
                return table_strips(block, setting)
            case Image():
                return _image(block, setting)

    def _heading(self, block: Heading) -> list[Strip]:
        """A heading never skips a level, whatever was typed."""
        level = min(self._setting.level + min(max(block.level, 1), 2), self._level + 1)
        look = style.HEADING_2 if block.level > 1 else style.HEADING_1
        strips = kept(paragraph_strips(block.runs, self._setting, look, tag=f"H{level}"))
        self._level = level if strips else self._level
        return strips


def _leads(block: Block | None) -> bool:
    """Whether what follows must begin on the same page: below a heading, or words such as "Planen
    ser således ud:"."""
    match block:
        case Heading():
            return True
        case Paragraph(runs) if runs:
            return runs[-1].text.rstrip().endswith(":")
        case _:
            return False


# --- quotations, pictures, notes


def _quote(block: Quote, setting: Setting) -> list[Strip]:
    node = setting.node.add("BlockQuote")
    inside = replace(setting.inside(node, style.QUOTE_INDENT), text_style=style.QUOTE)
    strips = inners_strips(block.blocks, inside)
    if block.author:
        author = node.add("P")
        lines = break_lines([Span(f"– {block.author}", style.QUOTE_AUTHOR)], inside.width)
        own = text_strips(lines, inside.x, inside.width, style.QUOTE_AUTHOR, author)
        strips += kept([gap(style.CAPTION_GAP), *own], first=True)
    return strips


def _image(block: Image, setting: Setting) -> list[Strip]:
    picture = setting.images(block.sha256)
    words = block.alternative or block.caption or _("Picture without a description")
    if picture is None:
        told = " – ".join(part for part in dict.fromkeys((words, block.caption)) if part)
        missing = _("[Picture is missing: {words}]").format(words=told)
        return inner_strips(Paragraph((Run(missing, confidential=block.confidential),)), setting)
    node = setting.node.add("Figure", Attributes(alternative=words))
    strips = [_picture_strip(picture, block, node, setting)]
    if block.caption:
        look = style.META_CLOSED if block.confidential else style.META
        caption = _words(block.caption, look, setting, setting.node.add("Caption"))
        strips += kept([gap(style.CAPTION_GAP), *caption], first=True)
    return strips


def _picture_strip(picture: Picture, block: Image, node: Node, setting: Setting) -> Strip:
    """The picture; in a full edition a bar beside it says that it is confidential."""
    width, height = picture.fitted(setting.width, style.IMAGE_MAX_HEIGHT)

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.image(node, picture.data, block.sha256, (setting.x, top, width, height))
        if block.confidential:
            left = setting.x - _BAR_GAP
            canvas.rectangle(left, top, style.HEAD_RULE, height, style.HEATHER)

    return Strip(height, [draw])


def _words(words: str, look: TextStyle, setting: Setting, node: Node) -> list[Strip]:
    lines = break_lines([Span(words, look)], setting.width)
    return text_strips(lines, setting.x, setting.width, look, node)


def note_strips(setting: Setting) -> list[Strip]:
    """The footnotes gathered so far, each once; they stand at the end of their part."""
    strips: list[Strip] = []
    for note in setting.notes.texts:
        strips.append(gap(style.POINT_GAP if strips else style.NOTE_GAP, keep=not strips))
        strips.extend(_note(note, setting))
    setting.notes.texts.clear()
    return strips


def _note(note: Note, setting: Setting) -> list[Strip]:
    node = setting.node.add("Note", Attributes(ident=note.destination))
    mark_node = node.add("Lbl")
    inside = setting.inside(node.add("P"), style.NOTE_INDENT)
    text, number = style.NOTE, style.NOTE_NUMBER
    if note.is_closed:
        text, number = closed_look(text), closed_look(number)
    lines = break_lines([Span(note.words, text, is_dotted=note.is_closed)], inside.width)
    strips = text_strips(lines, inside.x, inside.width, text, inside.node) or [Strip(text.leading)]
    baseline = strips[0].baseline or text.leading * 0.75
    mark = words_mark(note.number, number, setting.x, baseline, mark_node)
    strips[0].marks.insert(0, mark)
    strips[0].marks.insert(0, lambda canvas, top: canvas.destination(note.destination, top))
    return strips
