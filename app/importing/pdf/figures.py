"""Columns of figures on a PDF page that stand so close to a column of words that they ran together.

Figures end at one place and the words behind them begin at another, row by row; in running text
they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from app.importing.pdf.lines import BETWEEN_COLUMNS, PlacedLine, Space

_FIGURE = re.compile(
    r"(?:^|\s)(?:[-–−+]?\d[\d.,]*(?: ?(?:%|pct\.?|kr\.?|(?:mio|t)\.(?: ?kr\.)?|stk\.?))?|[-–—])$"
)
_SAME_PLACE = 1.5
"""Points by which what ends or begins at one place may differ."""
_WIDER = 1.3
"""How much wider than the usual space of the page the one behind such a column is."""
_LEAST_ROWS, _LONGEST_NUMBER = 2, 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the table, the figures before its words, and where they begin and end.

    ``space`` is what stands between them; None where that is as wide as between columns already.
    """

    index: int
    figure: str
    begin: float
    end: float | None
    space: Space | None

    def is_below(self, above: _Row) -> bool:
        """True when the figures begin or end where those above do."""
        same_end = None not in (self.end, above.end) and _near(self.end or 0, above.end or 0)
        return not above.figure or same_end or _near(self.begin, above.begin)


def with_columns_of_figures(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """The lines of a page, with a wide space behind the figures of such a column."""
    out = list(lines)
    usual = _usual_space(lines)
    index = 0
    while index < len(out):
        rows = next(_tables(out, index, usual), [])
        for row in rows:
            if row.space is not None:
                out[row.index] = _parted(out[row.index], row.space)
        index += 0 if rows else 1  # there may be a second such column
    return out


def _usual_space(lines: Sequence[PlacedLine]) -> float:
    """Width of a space as a share of the font's height."""
    shares = [one.width / line.height for line in lines if line.height for one in line.spaces]
    return median(shares) if shares else 0.0


def _tables(lines: Sequence[PlacedLine], index: int, usual: float) -> Iterator[list[_Row]]:
    """The rows of each table that begins with this line, its heads or a row of figures."""
    line = lines[index]
    for place in (*(space.right for space in line.spaces), *line.starts[1:]):
        rows = list(_rows(lines, index, place, usual))
        figures = [row for row in rows if row.figure]
        is_table = len(figures) >= _LEAST_ROWS and not _is_numbering(figures, lines)
        if is_table and any(row.space for row in rows):
            yield rows


def _is_numbering(rows: Sequence[_Row], lines: Sequence[PlacedLine]) -> bool:
    """True for a list whose points are numbered without a mark: no other column stands there."""
    own = [lines[row.index].text.strip() for row in rows]
    counts = all(row.figure.isdigit() and len(row.figure) <= _LONGEST_NUMBER for row in rows)
    first = all(text.startswith(row.figure) for text, row in zip(own, rows, strict=True))
    return counts and first and not any(BETWEEN_COLUMNS in text for text in own)


def _rows(lines: Sequence[PlacedLine], index: int, place: float, usual: float) -> Iterator[_Row]:
    """The lines from this one on whose words begin at the place, behind figures but for the first.

    Lines in which no figures stand before that place are passed over: a cell's further lines, and
    rows without a figure.
    """
    above: _Row | None = None
    for at in range(index, len(lines)):
        row = _parted_row(lines[at], at, place) or _row(lines[at], at, place, usual)
        if row is None and above and _near(lines[at].left, place):
            continue
        if row is None or (above and row.figure and not row.is_below(above)):
            return
        if above and not row.figure and row.space is not None:
            return
        if row.figure or above is None:
            above = row
            yield row


def _parted_row(line: PlacedLine, at: int, place: float) -> _Row | None:
    """The row of a line with a column that begins at the place, or None."""
    column = next((i for i, one in enumerate(line.starts) if i and _near(one, place)), None)
    cells = line.text.strip().split(BETWEEN_COLUMNS)
    if column is None or column >= len(cells):
        return None
    found = _FIGURE.fullmatch(cells[column - 1])
    return _Row(at, found[0] if found else "", line.starts[column - 1], None, None)


def _row(line: PlacedLine, at: int, place: float, usual: float) -> _Row | None:
    """The row that parts at the space behind which words begin at the place, or None."""
    space = next((one for one in line.spaces if _near(one.right, place)), None)
    if space is None:
        return None
    is_wide = space.width > _WIDER * usual * line.height
    found = _FIGURE.search(line.text[: _cut(line, space)]) if is_wide else None
    begins = [one for one in (*line.starts, *(s.right for s in line.spaces)) if one < space.left]
    figure = found[0].strip() if found else ""
    return _Row(at, figure, max(begins, default=line.left), space.left, space)


def _near(one: float, other: float) -> bool:
    return abs(one - other) < _SAME_PLACE


def _cut(line: PlacedLine, space: Space) -> int:
    """Where the word before the space ends in the line's text."""
    words = list(re.finditer(r"\S+", line.text))
    return words[space.words - 1].end()


def _parted(line: PlacedLine, space: Space) -> PlacedLine:
    cut = _cut(line, space)
    return replace(
        line,
        text=line.text[:cut] + BETWEEN_COLUMNS + line.text[cut:].lstrip(),
        starts=tuple(sorted((*line.starts, space.right))),
        spaces=tuple(one for one in line.spaces if one != space),
    )
