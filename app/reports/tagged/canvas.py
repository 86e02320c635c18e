"""Drawing with tags: every mark on a page belongs to a structure node or is an artifact.

Coordinates: points, x from the left, y from the TOP of the sheet, unlike PDF's own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.reports import fonts, style
from app.reports.tagged.nodes import LinkArea, Marked, Node

_ARTIFACT = "/Artifact BMC"
_SUBSET_SIZE = 256
_PRINTABLE = range(0x20, 0x7F)
_ESCAPED = {
    code: f"\\{chr(code)}" if chr(code) in "()\\" else f"\\{code:03o}"
    for code in range(_SUBSET_SIZE)
    if chr(code) in "()\\" or code not in _PRINTABLE
}
_SOFT_HYPHEN = "/Span <</ActualText <FEFF00AD>>> BDC"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the paper: page index from 0, points from the top of the sheet."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Link:
    """A clickable place: its page, rectangle (PDF coordinates), and address or ``#destination``."""

    page: int
    rectangle: tuple[float, float, float, float]
    target: str
    words: str


class _Codes(dict[int, int]):
    """The code of each character in one font of one paper, over 255 outside its first subset."""

    def __init__(self, font: Any, document: Any) -> None:
        super().__init__()
        self._font = font
        self._document = document

    def __missing__(self, char: int) -> int:
        ((subset, code),) = self._font.splitString(chr(char), self._document)
        value: int = subset * _SUBSET_SIZE + code[0]
        self[char] = value
        return value


def _kerned(codes: str, steps: list[int]) -> Iterator[str]:
    """The codes in brackets, cut where a pair stands closer or wider; PDF counts leftwards."""
    start = 0
    for index in [at for at, step in enumerate(steps[: len(codes)]) if step]:
        if index > start:
            yield f"({codes[start:index].translate(_ESCAPED)})"
        yield f"{-steps[index]}"
        start = index
    yield f"({codes[start:].translate(_ESCAPED)})"


class TaggedCanvas:
    """Pages of marked content; hand it on to ``finish`` to become a tagged PDF."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
            invariant=1,
            pageCompression=0,
            initialFontName=fonts.face(style.SERIF).name,
        )
        self._open: Node | str | None = None
        self._mcid = 0
        self._muted = False
        self._subsets: dict[tuple[str, int], str] = {}
        self._code_of: dict[str, _Codes] = {}
        self._colours: dict[str, str] = {}
        self._images: dict[str, ImageReader] = {}
        self.page = 0
        self.links: list[Link] = []
        self.destinations: dict[str, Spot] = {}

    # --- marked content

    def mark(self, node: Node) -> None:
        """What is drawn from now on belongs to ``node``."""
        if self._muted:
            self.artifact()
        elif self._open is not node:
            self._close()
            node.attach()
            node.kids.append(Marked(self.page, self._mcid))
            self._write(f"/{node.tag} <</MCID {self._mcid}>> BDC")
            self._mcid += 1
            self._open = node

    def artifact(self) -> None:
        """What is drawn from now on is decoration, skipped by a reader."""
        if self._open != _ARTIFACT:
            self._close()
            self._write(_ARTIFACT)
            self._open = _ARTIFACT

    @contextmanager
    def as_artifact(self) -> Iterator[None]:
        """Draw tagged things once more without reading them twice (repeated table heads)."""
        self._muted = True
        try:
            yield
        finally:
            self._muted = False

    def _close(self) -> None:
        if self._open is not None:
            self._write("EMC")
            self._open = None

    def _write(self, operators: str) -> None:
        self._canvas._code.append(operators)

    # --- drawing

    def text(self, x: float, y: float, words: str, text_style: style.TextStyle) -> None:
        """Words with their feet at ``y``."""
        self._show(x, y, words, text_style, ("", ""))

    def hyphen(self, x: float, y: float, text_style: style.TextStyle) -> None:
        """A hyphen at a line's end that is no part of the word."""
        marks = ("", "") if self._muted else (_SOFT_HYPHEN, "EMC")
        self._show(x, y, "-", text_style, marks)

    def _show(
        self, x: float, y: float, words: str, text_style: style.TextStyle, marks: tuple[str, str]
    ) -> None:
        shows = " ".join(self._shows(words, text_style))
        place = f"1 0 0 1 {x:.2f} {style.PAGE_HEIGHT - y:.2f} Tm"
        colour = self._colour(text_style.colour)
        if text_style.tracking:
            shows = f"{text_style.tracking:g} Tc {shows} 0 Tc"
        self._write(f"{marks[0]} BT {colour} rg {place} {shows} ET {marks[1]}".strip())

    def _shows(self, words: str, text_style: style.TextStyle) -> Iterator[str]:
        face = fonts.face(text_style.face)
        steps = [0, *face.kerning.steps(words)]
        for subset, codes in self._codes(words, face.font):
            name = self._subset(face.font, subset)
            kerned = "".join(_kerned(codes, steps))
            del steps[: len(codes)]
            yield f"{name} {text_style.size:g} Tf [{kerned}] TJ"

    def _codes(self, words: str, font: Any) -> list[tuple[int, str]]:
        """The words as codes of the font, cut where another subset of it takes over."""
        table = self._code_of.setdefault(font.fontName, _Codes(font, self._canvas._doc))
        codes = words.translate(table)
        if max(codes, default="") < chr(_SUBSET_SIZE):
            return [(0, codes)]
        split = font.splitString(words, self._canvas._doc)
        return [(subset, part.decode("latin-1")) for subset, part in split]

    def _subset(self, font: Any, subset: int) -> str:
        key = (font.fontName, subset)
        if key not in self._subsets:
            self._subsets[key] = font.getSubsetInternalName(subset, self._canvas._doc)
        return self._subsets[key]

    def _colour(self, colour: str) -> str:
        if colour not in self._colours:
            parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
            self._colours[colour] = " ".join(f"{part:.4g}" for part in parts)
        return self._colours[colour]

    def rule(self, x: float, y: float, width: float, weight: float, colour: str) -> None:
        """A horizontal line, an artifact."""
        self.rectangle(x, y - weight / 2, width, weight, colour)

    def dots(self, x: float, y: float, width: float, colour: str) -> None:
        """A horizontal line of dots, an artifact."""
        self.artifact()
        bottom = style.PAGE_HEIGHT - y
        line = f"{x:.2f} {bottom:.2f} m {x + width:.2f} {bottom:.2f} l S"
        dash = f"[0 {style.DOT_STEP}] 0 d 1 J {style.DOT} w"
        self._write(f"q {self._colour(colour)} RG {dash} {line} Q")

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle, an artifact; ``y`` is its top."""
        self.artifact()
        bottom = style.PAGE_HEIGHT - y - height
        self._write(f"{self._colour(colour)} rg {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def image(
        self, node: Node, data: bytes, key: str, box: tuple[float, float, float, float]
    ) -> None:
        """A picture in ``box`` (x, top, width, height); equal ``key`` is stored once."""
        x, y, width, height = box
        bottom = style.PAGE_HEIGHT - y - height
        if key not in self._images:
            self._images[key] = ImageReader(io.BytesIO(data))
        self.mark(node)
        self._canvas.drawImage(self._images[key], x, bottom, width, height, mask="auto")
        node.attributes.box = (x, bottom, x + width, bottom + height)

    # --- places and links

    def link(
        self, node: Node, box: tuple[float, float, float, float], target: str, words: str
    ) -> None:
        """Make ``box`` (x, top, width, height) clickable; ``target`` is an address or ``#name``."""
        if self._muted:
            return
        x, y, width, height = box
        top = style.PAGE_HEIGHT - y
        node.kids.append(LinkArea(len(self.links)))
        self.links.append(Link(self.page, (x, top - height, x + width, top), target, words))

    def destination(self, name: str, y: float) -> None:
        """Name a place that links and the outline can lead to."""
        self.destinations[name] = Spot(self.page, y)

    # --- pages

    def end_page(self) -> None:
        """The sheet is full; drawing goes on on the next."""
        self._close()
        self._canvas.showPage()
        self.page += 1
        self._mcid = 0

    def untagged_pdf(self) -> bytes:
        """The file as ReportLab writes it; links, outline and tags are still to come."""
        self._canvas.save()
        return self._buffer.getvalue()
