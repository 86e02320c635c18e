"""For which items somebody was there, read from the remark behind a name.

Public: ``item_spans(remark)``. Sources: the remarks of printed lists of people.
"""

from __future__ import annotations

import re

Span = tuple[int | None, int | None]
"""Number of the first and the last item; ``None`` at the end that the remark leaves open."""

_NUMBERS = re.compile(
    r"\b(?:dagsordens)?(?:punkt(?:erne|er)?|pkt)\.?\s*"
    r"(?P<numbers>\d{1,3}(?:\s*(?:[-–,]|og|til(?: og med)?)\s*\d{1,3})*)",
    re.IGNORECASE,
)
_PART = re.compile(r"(\d+)(?:\s*(?:[-–]|til(?: og med)?)\s*(\d+))?")
_NOT = re.compile(r"\b(?:ikke|undtagen|bortset|uden|før|inden)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:fra|kom|ankom|mødte|tilsluttede)\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:til|indtil|forlod|gik|efter)\b", re.IGNORECASE)


def item_spans(remark: str) -> list[Span]:
    """The spans a remark names: ``deltog under punkt 2 og 4-5`` -> ``[(2, 2), (4, 5)]``.

    ``fra punkt 3`` is open at its end, ``til punkt 3`` at its beginning. Empty when the remark
    names no item, or says for which one somebody was *not* there.
    """
    found = _NUMBERS.search(remark)
    if found is None or _NOT.search(remark):
        return []
    spans: list[Span] = [
        (int(part[1]), int(part[2] or part[1])) for part in _PART.finditer(found["numbers"])
    ]
    return _opened(remark[: found.start()], spans)


def _opened(before: str, spans: list[Span]) -> list[Span]:
    """One single number may be where the time began, or where it ended."""
    (first, last), is_single = spans[0], len(spans) == 1
    if is_single and first == last and _ENDS.search(before):
        return [(None, last)]
    if is_single and first == last and _BEGINS.search(before):
        return [(first, None)]
    return spans
