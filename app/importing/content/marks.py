"""Marks that begin a point of a list: bullets, numbers, letters, bullets whose glyph was lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from app.importing.lines import Line
from app.models.richtext import ListStyle

MarkKind = Literal["bullet", "lost"] | ListStyle

_BULLET = re.compile(r"^(?P<glyph>[•▪▫◦●○■□‣·*]|[-–—](?=\s)|o(?=\s))\s*(?P<rest>\S.*)$")
_NUMBER = re.compile(r"^(?P<value>\d{1,2})(?P<sign>[.)])\s+(?P<rest>\S.*)$")
_LETTER = re.compile(r"^(?P<value>[a-z])(?P<sign>[.)])\s+(?P<rest>\S.*)$")
_ROMAN = re.compile(r"^(?P<value>i{1,3}|iv|vi{0,3}|ix|x)[.)]\s+(?P<rest>\S.*)$")
_NO_NUMBER = re.compile(
    r"^(?:(?i:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|aug"
    r"|sept?|okt|nov|dec|halvår|kvartal)"
    r"|generation|udkast|behandling|behandles|udgave|del|gang|klasse)\b"
)
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LEVELS = {"o": 2, "◦": 2, "○": 2, "▪": 3, "■": 3, "□": 3, "▫": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and the words after it; ``value`` is the number for numbered kinds."""

    kind: MarkKind
    rest: str
    value: int = 0
    glyph: str = ""

    @property
    def ordered(self) -> bool:
        """True for numbers and letters."""
        return self.kind not in ("bullet", "lost")

    @property
    def level(self) -> int:
        """How deep the glyph usually stands: • 1, o 2, ▪ 3."""
        return _LEVELS.get(self.glyph, 1)

    @property
    def style(self) -> ListStyle:
        """The stored style of a numbered list."""
        return "decimal" if self.kind == "bullet" or self.kind == "lost" else self.kind


def mark_of(line: Line) -> Mark | None:
    """The mark a line begins with, or None."""
    text = line.text
    if found := _BULLET.match(text):
        return Mark("bullet", found["rest"], glyph=found["glyph"])
    if found := _NUMBER.match(text):
        if _NO_NUMBER.match(found["rest"]):
            return None
        kind: MarkKind = "decimal" if found["sign"] == "." else "decimal_paren"
        return Mark(kind, found["rest"], int(found["value"]))
    if found := _ROMAN.match(text):
        return Mark("lower_roman", found["rest"], ROMANS.index(found["value"]) + 1)
    if found := _LETTER.match(text):
        style: ListStyle = "lower_alpha" if found["sign"] == "." else "lower_alpha_paren"
        return Mark(style, found["rest"], ord(found["value"]) - ord("a") + 1)
    if line.indent == 1 and not line.starts_page and text[:1].isalnum():
        return Mark("lost", text, glyph="•")
    return None
