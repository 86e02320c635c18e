"""Leads of recommendations ("Det indstilles, at …") and where their points begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

from app.importing.content.marks import mark_of
from app.importing.content.wraps import Para, Setting, dangling, ended, join, paragraphs, starts_low
from app.importing.lines import Line
from app.importing.vocabulary import VERBS

_SUBJECT = (
    r"(?:(?P<passive>Det (?:indstilles|anbefales|foreslås)"
    r"|[A-ZÆØÅ][^.:]{1,60}? (?:indstilles|anbefales|foreslås) det)"
    r"|(?P<from>[A-ZÆØÅ][^.:]{1,90}?) (?:indstiller|anbefaler|foreslår))"
)
LEAD = re.compile(rf"^{_SUBJECT}\b(?P<middle>.{{0,200}}?),? ?\bat\b(?P<rest>.*)$", re.DOTALL)
KIND_OF_BODY = (
    r"[a-zæøå]*(?:gruppen|udvalget|netværket|rådet|forum(?:met)?|kredsen|panelet|bestyrelsen"
    r"|nævnet|klyngen)"
)
"""A body told by the word for its kind, in small letters: "styregruppen"."""
_LEAD_LINE = re.compile(
    r"\b(?:indstilles|anbefales|foreslås|indstiller|anbefaler|foreslår)\b.*,? at"
    r"(?: (?:[A-ZÆØÅ][\w.]*|på(?: vegne af)?|i|og|[a-zæøå]+området))*"
    rf"(?: {KIND_OF_BODY})?\s*:?$"
)
OPEN_LEAD = re.compile(rf"^(?:{_SUBJECT}\b[^.]{{0,200}}|[A-ZÆØÅ][^.:]{{1,60}} bedes:?)$")
"""A lead that ends before its "at", which its points say or which is understood."""
_PRESENT = re.compile(r"^[A-ZÆØÅ][a-zæøå]{2,}(?:er|es)$")
_LEAD_LINES = 3
_SHORT_LINE = 0.6
"""A line shorter than this share of a full one was not broken: what is below it is new."""


def is_lead(text: str) -> bool:
    """True for text that begins a set of recommendations."""
    return bool(LEAD.match(text))


def is_lead_line(text: str) -> bool:
    """True for a line that is a whole lead, its points below it."""
    return is_lead(text) and bool(_LEAD_LINE.search(text))


def leads_to_points(lines: Sequence[Line], index: int) -> bool:
    """True for a lead without "at", the points right below it saying that: "- at …"."""
    line = lines[index]
    if index + 1 >= len(lines) or not line.text.endswith((",", ":")):
        return False
    mark = mark_of(lines[index + 1])
    below = mark.rest if mark else lines[index + 1].text
    return below.startswith("at ") and bool(OPEN_LEAD.match(line.text))


def opens_set(paras: Sequence[Para], index: int, opening: str) -> bool:
    """True for a paragraph that is a lead; ``opening`` is the first word of the set's points.

    Points marked below it make a lead of a sentence without "at"; a point that says what its body
    recommends to another one ("FU anbefaler DAS, at …") begins as the other points do.
    """
    para = paras[index]
    if para.mark is not None or para.text.split(None, 1)[0] == opening:
        return False
    below = paras[index + 1] if index + 1 < len(paras) else None
    led = below is not None and (below.mark is not None or below.text.startswith("at "))
    return is_lead(para.text) or (led and bool(OPEN_LEAD.match(para.text)))


def lead_paragraphs(lines: Sequence[Line], setting: Setting) -> list[Para]:
    """Paragraphs, with a lead that fills its line and points without marks kept apart."""
    paras: list[Para] = []
    start, opening, lead_end = 0, "", -1
    for index in range(len(lines)):
        if index > max(start, lead_end) and _opens_point(lines, index, opening, setting):
            paras.extend(paragraphs(lines[start:index], setting))
            start = index
        if _is_lead_at(lines, index, opening):
            lead_end = _lead_end(lines, index)
            paras.extend(paragraphs(lines[start:index], setting))
            paras.append(_whole(lines[index : lead_end + 1], setting))
            start, opening = lead_end + 1, _first_word(lines[lead_end + 1])
    paras.extend(paragraphs(lines[start:], setting))
    return paras


def _first_word(line: Line) -> str:
    """The word that a point without a mark begins with; nothing of one that has a mark."""
    return "" if mark_of(line) else line.text.split(None, 1)[0]


def _whole(lines: Sequence[Line], setting: Setting) -> Para:
    text = reduce(lambda a, b: join(a, b, setting.words), (line.text for line in lines))
    return Para(text, tuple(lines))


def _is_lead_at(lines: Sequence[Line], index: int, opening: str) -> bool:
    """A lead on one line with something below it, and not a point of the set before it."""
    text = lines[index].text
    if index + 1 >= len(lines):
        return False
    if leads_to_points(lines, index) and mark_of(lines[index + 1]) is None:
        return True
    if not _LEAD_LINE.search(text):
        return False
    return is_lead(text) and text.split(None, 1)[0] != opening


def _lead_end(lines: Sequence[Line], index: int) -> int:
    """The lead's last line: it goes on where its sentence leads up to marked points below."""
    for end in range(index + 1, min(index + _LEAD_LINES, len(lines) - 1)):
        if not starts_low(lines[index + 1].text) or mark_of(lines[end]) is not None:
            break
        if lines[end].text.endswith((":", ",")) and mark_of(lines[end + 1]) is not None:
            return end
    return index


def _opens_point(lines: Sequence[Line], index: int, opening: str, setting: Setting) -> bool:
    """True for a line that begins as the first point did ("DAS …"), or with a verb."""
    line, before = lines[index], lines[index - 1]
    word = line.text.split(None, 1)[0]
    short = before.width + 1 + len(word) <= setting.width * 0.9
    if word == opening == "at" and line.gap > (0 if short else setting.soft_gap):
        return True
    if opening and word == opening and short:
        return True
    if not opening or (dangling(before.text) and not ended(before.text)):
        return False
    if word == opening:
        return True
    if opening[:1].islower() and word[:1].islower() and before.width < setting.width * _SHORT_LINE:
        return before.text[-1] not in ",-–:"
    if word[:1].isupper():
        return word.casefold() in VERBS or (short and bool(_PRESENT.match(word)))
    apart = short or line.gap > setting.soft_gap
    return apart and word in VERBS and opening.rstrip(",") in VERBS
