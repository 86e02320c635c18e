"""Deadlines as people write them: words kept, a span computed beside them (domain I12)."""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

MONTHS = {
    "januar": 1, "februar": 2, "marts": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7,
    "august": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
}  # fmt: skip
_SHORT = {name[:3]: number for name, number in MONTHS.items()}
_SEASONS = {"vinter": (1, 2), "forår": (3, 5), "sommer": (6, 8), "efterår": (9, 11)}
_PARTS = {
    "primo": (1, 10),
    "medio": (11, 20),
    "ultimo": (21, 31),
    "start": (1, 10),
    "slut": (21, 31),
}


class Precision(enum.StrEnum):
    """How exact the words are; ``DAYS`` are several days of which each is named or between."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    HALF_MONTH = "half_month"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    SEASON = "season"
    PART_OF_YEAR = "part_of_year"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A deadline: ``verbatim`` as written; ``first``/``last`` the days it may mean, both inclusive.

    Sort by ``first``, count as late after ``last``. Both are ``None`` when the words name no time.
    """

    verbatim: str
    first: dt.date | None = None
    last: dt.date | None = None
    precision: Precision = Precision.NONE

    @property
    def is_counted(self) -> bool:
        """True for days counted from the meeting: "om 14 dage" says nothing without its date."""
        return self.first is not None and bool(_COUNTED.search(self.verbatim.lower()))

    def is_late(self, today: dt.date) -> bool:
        """True when every day it may mean has passed."""
        return self.last is not None and self.last < today


_COUNTED = re.compile(r"\bom\s(\d{1,3})\s(dage?|uger?)\b")
_Span = tuple[dt.date, dt.date, Precision]


def parse_fuzzy_date(words: str, today: dt.date) -> FuzzyDate:
    """The deadline that ``words`` name; a year left out means the next such time from ``today``.

    Words that name no time ("når der er nyt i sagen") give a deadline without a span, never an
    error.
    """
    text = " ".join(words.lower().replace("\u00a0", " ").split())
    text = _DASHED.sub(r"\1.\2.\3", _CLOCK.sub("", text))
    for reader in _READERS:
        try:
            span = reader(text, today)
        except (ValueError, OverflowError):
            break  # 31. februar is no day, and no other is put in its place
        if span:
            return FuzzyDate(words.strip(), *span)
    return FuzzyDate(words.strip())


_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_TO = r" ?(?:[-–]|til(?: og med)?|og) ?(?:den |d\. ?)?"
_CLOCK = re.compile(
    r"\bkl\.? ?\d{1,2}(?:[.:]\d{2})?(?!\d)"
    rf"(?: ?(?:[-–]|til) ?\d{{1,2}}(?:[.:]\d{{2}})?(?!\d|[./]\d|\.? ?(?:{_MONTH})))?"
)
_DASHED = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})(?![\d-])")
_OTHER = (  # what else figures with a dot count, before and behind them
    r"(?P<other>(?:\b(?:punkt\w*|pkt\.?|afsnit|kapitel|bilag|side|stk\.?|nr\.?|version)|§+) ?)?"
    r"(?<!\d)(?<!\d[.,/-])"
)
_UNIT = (
    r"(?! ?(?:%|(?:år|måned(?:er)?|uger?(?! ?\d)|dage?|timer?|minutter|gange|mio|mia|pct|procent"
    r"|kr)\b))"
)
_YEAR = r"(?:[./-](?P<year>\d{4}|\d{2})|\.? (?P<apart>\d{4}))"
_END = r"(?![./-]?\d)"
_FULL = re.compile(rf"{_OTHER}(\d{{1,2}})[./](\d{{1,2}}){_YEAR}{_END}")
_SLASHED = re.compile(rf"{_OTHER}(\d{{1,2}})/(\d{{1,2}})(?P<year>)(?P<apart>){_END}{_UNIT}")
_DOTTED = re.compile(rf"{_OTHER}(\d{{1,2}})\.(\d{{1,2}})(?P<year>)(?P<apart>){_END}{_UNIT}")
_FIGURE_SPAN = re.compile(
    rf"{_OTHER}(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})(?:[./-](?P<first_year>\d{{4}}|\d{{2}}))?"
    rf"\.?{_TO}(?P<last_day>\d{{1,2}})[./](?P<last_month>\d{{1,2}}){_YEAR}?{_END}"
)
_NAMED = re.compile(rf"\b(\d{{1,2}})\.? ({_MONTH})\b\.?(?: (\d{{4}})\b)?")
_NAMED_SPAN = re.compile(
    r"(?P<other>)(?<!\d)(?<!\d[.,/-])"
    rf"(?P<day>\d{{1,2}})\.?(?: (?P<month>{_MONTH})\b\.?(?: (?P<first_year>\d{{4}}))?)?"
    rf"{_TO}(?P<last_day>\d{{1,2}})\.? (?P<last_month>{_MONTH})\b\.?(?:(?P<year>)"
    r" (?P<apart>\d{4})\b)?"
)


def _counted(text: str, today: dt.date) -> _Span | None:
    match = _COUNTED.search(text)
    if not match:
        return None
    days = int(match[1]) * (7 if match[2].startswith("uge") else 1)
    return _one(today + dt.timedelta(days=days))


def _sortable(text: str, today: dt.date) -> _Span | None:
    match = re.search(r"\b(\d{4})-(\d{2})-(\d{2})\b", text)
    return _one(dt.date(int(match[1]), int(match[2]), int(match[3]))) if match else None


def _days(pattern: re.Pattern[str], text: str, today: dt.date) -> _Span | None:
    """From one day to another; month and year of the first may be left to the second."""
    match = pattern.search(text)
    if not match or match["other"]:
        return None
    day, month = int(match["last_day"]), _month(match["last_month"])
    last = _dated(day, month, match["year"] or match["apart"], today)
    from_day, from_month = int(match["day"]), _month(match["month"] or match["last_month"])
    year = last.year - ((from_month, from_day) > (month, day))
    first = _dated(from_day, from_month, match["first_year"] or str(year), today)
    if first > last:
        raise ValueError("the days are in no order")
    return first, last, Precision.DAYS


def _figures(pattern: re.Pattern[str], text: str, today: dt.date) -> _Span | None:
    """A day in figures. Without a year those that are no day count something else."""
    for match in pattern.finditer(text):
        year = match["year"] or match["apart"]
        if match["other"]:
            continue
        try:
            return _one(_dated(int(match[2]), int(match[3]), year, today))
        except ValueError:
            if year:
                raise
    return None


def _named(text: str, today: dt.date) -> _Span | None:
    match = _NAMED.search(text)
    return _one(_dated(int(match[1]), _month(match[2]), match[3], today)) if match else None


def _week(text: str, today: dt.date) -> _Span | None:
    match = re.search(
        r"\buge(?:r|rne)? (\d{1,2})(?: ?(?:[-–]|til(?: og med)?|og) ?(?:uge )?(\d{1,2})\b)?"
        r"(?:[-,/ ]+(?:i )?(\d{4}))?\b",
        text,
    )
    if not match:
        return None
    year, first, last = int(match[3] or today.year), int(match[1]), int(match[2] or match[1])
    goes_over = last < first
    if not match[3] and _monday(year + goes_over, last) + _SUNDAY < today:
        year += 1
    return _monday(year, first), _monday(year + goes_over, last) + _SUNDAY, Precision.WEEK


def _part(text: str, today: dt.date) -> _Span | None:
    match = re.search(rf"\b({'|'.join(_PARTS)})(?: af)? ([a-zæøå]+|\d{{4}})(?: (\d{{4}}))?\b", text)
    if not match:
        return None
    if match[2].isdigit():
        return _part_of_year(match[1], int(match[2]))
    if not re.fullmatch(_MONTH, match[2]):
        return None
    month = _month(match[2])
    first, last = _PARTS[match[1]]
    year = _year(match[3], month, today)
    last = min(last, calendar.monthrange(year, month)[1])
    return dt.date(year, month, first), dt.date(year, month, last), Precision.HALF_MONTH


def _part_of_year(part: str, year: int) -> _Span:
    months = {10: (1, 4), 20: (5, 8)}.get(_PARTS[part][1], (9, 12))
    return *_months(year, *months), Precision.PART_OF_YEAR


def _quarter(text: str, today: dt.date) -> _Span | None:
    if match := re.search(r"\b([1-4])\.? kvartal(?: (?:i )?(\d{4}))?", text):
        first = int(match[1]) * 3 - 2
        return *_months(_year(match[2], first + 2, today), first, first + 2), Precision.QUARTER
    if match := re.search(r"\b([12])\.? halvår(?: (?:i )?(\d{4}))?", text):
        first = int(match[1]) * 6 - 5
        return *_months(_year(match[2], first + 5, today), first, first + 5), Precision.HALF_YEAR
    return None


def _season(text: str, today: dt.date) -> _Span | None:
    match = re.search(rf"\b({'|'.join(_SEASONS)})(?:et|en)?(?: (?:i )?(\d{{4}}))?\b", text)
    if not match:
        return None
    first, last = _SEASONS[match[1]]
    return *_months(_year(match[2], last, today), first, last), Precision.SEASON


def _month_span(text: str, today: dt.date) -> _Span | None:
    matches = [
        (found, month)
        for found in re.finditer(r"\b([a-zæøå]{3,9})\b(?: (\d{4}))?", text)
        if (month := MONTHS.get(found[1]))
    ]
    if not matches:
        return None
    (first, first_month), (last, last_month) = matches[0], matches[-1]
    last_year = _year(last[2], last_month, today)
    first_year = int(first[2]) if first[2] else last_year - (first_month > last_month)
    return (
        dt.date(first_year, first_month, 1),
        _months(last_year, last_month, last_month)[1],
        Precision.MONTH,
    )


def _whole_year(text: str, today: dt.date) -> _Span | None:
    match = re.search(r"\b(20\d{2}|19\d{2})\b", text)
    return (*_months(int(match[1]), 1, 12), Precision.YEAR) if match else None


_READERS: tuple[Callable[[str, dt.date], _Span | None], ...] = (
    _counted,
    _sortable,
    partial(_days, _FIGURE_SPAN),
    partial(_days, _NAMED_SPAN),
    partial(_figures, _FULL),
    partial(_figures, _SLASHED),
    _named,
    partial(_figures, _DOTTED),
    _week,
    _part,
    _quarter,
    _season,
    _month_span,
    _whole_year,
)


def _one(day: dt.date) -> _Span:
    return day, day, Precision.DAY


def _dated(day: int, month: int, year: str | None, today: dt.date) -> dt.date:
    if year:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    date = dt.date(today.year, month, day)
    return date if date >= today else dt.date(today.year + 1, month, day)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _SHORT[word[:3]]


_SUNDAY = dt.timedelta(days=6)


def _monday(year: int, week: int) -> dt.date:
    return dt.date.fromisocalendar(year, week, 1)


def _year(year: str | None, month: int, today: dt.date) -> int:
    """The year written, or the first in which ``month`` is not over yet."""
    return int(year) if year else today.year + (month < today.month)


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
