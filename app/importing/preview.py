"""What an import will make, in words for the screen and the command line; nothing is written."""

from __future__ import annotations

from app.i18n import N_, _, ngettext
from app.models.draft import MeetingDraft, Notice

_LAYOUTS = {
    "A": N_("Layout A: one page header an item, minutes under “Referat:”"),
    "B": N_("Layout B: combined minutes with case numbers"),
    "C": N_("Layout C: cover, lists of people, openness at each item"),
    "forum": N_("Layout of a forum: durations and presenters at each item"),
    "unknown": N_("Unknown layout: the whole text in one item"),
}


def remark(notice: Notice) -> str:
    """A notice in the user's language."""
    return _(notice.msgid).format(**dict(notice.values))


def facts(meeting: MeetingDraft) -> list[str]:
    """The layout it was read by, and how much of each kind it has."""
    printed = sum(1 for item in meeting.items if item.is_printed)
    gaps = len(meeting.items) - printed
    people, lines = len(meeting.attendance), len(meeting.unplaced)
    files = sum(len(item.attachments) for item in meeting.items)
    counted = (
        (printed, ngettext("{count} item", "{count} items", printed)),
        (
            gaps,
            ngettext(
                "{count} closed item that is not in the paper",
                "{count} closed items that are not in the paper",
                gaps,
            ),
        ),
        (people, ngettext("{count} person", "{count} people", people)),
        (
            files,
            ngettext("{count} attachment, title only", "{count} attachments, titles only", files),
        ),
        (lines, ngettext("{count} line not placed", "{count} lines not placed", lines)),
    )
    found = [_(_LAYOUTS[meeting.layout])]
    found += [words.format(count=count) for count, words in counted if count]
    if (number := meeting.approved_in_item) is not None:
        found.append(_("Attached to item {number}, which approves it").format(number=number))
    return found
