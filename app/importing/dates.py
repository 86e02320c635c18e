"""Dates and times as papers print them."""

from __future__ import annotations

import datetime as dt
import re

from app.i18n import MONTHS

_MONTH = "|".join(MONTHS)
_LONG = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\. ?(?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?", re.IGNORECASE
)
_SHORT = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?P<sign>[.\-/])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?!\d)"
)
_SLASH = re.compile(r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})[ \-]+(?P<year>\d{4})(?!\d)")
"""Day and month with a slash, the year apart: 4/3 2026, 4/3-2026."""
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_CLOCK = r"(?:ca\. ?)?(\d{1,2})(?:[.:](\d{2}))?(?!\d)"
_SPAN = re.compile(
    rf"kl(?:\.|okken)? ?{_CLOCK}(?: ?(?:-|–|—|til) ?(?:kl\. ?)?{_CLOCK})?", re.IGNORECASE
)
_BARE_SPAN = re.compile(rf"(?<!\d){_CLOCK} ?(?:-|–|—) ?{_CLOCK}(?!\d)")


def find_date(text: str, near: dt.date | None = None) -> dt.date | None:
    """The first date in the text; one without a year is the first such day after ``near``."""
    for pattern in (_LONG, _SHORT, _SLASH, _ISO):
        for found in pattern.finditer(text):
            day = _date(found, near)
            if day is not None:
                return day
    return None


def _date(found: re.Match[str], near: dt.date | None) -> dt.date | None:
    month = found["month"]
    number = MONTHS.index(month.lower()) + 1 if not month.isdigit() else int(month)
    try:
        if found["year"]:
            year = int(found["year"])
            return dt.date(year + 2000 if year < 100 else year, number, int(found["day"]))
        if near is None:
            return None
        day = dt.date(near.year, number, int(found["day"]))
        return day if day >= near else day.replace(year=near.year + 1)
    except ValueError:
        return None


def find_span(text: str) -> tuple[dt.time | None, dt.time | None]:
    """Start and end of "kl. 12.00 - 16.00", "kl. 13-16" or "kl. 13.00"; None if missing."""
    found = _SPAN.search(text)
    if not found:
        return None, None
    return _time(found[1], found[2]), _time(found[3], found[4])


def time_end(text: str) -> int:
    """Where the last word of date and times ends: what stands behind it is something else."""
    spans = [found.end() for found in _SPAN.finditer(text)]
    days = [f.end() for one in (_LONG, _SHORT, _SLASH, _ISO) for f in one.finditer(text)]
    return max([*spans, *days], default=0)


def find_slot(text: str) -> tuple[dt.time | None, dt.time | None]:
    """A time slot with or without "kl.", as in a title: "(12.00-13.00)"."""
    start, end = find_span(text)
    if start is None and (found := _BARE_SPAN.search(text)) and (found[2] or found[4]):
        return _time(found[1], found[2]), _time(found[3], found[4])
    return start, end


def _time(hour: str | None, minute: str | None) -> dt.time | None:
    if hour is None:
        return None
    try:
        return dt.time(int(hour) % 24, int(minute or 0))
    except ValueError:
        return None
