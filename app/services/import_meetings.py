"""One meeting of an imported paper: found in the data, otherwise made."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.errors import InvalidInput
from app.models.body import Body
from app.models.draft import ImportDraft, MeetingDraft
from app.models.meeting import Meeting, MeetingMode, MeetingState, SourceLayout, UnplacedLine
from app.models.richtext import plain
from app.services.finding import get
from app.services.import_bodies import find_body, make_body
from app.services.import_decisions import add_follow_ups
from app.services.import_items import add_item
from app.services.import_people import add_attendances


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in for a paper that does not say which group met, or when.

    ``body_name`` is the name of a group that may not be there yet; it is made then.
    """

    body_id: UUID | None = None
    date: dt.date | None = None
    body_name: str = ""


NOTHING = Given()


@dataclass(frozen=True, slots=True)
class Incoming:
    """A meeting of a draft with what was given for it; what its paper says goes first."""

    draft: ImportDraft
    meeting: MeetingDraft
    given: Given = NOTHING

    @property
    def date(self) -> dt.date | None:
        """When it was held."""
        return self.meeting.date or self.given.date

    @property
    def body_name(self) -> str:
        """What the group is called, unless it is given by its key."""
        return self.meeting.body or self.given.body_name.strip()

    def body(self, session: orm.Session) -> Body | None:
        """The group that met, if it is there."""
        if self.given.body_id is not None and not self.meeting.body:
            return get(session, Body, self.given.body_id)
        return find_body(session, self.body_name)

    def check(self) -> None:
        """Raise ``InvalidInput`` where nobody says who met, or when."""
        if not self.body_name and self.given.body_id is None:
            raise InvalidInput(
                "The paper does not say which group met. Choose the group or write its name."
            )
        if self.date is None:
            raise InvalidInput("The paper does not say when the meeting was held. Give the date.")


def find_meeting(
    session: orm.Session, incoming: Incoming, taken: Container[UUID] = ()
) -> Meeting | None:
    """The same meeting: from this file, though date or group were changed, or of body and day.

    ``taken`` are those that other meetings of the same draft are; two of one paper are never one.
    """
    of_file = sa.select(Meeting).where(Meeting.source_sha256 == incoming.draft.source_sha256)
    body = incoming.body(session)
    for row in session.scalars(of_file):
        if row.id not in taken and _is_from_file(row, incoming, body):
            return row
    if body is None or SourceLayout(incoming.meeting.layout.lower()) is SourceLayout.UNKNOWN:
        return None  # a letter or a note is no meeting: two of one day are two papers
    same_day = sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.date == incoming.date)
    for row in session.scalars(same_day):
        if row.id not in taken and _may_start_with(row, incoming.meeting):
            return row
    return None


def _is_from_file(row: Meeting, incoming: Incoming, body: Body | None) -> bool:
    """Whether this is the meeting that the row was made from; both are of one file.

    The day tells, unless the file has several meetings of that day.
    """
    others = [one for one in incoming.draft.meetings if one is not incoming.meeting]
    if not others or row.date != incoming.date:
        return not others
    if all(one.date not in (None, row.date) for one in others):
        return True
    return body is not None and row.body_id == body.id and _may_start_with(row, incoming.meeting)


def _may_start_with(row: Meeting, meeting: MeetingDraft) -> bool:
    return not (row.start and meeting.start and row.start != meeting.start)


def make_meeting(session: orm.Session, incoming: Incoming) -> Meeting:
    """The meeting with all that its paper holds; a group that is not there is made first."""
    meeting = incoming.meeting
    body = incoming.body(session) or make_body(
        session, incoming.body_name, _usual_lead(meeting), meeting.letterhead
    )
    row = _head(incoming, body)
    session.add(row)
    session.flush()
    items = [add_item(session, row, at, item) for at, item in enumerate(meeting.items)]
    add_attendances(session, row, meeting.attendance)
    for made, item in zip(items, meeting.items, strict=True):
        add_follow_ups(session, row, made, item.follow_ups)
    for line in meeting.unplaced:
        session.add(UnplacedLine(meeting_id=row.id, page=line.page, line=line.line, text=line.text))
    session.flush()
    return row


def _head(incoming: Incoming, body: Body) -> Meeting:
    draft, meeting = incoming.draft, incoming.meeting
    row = Meeting(
        body_id=body.id,
        date=incoming.date,
        start=meeting.start,
        end=meeting.end,
        place_text=meeting.place,
        title_override=meeting.title,
        mode=_mode(meeting.place),
        case_number=meeting.case_number or _common_case_number(meeting),
        other_info=plain(meeting.other_info),
        state=MeetingState.HELD if meeting.is_minutes else MeetingState.AGENDA_SENT,
        source_layout=SourceLayout(meeting.layout.lower()),
        source_name=draft.source_name,
        source_sha256=draft.source_sha256,
    )
    if (announced := meeting.next_meeting) is not None:
        row.next_date, row.next_start = announced.date, announced.start
        row.next_end, row.next_text = announced.end, announced.text
    return row


def _usual_lead(meeting: MeetingDraft) -> str:
    """The lead that most recommendations have, where it names the body ("…, at Styregruppen")."""
    leads = Counter(
        found.lead.strip().rstrip(":")
        for item in meeting.items
        for found in item.recommendation_sets
        if found.points
        and not found.from_body
        and re.match(r"det indstilles, at \w", found.lead, re.IGNORECASE)
    )
    return leads.most_common(1)[0][0] if leads else ""


def _mode(place: str) -> MeetingMode:
    words = place.casefold()
    is_virtual = any(word in words for word in ("virtuel", "teams", "online", "video"))
    return MeetingMode.VIRTUAL if is_virtual else MeetingMode.PHYSICAL


def _common_case_number(meeting: MeetingDraft) -> str:
    """The number that all numbered items share (domain R8), or nothing."""
    found = {item.case_number for item in meeting.items if item.case_number}
    return found.pop() if len(found) == 1 else ""
