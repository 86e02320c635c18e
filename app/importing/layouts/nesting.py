"""Minutes of an earlier meeting attached inside a paper: where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.importing.furniture import Furniture
from app.importing.layouts.openings import ItemLines
from app.importing.lines import Line

_COVER = re.compile(
    r"^Mødet? (?:den |d\. )?\d{1,2}\. ?\w+ \d{4}(?:$|,| kl\b| ?[-–(]| (?:i|på) )", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Source line numbers of attached minutes and the item they are attached to."""

    first: int
    last: int
    item_number: int | None


@dataclass(slots=True)
class Pieces:
    """A paper cut into its own lines and those of attached minutes."""

    nested: list[Piece] = field(default_factory=list)

    def outer(self, lines: Sequence[Line]) -> list[Line]:
        """The paper's own lines."""
        return [
            line for line in lines if not any(p.first <= line.number <= p.last for p in self.nested)
        ]

    def lines_of(self, piece: Piece, lines: Sequence[Line]) -> list[Line]:
        """The lines of one piece."""
        return [line for line in lines if piece.first <= line.number <= piece.last]


def cut_nested(kept: Sequence[Line], groups: Sequence[ItemLines], furniture: Furniture) -> Pieces:
    """Series of items that start over, with another date or behind the item that approves them."""
    pieces = Pieces()
    dates = [_date_at(kept, group, groups, furniture) for group in groups]
    main = dates[0]
    last_number, at = groups[0].number or 0, 1
    while at < len(groups):
        if not _starts_over(groups[at], dates[at], last_number, main):
            last_number, main = groups[at].number or last_number, main or dates[at]
            at += 1
            continue
        end = _series_end(groups, dates, at, main, last_number)
        end = _first_headed(kept, groups, at, end, furniture)
        first = _cover_start(kept, groups[at - 1], groups[at], furniture)
        last = _last_line(kept, groups, end, furniture)
        pieces.nested.append(Piece(first, last, groups[at - 1].number))
        at = end
    return pieces


def _starts_over(group: ItemLines, date: str, last_number: int, main: str) -> bool:
    if group.number is None or group.number > last_number:
        return bool(date and main and date != main)
    return group.number == 1 or bool(date and main and date != main)


def _series_end(
    groups: Sequence[ItemLines], dates: Sequence[str], at: int, main: str, last_number: int
) -> int:
    """Index of the first item of the outer meeting after the series that begins at ``at``."""
    inner, number = dates[at], groups[at].number or 0
    for index in range(at + 1, len(groups)):
        current = groups[index].number or 0
        if inner and main and inner != main:
            if dates[index] == main or last_number + 1 == current <= number:
                return index
        elif last_number < current <= number:
            return index
        number = current
    return len(groups)


def _first_headed(
    kept: Sequence[Line], groups: Sequence[ItemLines], at: int, end: int, furniture: Furniture
) -> int:
    """Where a series without headers ends: at the first item with one, as those before it have."""
    headed = [_page_head(kept[one.start], furniture) != kept[one.start].number for one in groups]
    if headed[at] or not all(headed[:at]):
        return end
    return next((index for index in range(at + 1, end) if headed[index]), end)


def _date_at(
    kept: Sequence[Line], group: ItemLines, groups: Sequence[ItemLines], furniture: Furniture
) -> str:
    """Date that the page of the item's opening prints: at its head, or at its foot."""
    number, page = kept[group.start].number, kept[group.start].page
    on_page = [one for one in furniture.headers if one.page == page]
    first = min(kept[one.start].number for one in groups if kept[one.start].page == page)
    if on_page and on_page[0].line > first:  # the page has its date at the foot
        return next((one.date for one in on_page if one.line >= number), "")
    before = [one.date for one in furniture.headers if one.line <= number]
    return before[-1] if before else ""


def _cover_start(
    kept: Sequence[Line], outer: ItemLines, inner: ItemLines, furniture: Furniture
) -> int:
    """First line of the attached minutes: separator, cover or running header before item 1."""
    for index in range(outer.body_start, inner.start):
        line = kept[index]
        free = line.starts_page or line.gap > 0
        capitals = free and line.text.upper() == line.text and len(line.text) > 10
        if capitals and any(sign.isalpha() for sign in line.text):
            return line.number
        if _COVER.match(line.text):
            above = kept[index - 1]
            return above.number if above.starts_page else line.number
    return _page_head(kept[inner.start], furniture)


def _page_head(opening: Line, furniture: Furniture) -> int:
    """Number of the running header right above an opening on its page, or of the opening."""
    near = [
        one.line
        for one in furniture.headers
        if one.page == opening.page and opening.number - 6 <= one.line < opening.number
    ]
    return near[-1] if near else opening.number


def _last_line(
    kept: Sequence[Line], groups: Sequence[ItemLines], end: int, furniture: Furniture
) -> int:
    if end >= len(groups):
        return kept[-1].number
    return _page_head(kept[groups[end].start], furniture) - 1
