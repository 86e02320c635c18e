"""Items that open with "Ad 1." or "Pkt. 1 Bøjer" in a paper that says "Punkt 1." nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.importing.content.wraps import ended
from app.importing.layouts.openings import Opening
from app.importing.lines import Line
from app.importing.vocabulary import label_of

_AD = re.compile(r"^Ad (?:(?:punkt|pkt\.?) ?)?(?P<number>\d{1,2})[.:]?(?: (?P<title>[A-ZÆØÅ].*))?$")
_BARE = re.compile(r"^(?:Punkt|Pkt\.?) (?P<number>\d{1,2}) (?P<title>[A-ZÆØÅ].*)$")
_LEAST_BARE = 3
_OF_ITEMS = frozenset({"decision", "minutes", "recommendation"})


def ad_openings(lines: Sequence[Line]) -> list[Opening]:
    """The openings, counted from 1 without a gap, each but the last with a section of its own.

    Otherwise none: answers to the points of a recommendation begin with the same words.
    """
    found = [
        Opening(index, int(told["number"]), told["title"] or "")
        for index, line in enumerate(lines)
        if (told := _AD.match(line.text)) and not ended(told["title"] or "")
    ]
    if len(found) < 2 or [one.number for one in found] != list(range(1, len(found) + 1)):
        return []
    whole = (_is_item(lines[one.index + 1 : below.index]) for one, below in pairwise(found))
    return found if all(whole) else []


def bare_openings(lines: Sequence[Line]) -> list[Opening]:
    """Free lines with "Pkt. 1 Bøjer", counted from 1 without a gap; a list above them is none."""
    found = [
        Opening(index, int(told["number"]), told["title"])
        for index, line in enumerate(lines)
        if (line.gap or line.starts_page) and (told := _BARE.match(line.text))
        if not ended(told["title"])
    ]
    first = max((at for at, one in enumerate(found) if one.number == 1), default=0)
    numbers = [one.number for one in found[first:]]
    is_run = len(numbers) >= _LEAST_BARE and numbers == list(range(1, len(numbers) + 1))
    return found[first:] if is_run else []


def _is_item(lines: Sequence[Line]) -> bool:
    return any(label[0] in _OF_ITEMS for line in lines if (label := label_of(line.text)))
