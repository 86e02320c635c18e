"""Where items begin: "Punkt 3." alone, "Punkt 3: Title", and the openness line before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from app.importing.content.outcomes import is_plain_outcome
from app.importing.content.wraps import Setting, dangling, ended, join, starts_low
from app.importing.layouts.head_words import NAMES_ATTACHED
from app.importing.layouts.openness import first_line, flag_of, numbers_below, split_number_mark
from app.importing.lines import Line
from app.importing.vocabulary import ITEM_WORD, SUPPLEMENTARY, case_number_of, label_of

_NUMBER_LINE = re.compile(rf"^{ITEM_WORD} ?(?P<number>\d{{1,3}})\s*[.:]?$", re.IGNORECASE)
_TITLED_LINE = re.compile(
    rf"^{ITEM_WORD} ?(?P<number>\d{{1,3}})\s*[.:](?: [-–])?\s+(?P<title>\S.*)$", re.IGNORECASE
)
_DASHED_LINE = re.compile(
    rf"^{ITEM_WORD} ?(?P<number>\d{{1,3}}) [-–] (?P<title>\S.*)$", re.IGNORECASE
)
_SUPPLEMENTARY = re.compile(SUPPLEMENTARY, re.IGNORECASE)
_TITLE_LINES = 6
_BRACKETED_SLOT = re.compile(r"^\((?:kl\. ?)?\d{1,2}[.:]\d{2} ?[-–] ?\d{1,2}[.:]\d{2}\)$")


@dataclass(frozen=True, slots=True)
class Opening:
    """An item's beginning: index of its line, number, and the title if it is on the same line.

    ``is_closed`` tells of a mark behind the number.
    """

    index: int
    number: int
    title: str = ""
    is_closed: bool = False

    @property
    def is_crumb(self) -> bool:
        """True for the form with the title on the line."""
        return bool(self.title)


@dataclass(slots=True)
class ItemLines:
    """One item's lines before they are read: indexes into the lines of the paper.

    ``crumbs`` are breadcrumbs inside it that repeat its number or belong to an outer meeting.
    """

    number: int | None
    start: int
    body_start: int
    end: int
    title: str = ""
    has_number_line: bool = False
    is_closed: bool = False
    crumbs: set[int] = field(default_factory=set)


def find_openings(lines: Sequence[Line]) -> list[Opening]:
    """Every line that may open an item."""
    found: list[Opening] = []
    for index, line in enumerate(lines):
        if _in_sentence(lines, index):
            continue
        text, closed = split_number_mark(line.text)
        if (number := _NUMBER_LINE.match(text)) and not _is_bare_title(index, text, found):
            found.append(Opening(index, int(number["number"]), is_closed=bool(closed)))
        elif (
            (titled := _titled(text))
            and (_may_be_title(lines, index, titled["title"]) or _comes_next(lines, index, found))
            and not _is_answer(titled, found)
            and not _is_separator(titled, found)
        ):
            title = titled["title"].strip()
            found.append(Opening(index, int(titled["number"]), title, is_closed=bool(closed)))
        if found and found[-1].index == index and is_supplementary(text):
            found[-1] = _behind_last(found[-1], found[:-1])
    return found


def is_supplementary(text: str) -> bool:
    """Whether a line opens an item that came late: "Tillægspunkt 1"."""
    return bool(_SUPPLEMENTARY.match(text))


def _behind_last(opening: Opening, before: Sequence[Opening]) -> Opening:
    """A supplementary item behind ``before``: a series of its own goes on with the numbers."""
    last = before[-1].number if before else 0
    return opening if opening.number > last else replace(opening, number=last + 1)


def _in_sentence(lines: Sequence[Line], index: int) -> bool:
    """True for a line in small letters that goes on with the sentence above it: "punkt 4."."""
    line = lines[index]
    above = lines[index - 1].text
    if not index or not line.text[:1].islower() or ended(above) or flag_of(above) is not None:
        return False
    return line.gap == 0 or line.starts_page


def _is_bare_title(index: int, text: str, before: Sequence[Opening]) -> bool:
    """True for "Sag 1" right below "Punkt 1.", which is that item's title."""
    above = before[-1] if before else None
    return text[:3] == "Sag" and above is not None and above.index == index - 1 and not above.title


def _titled(text: str) -> re.Match[str] | None:
    return _TITLED_LINE.match(text) or _DASHED_LINE.match(text)


def _may_be_title(lines: Sequence[Line], index: int, title: str) -> bool:
    line = lines[index]
    standing_free = line.starts_page or line.gap > 0 or index == 0
    standing_free = standing_free or flag_of(lines[index - 1].text) is not None
    return (
        standing_free and len(title) < 200 and not (title.endswith(".") and len(title.split()) > 8)
    )


def _comes_next(lines: Sequence[Line], index: int, before: Sequence[Opening]) -> bool:
    """True for a title that stands close below other text, with the number that is due."""
    titled, above = _titled(lines[index].text), lines[index - 1].text
    if titled is None or not before or before[-1].index == index - 1 or dangling(above):
        return False
    is_due = int(titled["number"]) == before[-1].number + 1
    return is_due and titled["title"][0].isupper() and not ended(titled["title"])


def _is_answer(titled: re.Match[str], before: Sequence[Opening]) -> bool:
    """True for what was decided on a point: "Pkt. 2: Godkendt, idet …", a sentence out of order."""
    last = before[-1].number if before else 0
    is_sentence = titled["title"].endswith(".") and int(titled["number"]) <= last
    return is_sentence or is_plain_outcome(titled["title"])


def _is_separator(titled: re.Match[str], before: Sequence[Opening]) -> bool:
    """True for the title in capitals of what is attached to the item: its number stands again."""
    number, title = int(titled["number"]), titled["title"]
    is_again = bool(before) and before[-1].number == number
    return title.upper() == title and (is_again or bool(NAMES_ATTACHED.search(title)))


def group_openings(openings: Sequence[Opening], lines: Sequence[Line]) -> list[ItemLines]:
    """Openings as items: a breadcrumb and its number line are one; an outer meeting's drop out."""
    items: list[ItemLines] = []
    openings = openings[_contents_run(openings) :]
    below = numbers_below(lines, [opening.index for opening in openings])
    for at, opening in enumerate(openings):
        following = openings[at + 1] if at + 1 < len(openings) else None
        last = items[-1] if items else None
        if last and not opening.is_crumb and _is_crumb_of(last, opening):
            last.has_number_line, last.body_start = True, opening.index + 1
            last.is_closed = last.is_closed or opening.is_closed
            continue
        if opening.is_crumb and _is_outer_crumb(opening, following, last):
            if last:
                last.crumbs.update(_crumb_lines(lines, opening, last))
            continue
        title_at = openings[at - 1].index + 1 if at else 0
        start = first_line(lines, opening.index, title_at, below=below)
        made = ItemLines(opening.number, start, opening.index + 1, len(lines), opening.title)
        made.has_number_line, made.is_closed = not opening.is_crumb, opening.is_closed
        items.append(made)
    for item, after in itertools.pairwise(items):
        item.end = after.start
    return items


def _crumb_lines(lines: Sequence[Line], opening: Opening, item: ItemLines) -> range:
    """Indexes of a breadcrumb's lines: the next ones too where they go on with the item's title."""
    title = _letters(line.text for line in lines[item.body_start : item.body_start + _TITLE_LINES])
    end = opening.index + 1
    told = _letters([opening.title])
    while item.number == opening.number and end < len(lines) and end - opening.index < _TITLE_LINES:
        below = lines[end]
        told += _letters([below.text])
        if below.gap or below.starts_page or label_of(below.text) or not title.startswith(told):
            break
        end += 1
    return range(opening.index, end)


def _letters(texts: Iterable[str]) -> str:
    return re.sub(r"\W+", "", "".join(texts)).casefold()


def _is_crumb_of(last: ItemLines, opening: Opening) -> bool:
    """True when the item begun by a breadcrumb has its number line here."""
    return last.number == opening.number and not last.has_number_line


def _contents_run(openings: Sequence[Opening]) -> int:
    """How many openings at the start only list the items that follow: "Punkt 1: …" line by line."""
    later = [opening.number for opening in openings]
    run = 0
    while (
        run + 1 < len(openings)
        and openings[run].is_crumb
        and openings[run].number in later[run + 2 :]
        and openings[run + 1].index - openings[run].index <= 3
        and openings[run + 1].number != openings[run].number
    ):
        run += 1
    if run and openings[run].is_crumb and openings[run].number in later[run + 1 :]:
        run += 1
    return run if run >= 3 else 0


def _is_outer_crumb(opening: Opening, following: Opening | None, last: ItemLines | None) -> bool:
    """A breadcrumb of the meeting these minutes are attached to, printed above them."""
    if last and last.number == opening.number and last.has_number_line:
        return True
    return (
        following is not None
        and following.number < opening.number
        and following.index - opening.index < 4
    )


def read_title(
    lines: Sequence[Line], at: int, end: int, hints: Sequence[str], setting: Setting
) -> tuple[str, int]:
    """The title at ``at`` and the index after it; ``hints`` are titles known from elsewhere."""
    for count in range(1, _TITLE_LINES + 1):
        if at + count > end:
            break
        joined = reduce(join, (line.text for line in lines[at : at + count]))
        if any(_same(joined, hint) for hint in hints) and not _is_cut(lines, at + count, end):
            return joined, at + count
    title, index = lines[at].text, at + 1
    while index < end and index - at < _TITLE_LINES and _title_goes_on(lines, index, end, setting):
        title, index = join(title, lines[index].text), index + 1
    return title, index


def _same(first: str, second: str) -> bool:
    return _letters([first]) == _letters([second])


def _is_cut(lines: Sequence[Line], after: int, end: int) -> bool:
    """True for a known title of which the rest stands on the next line."""
    if after >= end or lines[after].starts_page or lines[after].gap > 1:
        return False
    below = lines[after].text
    return (starts_low(below) or dangling(lines[after - 1].text)) and not ended(below)


def _title_goes_on(lines: Sequence[Line], index: int, end: int, setting: Setting) -> bool:
    a, b = lines[index - 1], lines[index]
    if label_of(b.text) or case_number_of(b.text) or flag_of(b.text) is not None:
        return False
    if ended(a.text) or b.text.startswith("v/"):  # who presents it
        return False
    if b.starts_page:
        return starts_low(b.text) and not ended(b.text)
    if b.gap > 2:
        return False
    if _BRACKETED_SLOT.match(b.text):
        return True
    if re.match(r"^(?:19|20)\d{2}\b", b.text) and b.gap < 2 and not ended(b.text):
        return True
    full = a.width + 1 + len(b.text.split(None, 1)[0]) > setting.width * 0.8
    return (
        (starts_low(b.text) and not ended(b.text))
        or dangling(a.text)
        or (full and b.gap <= setting.soft_gap and not _is_text(lines[index:end], setting))
    )


def _is_text(lines: Sequence[Line], setting: Setting) -> bool:
    """True for lines that end as a sentence does before anything else is told."""
    for at, line in enumerate(lines):
        new = line.starts_page or line.gap > setting.soft_gap or label_of(line.text)
        if at and (new or case_number_of(line.text) or flag_of(line.text) is not None):
            return False
        if ended(line.text):
            return True
    return False
