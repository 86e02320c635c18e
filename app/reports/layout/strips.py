"""The galley: a paper as strips from top to bottom, each knowing its height and what it draws.

A strip's marks know their x on the sheet; only the top is given when the page is made. Because
heights are known before anything is drawn, page numbers are too: a paper is laid out in one pass.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.reports import fonts, style
from app.reports.layout.lines import Align, Line
from app.reports.style import TextStyle
from app.reports.tagged import Node, TaggedCanvas

Mark = Callable[[TaggedCanvas, float], None]
"""Draws something, given the canvas and the top of its strip."""


@dataclass(eq=False)
class Box:
    """A tinted box with a bar behind the strips that carry it."""

    padding: float = style.BOX_PADDING


@dataclass(eq=False)
class TableHead:
    """The head rows of a table, drawn again on each further page."""

    strips: list[Strip] = field(default_factory=list)

    @property
    def height(self) -> float:
        return sum(strip.height for strip in self.strips)


@dataclass(eq=False)
class Strip:
    """``height`` points of the text area. ``keep`` ties it to the strip above.

    ``baseline`` is where the feet of its first line stand, from its top. A ``gap`` vanishes at the
    top of a page.
    """

    height: float
    marks: list[Mark] = field(default_factory=list)
    keep: bool = False
    baseline: float | None = None
    gap: bool = False
    box: Box | None = None
    head: TableHead | None = None

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw all marks, the strip's top at ``top``."""
        for mark in self.marks:
            mark(canvas, top)

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        """A part no higher than ``room`` and the rest, or nothing if it cannot be cut."""
        return None


def gap(height: float, *, keep: bool = False) -> Strip:
    """White space that vanishes at the top of a page."""
    return Strip(height, keep=keep, gap=True)


def text_strips(
    lines: Sequence[Line],
    x: float,
    width: float,
    text_style: TextStyle,
    node: Node,
    align: Align = "left",
) -> list[Strip]:
    """One strip a line, never leaving a single line of the paragraph alone on a page."""
    baseline = fonts.face(text_style.face).baseline(text_style.size, text_style.leading)
    return [
        Strip(
            text_style.leading,
            [line_mark(line, x + (width - line.width if align == "right" else 0), baseline, node)],
            keep=index == 1 or (index > 0 and index == len(lines) - 1),
            baseline=baseline,
        )
        for index, line in enumerate(lines)
    ]


def line_mark(line: Line, x: float, baseline: float, node: Node) -> Mark:
    """A line of running text, its feet ``baseline`` points under the strip's top."""
    return lambda canvas, top: line.draw(canvas, x, top + baseline, node)


def words_mark(words: str, look: TextStyle, x: float, baseline: float, node: Node) -> Mark:
    """A few words that are never broken, such as a number or a label."""
    words = fonts.drawable(words, look.face)

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.mark(node)
        canvas.text(x, top + baseline, words, look)

    return draw


def rule_mark(x: float, width: float, weight: float, colour: str, offset: float) -> Mark:
    """A line across, ``offset`` points under the strip's top."""
    return lambda canvas, top: canvas.rule(x, top + offset, width, weight, colour)


def destination_mark(name: str) -> Mark:
    """A place that links and the outline lead to."""
    return lambda canvas, top: canvas.destination(name, top)


def height_of(strips: Sequence[Strip]) -> float:
    """All heights together."""
    return sum(strip.height for strip in strips)


def kept(strips: list[Strip], *, first: bool = False) -> list[Strip]:
    """The strips tied to each other (and, with ``first``, to what stands above)."""
    for index, strip in enumerate(strips):
        strip.keep = strip.keep or index > 0 or first
    return strips
