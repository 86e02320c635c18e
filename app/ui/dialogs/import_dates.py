"""About when a meeting was held whose paper does not say it. Public: ``held_since(row, rows)``."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from app.models.draft import MeetingDraft
from app.models.richtext import plain
from app.ui.dialogs.import_rows import MeetingRow

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HALF_YEAR = dt.timedelta(days=182)


def held_since(row: MeetingRow, rows: Sequence[MeetingRow], today: dt.date) -> dt.date:
    """The first day of the year in which the meeting was held, by what its paper tells.

    It tells the next meeting, the date of another meeting in it, or a year. Otherwise minutes are
    of the year that ends today, and an agenda is of the days around it.
    """
    announced = row.meeting.next_meeting
    if announced is not None and announced.date is not None:
        return announced.date - 2 * _HALF_YEAR
    others = [one.meeting.date for one in rows if one.paper == row.paper and one.meeting.date]
    if others:
        return max(others) - _HALF_YEAR
    year = _year_in(row.paper, today) or _year_in(" ".join(_words(row.meeting)), today)
    if year:
        return dt.date(year, 1, 1)
    return today - (2 if row.meeting.is_minutes else 1) * _HALF_YEAR


def _year_in(words: str, today: dt.date) -> int | None:
    """The year that is named most often; none that lies ahead."""
    years = [year for year in map(int, _YEAR.findall(words)) if year <= today.year]
    return Counter(years).most_common(1)[0][0] if years else None


def _words(meeting: MeetingDraft) -> Iterator[str]:
    yield meeting.case_number
    for item in meeting.items:
        yield from (item.title, item.case_number or "")
        yield from (plain(section.text) for section in item.sections)
    yield from (line.text for line in meeting.unplaced)
