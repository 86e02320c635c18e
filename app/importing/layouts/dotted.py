"""Items numbered below headings ("2.1. Ny rute"): where they begin, and their titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.importing.lines import Line
from app.importing.vocabulary import item_kind, label_of

DOTTED = re.compile(r"^(?P<major>\d{1,2})\.(?P<minor>\d{1,2})\.? (?P<title>[A-ZÆØÅ0-9”\"].*)$")
"""A line with a number below a heading's, and a title."""
_WHOLE = re.compile(r"^(?P<major>\d{1,2})\. (?P<title>[A-ZÆØÅ].*)$")
_LEAST_ITEMS, _MOST_DECIDED = 2, 0.8
_OF_ITEMS = frozenset({"decision", "minutes", "recommendation"})


@dataclass(frozen=True, slots=True)
class DottedItem:
    """Indexes of an item's first line, a heading perhaps, of its title, and of its end."""

    start: int
    title: int
    end: int


def dotted_items(lines: Sequence[Line]) -> list[DottedItem]:
    """The items of a paper that numbers them so, nearly each with a decision; otherwise none.

    The heading above the first of its items belongs to that item. One without is an item itself.
    """
    titles = _in_order(lines, _last_places(lines))
    if len(titles) < _LEAST_ITEMS:
        return []
    starts = [_start(lines, index) for index in titles]
    ends = [*starts[1:], len(lines)]
    stretches = [
        lines[at:end] for at, end in zip(titles, ends, strict=True) if DOTTED.match(lines[at].text)
    ]
    decided = sum(_is_decided(one) for one in stretches)
    if len(stretches) < _LEAST_ITEMS or decided < len(stretches) * _MOST_DECIDED:
        return []
    return [DottedItem(*found) for found in zip(starts, titles, ends, strict=True)]


def _last_places(lines: Sequence[Line]) -> dict[tuple[int, int], int]:
    """Where each number stands for the last time: before that it is in the list of contents."""
    found: dict[tuple[int, int], int] = {}
    for index, line in enumerate(lines):
        if told := DOTTED.match(line.text):
            found[int(told["major"]), int(told["minor"])] = index
    majors = {major for major, _ in found}
    for index, line in enumerate(lines):
        whole = _WHOLE.match(line.text)
        if whole and line.gap and int(whole["major"]) not in majors:
            found[int(whole["major"]), 0] = index
    return found


def _in_order(lines: Sequence[Line], places: dict[tuple[int, int], int]) -> list[int]:
    """The places, as long as numbers and lines both rise from the first heading on."""
    titles: list[int] = []
    last = 0
    for (major, _), index in sorted(places.items()):
        if major > last + 1 or (titles and index <= titles[-1]):
            break
        titles.append(index)
        last = major
    return titles


def _start(lines: Sequence[Line], title: int) -> int:
    above = _WHOLE.match(lines[title - 1].text) if title else None
    own = DOTTED.match(lines[title].text)
    return title - 1 if above and own and above["major"] == own["major"] else title


def _is_decided(lines: Sequence[Line]) -> bool:
    title = lines[0].text.partition(" ")[2]
    labels = {(label_of(line.text) or ("",))[0] for line in lines}
    return bool(labels & _OF_ITEMS) or item_kind(title) in ("any_other_business", "next_meeting")
