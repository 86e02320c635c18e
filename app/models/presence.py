"""For which items somebody was there: the one place that reads the remark behind a name.

Public: ``part_remark(words)`` finds the remark, ``item_spans(remark)`` reads it,
``spans_of(remark, items)`` makes the rows that are kept, ``attended(attendance, items)`` tells
what these say now. Sources: the remarks of printed lists of people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.models.agenda import AgendaItem
from app.models.meeting import Attendance, AttendanceSpan

Span = tuple[int | None, int | None]
"""Number of the first and the last item; ``None`` at the end that the remark leaves open."""

_NUMBERS = re.compile(
    r"\b(?:dagsordens)?(?:punkt(?:erne|er)?|pkt)\.?\s*"
    r"(?P<numbers>\d{1,3}(?:\s*(?:[-–,&]|og|samt|til(?: og med)?)\s*\d{1,3})*)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\((?P<inner>(?:[^()]|\([^()]*\))*)\)")
_TAIL = re.compile(
    r"[\s,(]+(?P<remark>(?:(?:deltog|deltager|deltagende|mødte|kom|ankom|gik|forlod|var|kun|ikke|med"
    r"|på|mødet|under|ved|i|til|fra|og|indtil|frem|før|inden|efter|undtagen)\s+)*"
    rf"{_NUMBERS.pattern}.*)$",
    re.IGNORECASE,
)
"""A remark behind a name or a comma, without brackets of its own."""
_PART = re.compile(r"(\d+)(?:\s*(?:[-–]|til(?: og med)?)\s*(\d+))?", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[,;](?!\s*(?:og\s+)?(?:\d|(?:dagsordens)?p(?:unkt|kt)))|\b(?=(?:men|dog)\b)", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:ikke|undtag\w+|bortset|uden|fraværende)\b", re.IGNORECASE)
_DISQUALIFIED = re.compile(r"\binhabil", re.IGNORECASE)
_COMES = re.compile(r"\bfra(?: og med)?$|\b(?:kom|ankom|tilsluttede|mødte)\b", re.IGNORECASE)
_GOES = re.compile(
    r"\b(?:indtil|frem til|til og med)$|\b(?:forlod|gik|udgik)\b|\b(?:til|indtil) efter$",
    re.IGNORECASE,
)


def item_spans(remark: str) -> list[Span]:
    """The spans a remark names: ``deltog under punkt 2 og 4-5`` -> ``[(2, 2), (4, 5)]``.

    ``fra punkt 3`` is open at its end, ``til og med punkt 3`` at its beginning; somebody called in
    "til punkt 3" was there for that one. Empty when the remark names no item, or only those for
    which somebody was *not* there.
    """
    spans: list[Span] = []
    for clause in () if _DISQUALIFIED.search(remark) else _CLAUSE_END.split(remark):
        at = 0
        for found in () if _NOT.search(clause) else _NUMBERS.finditer(clause):
            spans = _with(spans, clause[at : found.start()].strip(" ,;"), found["numbers"])
            at = found.end()
    return spans


def _with(spans: list[Span], clause: str, numbers: str) -> list[Span]:
    """The spans and what the words before more numbers tell; an end closes the open span."""
    named: list[Span] = [(int(p[1]), int(p[2] or p[1])) for p in _PART.finditer(numbers)]
    if len(named) > 1 or named[0][0] != named[0][1]:
        return spans + named
    number = int(numbers)
    is_open = bool(spans) and spans[-1][1] is None
    if _GOES.search(clause) or (is_open and clause in ("til", "og til")):
        last = number - 1 if clause.endswith(("før", "inden")) else number
        return [*spans[:-1], (spans[-1][0], last)] if is_open else [*spans, (None, last)]
    if clause.endswith("efter"):
        return [*spans, (number + 1, None)]
    return [*spans, (number, None) if _COMES.search(clause) else (number, number)]


def part_remark(words: str) -> tuple[str, str]:
    """Name and all else that is told of somebody, and the remark that names items.

    ``Ulf Dam, advokat (under punkt 3)`` -> ``("Ulf Dam, advokat", "under punkt 3")``; the remark is
    empty where there is none.
    """
    for found in _BRACKETS.finditer(words):
        if _NUMBERS.search(found["inner"]):
            return words[: found.start()] + words[found.end() :], found["inner"].strip()
    tail = _TAIL.search(words)
    return (words[: tail.start()], tail["remark"].strip()) if tail else (words, "")


def spans_of(remark: str, items: Sequence[AgendaItem]) -> list[AttendanceSpan]:
    """The rows of a remark, by the numbers that the items have now; the first keeps its words.

    A number that no item has is left out. A single row without an end keeps a remark that names
    none of the items.
    """
    ends = [
        (None if first is None else found[0].id, None if last is None else found[-1].id)
        for first, last in item_spans(remark)
        if (found := _numbered(first, last, items))
    ]
    return [
        AttendanceSpan(from_item_id=first, to_item_id=last, note="" if place else remark)
        for place, (first, last) in enumerate(ends or [(None, None)])
    ]


def _numbered(first: int | None, last: int | None, items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items with these numbers and those between."""
    return [
        item
        for item in items
        if item.number is not None
        and (first is None or first <= item.number)
        and (last is None or item.number <= last)
    ]


def attended(attendance: Attendance, items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items of the meeting, in their order, that somebody was there for; none without a remark.

    A remark that is older than its item, or was written into another field, is read by the numbers
    of now. The ends of a span may have changed places since.
    """
    if not attendance.spans:
        told = (attendance.title_snapshot, attendance.organisation_snapshot)
        return _named(part_remark(", ".join((attendance.name_as_printed, *told)))[1], items)
    place = {item.id: index for index, item in enumerate(items)}
    there: list[AgendaItem] = []
    for span in attendance.spans:
        is_open = span.from_item_id is None and span.to_item_id is None
        if is_open and item_spans(span.note):
            there += _named(span.note, items)
        else:
            start = place[span.from_item_id] if span.from_item_id else 0
            end = place[span.to_item_id] if span.to_item_id else len(items) - 1
            there += items[min(start, end) : max(start, end) + 1]
    return there


def _named(remark: str, items: Sequence[AgendaItem]) -> list[AgendaItem]:
    return [item for ends in item_spans(remark) for item in _numbered(*ends, items)]
