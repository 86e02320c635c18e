"""Numbers of points while walking through the blocks of a document."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock

from app.ui.richtext.document.block_state import BlockState, read_state
from app.ui.richtext.document.nesting import starts_anew


class PointNumbers:
    """Counts points in passing, so that drawing a screenful looks back only once."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[BlockState, int]] = {}

    def number(self, block: QTextBlock, state: BlockState) -> int:
        """The number of a point; points are asked for in order, none left out."""
        before = self._last.get(state.level) or _previous(block, state)
        if before is None or starts_anew(state, before[0]):
            number = 1 if state.start is None else state.start
        else:
            number = before[1] + 1
        self._last = {level: kept for level, kept in self._last.items() if level < state.level}
        self._last[state.level] = (state, number)
        return number

    def leave(self, level: int) -> None:
        """Forget lists deeper than ``level``: a block outside them was passed."""
        self._last = {depth: kept for depth, kept in self._last.items() if depth <= level}


def _previous(block: QTextBlock, state: BlockState) -> tuple[BlockState, int] | None:
    """The point before at the same depth, with its number, found by walking back."""
    passed = 0
    last: BlockState | None = None
    found: BlockState | None = None
    at = block.previous()
    while at.isValid():
        other = read_state(at.blockFormat())
        if other.level < state.level or other.quoted != state.quoted:
            break
        if other.level == state.level and other.marked:
            if found is not None and starts_anew(found, other):
                break
            last, found, passed = last or other, other, passed + 1
            if other.start is not None:
                break
        at = at.previous()
    if last is None or found is None:
        return None
    return last, (1 if found.start is None else found.start) + passed - 1
