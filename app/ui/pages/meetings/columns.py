"""What the list of meetings shows. Public: ``meeting_columns``, ``has_import``,
``grouped``, ``STATE_TONES``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from app.i18n import _, clock_span, long_date, ngettext, sort_key
from app.labels import label
from app.models.meeting import MeetingState
from app.services.queries.meetings import MeetingRow
from app.ui.tables import Cell, Column, Group
from app.ui.tokens import Tone

STATE_TONES = {
    MeetingState.DRAFT: (Tone.ACCENT, "file-pen-line"),
    MeetingState.AGENDA_SENT: (Tone.NEUTRAL, "send"),
    MeetingState.HELD: (Tone.NEUTRAL, "calendar-days"),
    MeetingState.MINUTES_IN_REVIEW: (Tone.AMBER, "message-square"),
    MeetingState.APPROVED: (Tone.GREEN, "check"),
}


def meeting_columns() -> list[Column]:
    """Date, time and place, state, and what is in the meeting; import last (see ``has_import``)."""
    return [
        Column("date", _("Date"), _date, 176, names=True),
        Column("place", _("Time and place"), _place, 220, stretch=True),
        Column("state", _("State"), _state, 176),
        Column("items", _("Items"), lambda row: str(row.item_count), 80, numeric=True),
        Column("closed", _("Closed"), _closed, 84),
        Column("unplaced", _("Import"), _unplaced, 184),
    ]


def has_import(rows: Sequence[MeetingRow]) -> bool:
    """Whether the last column has anything to tell."""
    return any(row.is_imported or row.unplaced_count for row in rows)


def grouped(rows: Sequence[MeetingRow]) -> list[Any]:
    """Groups by name, then the newest year first, each under its heading."""
    made: list[Any] = []
    ordered = sorted(rows, key=lambda row: row.date, reverse=True)
    ordered.sort(key=lambda row: (sort_key(row.body_name), -row.date.year))
    for (name, year), found in groupby(ordered, key=lambda row: (row.body_name, row.date.year)):
        members = list(found)
        count = ngettext("{count} meeting", "{count} meetings", len(members))
        made.append(Group(name, str(year), count.format(count=len(members))))
        made.extend(members)
    return made


def _date(row: MeetingRow) -> str:
    return long_date(row.date, weekday=False)


def _place(row: MeetingRow) -> str:
    """``kl. 12.00–16.00, Regionshuset``."""
    return ", ".join(part for part in (clock_span(row.start, row.end), row.place) if part)


def _state(row: MeetingRow) -> Cell:
    tone, icon = STATE_TONES[row.state]
    return Cell(label(row.state), icon, tone, chip=True)


def _closed(row: MeetingRow) -> Cell | str:
    if not row.closed_count:
        return ""
    return Cell(str(row.closed_count), "lock", Tone.HEATHER)


def _unplaced(row: MeetingRow) -> Cell | str:
    if row.unplaced_count:
        words = ngettext("{count} line not placed", "{count} lines not placed", row.unplaced_count)
        return Cell(words.format(count=row.unplaced_count), "circle-alert", Tone.AMBER)
    return Cell(_("Imported"), "", Tone.NEUTRAL) if row.is_imported else ""
