"""Dates and times of a meeting as people type them, and back.

Public: ``read_date``, ``read_date_in``, ``show_date``, ``read_times``, ``show_times``. Reading
raises ``InvalidInput`` with the sentence for the field.
"""

from __future__ import annotations

import datetime as dt
import re

from app.errors import InvalidInput
from app.i18n import clock, long_date
from app.models.fuzzy_date import Precision, parse_fuzzy_date

Times = tuple[dt.time | None, dt.time | None]
_TIME = r"(\d{1,2})(?:[.:](\d{2}))?"
_TIMES = re.compile(rf"(?:kl\.?\s*)?{_TIME}(?:\s*(?:-|–|til)\s*{_TIME})?\s*")


def read_date(words: str, today: dt.date | None = None) -> dt.date:
    """One day: ``2/6``, ``2.6.``, ``2. juni``, ``om 14 dage``; weekdays in front are read over."""
    found = parse_fuzzy_date(words, today or dt.date.today())
    if found.precision is not Precision.DAY or found.first is None:
        raise InvalidInput("Write a date, for example 2/6, 2. juni or om 14 dage.")
    return found.first


def read_date_in(year: int, words: str) -> dt.date:
    """As ``read_date``, but a day without a year is one of ``year``."""
    counted = words.strip().lower().startswith("om ")  # "om 14 dage": from today
    return read_date(words, None if counted else dt.date(year, 1, 1))


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
