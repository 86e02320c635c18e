"""Page numbers that tell how many pages there are: "2/12"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.lines import Line

PAGE_OF = re.compile(r"^(?P<page>\d{1,3}) ?/ ?(?P<pages>\d{1,3})$")
_TWO_PAGES = 2


def page_counts(lines: Sequence[Line]) -> set[int]:
    """Lines such as "2/12" that count the pages of the paper, one after the other.

    Most of the pages have one, otherwise it may be a date or a fraction.
    """
    counted: dict[int, list[tuple[int, int]]] = {}
    for line in lines:
        if found := PAGE_OF.match(line.text):
            counted.setdefault(int(found["pages"]), []).append((int(found["page"]), line.number))
    return {
        number
        for pages, own in counted.items()
        if _counts_on([page for page, _ in own], pages)
        for _, number in own
    }


def _counts_on(told: Sequence[int], pages: int) -> bool:
    """Whether the numbers go from the first or second page on; the last may have none."""
    first = told[0]
    is_unbroken = list(told) == list(range(first, first + len(told)))
    return is_unbroken and first <= _TWO_PAGES and _TWO_PAGES <= len(told) >= pages - _TWO_PAGES
