"""Words on their way into lines: blanks folded as browsers do, Word's list labels read."""

from __future__ import annotations

import re
from dataclasses import replace

from app.i18n import _
from app.models.richtext import ListStyle, Run, number_label
from app.ui.richtext.document.assembly import Entry
from app.ui.richtext.document.block_state import BlockRole, BlockState
from app.ui.richtext.document.nesting import Line

_PADDING = re.compile(r"[ \u00a0]*(?:\u00a0 | \u00a0|\u00a0\u00a0)[ \u00a0]*")
_LABEL = re.compile(r"\(?(?:\d+\.)*(?:(\d{1,3})(?:[.)]|$)|(?:([ivx]+)|([a-z]))[.)])", re.I)
_ROMAN = {number_label(number, "lower_roman"): number for number in range(1, 40)}


class Words:
    """Collects the runs of one line after the other."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.role, self.quoted = BlockRole.TEXT, False
        self._runs: list[Run] = []
        self._blank_before = True

    def add(self, words: str, look: Run, *, preformatted: bool) -> None:
        """Add words as they stand in the source."""
        if not preformatted:
            words = folded(words)
            if self._blank_before:
                words = words.lstrip(" ")
        if words:
            self._runs.append(worded(look, words))
            self._blank_before = words[-1] in " \n"

    def empty(self) -> bool:
        """True when no line was begun."""
        return not self._runs

    def flush(self, state: BlockState) -> None:
        """End the line."""
        runs = _trimmed(self._runs)
        if state.role in (BlockRole.HEADING, BlockRole.SUBHEADING):
            runs = [replace(run, bold=False) for run in runs]
        if runs:
            self.entries.append(Line(state, tuple(runs)))
        self._runs, self._blank_before = [], True
        self.role, self.quoted = BlockRole.TEXT, False


def folded(words: str) -> str:
    """Each stretch of blanks as one blank; a hard space between two words stays.

    Plain replacements: a regular expression takes a second over a clip of five megabytes.
    """
    for blank in "\t\r\n\f":
        words = words.replace(blank, " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return _PADDING.sub(" ", words) if "\u00a0" in words else words


def _trimmed(runs: list[Run]) -> list[Run]:
    """Without blanks at both ends; runs of blanks alone at the ends fall away."""
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if runs:
        runs = [worded(runs[0], runs[0].text.lstrip()), *runs[1:]]
        runs = [*runs[:-1], worded(runs[-1], runs[-1].text.rstrip())]
    return runs


def worded(look: Run, words: str) -> Run:
    """Words in the look of a run; ten times as quick as ``dataclasses.replace``."""
    return Run(words, look.bold, look.italic, look.underline, look.confidential, look.link)


class WordLists:
    """Word's points: paragraphs with a level and a label typed in front."""

    def __init__(self) -> None:
        self._level, self._label = 0, ""
        self._numbers: dict[int, tuple[int, ListStyle]] = {}

    @property
    def in_point(self) -> bool:
        """Whether the paragraph that has begun is a point."""
        return self._level > 0

    def begin(self, level: int) -> None:
        """A paragraph begins; ``level`` 0 says that it is no point."""
        self._level, self._label = level, ""

    def add_label(self, words: str) -> None:
        """Words that Word put in front of the point."""
        self._label += words

    def point(self) -> BlockState | None:
        """The state of the line that ends, or nothing when it is no point."""
        if not self._level:
            self._numbers = {}
            return None
        found = _LABEL.match(self._label.strip())
        level = self._level
        self._numbers = {deep: kept for deep, kept in self._numbers.items() if deep <= level}
        if found is None:
            self._numbers.pop(level, None)
            return BlockState(level=level, marked=True)
        return self._numbered(level, *self._number(level, found))

    def _number(self, level: int, label: re.Match[str]) -> tuple[int, ListStyle]:
        digits, roman, letter = label.groups()
        is_closed = label.group(0).endswith(")")
        if digits:
            return int(digits), "decimal_paren" if is_closed else "decimal"
        style: ListStyle = "lower_alpha_paren" if is_closed else "lower_alpha"
        before = self._numbers.get(level, (0, "decimal"))
        as_letter = letter or (roman if len(roman) == 1 else "")
        goes_on = before == (ord(as_letter.lower()) - ord("a"), style) if as_letter else False
        number = _ROMAN.get(f"{roman}.".lower())
        if number is not None and not goes_on:
            return number, "lower_roman"
        return ord((as_letter or "a").lower()) - ord("a") + 1, style

    def _numbered(self, level: int, number: int, style: ListStyle) -> BlockState:
        goes_on = self._numbers.get(level) == (number - 1, style)
        self._numbers[level] = (number, style)
        return BlockState(
            level=level,
            marked=True,
            ordered=True,
            list_style=style,
            start=None if goes_on else number,
        )


_SHIFTED = {
    "^": str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "_": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}


def marked_words(words: str, marks: str) -> str:
    """What a look says that the text has no way to show.

    Raised and lowered figures become the characters for them. Words that were struck out say so:
    as they are they would hold again.
    """
    for mark, characters in _SHIFTED.items():
        if mark in marks and all(ord(one) in characters for one in words):
            words = words.translate(characters)
    if "-" not in marks or not words.strip():
        return words
    before, struck, after = words.partition(words.strip())
    return before + _("[struck out: {words}]").format(words=struck) + after
