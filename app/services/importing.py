"""Imported papers into the data: all meetings of a draft in one step, none of them twice."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.errors import InvalidInput
from app.models.agenda import AgendaItem
from app.models.agenda_words import ItemKind
from app.models.body import Body
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.models.meeting import Meeting, MeetingMode, MeetingState, SourceLayout, UnplacedLine
from app.models.richtext import plain
from app.services.finding import get
from app.services.import_bodies import find_body, make_body
from app.services.import_items import add_item
from app.services.import_links import link_minutes
from app.services.import_people import add_attendances
from app.storage.actions import Action
from app.storage.database import Database


@dataclass(slots=True)
class ImportResult:
    """What an import did.

    ``created`` are new meetings, ``known`` those that came from the same file before, ``occupied``
    those that were in the data from elsewhere and were left as they are.
    """

    created: list[UUID] = field(default_factory=list)
    known: list[UUID] = field(default_factory=list)
    occupied: list[UUID] = field(default_factory=list)

    @property
    def meetings(self) -> list[UUID]:
        """Every meeting the paper tells of."""
        return [*self.created, *self.known, *self.occupied]


def import_draft(
    database: Database,
    draft: ImportDraft,
    actor: str = "",
    *,
    body_id: UUID | None = None,
    date: dt.date | None = None,
) -> ImportResult:
    """Write the meetings of a draft that are not in the data yet.

    ``body_id`` and ``date`` stand in for what the paper itself does not say. Raises
    ``InvalidInput`` when group or date are still missing. A meeting that is there is never changed.
    """
    check_can_be_placed(draft, body_id, date)
    with database.write(Action.IMPORT_MEETING, actor) as session:
        result = ImportResult()
        rows: dict[int, Meeting] = {}
        for meeting in draft.meetings:
            rows[id(meeting)] = take_in_meeting(session, draft, meeting, result, body_id, date)
        session.flush()
        link_attached(session, draft, rows, result)
        for body in {row.body_id for row in rows.values()} if result.created else ():
            link_minutes(session, body, result.created)
    return result


def check_can_be_placed(
    draft: ImportDraft, body_id: UUID | None, date: dt.date | None, body_name: str = ""
) -> None:
    """Raise ``InvalidInput`` where neither paper nor caller says who met, or when."""
    for meeting in draft.meetings:
        if not meeting.body and body_id is None and not body_name.strip():
            raise InvalidInput(
                "The paper does not say which group met. Choose the group or write its name."
            )
        if meeting.date is None and date is None:
            raise InvalidInput("The paper does not say when the meeting was held. Give the date.")


def take_in_meeting(
    session: orm.Session,
    draft: ImportDraft,
    meeting: MeetingDraft,
    result: ImportResult,
    body_id: UUID | None,
    date: dt.date | None,
    body_name: str = "",
) -> Meeting:
    """The row of a meeting, found or made; a group is only made for a meeting that is new."""
    held_on = meeting.date or date
    assert held_on is not None
    body = named_body(session, meeting, body_id, body_name)
    if (found := existing_meeting(session, draft, meeting, body, held_on)) is not None:
        is_same = found.source_sha256 == draft.source_sha256
        (result.known if is_same else result.occupied).append(found.id)
        return found
    if body is None:
        body = make_body(session, meeting.body or body_name, _usual_lead(meeting))
    row = _make(session, draft, meeting, body, held_on)
    result.created.append(row.id)
    return row


def named_body(
    session: orm.Session, meeting: MeetingDraft, body_id: UUID | None, body_name: str
) -> Body | None:
    """The body that the paper names, otherwise the given one; None for one that is not there."""
    if body_id is not None and not meeting.body:
        return get(session, Body, body_id)
    return find_body(session, meeting.body or body_name)


def _usual_lead(meeting: MeetingDraft) -> str:
    """The lead that most recommendations have, where it names the body ("…, at Styregruppen")."""
    leads = Counter(
        found.lead.strip().rstrip(":")
        for item in meeting.items
        for found in item.recommendation_sets
        if not found.from_body and re.match(r"det indstilles, at \w", found.lead, re.IGNORECASE)
    )
    return leads.most_common(1)[0][0] if leads else ""


def existing_meeting(
    session: orm.Session,
    draft: ImportDraft,
    meeting: MeetingDraft,
    body: Body | None,
    date: dt.date,
) -> Meeting | None:
    """The same meeting: from this file, though date or group were changed, or of body and day."""
    sha256, is_only = draft.source_sha256, len(draft.meetings) == 1
    from_file = session.scalars(sa.select(Meeting).where(Meeting.source_sha256 == sha256)).all()
    for row in from_file:
        if row.date == date or is_only:
            return row
    if body is None or SourceLayout(meeting.layout.lower()) is SourceLayout.UNKNOWN:
        return None  # a letter or a note is no meeting: two of one day are two papers
    same_day = session.scalars(sa.select(Meeting).where(Meeting.date == date)).all()
    for row in same_day:
        starts_differ = row.start and meeting.start and row.start != meeting.start
        if row.body_id == body.id and not starts_differ:
            return row
    return None


def _make(
    session: orm.Session, draft: ImportDraft, meeting: MeetingDraft, body: Body, date: dt.date
) -> Meeting:
    row = Meeting(
        body_id=body.id,
        date=date,
        start=meeting.start,
        end=meeting.end,
        place_text=meeting.place,
        mode=_mode(meeting.place),
        case_number=meeting.case_number or _common_case_number(meeting),
        other_info=plain(meeting.other_info),
        state=MeetingState.HELD if meeting.is_minutes else MeetingState.AGENDA_SENT,
        source_layout=SourceLayout(meeting.layout.lower()),
        source_name=draft.source_name,
        source_sha256=draft.source_sha256,
    )
    _announce_next(row, meeting)
    session.add(row)
    session.flush()
    add_attendances(session, row, meeting.attendance)
    for position, item in enumerate(meeting.items):
        add_item(session, row, position, item)
    for line in meeting.unplaced:
        session.add(UnplacedLine(meeting_id=row.id, page=line.page, line=line.line, text=line.text))
    session.flush()
    return row


def _mode(place: str) -> MeetingMode:
    words = place.casefold()
    is_virtual = any(word in words for word in ("virtuel", "teams", "online", "video"))
    return MeetingMode.VIRTUAL if is_virtual else MeetingMode.PHYSICAL


def _common_case_number(meeting: MeetingDraft) -> str:
    """The number that all numbered items share (domain R8), or nothing."""
    found = {item.case_number for item in meeting.items if item.case_number}
    return found.pop() if len(found) == 1 else ""


def _announce_next(row: Meeting, meeting: MeetingDraft) -> None:
    if (announced := meeting.next_meeting) is not None:
        row.next_date, row.next_start = announced.date, announced.start
        row.next_end, row.next_text = announced.end, announced.text


def link_attached(
    session: orm.Session, draft: ImportDraft, rows: dict[int, Meeting], result: ImportResult
) -> None:
    """Minutes attached inside the paper belong to the item that approves them (domain I8, I11)."""
    for meeting in draft.meetings:
        if rows[id(meeting)].id not in result.created:
            continue
        for item in meeting.items:
            for inner in item.attached_minutes:
                _approve(session, rows[id(meeting)], item, rows[id(inner)])


def _approve(session: orm.Session, outer: Meeting, item: ItemDraft, inner: Meeting) -> None:
    row = session.scalar(
        sa.select(AgendaItem).where(
            AgendaItem.meeting_id == outer.id,
            AgendaItem.number == item.number,
            AgendaItem.kind == ItemKind.MINUTES_APPROVAL,
        )
    )
    if row is not None and inner.id != outer.id:
        row.approves_meeting_id = inner.id
