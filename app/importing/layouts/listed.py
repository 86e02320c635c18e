"""Items known by a list printed before them: each of its titles stands again where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.importing.content.parts import letters_of
from app.importing.lines import Line
from app.importing.vocabulary import label_of

NUMBERED = re.compile(
    r"^(?P<word>(?:Ad|Sag|Pkt\.?|Dagsordenspunkt) )?(?P<number>\d{1,3})[.:)]? (?:[-–] )?"
    r"(?P<title>(?P<mark>\((?:Åben|Åbent|Lukket)\) ?)?[A-ZÆØÅ0-9”\"].*)$"
)
"""A line with an item's number and title."""
_ENTRY_LINES = 3
"""As many lines an entry of the list may have."""
_LEAST_ITEMS, _LEAST_LETTERS = 2, 3
_OF_ITEMS = ("summary", "case_presentation", "recommendation", "decision")


def listed_starts(lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines that open the items of the paper's own list; none without such a list.

    Half of the titles at least must be found again, in their order.
    """
    for entries in _lists(lines):
        starts: list[int] = []
        after = entries[-1] + 1
        for entry in entries:
            again = (at for at in range(after, len(lines)) if _same_item(lines[at], lines[entry]))
            if (found := next(again, None)) is not None:
                starts.append(found)
                after = found + 1
        if len(starts) >= _LEAST_ITEMS and len(starts) * 2 >= len(entries):
            return starts
    return []


def _lists(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Indexes of numbered lines that count on by one, before the text of the items begins."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if (label_of(line.text) or ("",))[0] in _OF_ITEMS:
            break
        found = NUMBERED.match(line.text)
        if not found or found["word"]:
            continue
        if run and not _counts_on(lines, run[-1], index):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _counts_on(lines: Sequence[Line], above: int, index: int) -> bool:
    before, number = NUMBERED.match(lines[above].text), NUMBERED.match(lines[index].text)
    is_next = before and number and int(number["number"]) == int(before["number"]) + 1
    return bool(is_next) and index - above <= _ENTRY_LINES


def _same_item(line: Line, entry: Line) -> bool:
    """True for the same number and title; either may go on below its line."""
    own, listed = NUMBERED.match(line.text), NUMBERED.match(entry.text)
    if not own or not listed or own["number"] != listed["number"]:
        return False
    told, title = letters_of(own["title"]), letters_of(listed["title"])
    is_same = told.startswith(title) or title.startswith(told)
    return is_same and min(len(told), len(title)) >= _LEAST_LETTERS
