"""Dates and times of a meeting as people type them, and back.

Public: ``read_date``, ``show_date``, ``read_times``, ``show_times``. Reading raises
``InvalidInput`` with the sentence for the field.
"""

from __future__ import annotations

import datetime as dt
import re

from app.errors import InvalidInput
from app.i18n import MONTHS, WEEKDAYS, clock, long_date
from app.models.fuzzy_date import Precision, parse_fuzzy_date

Times = tuple[dt.time | None, dt.time | None]
_YEARS_BACK, _YEARS_AHEAD = 100, 20
_NEAR = {"i dag": 0, "i morgen": 1, "i overmorgen": 2}
_ON_WEEKDAY = re.compile(rf"(?:(på|næste|nu på|nu|kommende|førstkommende) )?({'|'.join(WEEKDAYS)})")
_WEEKDAY = re.compile(r"\b(man|tirs?|ons|tors?|fre|lør|søn)(?:dag\b|\b\.?)")
_LIKE_A_DAY = re.compile(
    rf"\b\d{{1,2}}(?:[./-]\d|\.? (?:{'|'.join(name[:3] for name in MONTHS)}))|\b\d{{4}}-\d"
)
_TIME = r"(\d{1,2})(?:[.:](\d{2}))?"
_TIMES = re.compile(rf"(?:kl\.?\s*)?{_TIME}(?:\s*(?:-|–|til)\s*{_TIME})?\s*")


def read_date(words: str, today: dt.date | None = None, since: dt.date | None = None) -> dt.date:
    """One day: ``2/6``, ``2.6.``, ``2. juni``, ``020627``, ``i morgen``, ``om 14 dage``.

    A day without a year is the first such day from ``since`` on, which is today unless it is
    given; "om 14 dage" is from today. A weekday in front must be that of the day.
    """
    now, text = today or dt.date.today(), _spelled_out(words)
    found = parse_fuzzy_date(text, since or now)
    if found.is_counted:
        found = parse_fuzzy_date(text, now)
    day = _said_from(now, text) or (found.first if found.precision is Precision.DAY else None)
    if day is None and _LIKE_A_DAY.search(text):
        raise InvalidInput("There is no such day. Write a date, for example 2/6 or 2. juni.")
    if day is None:
        raise InvalidInput("Write a date, for example 2/6, 2. juni or om 14 dage.")
    _refuse_far(day, now)
    _refuse_other_weekday(day, text)
    return day


def _spelled_out(words: str) -> str:
    """In small letters, with the spaces that "8.apr.27" lacks, and figures alone parted."""
    text = " ".join(words.lower().replace("\u00a0", " ").split())
    if match := re.fullmatch(r"(\d{2})(\d{2})(\d{4}|\d{2})", text):
        return ".".join(match.groups())
    text = re.sub(r"(?<=\d)\.(?=[a-zæøå])|(?<=[a-zæøå])\.(?=\d)", ". ", text)
    return re.sub(r"(?<=[a-zæøå])(\.?) (\d{2})$", r"\1 20\2", text)


def _said_from(today: dt.date, text: str) -> dt.date | None:
    """A day told from today: ``i morgen``, ``torsdag``, ``næste torsdag`` (of next week)."""
    if text in _NEAR:
        return today + dt.timedelta(days=_NEAR[text])
    match = _ON_WEEKDAY.fullmatch(text)
    if match is None:
        return None
    weekday = _weekday(match[2])
    if match[1] == "næste":
        return today + dt.timedelta(days=7 - today.weekday() + weekday)
    return today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _refuse_far(day: dt.date, today: dt.date) -> None:
    if not -_YEARS_BACK <= day.year - today.year <= _YEARS_AHEAD:
        raise InvalidInput("The year {year} is far off. Correct the date.", year=day.year)


def _refuse_other_weekday(day: dt.date, text: str) -> None:
    match = _WEEKDAY.search(text)
    if match and _weekday(match[1]) != day.weekday():
        raise InvalidInput(
            "{date} is a {weekday}. Correct the weekday or the date.",
            date=long_date(day, weekday=False),
            weekday=WEEKDAYS[day.weekday()],
        )


def _weekday(word: str) -> int:
    """Monday is 0; the first three letters tell."""
    return next(at for at, name in enumerate(WEEKDAYS) if name[:3] == word[:3])


def show_date(day: dt.date | None) -> str:
    """``torsdag den 8. maj 2025``."""
    return long_date(day).replace("\u00a0", " ") if day else ""


def read_times(words: str) -> Times:
    """Start and end: ``12-16``, ``12.00``, ``kl. 9.30–12``; both ``None`` when nothing is there."""
    if not words.strip():
        return None, None
    match = _TIMES.fullmatch(words.strip().lower().replace("\u00a0", " "))
    times = _both(match) if match else None
    if times is None:
        raise InvalidInput("Write the time as 12-16 or 12.00.")
    start, end = times
    if start and end and end <= start:
        raise InvalidInput("The meeting ends before it begins. Correct the times.")
    return times


def show_times(times: Times) -> str:
    """``12.00–16.00``."""
    return "–".join(clock(time) for time in times if time is not None)


def _both(match: re.Match[str]) -> Times | None:
    try:
        return _time(match[1], match[2]), _time(match[3], match[4])
    except ValueError:  # kl. 25
        return None


def _time(hour: str | None, minute: str | None) -> dt.time | None:
    return dt.time(int(hour), int(minute or 0)) if hour else None
