"""The program's own papers read back from their tags: every part is what it was."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import pgettext
from app.importing.content.parts import letters_of
from app.importing.content.wraps import setting_of
from app.importing.dates import find_date, find_span
from app.importing.layouts.punkt import has_minutes, read_next_meeting
from app.importing.lines import Line, doc_width
from app.importing.own.by_lines import is_furniture
from app.importing.own.items import read_own_item
from app.importing.own.people import read_own_people
from app.importing.own.words import Known
from app.importing.pdf.tagged import Element, read_tagged
from app.importing.people.attendance import add_people
from app.models.draft import AttendanceDraft, MeetingDraft, UnplacedLine
from app.models.richtext import plain, text_of

_LAYOUT = "C"


def read_own_paper(data: bytes, lines: Sequence[Line]) -> MeetingDraft | None:
    """The meeting that a paper of this program tells of, or None for one that lost its tags.

    ``lines`` are those of the whole file: what stands there without tags is not placed.
    """
    tagged = read_tagged(data)
    document = _document(tagged) if tagged is not None else None
    if tagged is None or document is None:
        return None
    meeting = MeetingDraft(layout=_LAYOUT)
    _read_front(document, meeting)
    known = _known(meeting, lines)
    meeting.items = [read_own_item(one, known) for one in document.elements("Sect")]
    meeting.is_minutes = has_minutes(meeting)
    _read_announced(meeting)
    _account(meeting, tagged, lines)
    return meeting


def _document(tagged: Element) -> Element | None:
    """The paper itself: its front has one title, and each of its items a heading."""
    for one in tagged.elements("Document"):
        heads = [section.elements()[:1] for section in one.elements("Sect")]
        if one.elements("H1") and all(head and head[0].tag == "H2" for head in heads):
            return one
    return None


def _known(meeting: MeetingDraft, lines: Sequence[Line]) -> Known:
    """What the front tells the readers of the items."""
    people, organisations = _named(meeting.attendance)
    bodies = tuple(filter(None, (meeting.body, *meeting.letterhead)))
    setting = setting_of(lines, doc_width(lines))
    return Known((), meeting.date, people, organisations, bodies, setting)


def _named(attendance: Sequence[AttendanceDraft]) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(one.name for one in attendance),
        frozenset(one.organisation for one in attendance if one.organisation),
    )


def _read_announced(meeting: MeetingDraft) -> None:
    """The next meeting, wherever its item tells of it."""
    for item in meeting.items:
        text = "\n".join(plain(one.text) for one in item.sections if one.text)
        if item.kind == "next_meeting" and text:
            read_next_meeting(meeting, text)


def _account(meeting: MeetingDraft, tagged: Element, lines: Sequence[Line]) -> None:
    """Count the lines; one with words that no tag holds was put there by somebody else."""
    furniture = [line for line in lines if is_furniture(line)]
    told = letters_of(tagged.text)
    meeting.unplaced = [
        UnplacedLine(line.page, line.number, line.text)
        for line in lines
        if line not in furniture and not all(letters_of(word) in told for word in line.text.split())
    ]
    meeting.lines_total = len(lines)
    meeting.lines_placed = meeting.lines_total - len(meeting.unplaced)
    meeting.lines_furniture = len(furniture)


# --- the front


def _read_front(document: Element, meeting: MeetingDraft) -> None:
    """The group's name above the title, the day below it, then the grid of labels and words."""
    told = [one for one in document.elements("P", "H1")]
    at = next(index for index, one in enumerate(told) if one.tag == "H1")
    meeting.body = told[0].text if at else ""
    meeting.letterhead = tuple(one.text for one in told[1:at])
    meeting.date = find_date(" ".join(one.text for one in told[at + 1 :]))
    for grid in document.elements("L")[:1]:
        for row in grid.elements("LI"):
            words = " ".join(one.text for one in row.elements("LBody"))
            _read_row(meeting, " ".join(one.text for one in row.elements("Lbl")), words)


def _read_row(meeting: MeetingDraft, heading: str, words: str) -> None:
    if heading == pgettext("paper", "Meeting"):
        meeting.title = words
    elif heading == pgettext("paper", "Time"):
        meeting.start, meeting.end = find_span(words)
    elif heading == pgettext("paper", "Place"):
        meeting.place = words
    elif heading == pgettext("paper", "Other information"):
        meeting.other_info = text_of(words)
    else:
        add_people(meeting.attendance, read_own_people(words, heading), is_role=False)
