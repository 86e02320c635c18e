"""Lists of attachments: hyphen lists, "Bilag 2: …" lines, bare titles and file names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.content.marks import Mark, mark_of
from app.importing.content.wraps import Para, Setting, join, paragraphs
from app.importing.lines import Line
from app.models.draft import AttachmentDraft, Span

NUMBERED = re.compile(
    r"^Bilag (?:\d{1,2}\.)?(?P<number>\d{1,3})\b\s*[:.\-–]?\s*(?P<title>.*)$", re.IGNORECASE
)
_COUNTED = re.compile(r"^(?P<count>\d{1,2}) (?=\(\d{5,}\))")
"""A figure before the number by which another system knows the file."""
_FILE = re.compile(r"^[^\s.]+\.(?:docx?|xlsx?|pptx?|pdf|msg|png|jpe?g)$", re.IGNORECASE)
_ENDS_FILE = re.compile(r"\w\.(?:docx?|xlsx?|pptx?|pdf|msg|png|jpe?g)$", re.IGNORECASE)
_FIGURES = ("decimal", "decimal_paren")  # kinds of marks
_NONE = frozenset({"", "ingen", "ingen bilag"})
_CASE_PRESENTATION = re.compile(r"^Sags(?:fremstilling|beskrivelse)\b\s*[-–:]")
_MINUTES = re.compile(r"\breferat(?:er|et)?\b", re.IGNORECASE)
_WITHOUT_OWN = re.compile(
    r"\((?:ekskl|uden|excl|eks)\.? ?bilag\)|\b(?:ekskl\.|uden) bilag\b", re.IGNORECASE
)


def read_attachments(lines: Sequence[Line], setting: Setting) -> list[AttachmentDraft]:
    """The titles of a list, each whole though it was wrapped."""
    entries = [para for para in _entries(lines, setting) if not is_none(para.text)]
    found = [_attachment(para, setting) for para in entries]
    _number_by_marks(found, entries)
    _number_by_count(found)
    return found


def _number_by_marks(found: list[AttachmentDraft], entries: Sequence[Para]) -> None:
    """Keep the numbers of a list in figures: "1. Kort over kajen"."""
    marks = [para.mark for para in entries if para.mark and para.mark.kind in _FIGURES]
    if len(marks) == len(found):
        for one, mark in zip(found, marks, strict=True):
            if one.number is None:
                one.number, one.is_counted = mark.value, True


def _number_by_count(found: list[AttachmentDraft]) -> None:
    """Take the bare figures that count the titles for their numbers: "1 (1204417) - Kort"."""
    counted = [_COUNTED.match(one.title) for one in found]
    told = [int(match["count"]) for match in counted if match]
    if told != list(range(1, len(found) + 1)):
        return
    for one, number in zip(found, told, strict=True):
        one.number, one.is_counted, one.title = number, True, _COUNTED.sub("", one.title)


def is_none(text: str) -> bool:
    """True for words in the place of a list that say there is nothing on it."""
    return text.strip(" .–-").casefold() in _NONE


def _entries(lines: Sequence[Line], setting: Setting) -> list[Para]:
    """A numbered title always begins an entry; in a list with marks what has no mark goes on."""
    merged: list[list[Para]] = []
    paras: list[Para] = []
    start = 0
    for index, line in enumerate(lines):
        if index > start and _begins_entry(lines[index - 1], line):
            paras.extend(paragraphs(lines[start:index], setting))
            start = index
    paras.extend(paragraphs(lines[start:], setting))
    marked = (
        bool(paras)
        and paras[0].mark is not None
        and all(p.mark is None or not p.mark.ordered for p in paras)
    )
    paras = [part for para in paras for part in _split_inline(para)]
    numbered = [para.gap for para in paras if NUMBERED.match(para.text)]
    apart = len(numbered) > 1 and min(numbered[1:]) > 0
    for para in paras:
        loose = para.mark is None and not NUMBERED.match(para.text)
        if merged and (marked or apart) and loose and para.gap == 0:
            merged[-1].append(para)
        else:
            merged.append([para])
    return [_merge(group, setting) for group in merged]


def _begins_entry(above: Line, line: Line) -> bool:
    """True for a numbered title, a file name, and a new title below a closed bracket."""
    behind = above.text.endswith(")") and above.text.count("(") == above.text.count(")")
    if above.text.endswith(("-", "_", "/")):
        return False
    closed = behind and line.text[:1].isupper() and mark_of(above) is None
    return closed or bool(NUMBERED.match(line.text) or _FILE.match(line.text))


def _split_inline(para: Para) -> list[Para]:
    """Titles listed on one line with semicolons or numbers between them."""
    first = f"{para.mark.value}. " if para.mark and para.mark.ordered else ""
    runs = _numbers_in(first + para.text)
    if len(runs) > 1:
        marks = (Mark("decimal", part, number) for number, part in enumerate(runs, 1))
        return [Para(mark.rest, para.lines, mark) for mark in marks]
    names = para.text.split(", ")
    if para.mark is None and len(names) > 1 and all(map(_ENDS_FILE.search, names)):
        return [Para(name, para.lines) for name in names]
    if para.mark is not None or ";" not in para.text:
        return [para]
    return [Para(part.strip(), para.lines) for part in para.text.split(";") if part.strip()]


def _numbers_in(text: str) -> list[str]:
    """The titles of "1. … 2. … 3. …" on one line, or nothing."""
    parts = re.split(r"(?:^|(?<=\S) )(\d{1,2})[.)] (?=[A-ZÆØÅ])", text)
    numbers = [int(number) for number in parts[1::2]]
    if parts[0] or numbers != list(range(1, len(numbers) + 1)):
        return []
    return [part.strip() for part in parts[2::2]]


def _merge(group: list[Para], setting: Setting) -> Para:
    text, lines = group[0].text, list(group[0].lines)
    for para in group[1:]:
        text = join(text, para.text, setting.words)
        lines.extend(para.lines)
    return Para(text, tuple(lines), group[0].mark)


def _attachment(para: Para, setting: Setting) -> AttachmentDraft:
    return attachment(para.text, Span(para.lines[0].number, para.lines[-1].number))


def attachment(title: str, span: Span, *, listed: bool = True) -> AttachmentDraft:
    """An attachment with what its title tells."""
    numbered = NUMBERED.match(title)
    return AttachmentDraft(
        title=title,
        number=int(numbered["number"]) if numbered else None,
        is_case_presentation=bool(_CASE_PRESENTATION.match(title)),
        is_minutes=bool(_MINUTES.search(title)),
        excludes_own_attachments=bool(_WITHOUT_OWN.search(title)),
        listed=listed,
        span=span,
    )
