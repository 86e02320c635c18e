"""Breaking running text into lines, and drawing a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.reports import style
from app.reports.layout.words import (
    Atom,
    Fragment,
    Span,
    atoms,
    chopped,
    hyphen_width,
    hyphenated,
    joined,
)
from app.reports.tagged import Node, TaggedCanvas

Align = Literal["left", "right"]
_TOLERANCE = 0.01


@dataclass(slots=True)
class Line:
    """One line: fragments from left to right, then a ``hyphen`` that is no part of the word.

    ``ends_word``: the next line begins with another word.
    """

    fragments: list[Fragment]
    hyphen: bool = False
    ends_word: bool = False

    @property
    def width(self) -> float:
        width = sum(fragment.width for fragment in self.fragments)
        if self.hyphen:
            width += hyphen_width(self.fragments[-1].span.style)
        return width

    def draw(self, canvas: TaggedCanvas, x: float, y: float, node: Node) -> None:
        """Draw from ``x`` with feet at ``y``, in ``node`` or the link nodes inside it."""
        for index, fragment in enumerate(self.fragments):
            is_last = index == len(self.fragments) - 1
            self._draw_fragment(canvas, x, y, node, fragment, is_last=is_last)
            x += fragment.width

    def _draw_fragment(
        self,
        canvas: TaggedCanvas,
        x: float,
        y: float,
        node: Node,
        fragment: Fragment,
        *,
        is_last: bool,
    ) -> None:
        span = fragment.span
        owner = span.node or node
        canvas.mark(owner)
        # Without a space at its end the line would run together with the next when read aloud.
        space = " " if is_last and self.ends_word else ""
        canvas.text(x, y - span.rise, fragment.words + space, span.style)
        if is_last and self.hyphen:
            canvas.hyphen(x + fragment.width, y, span.style)
        if span.underline or span.is_dotted:
            _underline(canvas, x, y, fragment)
        if span.target:
            top = y - span.style.size
            box = (x, top, fragment.width, span.style.size * 1.3)
            canvas.link(owner, box, span.target, fragment.words)


def _underline(canvas: TaggedCanvas, x: float, y: float, fragment: Fragment) -> None:
    feet, look = y + fragment.span.style.size * 0.12, fragment.span.style
    if fragment.span.is_dotted:
        canvas.dots(x, feet, fragment.width, look.colour)
    else:
        canvas.rule(x, feet, fragment.width, style.UNDERLINE, look.colour)


def break_lines(spans: list[Span], width: float) -> list[Line]:
    """The text of ``spans`` in lines no wider than ``width`` points; empty text has no lines."""
    width = max(width, style.LEAST_WIDTH)
    rows = _Breaker(width).rows(atoms(spans))
    _give_company(rows, width)
    lines = [row.line() for row in rows]
    if lines:
        lines[-1].ends_word = False
    return lines


@dataclass(slots=True)
class _Row:
    """The atoms of one line. ``is_cut``: an atom goes on on the next line."""

    atoms: list[Atom]
    hyphen: bool = False
    is_cut: bool = False

    def line(self) -> Line:
        return Line(joined(_with_spaces(self.atoms)), self.hyphen, not self.is_cut)

    @property
    def width(self) -> float:
        return sum([atom.advance for atom in self.atoms])


def _give_company(rows: list[_Row], width: float) -> None:
    """Move a word down to a last line that holds a short word alone."""
    if len(rows) < 2 or len(rows[-1].atoms) > 1 or rows[-1].width > style.LONELY_BELOW * width:
        return
    above = rows[-2]
    if above.is_cut or len(above.atoms) < 2 or above.atoms[-1].ends_line:
        return
    stays = len(above.atoms) - 1
    while stays > 0 and above.atoms[stays - 1].sticks_to(above.atoms[stays]):
        stays -= 1
    company = above.atoms[stays:]
    rest = above.width - sum([atom.advance for atom in company])
    if rest >= style.FULL_ENOUGH * width:
        del above.atoms[stays:]
        rows[-1].atoms[:0] = company


class _Breaker:
    """Fills one line after the other with as many atoms as fit."""

    def __init__(self, width: float) -> None:
        self._width = width + _TOLERANCE
        self._taken: list[Atom] = []
        self._used = 0.0

    def rows(self, waiting: list[Atom]) -> list[_Row]:
        rows: list[_Row] = []
        waiting = waiting[::-1]
        while waiting:
            atom = waiting.pop()
            if self._used + atom.width <= self._width:
                self._take(atom)
                if atom.ends_line:
                    rows.append(self._row())
            else:
                rest, hyphen = self._break(atom)
                rows.append(self._row(hyphen=hyphen, goes_on=True))
                waiting += reversed(rest)
        if self._taken:
            rows.append(self._row())
        return rows

    def _take(self, atom: Atom) -> None:
        self._taken.append(atom)
        self._used += atom.advance

    def _break(self, atom: Atom) -> tuple[list[Atom], bool]:
        """Fill the line from ``atom`` where called for; what is left, and if a hyphen ends it."""
        room = self._width - self._used
        alone = atom.width > self._width
        if alone or self._used < style.HYPHENATE_BELOW * self._width:
            parts = hyphenated(atom, room, forced=alone)
            if parts is not None:
                self._take(parts[0])
                return [parts[1]], True
        if self._taken:
            return [*self._untake_sticking(atom), atom], False
        hyphen = hyphen_width(atom.fragments[0].span.style)
        first, rest = chopped(atom, room - hyphen)
        self._take(first)
        return [rest], _is_inside_word(first, rest)

    def _untake_sticking(self, following: Atom) -> list[Atom]:
        """The atoms at the line's end that go over to the next line with what follows."""
        keep = len(self._taken)
        while keep > 0 and self._taken[keep - 1].sticks_to(following):
            keep -= 1
            following = self._taken[keep]
        if keep == 0:
            return []
        over = self._taken[keep:]
        del self._taken[keep:]
        return over

    def _row(self, *, hyphen: bool = False, goes_on: bool = False) -> _Row:
        taken, self._taken, self._used = self._taken, [], 0.0
        return _Row(taken, hyphen, is_cut=goes_on and taken[-1].space is None)


def _is_inside_word(first: Atom, rest: Atom) -> bool:
    before, after = first.fragments[-1].words[-1:], rest.fragments[0].words[:1]
    return before.isalpha() and after.isalpha()


def _with_spaces(taken: list[Atom]) -> Iterator[Fragment]:
    for index, atom in enumerate(taken):
        yield from atom.fragments
        if atom.space is not None and index < len(taken) - 1:
            yield atom.space
