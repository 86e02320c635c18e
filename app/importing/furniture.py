"""Page headers, footers, stamps, page numbers: printed by the template, no part of the minutes."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.importing.content.outcomes import is_plain_outcome
from app.importing.content.wraps import ended, starts_low
from app.importing.dates import find_date
from app.importing.lines import STAMP, Line, after_cut
from app.importing.page_counts import PAGE_OF, page_counts
from app.importing.vocabulary import label_of

_DATE = r"\d{1,2}\.\d{1,2}\.\d{2,4}"
HEADER_BODY_FIRST = re.compile(
    rf"^(?P<body>\S.{{0,80}}?),? (?:Mødet?|Møde) (?:den |d\. )?(?P<date>{_DATE})\b.{{0,40}}$"
)
HEADER_DATE_FIRST = re.compile(
    rf"^Mødet? (?:den |d\. )?(?P<date>{_DATE}),?(?: kl\. ?[\d.:–-]+)? (?P<body>[A-ZÆØÅ].{{1,60}})$"
)
HEADER_FIELDS = re.compile(
    rf"^(?P<body>[A-ZÆØÅ].{{1,60}}?) ?[|·•] ?(?P<date>{_DATE})(?: ?[|·•] ?.{{1,40}})?$"
)
_HEADERS = (HEADER_BODY_FIRST, HEADER_DATE_FIRST, HEADER_FIELDS)
HEADER_TIME = re.compile(
    r"^kl\. ?\d{1,2}[.:]\d{2}(?: ?[-–] ?\d{1,2}[.:]\d{2})? Side \d+(?: af \d+)?$", re.IGNORECASE
)
_CLOCK = re.compile(r"^kl\. ?\d{1,2}[.:]\d{2}(?: ?[-–] ?\d{1,2}[.:]\d{2})?$", re.IGNORECASE)
"""The time of the meeting, below a header that names body and date."""
PAGE_NUMBERS = re.compile(
    r"^(?:(?:Side(?: ?\|)?|s\.) ?\d+(?: ?(?:af|/|ud af) ?\d+)?[ .]*)+$", re.IGNORECASE
)
_TAIL_PAGE = re.compile(r"^.{0,90}\bSide \d+ (?:af|ud af) \d+$", re.IGNORECASE)
_TO_THE_TOP = re.compile(r"^(?:Tilbage )?til toppen(?: af siden)?$", re.IGNORECASE)
_SURE = (PAGE_NUMBERS, _TO_THE_TOP)
_BARE_NUMBER = re.compile(r"^[-–]? ?\d{1,3} ?[-–]?$")
_REPEATED = re.compile(r"^(.{3,40}?[^.])(?:\1{1,7}|(?: \1){2,7})$")
_PAGE_TAIL = re.compile(r",? Side \d+(?: af \d+)?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_OVER_PAGES = 3
_TWO_PAGES, _LEAST_HEAD = 2, 12
_HEAD_LINES, _HEAD_LETTERS = 3, 2
_OF_TEXT = ("s. ", "side ")
"""So begins the end of a reference that was wrapped: "…, jf. rapporten,", "s. 12"."""
_CONTENT = ("Punkt", "PUNKT", "Pkt", "PKT", "Åben", "Lukket", "Bilag")


@dataclass(frozen=True, slots=True)
class Header:
    """A running header or footer that names body and date: its line and page."""

    line: int
    page: int
    body: str
    date: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp tells of an attachment: number of its item, and its title."""

    item: int
    title: str


@dataclass(slots=True)
class Furniture:
    """Lines that are no content; ``headers`` are those that name the meeting.

    ``stamps`` are those of attachments, by page; one may be that of the paper itself.
    """

    numbers: set[int] = field(default_factory=set)
    stamps: dict[int, Stamp] = field(default_factory=dict)
    headers: list[Header] = field(default_factory=list)


def find_furniture(lines: Sequence[Line]) -> Furniture:
    """The paper's headers, footers, stamps and page numbers."""
    found = Furniture()
    running = _running(lines)
    found.numbers |= page_counts(lines)
    for index, line in enumerate(lines):
        header = next((told for one in _HEADERS if (told := one.match(line.text))), None)
        if header and not _is_sentence(line.text):
            body = _PAGE_TAIL.sub("", header["body"]).strip()
            found.headers.append(Header(line.number, line.page, body, header["date"]))
            found.numbers.add(line.number)
        elif stamp := STAMP.match(line.text):
            title = stamp["title"] or stamp[0]
            found.stamps[line.page] = Stamp(int(stamp["item"]), title)
            found.numbers.add(line.number)
        elif (
            _is_furniture(lines, index)
            or (_edge_key(line.text) in running and _on_edge(lines, index))
            or (_CLOCK.match(line.text) and _is_below_header(line, found))
        ):
            found.numbers.add(line.number)
    found.numbers |= _names_over(lines, found.headers)
    found.numbers |= _below_heads(lines, found.numbers)
    found.numbers |= _beside_numbers(lines)
    return found


def _names_over(lines: Sequence[Line], headers: Sequence[Header]) -> set[int]:
    """Lines with nothing but the name that headers print, over and over: "FURFURFUR"."""
    names = {one.body for one in headers if one.body}
    return {
        line.number
        for line in lines
        if any(
            line.text.count(name) > 1 and not line.text.replace(name, "").strip() for name in names
        )
    }


def printed_again(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Those of the lines ``numbers`` that the template prints beyond doubt.

    They are page numbers or links, or stand on two pages at least, equal but for their figures.
    Where pages cannot be told apart, the page numbers that lines print do it, and a stamp is one a
    page.
    """
    own = [line for line in lines if line.number in numbers]
    counted = page_counts(lines)
    places: dict[str, set[object]] = {}
    for line in own:
        told = _PAGE_TAIL.search(line.text)
        place = line.number if STAMP.match(line.text) else (line.page, told and told[0])
        places.setdefault(_edge_key(line.text), set()).add(place)
    return {
        line.number
        for line in own
        if line.number in counted
        or any(one.match(line.text) for one in _SURE)
        or len(places[_edge_key(line.text)]) >= _TWO_PAGES
    }


def without(lines: Sequence[Line], numbers: set[int]) -> list[Line]:
    """The lines that remain; what follows a removed line stands as on a new page."""
    kept: list[Line] = []
    cut = False
    for line in lines:
        if line.number in numbers:
            cut = True
            continue
        kept.append(after_cut(line) if cut else line)
        cut = False
    return kept


def _is_sentence(text: str) -> bool:
    return text.endswith((".", ";")) or len(text) > 110


def _is_furniture(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if text.startswith(_OF_TEXT) and not _on_edge(lines, index):
        return False
    if any(pattern.match(text) for pattern in (HEADER_TIME, PAGE_NUMBERS, _TAIL_PAGE, _TO_THE_TOP)):
        return True
    is_count = _BARE_NUMBER.match(text) or PAGE_OF.match(text)
    if is_count and (_on_edge(lines, index) or _cuts_sentence(lines, index)):
        return True
    repeated = _REPEATED.match(text)
    return bool(repeated and len(repeated[1]) > 4 and repeated[1][:1].isupper())


def _is_below_header(line: Line, found: Furniture) -> bool:
    """True for the line right below the last header."""
    return bool(found.headers) and line.gap == 0 and found.headers[-1].line == line.number - 1


def _cuts_sentence(lines: Sequence[Line], index: int) -> bool:
    """True for a line that stands free in the middle of a sentence, where a page ended."""
    if not 0 < index < len(lines) - 1:
        return False
    above, line, below = lines[index - 1 : index + 2]
    is_free = line.gap > 0 and below.gap > 0
    return is_free and not ended(above.text) and starts_low(below.text)


def _on_edge(lines: Sequence[Line], index: int) -> bool:
    """True for the first and the last line of a page."""
    page = lines[index].page
    first = index == 0 or lines[index - 1].page != page
    return first or index + 1 == len(lines) or lines[index + 1].page != page


def _edge_key(text: str) -> str:
    return _DIGITS.sub("#", text)


def _running(lines: Sequence[Line]) -> set[str]:
    """Texts, digits aside, at the edge of at least three pages and of every other page."""
    pages: dict[str, set[int]] = {}
    for index, line in enumerate(lines):
        if len(line.text) <= 100 and _on_edge(lines, index) and not _is_content(line.text):
            pages.setdefault(_edge_key(line.text), set()).add(line.page)
    page_count = lines[-1].page if lines else 0
    if page_count == _TWO_PAGES:
        return _heads_of_both(lines)
    counts = Counter({key: len(found) for key, found in pages.items()})
    return {key for key, count in counts.items() if count >= max(_OVER_PAGES, page_count // 2)}


def _is_content(text: str) -> bool:
    """True for words that items repeat: their openings, labels and outcomes."""
    return text.startswith(_CONTENT) or label_of(text) is not None or is_plain_outcome(text)


def _below_heads(lines: Sequence[Line], furniture: set[int]) -> set[int]:
    """The further lines of page heads: below furniture at the top of every other page, the same.

    In a paper of two pages both have them, letter for letter.
    """
    found: set[int] = set()
    page_count = lines[-1].page if lines else 0
    pair = page_count == _TWO_PAGES
    least = _TWO_PAGES if pair else max(_OVER_PAGES, page_count // 2)
    for _ in range(_HEAD_LINES):
        below: dict[str, dict[int, int]] = {}
        for line in _after_heads(lines, furniture | found):
            if _may_be_head(line) and (line.width >= _LEAST_HEAD or not pair):
                key = line.text if pair else _edge_key(line.text)
                below.setdefault(key, {})[line.page] = line.number
        again = [own for own in below.values() if len(own) >= least]
        found.update(number for own in again for number in own.values())
    return found


def _after_heads(lines: Sequence[Line], furniture: set[int]) -> Iterator[Line]:
    """Of each page that begins with furniture the line after it, if that stands right below."""
    for _, own in itertools.groupby(lines, key=lambda line: line.page):
        page = list(own)
        first = next((at for at, one in enumerate(page) if one.number not in furniture), 0)
        if first and page[first].gap == 0:
            yield page[first]


def _beside_numbers(lines: Sequence[Line]) -> set[int]:
    """Blocks right above or below a page number, alike at every number of the paper or nearly."""
    at = [index for index, line in enumerate(lines) if PAGE_NUMBERS.match(line.text)]
    found: set[int] = set()
    for side in (-1, 1):
        edge = at
        for _ in range(_HEAD_LINES):
            beside: dict[str, list[int]] = {}
            for index in (one + side for one in edge):
                if 0 <= index < len(lines) and _may_be_head(lines[index]):
                    beside.setdefault(lines[index].text, []).append(index)
            least = max(_TWO_PAGES, len(at) - 1)
            edge = [index for own in beside.values() if len(own) >= least for index in own]
            found.update(lines[index].number for index in edge)
    return found


def _may_be_head(line: Line) -> bool:
    text = line.text
    worded = len([sign for sign in text if sign.isalpha()]) >= _HEAD_LETTERS
    return (
        (worded or text[0] == "|" or find_date(text) is not None)
        and len(text) <= 100
        and not _is_content(text)
    )


def _heads_of_both(lines: Sequence[Line]) -> set[str]:
    """The first line of a paper of two pages when both begin with it, letter for letter."""
    firsts = [line.text for line in lines if line.starts_page]
    same = len(firsts) == _TWO_PAGES and firsts[0] == firsts[1] and len(firsts[0]) >= _LEAST_HEAD
    same = same and not _is_content(firsts[0])
    return {_edge_key(firsts[0])} if same else set()
