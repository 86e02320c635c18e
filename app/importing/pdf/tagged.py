"""A tagged PDF as its tree of elements: what is a heading, a list, a cell, and its words' looks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

_MAPPED = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<((?:[0-9A-Fa-f]{4})+)>")
_UNKNOWN = "\ufffd"
_NO_TREE = (pikepdf.PdfError, AttributeError, LookupError, TypeError, ValueError, RecursionError)
"""What reading a tree meets that is not built as it says."""
_UNDER = 3.0
"""Points under the words' feet within which a line there belongs to them."""
_SAME_PLACE = 0.5


@dataclass(frozen=True, slots=True)
class Words:
    """Words, or a picture, drawn in one go; ``x`` and ``y`` are where their feet begin.

    ``face`` is the font's name. ``underlined`` and ``dotted`` tell of the line under them; a
    picture with a bar beside it is dotted too.
    """

    text: str
    face: str = ""
    x: float = 0.0
    y: float = 0.0
    underlined: bool = False
    dotted: bool = False


@dataclass(slots=True)
class Element:
    """One element of the structure; ``target`` is the address that a link leads to."""

    tag: str
    kids: list[Element | Words] = field(default_factory=list)
    numbering: str = ""
    alternative: str = ""
    target: str = ""

    def elements(self, *tags: str) -> list[Element]:
        """Its children, those with one of these tags or all of them."""
        kids = [kid for kid in self.kids if isinstance(kid, Element)]
        return [kid for kid in kids if kid.tag in tags] if tags else kids

    def words(self) -> Iterator[Words]:
        """All its words in reading order."""
        for kid in self.kids:
            if isinstance(kid, Words):
                yield kid
            else:
                yield from kid.words()

    @property
    def text(self) -> str:
        """All its words as one line."""
        return " ".join("".join(one.text for one in self.words()).split())


def read_tagged(data: bytes) -> Element | None:
    """The root of a PDF's tree; None without one, or where it does not tell the words."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            tree = pdf.Root.get("/StructTreeRoot")
            found = None if tree is None else _Tree(pdf).read(tree)
    except _NO_TREE:
        return None
    return found if found and _UNKNOWN not in found.text else None


class _Tree:
    """Reads the elements; the content of a page is read when the first of them names it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        self._pages = list(pdf.pages)
        self._content: dict[int, dict[int, list[Words]]] = {}

    def read(self, tree: Any) -> Element:
        return Element("", list(self._kids(tree, None)))

    def _kids(self, element: Any, page: Any) -> Iterator[Element | Words]:
        kids = element.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                yield from self._words(page, int(kid))
            elif kid.get("/Type") == pikepdf.Name.MCR:
                yield from self._words(kid.get("/Pg", page), int(kid.MCID))
            elif kid.get("/Type") != pikepdf.Name.OBJR:
                yield self._element(kid, page)

    def _element(self, found: Any, page: Any) -> Element:
        attributes = found.get("/A", {})
        return Element(
            str(found.S).lstrip("/"),
            list(self._kids(found, found.get("/Pg", page))),
            numbering=str(attributes.get("/ListNumbering", "")).lstrip("/"),
            alternative=str(found.get("/Alt", "")),
            target=_target(found),
        )

    def _words(self, page: Any, number: int) -> list[Words]:
        at = self._numbers.get(page.objgen) if page is not None else None
        if at is None:
            return []
        if at not in self._content:
            self._content[at] = _Content(self._pages[at]).read()
        return self._content[at].get(number, [])


def _target(element: Any) -> str:
    """The address of the first annotation that the element holds."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else []:
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
            action = kid.Obj.get("/A")
            return "" if action is None else str(action.get("/URI", ""))
    return ""


class _Content:
    """The content of one page by the numbers under which its elements know it."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page
        self._fonts: dict[str, tuple[str, dict[int, str]]] = {}
        self._font: tuple[str, dict[int, str]] = ("", {})
        self._marks: list[int | str | None] = []
        self._place = (0.0, 0.0)
        self._text: list[str] = []
        self._last: list[Words] = []
        self._found: dict[int, list[Words]] = {}

    def read(self) -> dict[int, list[Words]]:
        for instruction in pikepdf.parse_content_stream(self._page):
            self._take(str(instruction.operator), list(instruction.operands))
        return self._found

    def _take(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "BDC" | "BMC":
                self._marks.append(_mark(operands))
            case "EMC" if self._marks:
                self._marks.pop()
            case "Tf":
                self._font = self._known_font(str(operands[0]))
            case "cm" | "Tm":
                self._place = (float(operands[4]), float(operands[5]))
            case "Tj" | "TJ":
                self._show(operands[0])
            case "ET":
                self._end("".join(self._text))
            case "Do":
                self._end("")
            case "re":
                self._line(*map(float, operands))
            case "d" if len(operands[0]):
                self._decorate(dotted=True)

    def _known_font(self, name: str) -> tuple[str, dict[int, str]]:
        if name not in self._fonts:
            font = self._page.obj.Resources.Font[name]
            mapped = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
            signs = {
                int(code, 16): bytes.fromhex(sign.decode()).decode("utf-16-be", "replace")
                for code, sign in _MAPPED.findall(mapped)
            }
            self._fonts[name] = (str(font.BaseFont).rpartition("+")[2], signs)
        return self._fonts[name]

    def _show(self, shown: Any) -> None:
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        self._text.append("".join(self._font[1].get(code, _UNKNOWN) for code in codes))

    def _end(self, text: str) -> None:
        """Keep what was drawn, unless it is decoration or a hyphen that is no part of the word."""
        self._text = []
        mark = self._marks[-1] if self._marks else None
        if isinstance(mark, int):
            self._last = self._found.setdefault(mark, [])
            self._last.append(Words(text, self._font[0], *self._place))

    def _line(self, x: float, y: float, width: float, height: float) -> None:
        """A line under the words just drawn, or a bar beside the picture."""
        if self._marks[-1:] != [None] or not self._last:
            return
        last = self._last[-1]
        near = abs(x - last.x) < _SAME_PLACE and 0 < last.y - y < _UNDER
        if last.text and width > height and near:
            self._decorate(underlined=True)
        elif not last.text and height > width:
            self._decorate(dotted=True)

    def _decorate(self, *, underlined: bool = False, dotted: bool = False) -> None:
        if self._last:
            self._last[-1] = replace(self._last[-1], underlined=underlined, dotted=dotted)


def _mark(operands: list[Any]) -> int | str | None:
    """The number of content, the tag of what is said otherwise inside it, None for decoration."""
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
        return int(properties.MCID)
    return None if operands[0] == pikepdf.Name.Artifact else str(operands[0])
