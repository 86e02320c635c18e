"""Lists of people set side by side, their labels on one line -> one list below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.importing.layouts.head_words import CONTENTS, STATUS
from app.importing.lines import Line, fold

_CELL = re.compile(r"[^\s](?:[^\t]*?[^\s])??(?=\t| {3,}|\s*$)")
_TAB_STOP = 40
"""Signs that a tab is taken for."""


def one_below_the_other(lines: Sequence[Line]) -> list[Line]:
    """The lines; where labels stand side by side, each with the cells of its own column below it.

    The columns end where a line stands freer than the first, at a page and at another label.
    """
    out: list[Line] = []
    index = 0
    while index < len(lines):
        heads = _cells(lines[index])
        index += 1
        if len(heads) < 2 or not all(_is_label(text) for _, text in heads):
            out.append(lines[index - 1])
            continue
        columns = [[replace(lines[index - 1], raw=text, text=text)] for _, text in heads]
        gap = lines[index].gap if index < len(lines) else 0
        while index < len(lines) and _is_row(lines[index], min(gap, 1)):
            for at, text in _cells(lines[index]):
                nearest = min(range(len(heads)), key=lambda one: abs(heads[one][0] - at))
                columns[nearest].append(replace(lines[index], raw=text, text=text))
            index += 1
        out.extend(line for column in columns for line in column)
    return out


def _cells(line: Line) -> list[tuple[int, str]]:
    """The cells of a line, each with the place where it begins."""
    raw = line.raw.expandtabs(_TAB_STOP) if "\t" in line.raw else line.raw
    return [(found.start(), fold(found[0])) for found in _CELL.finditer(raw)]


def _is_label(text: str) -> bool:
    return text.rstrip(": ").casefold() in STATUS


def _is_row(line: Line, gap: int) -> bool:
    is_new = line.gap > gap or line.starts_page or CONTENTS.match(line.text)
    return not is_new and not any(_is_label(text) for _, text in _cells(line))
