"""Running text cut into the pieces a line can be broken between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

import pyphen

from app.reports import fonts
from app.reports.style import SUBSTITUTES, TextStyle
from app.reports.tagged import Node

_PART = re.compile(r"\n|[ ]+|[^ \n]+")
_LONG = 24
_AFTER_IN_ADDRESS = re.compile(r"(?<=[/?&=_.,;:@])(?=[^/?&=_.,;:@])")
_STICKS = re.compile(
    r"[^\W\d_]-$|§$|^\(?(kl|nr|stk|pkt|ca|d|mio|mia)\.$|^\d{1,2}\.$", re.IGNORECASE
)
_NUMBER = re.compile(r"^\(?[\d.,–-]*\d½?$")
_UNIT = re.compile(r"(mio|mia|kr|pct)\b|procent|%", re.IGNORECASE)
_HYPHENATABLE = re.compile(r"[^\W\d_]{6,}")
_MIN_LEFT = 3
_WIDTHS_KEPT = 1 << 16
_ADDRESS = frozenset("@/=_&?")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one look: its words, style, and the inline node (a link) it belongs to.

    ``is_dotted`` underlines with dots, whatever ``underline`` says.
    """

    words: str
    style: TextStyle
    node: Node | None = None
    underline: bool = False
    is_dotted: bool = False
    target: str = ""
    rise: float = 0.0


@dataclass(slots=True)
class Fragment:
    """Part of a word in one look, and its width in points."""

    words: str
    span: Span
    width: float


@dataclass(slots=True)
class Atom:
    """What is never broken: fragments without a break between, then a space or a forced break."""

    fragments: list[Fragment]
    space: Fragment | None = None
    ends_line: bool = False

    def sticks_to(self, after: Atom) -> bool:
        """True when both should stand on one line: "pris- og løn", "§ 107", "4 mio. kr."."""
        if not (self.fragments and after.fragments):
            return False
        words, following = self.fragments[-1].words, after.fragments[0].words
        return bool(_STICKS.search(words) or (_NUMBER.search(words) and _UNIT.match(following)))

    @property
    def width(self) -> float:
        fragments = self.fragments
        if len(fragments) == 1:  # by far the most
            return fragments[0].width
        return sum([fragment.width for fragment in fragments])

    @property
    def advance(self) -> float:
        """Width with the space after."""
        return self.width + (self.space.width if self.space else 0.0)


def atoms(spans: list[Span]) -> list[Atom]:
    """The text of ``spans`` as atoms; words that run over spans stay together."""
    made: list[Atom] = []
    glued = False
    for span in _drawn_spans(spans):
        widths = _widths(span.style)
        space = Fragment(" ", span, widths[" "])
        for part in _PART.findall(fonts.drawable(span.words, span.style.face)):
            if part == "\n":
                _end_line(made)
                glued = False
            elif part[0] == " ":
                if made and not made[-1].ends_line:
                    made[-1].space = space
                glued = False
            else:
                fragments = [Fragment(piece, span, widths[piece]) for piece in _pieces(part)]
                if glued:
                    made[-1].fragments.append(fragments.pop(0))
                made += [Atom([fragment]) for fragment in fragments]
                glued = True
    return made


def _drawn_spans(spans: list[Span]) -> Iterator[Span]:
    """The spans, cut where a character must be borrowed from another face."""
    for span in spans:
        words = unicodedata.normalize("NFC", span.words)
        borrowed = fonts.borrowed(words, span.style.face)
        if not borrowed:
            yield span
            continue
        other = replace(span.style, face=SUBSTITUTES[span.style.face])
        for is_borrowed, group in groupby(words, key=borrowed.__contains__):
            style = other if is_borrowed else span.style
            yield replace(span, words="".join(group), style=style)


def _end_line(made: list[Atom]) -> None:
    if made and not made[-1].ends_line:
        made[-1].ends_line = True
    else:
        made.append(Atom([], ends_line=True))


def _pieces(word: str) -> list[str]:
    """A word, or an address in the pieces it may be broken between.

    A compound with a hyphen stays whole: at the end of a line its hyphen could not be told from one
    that is no part of the word, and whoever copies the text would lose it.
    """
    word = word.replace("\u00a0", " ")
    if len(word) > _LONG and not _ADDRESS.isdisjoint(word):
        return _AFTER_IN_ADDRESS.split(word)
    return [word]


class _Widths(dict[str, float]):
    """The widths of words in one style, in points, measured once."""

    def __init__(self, style: TextStyle) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, words: str) -> float:
        style = self._style
        width = fonts.face(style.face).width(words, style.size) + style.tracking * len(words)
        if len(self) < _WIDTHS_KEPT:
            self[words] = width
        return width


_widths = cache(_Widths)


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="da_DK", left=_MIN_LEFT, right=_MIN_LEFT)


def hyphen_width(style: TextStyle) -> float:
    """Width of a hyphen in the style."""
    return _widths(style)["-"]


def hyphenated(atom: Atom, room: float, *, forced: bool) -> tuple[Atom, Atom] | None:
    """The atom as a first part that fits ``room`` with its hyphen, and the rest.

    Names (anything with a capital), titles and labels are only cut when ``forced``, addresses
    never.
    """
    if len(atom.fragments) != 1:
        return None
    word, span = atom.fragments[0].words, atom.fragments[0].span
    found = _HYPHENATABLE.search(word)
    if found is None or not _ADDRESS.isdisjoint(word):
        return None
    if not forced and not (word.islower() and span.style.hyphenate):
        return None
    room -= hyphen_width(span.style)
    for position in reversed(_dictionary().positions(found[0].lower())):
        cut = found.start() + position
        if _widths(span.style)[word[:cut]] <= room:
            return _cut(atom, cut)
    return None


def chopped(atom: Atom, room: float) -> tuple[Atom, Atom]:
    """The atom as what fits ``room`` letter by letter (at least one) and the rest; no hyphen."""
    used = 0.0
    for index, fragment in enumerate(atom.fragments):
        if used + fragment.width <= room:
            used += fragment.width
            continue
        cut = _letters_that_fit(fragment, room - used)
        if index == 0 and cut == 0:
            cut = 1
        return _cut_at(atom, index, cut)
    return _cut_at(atom, len(atom.fragments) - 1, len(atom.fragments[-1].words))


def _letters_that_fit(fragment: Fragment, room: float) -> int:
    used = 0.0
    widths = _widths(fragment.span.style)
    for count, letter in enumerate(fragment.words):
        used += widths[letter]
        if used > room:
            return count
    return len(fragment.words)


def _cut(atom: Atom, cut: int) -> tuple[Atom, Atom]:
    return _cut_at(atom, 0, cut)


def _cut_at(atom: Atom, index: int, cut: int) -> tuple[Atom, Atom]:
    fragment = atom.fragments[index]
    head, tail = _split_fragment(fragment, cut)
    first = [*atom.fragments[:index], *head]
    rest = [*tail, *atom.fragments[index + 1 :]]
    return Atom(first), Atom(rest, atom.space, atom.ends_line)


def _split_fragment(fragment: Fragment, cut: int) -> tuple[list[Fragment], list[Fragment]]:
    pieces = (fragment.words[:cut], fragment.words[cut:])
    widths = _widths(fragment.span.style)
    head, tail = (
        [Fragment(piece, fragment.span, widths[piece])] if piece else [] for piece in pieces
    )
    return head, tail


def longest_atom(spans: list[Span]) -> float:
    """Width of the widest atom: the least a column needs to break no word."""
    return max((atom.width for atom in atoms(spans)), default=0.0)


def whole_width(spans: list[Span]) -> float:
    """Width of the longest line if nothing but forced breaks ends one."""
    widest = width = 0.0
    for atom in atoms(spans):
        widest = max(widest, width + atom.width)
        width = 0.0 if atom.ends_line else width + atom.advance
    return widest


def joined(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Neighbours of one span as one fragment."""
    made: list[Fragment] = []
    for _span, group in groupby(fragments, key=_span_key):
        parts = list(group)
        words = "".join([part.words for part in parts])
        made.append(Fragment(words, parts[0].span, sum([part.width for part in parts])))
    return made


def _span_key(fragment: Fragment) -> int:
    return id(fragment.span)
