"""Rows of a table on a PDF page, put on one line each though their cells were wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.importing.pdf.lines import BETWEEN_COLUMNS, PlacedLine

_SAME_PLACE = 4.0
"""Points by which what begins at one place may differ."""
_RAISED, _NEXT_LINE = 0.5, 1.8
"""Shares of the font's height: what stands higher than the line above it, and what right below."""
_LEAST_CELLS, _LEAST_ROWS = 3, 2


@dataclass(slots=True)
class _Row:
    """A row so far: its lines from ``first`` to ``last``, where its cells begin, their words."""

    first: int
    last: int
    top: float
    lefts: list[float]
    cells: list[str]

    @property
    def is_wrapped(self) -> bool:
        """True when it stands on more lines than one."""
        return self.last > self.first


def whole_rows(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """The lines of a page, with the rows of a table of three columns or more on one line each.

    A cell's next line stands below its first one; the next cell begins as high as the row again.
    """
    out: list[PlacedLine] = []
    done = 0
    for table in _tables(_rows(lines), lines):
        for row in table:
            out += [*lines[done : row.first], _line_of(row, lines)]
            done = row.last + 1
    return [*out, *lines[done:]]


def _line_of(row: _Row, lines: Sequence[PlacedLine]) -> PlacedLine:
    own = lines[row.first : row.last + 1]
    right = max(line.right for line in own)
    return replace(own[0], text=BETWEEN_COLUMNS.join(row.cells), right=right)


def _tables(rows: Sequence[_Row], lines: Sequence[PlacedLine]) -> list[list[_Row]]:
    """The rows that stand below each other as a table; those that need no joining are left out."""
    tables: list[list[_Row]] = []
    for row in rows:
        last = tables[-1][-1] if tables else None
        same_margin = last and abs(row.lefts[0] - last.lefts[0]) < _SAME_PLACE
        if last and same_margin and row.first == last.last + 1:
            tables[-1].append(row)
        else:
            tables.append([row])
    return [
        table
        for table in tables
        if len(table) >= _LEAST_ROWS
        and max(len(row.cells) for row in table) >= _LEAST_CELLS
        and any(row.is_wrapped for row in table)
    ]


def _rows(lines: Sequence[PlacedLine]) -> list[_Row]:
    """Every line or stretch of lines that holds cells beside each other."""
    rows: list[_Row] = []
    for index, line in enumerate(lines):
        cells = line.text.strip().split(BETWEEN_COLUMNS)
        row = rows[-1] if rows and rows[-1].last == index - 1 else None
        above = lines[index - 1] if index else None
        is_raised = above is not None and line.base > above.base + _RAISED * line.height
        if above and is_raised and row and _is_as_high(row.top, line):
            row.cells += cells
            row.lefts += line.starts
            row.last = index
        elif above and is_raised and (first := _first_of_cell(lines, index)) is not None:
            words = " ".join(one.text.strip() for one in lines[first:index])
            lefts = [lines[first].left, *line.starts]
            rows.append(_Row(first, index, line.base, lefts, [words, *cells]))
        elif row and above and len(cells) == 1 and _goes_on(row, above, line):
            row.cells[-1] += f" {line.text.strip()}"
            row.last = index
        elif len(cells) > 1:
            rows.append(_Row(index, index, line.base, list(line.starts), cells))
    return rows


def _is_as_high(top: float, line: PlacedLine) -> bool:
    return abs(top - line.base) < _RAISED * line.height


def _first_of_cell(lines: Sequence[PlacedLine], index: int) -> int | None:
    """Index of the first line of the cell beside which the line stands, or None."""
    at = index - 1
    while at >= 0 and not _is_as_high(lines[at].base, lines[index]):
        if lines[at].base > lines[index].base or abs(lines[at].left - lines[index - 1].left) > 1:
            return None
        at -= 1
    beside = lines[max(at, 0) : index]
    is_right = all(one.right < lines[index].left for one in beside)
    return at if at >= 0 and is_right else None


def _goes_on(row: _Row, above: PlacedLine, line: PlacedLine) -> bool:
    """True for the next line of the row's last cell, which is not its first one."""
    near = 0 < above.base - line.base < _NEXT_LINE * line.height
    return near and len(row.lefts) > 1 and abs(row.lefts[-1] - line.left) < _SAME_PLACE
