"""Tables: column widths, rows of cells as strips, and the cutting of very high rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.reports import style
from app.reports.layout.strips import Mark, Strip, height_of
from app.reports.tagged import TaggedCanvas


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """What a column asks for, in points: to break no word, and to break no line."""

    least: float
    most: float


def column_widths(needs: Sequence[ColumnNeed], width: float) -> list[float]:
    """Widths that fill ``width``: columns share what is over or bear what is missing."""
    if sum(need.most for need in needs) <= width:
        return _grown([need.most for need in needs], width)
    least = sum(need.least for need in needs)
    if least >= width:
        return [need.least * width / least for need in needs]
    return _crowded(needs, width)


def _crowded(needs: Sequence[ColumnNeed], width: float) -> list[float]:
    """Columns that ask for little get it; the others share the rest by what they ask for."""
    modest: set[int] = set()
    while True:
        rest = [index for index in range(len(needs)) if index not in modest]
        room = width - sum(needs[index].most for index in modest)
        more = {index for index in rest if needs[index].most <= room / len(rest)}
        left = [needs[index].least for index in rest if index not in more]
        if not more or sum(left) > room - sum(needs[index].most for index in more):
            break
        modest |= more
    least = sum(needs[index].least for index in rest)
    over = sum(needs[index].most for index in rest) - least
    share = (room - least) / over if over > 0 else 0.0
    return [
        need.most if index in modest else need.least + (need.most - need.least) * share
        for index, need in enumerate(needs)
    ]


def _grown(widths: list[float], width: float) -> list[float]:
    """Every column wider by the same share; columns of nothing get an equal part."""
    total = sum(widths)
    if total <= 0:
        return [width / len(widths)] * len(widths)
    return [own * width / total for own in widths]


@dataclass(eq=False)
class RowStrip(Strip):
    """Cells side by side, each a small galley, with a rule below."""

    cells: list[list[Strip]] = field(default_factory=list)
    rule: Mark | None = None

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw the marks (a label beside the table), then the cells from left to right."""
        super().draw(canvas, top)
        for cell in self.cells:
            y = top + style.TABLE_PADDING
            for strip in cell:
                strip.draw(canvas, y)
                y += strip.height
        if self.rule is not None:
            self.rule(canvas, top)

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        """Cut every cell at ``room``; only rows higher than what never splits are cut."""
        if self.height <= style.BOX_WHOLE:
            return None
        cuts = [_cut(cell, room - 2 * style.TABLE_PADDING) for cell in self.cells]
        if not any(first for first, _rest in cuts) or not any(rest for _first, rest in cuts):
            return None
        first = self._part([first for first, _rest in cuts], None, self.marks)
        rest = self._part([rest for _first, rest in cuts], self.rule, [])
        return first, rest

    def _part(self, cells: list[list[Strip]], rule: Mark | None, marks: list[Mark]) -> RowStrip:
        height = row_height(cells)
        shifted = None if rule is None else shifted_mark(rule, height - self.height)
        return RowStrip(
            height, marks=marks, baseline=self.baseline, box=self.box, head=self.head,
            cells=cells, rule=shifted,
        )  # fmt: skip


def shifted_mark(mark: Mark, offset: float) -> Mark:
    """The same mark, ``offset`` points further down."""
    return lambda canvas, top: mark(canvas, top + offset)


def row_height(cells: Sequence[Sequence[Strip]]) -> float:
    """Height of the highest cell with its padding."""
    return max((height_of(cell) for cell in cells), default=0.0) + 2 * style.TABLE_PADDING


def _cut(cell: list[Strip], room: float) -> tuple[list[Strip], list[Strip]]:
    used = 0.0
    for index, strip in enumerate(cell):
        used += strip.height
        if used > room:
            return cell[:index], cell[index:]
    return cell, []
