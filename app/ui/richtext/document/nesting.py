"""Lines with a depth -> nested lists: the part of reading a document that knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.models.richtext import InnerBlock, List, ListItem, Paragraph, Runs
from app.ui.richtext.document.block_state import BlockState

DEEPEST = 12  # levels of a list; what a program, hardly a person, nests deeper stays here


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a document: what it is, and its words."""

    state: BlockState
    runs: Runs


def nest(lines: list[Line]) -> tuple[InnerBlock, ...]:
    """Paragraphs and lists of one container."""
    return tuple(_Nester(_sound(lines)).inners(0))


def starts_anew(state: BlockState, before: BlockState) -> bool:
    """True when a point at the same depth as ``before`` does not continue its list."""
    if state.start is not None or state.ordered != before.ordered:
        return True
    return state.ordered and state.list_style != before.list_style


def _sound(lines: list[Line]) -> list[Line]:
    """The lines with depths a tree can have: a point is at most one deeper than the line above."""
    depth, sound = 0, []
    for line in lines:
        state = line.state
        depth = min(state.level, depth + 1 if state.marked else depth, DEEPEST)
        if depth != state.level:
            line = replace(line, state=replace(state, level=depth))
        sound.append(line)
    return sound


class _Nester:
    """A cursor over lines that takes containers off from the front."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines, self._at = lines, 0

    def _next(self) -> Line | None:
        return self._lines[self._at] if self._at < len(self._lines) else None

    def inners(self, level: int) -> list[InnerBlock]:
        """What stands at ``level`` until a shallower line or the next point of this level."""
        taken: list[InnerBlock] = []
        while (line := self._next()) and line.state.level >= level:
            if line.state.level > level:
                taken.append(self._list(level + 1))
            elif line.state.marked:
                break
            else:
                taken.append(Paragraph(line.runs))
                self._at += 1
        return taken

    def _list(self, level: int) -> List:
        first = self._lines[self._at].state
        items: list[ListItem] = []
        while (line := self._next()) and line.state.level >= level:
            if items and starts_anew(line.state, first):
                break
            self._at += 1
            items.append(ListItem((Paragraph(line.runs), *self.inners(level))))
        if not first.ordered:
            return List(tuple(items))
        start = 1 if first.start is None else first.start
        return List(tuple(items), ordered=True, start=start, style=first.list_style)
