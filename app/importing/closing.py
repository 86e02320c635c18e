"""Items that a paper closes from outside: by a heading over a series, or in its contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.importing.lines import Line
from app.importing.openness import is_marked_closed, series_of
from app.models.draft import MeetingDraft


def close_marked(meeting: MeetingDraft, lines: Sequence[Line], listed: Mapping[int, str]) -> None:
    """Close what stands under a closed series or is ``listed`` as closed; nothing is opened."""
    told = [(line.number, series_of(line.text)) for line in lines]
    for item in meeting.items:
        over = [is_closed for at, is_closed in told if at <= item.span.first]
        over = [is_closed for is_closed in over if is_closed is not None]
        if (over and over[-1]) or is_marked_closed(listed.get(item.number or 0, "")):
            item.is_closed = True
