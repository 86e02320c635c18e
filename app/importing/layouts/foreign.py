"""A paper of unknown layout: whole and readable, in one item, and it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from app.i18n import N_
from app.importing.content.structure import rich_text
from app.importing.content.wraps import Setting, starts_low
from app.importing.dates import find_date, find_span, time_end
from app.importing.furniture import find_furniture, printed_again, without
from app.importing.layouts.openness import is_marked_closed
from app.importing.ledger import add_lost_lines
from app.importing.lines import Line
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft, SectionDraft, Span, notice

_HEAD_LINES = 12
_BEHIND_DATE = re.compile(r"$|[,()]| ?[-–(]| (?:i|på) ")


def read_foreign(lines: Sequence[Line], setting: Setting, draft: ImportDraft) -> MeetingDraft:
    """All text in order as one section of one item; date and time only if the head prints them.

    A header or footer that stands on one page alone is text like any other.
    """
    furniture = printed_again(lines, find_furniture(lines).numbers)
    kept = without(lines, furniture) or list(lines)
    meeting = MeetingDraft(layout="unknown")
    head = kept[:_HEAD_LINES]
    dates = (
        find_date(one.text) for one, below in zip_longest(head, head[1:]) if _dates(one, below)
    )
    meeting.date = next(dates, None)
    meeting.start, meeting.end = find_span(" \n".join(line.text for line in head))
    span = Span(kept[0].number, kept[-1].number)
    section = SectionDraft("other", "", rich_text(kept, setting), span)
    meeting.items = [ItemDraft(1, _title(kept, draft.source_name), sections=[section], span=span)]
    meeting.lines_total = len(lines)
    add_lost_lines(meeting, lines, furniture)
    meeting.lines_placed = len(lines) - len(meeting.unplaced)
    meeting.lines_furniture = len(lines) - len(kept)
    if any(is_marked_closed(line.text) for line in kept):
        meeting.items[0].is_closed = True
        draft.notices.append(
            notice(N_("Parts of the paper are marked as closed, so all of it is kept as closed."))
        )
    draft.notices.append(
        notice(N_("The layout is not known. The whole text stands in one item, in its own order."))
    )
    return meeting


def _dates(line: Line, below: Line | None) -> bool:
    """True for a line that may date the meeting: no sentence, and nothing but time and place."""
    if line.text[-1] in ".,;:" or (below and starts_low(below.text) and not below.gap):
        return False
    return bool(_BEHIND_DATE.match(line.text[time_end(line.text) :]))


def _title(lines: Sequence[Line], name: str) -> str:
    """The first line as title when it is short, otherwise the file's name; it stays in the text."""
    first = lines[0].text
    return first if len(first) <= 120 else name
