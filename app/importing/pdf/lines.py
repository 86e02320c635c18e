"""The lines of a PDF page, each with its place."""

from __future__ import annotations

import ctypes
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

_BROKEN_WORD = "\ufffe\x02"
"""Signs by which pdfium says that a hyphen ended the line; it leaves the line break out."""
_COLUMN = 1.5
"""A space wider than this share of the font's height parts two columns."""
BETWEEN_COLUMNS = "   "
_TOUCHING = 0.25
"""Half the width of a usual space, as a share of the font's height."""
_MARK = re.compile(r"(?:[•▪▫◦●○■□‣·*\uf0b7\uf0a7–-]|o|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")

_Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, as the page is shown."""
_Turned = Callable[[_Box], _Box]


@dataclass(frozen=True, slots=True)
class Space:
    """A space between two words: how many words stand before it, where it begins and ends."""

    words: int
    left: float
    right: float

    @property
    def width(self) -> float:
        """From the word before it to the one behind."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A printed line with its place on the page in points; ``height`` is that of its font's box.

    ``base`` is the height its letters stand on, which signs of another size or depth do not move;
    ``right`` is where it ends, ``inner`` where the words begin behind the mark of a point,
    otherwise ``left``; ``first`` is how wide its first word is; ``starts`` are the places where its
    columns begin, ``spaces`` those between words that stand in one column.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    inner: float
    first: float
    starts: tuple[float, ...] = ()
    spaces: tuple[Space, ...] = ()

    @property
    def width(self) -> float:
        """From its first sign to its last."""
        return self.right - self.left

    @property
    def is_marked(self) -> bool:
        """Whether it begins with the mark of a point."""
        return self.inner > self.left


@dataclass(frozen=True, slots=True)
class _Signs:
    """The signs of a page by index, each with its place on the page as it is shown."""

    text_page: Any
    turned: _Turned

    def box(self, index: int) -> _Box:
        """Around the sign, of its font's height where that is told."""
        return self.turned(self.text_page.get_charbox(index, loose=True))

    def base(self, index: int) -> float:
        """The height the sign stands on."""
        from pypdfium2.raw import FPDFText_GetCharOrigin

        x, y = ctypes.c_double(), ctypes.c_double()
        FPDFText_GetCharOrigin(self.text_page, index, ctypes.byref(x), ctypes.byref(y))
        return self.turned((x.value, y.value, x.value, y.value))[1]


def placed_lines(page: Any) -> list[PlacedLine]:
    """The lines of a pypdfium2 page in reading order; none on a page without text."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        text = text_page.get_text_range() if count else ""
        signs = _Signs(text_page, _turning(page))
        return [
            _placed(line, start, signs)
            for line, start in _lines_with_start(text)
            if line.strip() and start + len(line.rstrip()) <= count
        ]
    finally:
        text_page.close()


def _turning(page: Any) -> _Turned:
    """From the page's own points to those of the page as it is shown."""
    left, bottom, right, top = page.get_mediabox()

    def turned(box: _Box) -> _Box:
        return right - box[2], top - box[3], right - box[0], top - box[1]

    def to_the_right(box: _Box) -> _Box:
        return box[1] - bottom, right - box[2], box[3] - bottom, right - box[0]

    def to_the_left(box: _Box) -> _Box:
        return top - box[3], box[0] - left, top - box[1], box[2] - left

    ways = {90: to_the_right, 180: turned, 270: to_the_left}
    return ways.get(page.get_rotation(), lambda box: box)


def _lines_with_start(text: str) -> Iterator[tuple[str, int]]:
    """Each line and the index of its first sign; pdfium's indexes count line breaks too."""
    start = 0
    signs: list[str] = []
    for index, sign in enumerate(text):
        if sign in _BROKEN_WORD:
            yield "".join(signs) + "-", start
        elif sign == "\n":
            yield "".join(signs), start
        else:
            if sign != "\r":
                signs.append(sign)
            continue
        start, signs = index + 1, []
    yield "".join(signs), start


def _placed(line: str, start: int, signs: _Signs) -> PlacedLine:
    """The line with the box of its signs; a few of them are enough."""
    first = len(line) - len(line.lstrip())
    wanted = [start + at for at, sign in enumerate(line) if sign.strip()]
    some = wanted[:: max(1, len(wanted) // 6)]
    boxes = [signs.box(index) for index in some]
    left, right = boxes[0][0], signs.box(wanted[-1])[2]
    height = median(box[3] - box[1] for box in boxes)
    mark = _MARK.match(line, first)
    word_end = first + len(line.split(None, 1)[0]) - 1
    words = mark.end() if mark else first
    text, starts, spaces = _with_columns(line, start, words, height, signs)
    return PlacedLine(
        text=text,
        left=left,
        right=right,
        base=median(signs.base(index) for index in some),
        height=height,
        inner=signs.box(start + words)[0] if mark else left,
        first=signs.box(start + word_end)[2] - left,
        starts=(left, *starts),
        spaces=tuple(spaces),
    )


def _with_columns(
    line: str, start: int, words: int, height: float, signs: _Signs
) -> tuple[str, list[float], list[Space]]:
    """The line with wide spaces between columns, and none before a hyphen that touches its word;
    ``words`` is where it begins behind its mark. Where its further columns begin, and the spaces
    within them."""
    out = line
    starts: list[float] = []
    spaces: list[Space] = []
    for space in reversed(list(re.finditer(r"(?<=\S)\s+(?=\S)", line))):
        if space.end() == words:
            break
        begin = signs.box(start + space.end())[0]
        end = signs.box(start + space.start() - 1)[2]
        room = begin - end
        if room > _COLUMN * height:
            starts.insert(0, begin)
            out = out[: space.start()] + BETWEEN_COLUMNS + out[space.end() :]
        elif line[space.end() :].strip() == "-" and room < _TOUCHING * height:
            out = out[: space.start()] + "-"
        else:
            spaces.insert(0, Space(len(line[: space.start()].split()), end, begin))
    return out, starts, spaces


def steps(lines: list[PlacedLine]) -> Iterator[tuple[float, float]]:
    """(distance to the line above, height of the font) for each line but the first."""
    for above, line in itertools.pairwise(lines):
        yield above.base - line.base, line.height
