"""Layouts A, B and C: how to tell them apart, and items whose first page is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.importing.layouts.openings import ItemLines
from app.importing.layouts.openness import flag_of, is_closed_title
from app.importing.lines import Line
from app.importing.vocabulary import case_number_of, label_of


def detect(kept: Sequence[Line], groups: Sequence[ItemLines]) -> str:
    """A: breadcrumb and number line, minutes under "Referat:"; C: openness line; B: the rest."""
    if any(_openness(kept, group) for group in groups):
        return "C"
    double = sum(1 for group in groups if group.has_number_line and group.title)
    if double * 2 >= len(groups):
        return "A"
    text = [line.text for line in kept]
    cases = sum(1 for one in text if case_number_of(one))
    minutes = sum(1 for one in text if (label_of(one) or ("",))[0] == "minutes")
    cover = any(one.startswith(("Til stede", "Fraværende")) for one in text[: groups[0].start])
    if cover and not minutes:
        return "C"
    return "B" if cases or minutes or not cover else "C"


def _openness(kept: Sequence[Line], group: ItemLines) -> bool:
    near = kept[max(0, group.start) : group.body_start + 2]
    return any(flag_of(line.text) is not None and not is_closed_title(line.text) for line in near)


def with_headless(kept: Sequence[Line], groups: Sequence[ItemLines]) -> list[ItemLines]:
    """Of layout B each second resumé of an item opens an item whose first page is missing."""
    out: list[ItemLines] = []
    for group in groups:
        starts = _headless(kept, group)
        ends = [*starts[1:], group.end][: len(starts)]
        out.append(replace(group, end=starts[0] if starts else group.end))
        number = group.number
        for start, end in zip(starts, ends, strict=True):
            number = number + 1 if number is not None else None
            out.append(ItemLines(number, start, start, end))
    return out


def _headless(kept: Sequence[Line], group: ItemLines) -> list[int]:
    starts: list[int] = []
    filled = False
    for index in range(group.body_start, group.end):
        kind = (label_of(kept[index].text) or ("",))[0]
        if kind == "summary" and kept[index].starts_page and filled:
            starts.append(index)
        if kind in ("decision", "minutes", "summary") or index > group.body_start:
            filled = True
    return starts
