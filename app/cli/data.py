"""The data that a verb works on, and the meeting that somebody named."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from app.errors import FileProblem, InvalidInput, NotFound
from app.i18n import MONTHS, clock_span, long_date
from app.paths import AppPaths

if TYPE_CHECKING:
    from app.services.queries.meetings import MeetingRow
    from app.storage.database import Database

SHORT_ID = 8
"""Characters of an id that lists show and that are enough to name a meeting."""


def open_data(paths: AppPaths) -> Database:
    """The data of the folder; raises ``FileProblem`` when there are none or they cannot be used."""
    from app.storage.database import Database

    paths.require_chosen()
    if not paths.database.exists():
        raise FileProblem(
            "There are no data in {folder} yet. Import a paper first.", folder=str(paths.data_dir)
        )
    return Database.open(paths.database)


def find_meeting(database: Database, words: str) -> MeetingRow:
    """The meeting of that date or id; raises ``InvalidInput`` or ``NotFound`` with what to do."""
    from app.services.queries.meetings import meeting_rows

    rows, day = meeting_rows(database), _date(words)
    if day is not None:
        return _only(
            [row for row in rows if row.date == day],
            NotFound("There is no meeting on {day}. “meetings” lists them.", day=long_date(day)),
        )
    key = words.strip().lower()
    if not re.fullmatch(rf"[0-9a-f][0-9a-f-]{{{SHORT_ID - 1},35}}", key):
        raise InvalidInput(
            "“{words}” is neither a date nor an id. Write for example 2027-01-14.", words=words
        )
    return _only(
        [row for row in rows if str(row.id).startswith(key)],
        NotFound("There is no meeting with the id {key}. “meetings” lists them.", key=key),
    )


def _only(rows: list[MeetingRow], missing: NotFound) -> MeetingRow:
    if not rows:
        raise missing
    if len(rows) > 1:
        raise InvalidInput(
            "{count} meetings fit: {meetings}. Write the id instead.",
            count=len(rows),
            meetings=", ".join(describe(row) for row in rows),
        )
    return rows[0]


def describe(row: MeetingRow) -> str:
    """``DAS Social kl. 12.00–16.00 (3f2a9c01)``."""
    words = " ".join(part for part in (row.body_name, clock_span(row.start, row.end)) if part)
    return f"{words} ({str(row.id)[:SHORT_ID]})".replace("\u00a0", " ")


_NUMBERS = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([a-zæøå]+)\s+(\d{4})")


def read_date(words: str) -> dt.date:
    """The date that somebody wrote; raises ``InvalidInput``."""
    day = _date(words)
    if day is None:
        raise InvalidInput("“{words}” is no date. Write for example 2027-01-14.", words=words)
    return day


def _date(words: str) -> dt.date | None:
    """A date as ``2027-01-14``, ``14.01.2027``, ``14/1-2027`` or ``14. januar 2027``.

    ``None`` when the words are no date at all; raises ``InvalidInput`` for one that does not exist.
    """
    text = words.strip().lower()
    if match := _NUMBERS.fullmatch(text):
        year, month, day = match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)
    elif (match := _WORDS.fullmatch(text)) and match[2] in MONTHS:
        year, month, day = match[3], str(MONTHS.index(match[2]) + 1), match[1]
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError as error:
        raise InvalidInput(
            "The date {words} does not exist. Write for example 2027-01-14.", words=words
        ) from error
