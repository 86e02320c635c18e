"""What an import will make, as rows and sentences for a screen; nothing is written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.i18n import N_, _, clock_span, long_date, ngettext
from app.models.draft import (
    AttendanceDraft,
    ImportDraft,
    ItemDraft,
    MeetingDraft,
    Notice,
    UnplacedLine,
)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item as it will be made; a gap in the numbers is a closed item without anything else."""

    number: int | None
    title: str
    kind: str
    case_number: str
    is_closed: bool
    is_printed: bool
    sections: int
    points: int
    attachments: int
    outcome: str
    first_line: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person on a list of the paper and whether the body knows the name."""

    name: str
    title: str
    organisation: str
    status: str
    role: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class MeetingPreview:
    """One meeting: heading, sentences, items, people and the lines that found no place."""

    heading: str
    sentences: tuple[str, ...]
    items: tuple[ItemRow, ...]
    people: tuple[PersonRow, ...]
    unplaced: tuple[UnplacedLine, ...]
    layout: str
    coverage: float
    is_attached: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """All of a paper: its meetings and the remarks on reading it."""

    source_name: str
    meetings: tuple[MeetingPreview, ...]
    remarks: tuple[str, ...]


_LAYOUTS = {
    "A": N_("Layout A: one page header an item, minutes under “Referat:”"),
    "B": N_("Layout B: combined minutes with case numbers"),
    "C": N_("Layout C: cover, lists of people, openness at each item"),
    "forum": N_("Layout of a forum: durations and presenters at each item"),
    "unknown": N_("Unknown layout: the whole text in one item"),
}


def preview(draft: ImportDraft, known_names: Collection[str] = ()) -> Preview:
    """The preview of a draft; ``known_names`` are names and aliases of the body's people."""
    known = {" ".join(name.split()).casefold() for name in known_names}
    meetings = tuple(_meeting(meeting, known) for meeting in draft.meetings)
    return Preview(draft.source_name, meetings, tuple(remark(one) for one in draft.notices))


def remark(notice: Notice) -> str:
    """A notice in the user's language."""
    return _(notice.msgid).format(**dict(notice.values))


def _meeting(meeting: MeetingDraft, known: Collection[str]) -> MeetingPreview:
    return MeetingPreview(
        heading=_heading(meeting),
        sentences=tuple(_sentences(meeting)),
        items=tuple(_item(item) for item in meeting.items),
        people=tuple(_person(person, known) for person in meeting.attendance),
        unplaced=tuple(meeting.unplaced),
        layout=_(_LAYOUTS[meeting.layout]),
        coverage=meeting.coverage,
        is_attached=meeting.approved_in_item is not None,
    )


def _heading(meeting: MeetingDraft) -> str:
    parts = [
        meeting.body or _("Group not known"),
        long_date(meeting.date) if meeting.date else _("date not known"),
        clock_span(meeting.start, meeting.end),
    ]
    return ", ".join(part for part in parts if part)


def _sentences(meeting: MeetingDraft) -> list[str]:
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
    found = [words.format(count=count) for count, words in counted if count]
    if (number := meeting.approved_in_item) is not None:
        found.append(_("Attached to item {number}, which approves it").format(number=number))
    return found


def _item(item: ItemDraft) -> ItemRow:
    return ItemRow(
        number=item.number,
        title=item.title,
        kind=item.kind,
        case_number=item.case_number or "",
        is_closed=item.is_closed,
        is_printed=item.is_printed,
        sections=sum(1 for section in item.sections if section.text),
        points=sum(len(made.points) for made in item.recommendation_sets),
        attachments=len(item.attachments),
        outcome=item.outcome.outcome if item.outcome else "",
        first_line=item.span.first,
    )


def _person(person: AttendanceDraft, known: Collection[str]) -> PersonRow:
    is_known = " ".join(person.name.split()).casefold() in known
    return PersonRow(
        person.name, person.title, person.organisation, person.status, person.role, is_known
    )
