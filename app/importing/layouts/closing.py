"""Items that a paper closes from outside: by a heading over a series, or in its contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.i18n import N_
from app.importing.content.items import CLOSED_TITLE
from app.importing.layouts.openness import is_marked_closed, series_of, split_mark
from app.importing.lines import Line
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft, notice


def close_marked(meeting: MeetingDraft, lines: Sequence[Line], listed: Mapping[int, str]) -> None:
    """Close what stands under a closed series or is ``listed`` as closed; nothing is opened."""
    told = [(line.number, series_of(line.text)) for line in lines]
    for item in meeting.items:
        over = [is_closed for at, is_closed in told if at <= item.span.first]
        over = [is_closed for is_closed in over if is_closed is not None]
        if (over and over[-1]) or is_marked_closed(listed.get(item.number or 0, "")):
            item.is_closed = True


def close_gaps(meeting: MeetingDraft, draft: ImportDraft, listed: Mapping[int, str]) -> None:
    """Numbers missing between printed items are closed items; nothing is renumbered.

    ``listed`` are the titles of the paper's own contents, by number.
    """
    items: list[ItemDraft] = []
    for item in meeting.items:
        before = next((one.number for one in reversed(items) if one.number is not None), None)
        if before is not None and item.number is not None and 1 < item.number - before <= 5:
            for number in range(before + 1, item.number):
                title = split_mark(listed.get(number, CLOSED_TITLE))[0]
                items.append(ItemDraft(number, title, is_closed=True, is_printed=False))
                draft.notices.append(
                    notice(
                        N_("Item {number} is not in the paper. It is kept as a closed item."),
                        number=number,
                    )
                )
        items.append(item)
    meeting.items = items
