"""Open and closed as papers mark it: on a line, behind a number, in a title, over a series."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importing.lines import Line
from app.importing.vocabulary import ITEM_WORD, case_number_of

_HEAD_LINES = 3
"""As many lines an opening may have above "Punkt 3.", and below it up to the case number."""

_WHAT = r"(?:punkt(?:er)?|sag(?:er)?|dagsorden(?:spunkt)?|møde|del|referat|behandling)"
_SECRET = r"(?:strengt )?fortroligt?|ikke[- ]offentligt?"
_MARK = rf"(?P<how>lukke[td]e?|åbe?nt?e?|{_SECRET})(?: {_WHAT})?"
_WHOLE = re.compile(
    r"^(?:(?:status|sagstype|type|offentlighed|behandling|åben/lukket): ?)?"
    rf"[(\[]?(?P<how>lukket|åbent?|{_SECRET})(?: (?:punkt|sag))?[)\]]?$",
    re.IGNORECASE,
)
_RUN_ON = re.compile(r"^(?P<how>lukket) (?:punkt|sag) (?P<rest>(?-i:[A-ZÆØÅ]).*)$", re.IGNORECASE)
_SAYS_CLOSED = re.compile(
    r"^(?:Dette punkt|Punktet|Sagen) (?:er|var|behandles|behandledes|blev behandlet)"
    r" (?:(?:for|bag) lukkede døre|(?:som )?(?:et |en )?lukket (?:punkt|sag))\b"
)
"""A sentence of an item that tells that it is closed."""
_BEFORE = re.compile(rf"^[(\[]?{_MARK}[)\]]?\s*[:–-]\s+(?P<rest>\S.*)$", re.IGNORECASE)
_BRACKET_BEFORE = re.compile(rf"^[(\[]{_MARK}[)\]]\s*(?P<rest>\S.*)$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"^(?P<rest>.*\S)\s*(?:[(\[]\s*{_MARK}\s*[)\]]|\s[–—-]\s*{_MARK.replace('how', 'way')})$",
    re.IGNORECASE,
)
_OF_SERIES = re.compile(
    r"^(?:.{2,60}[–—-] ?|(?:dagsordens)?(?:punkter|sager) (?:til|for|under) )?"
    r"(?P<how>lukke[td]e?|åbe?nt?e?) (?:dagsorden|referat|møde|del|punkter|sager|behandling)"
    r"(?: (?:på|af) (?:dagsordenen|mødet))?:?$",
    re.IGNORECASE,
)
_BEHIND_NUMBER = re.compile(
    rf"^(?P<number>{ITEM_WORD} ?\d{{1,3}}\s*[.:]?)"
    rf"\s*[(\[]\s*{_MARK}\s*[)\]]\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_ITEM_NUMBER = re.compile(rf"^(?:{ITEM_WORD} )?\d{{1,3}}[.:)]?\s+", re.IGNORECASE)


def flag_of(text: str) -> bool | None:
    """Whether a line that is nothing but the flag says closed; None for any other line."""
    found = _WHOLE.match(text.strip())
    return _is_closed(found["how"]) if found else None


def split_mark(title: str) -> tuple[str, bool | None]:
    """A title without the mark before or behind it, and whether that says closed."""
    for pattern in (_BEFORE, _BRACKET_BEFORE, _BEHIND, _RUN_ON):
        if found := pattern.match(title):
            told = found.groupdict()
            return told["rest"], _is_closed(told["how"] or told["way"])
    return title, None


def split_number_mark(text: str) -> tuple[str, bool | None]:
    """A line "Punkt 3. (lukket) …" without the mark, and whether that says closed."""
    found = _BEHIND_NUMBER.match(text)
    if found is None:
        return text, None
    sign = "" if not found["rest"] or found["rest"][0] in ".:" else " "
    return f"{found['number']}{sign}{found['rest']}", _is_closed(found["how"])


def series_of(text: str) -> bool | None:
    """Whether a line says that what follows is closed ("Lukket dagsorden"), or open again."""
    found = _OF_SERIES.match(text.strip())
    return _is_closed(found["how"]) if found else None


def is_marked_closed(text: str) -> bool:
    """True for a line of any paper that marks something as closed."""
    bare = _ITEM_NUMBER.sub("", text.strip())
    marks = (flag_of(bare), split_mark(bare)[1], split_number_mark(text)[1], series_of(bare))
    return any(marks)


def is_closed_title(text: str) -> bool:
    """True for words that stand in a title's place in a paper that holds a closed item back."""
    return " " in text.strip() and flag_of(text) is True


def _is_closed(word: str) -> bool:
    return not word.casefold().startswith("åb")


def says_closed(text: str) -> bool:
    """True for a sentence that says of its own item that it is closed."""
    return bool(_SAYS_CLOSED.match(text))


def numbers_below(lines: Sequence[Line], openings: Sequence[int]) -> bool:
    """True for a paper that prints case numbers below the titles, not above "Punkt 3."."""
    known = set(openings)
    return any(
        case_number_of(lines[at].text) and at + 1 not in known
        for index in openings
        for at in range(index + 1, min(index + 1 + _HEAD_LINES, len(lines) - 1))
    )


def first_lines(lines: Sequence[Line], starts: Sequence[int]) -> list[int]:
    """For each item that begins with a numbered title, the index of its first line."""
    below = numbers_below(lines, starts)
    return [first_line(lines, at, 0, below=below) for at in starts]


def first_line(lines: Sequence[Line], index: int, title_at: int, *, below: bool) -> int:
    """Index of an opening's first line: openness or case number may be printed before it.

    ``title_at`` is where the item before has its title: "Lukket punkt" there is that title.
    ``below`` tells that case numbers stand below the titles.
    """
    start = index
    while start and index - start < _HEAD_LINES:
        text = lines[start - 1].text
        is_flag = flag_of(text) is not None or series_of(text) is not None
        if not is_flag and (below or case_number_of(text) is None):
            break
        if start - 1 == title_at and is_closed_title(text):
            break
        start -= 1
    return start
