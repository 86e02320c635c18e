"""Wrapped lines -> paragraphs: what belongs together, and which hyphens only broke a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import MONTHS
from app.importing.content.marks import Mark, mark_of
from app.importing.lines import Line

_SHORT_WORDS = r"kl|dvs|vedr|ift|jf|jfr|bl\.a|f\.eks|mht|ifm|pga|hhv|ca|pr|nr|pkt|inkl|ekskl"
_ABBREVIATED = re.compile(rf"\b(?:{_SHORT_WORDS})\.$", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;…][\"”“»’')\]]*$")
_DANGLING = re.compile(
    r"(?:,|\(|\b(?:og|eller|samt|i|på|af|til|fra|for|med|om|at|ved|hos|den|det|de|der|som|en|et|mellem|under"
    r"|over|efter|inden|mod|KL’s|KL's|sin|sit|sine|deres|mens|fordi|hvis|når|idet|såfremt|men))$"
)
_COUNTED = re.compile(
    r"\b(?:punkt(?:et|erne)?|pkt\.|nr\.|nummer|stk\.|side|bilag|kapitel|afsnit|anbefaling|uge|kl\.|§§?)$",
    re.IGNORECASE,
)
"""A line that breaks off before the number it tells: "… efter punkt", "6. Det …"."""
_UNBROKEN = re.compile(r"§§? ?\d+(?: [a-z]\b)?|\d[\d.,]* (?:%|kr\.)|\S+(?: [A-ZÆØÅ]\.)?")
_NO_BEGINNING = re.compile(r"^[%,;.)½]")
_INNER_LABEL = re.compile(r"[.;] [A-ZÆØÅ][a-zæøå]+:$")
"""A label at the end of a line, its value below: "… Ansvarlig:"."""
_OPENERS = '([”“"»'
_DASHES = ("-", "–", "—")
_LINKED = ("og", "eller", "samt", "som", "henholdsvis", "hhv.", "men", "og/eller", "til")
_TIMED = re.compile(r"^Kl\.? ?\d{1,2}[.:]\d\d")
_SHORT = 0.5
"""A first line shorter than this share of a full one was not broken at its end."""
_ANSWER = re.compile(r"^(?:Ad\.? ?(?:\d{1,2}|[a-z]\))|[¹²³⁴⁵⁶⁷⁸⁹] ?[A-ZÆØÅ])")
"""What is said of one point, and a footnote."""
_CAPITAL_POINT = re.compile(r"^(?P<letter>[A-J])[.)] [A-ZÆØÅ]")
_STRETCHED = 0.8
"""The share of a full line that one set to both margins has at least, its spaces counted."""
_BEFORE_YEAR = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|kvartal|halvår|(?:for|efter)år(?:et)?|(?:somm|vint)er(?:en)?"
    r"|primo|medio|ultimo|uge \d{1,2})$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^(?:19|20)\d{2}\b")
_URL_TAIL = re.compile(r"(?:https?://|www\.)\S*[/\-_=?&.]$")


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph or one point of a list, as read from its lines."""

    text: str
    lines: tuple[Line, ...]
    mark: Mark | None = None

    @property
    def gap(self) -> int:
        """Blank lines before it."""
        return self.lines[0].gap

    @property
    def ended(self) -> bool:
        """True when it closes with an end mark."""
        return ended(self.text)


@dataclass(frozen=True, slots=True)
class Setting:
    """How the paper is set: length of a full line and words known from all of it."""

    width: int
    words: frozenset[str] = frozenset()
    soft_gap: int = 0


def ended(text: str) -> bool:
    """True when the text closes with an end mark, which that of a short word is not."""
    return bool(_ENDED.search(text)) and not _ABBREVIATED.search(text)


def dangling(text: str) -> bool:
    """True when a sentence cannot end here."""
    is_cut = _DANGLING.search(text) or _ABBREVIATED.search(text)
    return bool(is_cut) or text.count("(") > text.count(")")


def starts_low(text: str) -> bool:
    """True when the text goes on in the middle of a sentence, bracket or quotation mark aside."""
    return text.lstrip(_OPENERS)[:1].islower()


def setting_of(lines: Sequence[Line], width: int) -> Setting:
    """The paper's setting; words are collected to tell real hyphens from line ends."""
    words = frozenset(
        word.casefold() for line in lines for word in re.findall(r"[\w]+(?:-[\w]+)*", line.text)
    )
    return Setting(width, words, soft_gap(lines, 1 if _is_airy(lines) else 0))


def _is_airy(lines: Sequence[Line]) -> bool:
    """True when hardly a line follows directly upon another."""
    gaps = [line.gap for line in lines[1:] if not line.starts_page]
    return bool(gaps) and gaps.count(0) * 5 < len(gaps)


def soft_gap(lines: Sequence[Line], fallback: int) -> int:
    """Blank lines inside a paragraph: some extractions leave one after every line."""
    certain = [
        b.gap
        for a, b in itertools.pairwise(lines)
        if not b.starts_page and b.gap < 3 and not ended(a.text) and starts_low(b.text)
    ]
    if not certain:
        return fallback
    return 1 if sum(1 for gap in certain if gap == 1) * 2 > len(certain) else 0


def join(first: str, second: str, words: frozenset[str] = frozenset()) -> str:
    """Two printed lines as one text; a hyphen that only broke the line goes, a real one stays."""
    if first.endswith("\u00ad"):
        return first[:-1] + second
    if not re.search(r"[\w)]-$", first) or not second:
        tight = _URL_TAIL.search(first) or (first.endswith("/") and not first.endswith(" /"))
        return first + ("" if tight else " ") + second
    head, tail = first.rsplit(None, 1)[-1], second.split(None, 1)[0]
    if head.startswith(("http", "www.")):
        return first + second
    if tail in _LINKED and head[:-1].casefold() + tail not in words:
        return f"{first} {second}"
    return (first if _keeps_hyphen(head[:-1], tail, words) else first[:-1]) + second


def _keeps_hyphen(head: str, tail: str, words: frozenset[str]) -> bool:
    if not tail[0].islower() or head[-1:].isdigit() or (head.isupper() and len(head) > 1):
        return True
    rest = re.sub(r"\W+$", "", tail).casefold()
    known_head = re.split(r"[-/]", head)[-1].casefold()
    return f"{known_head}-{rest}" in words and known_head + rest not in words


def paragraphs(lines: Sequence[Line], setting: Setting) -> list[Para]:
    """The paragraphs and list points of a stretch of lines, every line in exactly one of them."""
    groups: list[list[Line]] = []
    marks: list[Mark | None] = []
    for index, line in enumerate(lines):
        width = _local_width(lines, index, setting.width)
        before = groups[-1] if groups else None
        mark = _mark(line, before, marks, width)
        gap = soft_gap(lines[max(0, index - 12) : index + 12], setting.soft_gap)
        goes_on = before and not _heads_next(lines, index, width)
        if mark is None and before and goes_on and _continues(before, line, width, gap):
            before.append(line)
            continue
        groups.append([line])
        marks.append(mark)
    return [_para(group, mark, setting.words) for group, mark in zip(groups, marks, strict=True)]


def _heads_next(lines: Sequence[Line], index: int, width: int) -> bool:
    """True for a short line between a sentence that is over and a new one: it stands for itself."""
    line = lines[index]
    if index + 1 >= len(lines) or not ended(lines[index - 1].text) or ended(line.text):
        return False
    following = lines[index + 1]
    own = line.text[:1].isupper() and line.text[-1] not in ",-–" and not dangling(line.text)
    room = line.width + 1 + len(following.text.split(None, 1)[0]) < width * 0.8
    return own and room and following.text[:1].isupper()


def _para(lines: list[Line], mark: Mark | None, words: frozenset[str]) -> Para:
    text = mark.rest if mark else lines[0].text
    for line in lines[1:]:
        text = join(text, line.text, words)
    return Para(text, tuple(lines), mark)


def _local_width(lines: Sequence[Line], index: int, width: int) -> int:
    """Length of a full line here: of the paper, or of the narrower column these lines form."""
    around = lines[max(0, index - 10) : index + 10]
    near = sorted(line.width for line in around)
    is_column = len(near) > 4 and near[-4] > near[-1] * 0.88 and _is_wrapped(around)
    return min(max(near[-1] if is_column else width, width // 2), max(width, near[-1]))


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """True when a sentence goes on from one of the lines to the next, or a line was filled."""
    if any(line.is_full is not None for line in lines):
        return any(line.is_full for line in lines)
    return any(starts_low(b.text) and not ended(a.text) for a, b in itertools.pairwise(lines))


def _mark(
    line: Line, before: list[Line] | None, marks: list[Mark | None], width: int
) -> Mark | None:
    """The line's list mark, unless the line goes on with the sentence before it."""
    mark = mark_of(line)
    if mark is None or before is None:
        return mark
    last = before[-1]
    unfinished = not ended(last.text) and _full(last, line, width) and line.gap == 0
    if mark.kind == "lost":
        goes_on = starts_low(line.text) and _full(last, line, width) and line.gap < 2
        return None if not ended(last.text) and goes_on else mark
    expected = next((m for m in reversed(marks) if m is not None and m.kind == mark.kind), None)
    if mark.kind == "bullet":
        same = expected is not None and expected.glyph == mark.glyph
        unfinished = unfinished and last.width + len(" -") > width
        dash = mark.glyph in _DASHES and expected is not None
        return None if unfinished and (dash or starts_low(mark.rest)) and not same else mark
    if mark.ordered and _COUNTED.search(last.text) and line.gap == 0:
        return None
    follows = expected is not None and mark.value == expected.value + 1
    return None if unfinished and not follows and mark.value != 1 else mark


def _full(a: Line, b: Line, width: int) -> bool:
    """True when the first words of ``b``, which no line parts, had no room left on ``a``."""
    if a.is_full is not None:
        return a.is_full
    first = _UNBROKEN.match(b.text)
    stretched = a.justified and len(a.raw.strip()) > width * _STRETCHED
    return stretched or a.width + 1 + len(first[0] if first else "") > width * 0.93


def _continues(before: Sequence[Line], b: Line, width: int, gap: int) -> bool:
    a = before[-1]
    if _TIMED.match(b.text) or (_ANSWER.match(b.text) and ended(a.text)):
        return False
    if _is_next_letter(before[0], b):
        return False
    if _is_torn(a, b, gap):
        return True
    full = _full(a, b, width)
    if b.starts_page:
        cut = full and (dangling(a.text) or len(before) > 1)
        if ended(a.text):
            return bool(a.is_full and b.is_full) and len(before) > 1
        return bool(a.is_full) or starts_low(b.text) or cut
    if starts_low(b.text):
        return _goes_on_low(a, b, gap, full)
    if a.text.endswith(":"):
        return full and b.gap == 0 and bool(_INNER_LABEL.search(a.text))
    if b.gap > gap:
        if mark_of(before[0]) is not None and not _is_bracket_open(before):
            return False  # a list ends with the point above
        unfinished = not ended(a.text) and a.text[-1] not in '”"»'
        cut = dangling(a.text) and (len(before) > 1 or a.width > width * _SHORT)
        return unfinished and b.gap <= gap + 1 and cut
    return full or (dangling(a.text) and not ended(a.text))


def _is_next_letter(first: Line, b: Line) -> bool:
    """True for "B. …" behind a paragraph that begins with "A. …"."""
    above, below = _CAPITAL_POINT.match(first.text), _CAPITAL_POINT.match(b.text)
    if above is None or below is None:
        return False
    return ord(below["letter"]) == ord(above["letter"]) + 1


def _is_bracket_open(lines: Sequence[Line]) -> bool:
    """True when the lines open a bracket that they do not close."""
    text = " ".join(line.text for line in lines)
    return text.count("(") > text.count(")")


def _is_torn(a: Line, b: Line, gap: int) -> bool:
    """True where a number, a year or a sign stands below what it belongs to."""
    if re.search(r"\d[-–]$", a.text) and b.text[0].isdigit():
        return True
    if _BEFORE_YEAR.search(a.text) and _YEAR.match(b.text) and b.gap < 2:
        return True
    if _COUNTED.search(a.text) and b.text[0].isdigit() and b.gap <= gap:
        return True
    return bool(_NO_BEGINNING.match(b.text)) and not ended(a.text)


def _goes_on_low(a: Line, b: Line, gap: int, full: bool) -> bool:
    if a.text.endswith(":"):
        return full and b.gap <= gap
    return b.gap <= gap or (not ended(a.text) and b.gap <= gap + 2)
