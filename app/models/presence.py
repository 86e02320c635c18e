"""For which items somebody was there, read from the remark behind a name.

Public: ``item_spans(remark)``. Sources: the remarks of printed lists of people.
"""

from __future__ import annotations

import re

Span = tuple[int | None, int | None]
"""Number of the first and the last item; ``None`` at the end that the remark leaves open."""

_NUMBERS = re.compile(
    r"\b(?:dagsordens)?(?:punkt(?:erne|er)?|pkt)\.?\s*"
    r"(?P<numbers>\d{1,3}(?:\s*(?:[-–,&]|og|samt|til(?: og med)?)\s*\d{1,3})*)",
    re.IGNORECASE,
)
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
