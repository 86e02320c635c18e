"""Lines -> structured text: headings, lists, tables, quotations, paragraphs; no word is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.content.marks import Mark
from app.importing.content.tables import take_table
from app.importing.content.wraps import Para, Setting, ended, paragraphs
from app.importing.lines import Line
from app.models.richtext import (
    Block,
    Heading,
    InnerBlock,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Run,
    normalise,
)

_VERB = re.compile(
    r"\b(?:er|var|bliver|blev|har|havde|skal|skulle|kan|kunne|vil|ville|bør|må|får|fik|drøftede|drøftet|godkendt"
    r"|taget|orienterede|bemærker|bemærkede|afholdes|henvises|udsat|ønsker|deltager)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^Kl\.? ?\d")
_QUOTES = '”“"»«„'
_MAX_QUOTED = 8


def rich_text(lines: Sequence[Line], setting: Setting) -> RichText:
    """The structured text of a stretch of lines."""
    return blocks_of(paragraphs(lines, setting))


def blocks_of(paras: Sequence[Para]) -> RichText:
    """Paragraphs and points as blocks."""
    blocks: list[Block] = []
    index = 0
    while index < len(paras):
        block, index = _next_block(paras, index)
        blocks.append(block)
    return normalise(RichText(tuple(blocks)))


def _next_block(paras: Sequence[Para], index: int) -> tuple[Block, int]:
    if (table := take_table(paras, index)) is not None:
        return table
    if paras[index].mark is not None:
        return _take_list(paras, index)
    if (end := _quote_end(paras, index)) is not None:
        return Quote(tuple(_paragraph(p) for p in paras[index : end + 1])), end + 1
    if is_heading(paras, index):
        return Heading((Run(paras[index].text),)), index + 1
    return _paragraph(paras[index]), index + 1


def _paragraph(para: Para) -> Paragraph:
    return Paragraph((Run(para.text),))


def is_heading(paras: Sequence[Para], index: int) -> bool:
    """True for a short line without end mark and verb that is followed by the text it heads."""
    para = paras[index]
    if index + 1 >= len(paras) or not _could_head(para):
        return False
    following = paras[index + 1]
    if following.mark is not None:
        return not para.ended and len(para.text.split()) <= 4 and following.mark.value < 2
    if not (following.ended or len(following.lines) > 1):
        over = para.gap > 0 and len(para.text.split()) <= 4 and not para.ended
        return over and is_heading(paras, index + 1)
    if index and paras[index - 1].mark is None and not paras[index - 1].ended and para.gap == 0:
        return False  # the last of several loose lines, not a heading
    if not para.ended:
        return not _is_loose_run(paras, index)
    tight = following.gap == 0 and (para.gap > 0 or index == 0)
    return tight and 2 <= len(para.text.split()) <= 6


def _could_head(para: Para) -> bool:
    if para.mark is not None or len(para.lines) > 2 or len(para.text) > 90:
        return False
    if not para.text[:1].isupper() or para.text[-1] in ":;,?!…":
        return False
    return not _VERB.search(para.text) and not _CLOCK.match(para.text)


def _is_loose_run(paras: Sequence[Para], index: int) -> bool:
    """True when lines without end mark follow each other after a colon: points, not heads."""
    loose = index
    while loose and paras[loose - 1].mark is None and not ended(paras[loose - 1].text):
        loose -= 1
    return index - loose >= 1 and loose > 0 and paras[loose - 1].text.endswith(":")


def _quote_end(paras: Sequence[Para], index: int) -> int | None:
    """Index of the paragraph that closes a quotation opened by this one, or None."""
    text = paras[index].text
    if text[0] not in _QUOTES:
        return None
    signs = 0
    for end in range(index, min(index + _MAX_QUOTED, len(paras))):
        if paras[end].mark is not None:
            return None
        signs += sum(paras[end].text.count(sign) for sign in _QUOTES)
        if paras[end].text.rstrip(".,;: ")[-1:] in _QUOTES and signs % 2 == 0:
            return end if end > index or signs == 2 else None
        if end == index and signs % 2 == 0:
            return None
    return None


def _take_list(paras: Sequence[Para], index: int, outer: tuple[Mark, ...] = ()) -> tuple[List, int]:
    """The list that begins here, with deeper points and further paragraphs inside its points."""
    first = paras[index].mark
    assert first is not None
    items: list[ListItem] = []
    value = first.value
    while index < len(paras):
        mark = paras[index].mark
        if mark is None or not _same_list(first, mark, value if items else None):
            break
        if mark.glyph != first.glyph and any(mark.glyph == one.glyph for one in outer):
            break
        content: list[InnerBlock] = [_paragraph(paras[index])]
        value, index = mark.value, index + 1
        index = _take_inner(paras, index, (*outer, first), value, content)
        items.append(ListItem(tuple(content)))
    if not first.ordered:
        return List(tuple(items)), index
    return List(tuple(items), ordered=True, start=first.value, style=first.style), index


def _same_list(first: Mark, mark: Mark, before: int | None) -> bool:
    if first.ordered or mark.ordered:
        return first.kind == mark.kind and (before is None or mark.value == before + 1)
    return mark.level <= first.level and (mark.glyph == first.glyph or mark.level == first.level)


def _take_inner(
    paras: Sequence[Para],
    index: int,
    lists: tuple[Mark, ...],
    value: int,
    content: list[InnerBlock],
) -> int:
    """Deeper points and loose paragraphs of the point just taken; the index after them.

    ``lists`` are the first marks of the lists it stands in, outermost first.
    """
    first = lists[-1]
    while index < len(paras):
        mark = paras[index].mark
        if mark is None:
            if not _belongs_inside(paras, index, first, value):
                return index
            content.append(_paragraph(paras[index]))
            index += 1
        elif any(_same_list(one, mark, None) for one in lists[:-1]):
            return index
        elif _deeper(paras, index, first):
            inner, index = _take_list(paras, index, lists)
            content.append(inner)
        else:
            return index
    return index


def _deeper(paras: Sequence[Para], index: int, first: Mark) -> bool:
    mark, before = paras[index].mark, paras[index - 1]
    assert mark is not None
    if mark.ordered:
        led = not first.ordered and before.text.endswith(":")
        return mark.value == 1 and (led or _is_lettered(paras, index, first))
    if first.ordered:
        return before.mark is not None
    if mark.level != first.level:
        return mark.level > first.level
    deeper_indent = paras[index].lines[0].indent >= before.lines[0].indent + 2
    return mark.glyph != first.glyph and (deeper_indent or first.glyph == "•")


def _is_lettered(paras: Sequence[Para], index: int, first: Mark) -> bool:
    """True for letters between two points of a numbered list."""
    mark, number = paras[index].mark, paras[index - 1].mark
    if not mark or not number or number.kind != first.kind or mark.kind == first.kind:
        return False
    later = (para.mark for para in paras[index:] if para.mark and para.mark.kind == first.kind)
    following = next(later, None)
    return first.ordered and following is not None and following.value == number.value + 1


def _belongs_inside(paras: Sequence[Para], index: int, first: Mark, value: int) -> bool:
    """A paragraph between two points belongs to the first when the list repeats that."""
    before = paras[index - 1]
    if first.ordered or before.ended or before.mark is None or paras[index].lines[0].starts_page:
        return False
    if paras[index].gap > 1 or not paras[index].ended or paras[index].text.endswith(":"):
        return False
    following = paras[index + 1].mark if index + 1 < len(paras) else None
    if following is not None and _same_list(first, following, value):
        return True
    return _repeats(paras, index)


def _repeats(paras: Sequence[Para], index: int) -> bool:
    """True when the point before the last one also had a paragraph of its own."""
    return (
        index >= 3
        and paras[index - 2].mark is None
        and paras[index - 3].mark is not None
        and paras[index].ended
    )
