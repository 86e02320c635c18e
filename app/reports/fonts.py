"""The shipped faces: registering, widths, and what happens to a character no face can draw."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.paths import resources_dir
from app.reports import style, symbols
from app.reports.kerning import Kerning

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f")
_PLAIN = {"\u2011": "-", "◦": "•", "▪": "•", "□": "☐"}
_SPACES = frozenset("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u2028\u2029\t\r\x0b\x0c\x85")
NO_BREAK_SPACES = frozenset("\u00a0\u2007\u202f")


@dataclass(frozen=True, slots=True)
class Face:
    """One registered face: its widths and vertical measures per point of size."""

    name: str
    font: Any
    ascent: float
    descent: float
    widths: dict[int, int]
    default_width: int
    known: frozenset[str]
    kerning: Kerning

    def width(self, words: str, size: float) -> float:
        """Width of ``words`` in points."""
        widths, default = self.widths, self.default_width
        letters = sum([widths.get(ord(char), default) for char in words])
        return (letters + sum(self.kerning.steps(words))) * size / 1000

    def baseline(self, size: float, leading: float) -> float:
        """Distance from the top of a line to the feet of its letters."""
        return (leading - size * (self.ascent + self.descent)) / 2 + size * self.ascent


@cache
def face(name: str) -> Face:
    """The face, registered with ReportLab on first use."""
    path = resources_dir() / "fonts" / f"{name}.ttf"
    font = TTFont(name, str(path), asciiReadable=0)
    pdfmetrics.registerFont(font)
    known = frozenset(
        char for code in font.face.charToGlyph if unicodedata.category(char := chr(code)) != "Cc"
    )
    return Face(
        name,
        font,
        font.face.ascent / 1000,
        -font.face.descent / 1000,
        font.face.charWidths,
        font.face.defaultWidth,
        known,
        Kerning(path, font.face.charToGlyph),
    )


def drawable(words: str, name: str) -> str:
    """``words`` as the face can draw them: composed, without invisible marks, nothing dropped.

    Hard and special spaces stay (as U+00A0 or a space) because lines are broken later. What the
    face lacks is written as a plain twin or as its name in brackets.
    """
    words = unicodedata.normalize("NFC", words)
    known = face(name).known
    if known.issuperset(words) and _SPECIAL.isdisjoint(words):
        return words
    return "".join(_drawable_char(char, known) for char in words)


_SPECIAL = _INVISIBLE | _SPACES


def _drawable_char(char: str, known: frozenset[str]) -> str:
    if char in _INVISIBLE or symbols.is_modifier(char):
        return ""
    if char in NO_BREAK_SPACES:
        return "\u00a0"
    if char in _SPACES:
        return " "
    if char in known or char == "\n":
        return char
    if unicodedata.category(char) == "Cc":
        return " "
    return _PLAIN.get(char) or f"[{symbols.name(char)}]"


def borrowed(words: str, name: str) -> frozenset[str]:
    """The characters of ``words`` that the face lacks and its substitute can draw."""
    known = face(name).known
    if known.issuperset(words) or name not in style.SUBSTITUTES:
        return frozenset()
    lacking = frozenset(words) - known - _SPECIAL - _PLAIN.keys()
    return lacking & face(style.SUBSTITUTES[name]).known


@cache
def _printable() -> frozenset[str]:
    """Every character that one of the faces can draw or that has a plain form."""
    drawn = face(style.SERIF).known | face(style.SANS).known
    return frozenset(drawn | _SPECIAL | _PLAIN.keys() | {"\n"})


def missing_characters(words: str) -> list[str]:
    """The characters of ``words`` that the paper must show by name, each once, in order."""
    known = _printable()
    if known.issuperset(words):
        return []
    words = unicodedata.normalize("NFC", words)
    return [
        char
        for char in dict.fromkeys(words)
        if char not in known
        and not symbols.is_modifier(char)
        and unicodedata.category(char) != "Cc"
    ]
