"""Meetings for lists and for the head of the workbench."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem
from app.models.body import Body
from app.models.decision import Decision, Outcome
from app.models.meeting import (
    Attendance,
    AttendanceRole,
    AttendanceStatus,
    Meeting,
    MeetingState,
    SourceLayout,
    UnplacedLine,
)
from app.services.finding import get, gone, owned
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in the list."""

    id: UUID
    body_id: UUID
    body_name: str
    date: dt.date
    start: dt.time | None
    end: dt.time | None
    place: str
    state: MeetingState
    item_count: int
    closed_count: int
    unplaced_count: int
    is_imported: bool


def meeting_rows(database: Database) -> list[MeetingRow]:
    """All meetings, newest first."""
    query = _row_query().order_by(Meeting.date.desc(), Body.name)
    with database.read() as session:
        return [_row(found) for found in session.execute(query)]


def meeting_row(database: Database, meeting_id: UUID) -> MeetingRow:
    """One meeting; raises ``NotFound``."""
    with database.read() as session:
        found = session.execute(_row_query().where(Meeting.id == meeting_id)).first()
    if found is None:
        raise gone()
    return _row(found)


def _row_query() -> sa.Select[Meeting, Body, int, int, int]:
    in_meeting = AgendaItem.meeting_id == Meeting.id
    items = sa.select(sa.func.count(AgendaItem.id)).where(in_meeting)
    unplaced = sa.select(sa.func.count(UnplacedLine.id)).where(
        UnplacedLine.meeting_id == Meeting.id
    )
    return sa.select(
        Meeting,
        Body,
        items.scalar_subquery(),
        items.where(AgendaItem.is_closed).scalar_subquery(),
        unplaced.scalar_subquery(),
    ).join(Body, Meeting.body_id == Body.id)


def _row(found: sa.Row[Meeting, Body, int, int, int]) -> MeetingRow:
    meeting, body, items, closed, unplaced = found
    return MeetingRow(
        id=meeting.id,
        body_id=body.id,
        body_name=body.shown_name,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place_text,
        state=meeting.state,
        item_count=items,
        closed_count=closed,
        unplaced_count=unplaced,
        is_imported=meeting.source_layout is not SourceLayout.OWN,
    )


@dataclass(frozen=True, slots=True)
class MeetingFields:
    """Everything about a meeting that a form edits."""

    id: UUID
    body_id: UUID
    body_name: str
    date: dt.date
    start: dt.time | None
    end: dt.time | None
    place_text: str
    case_number: str
    other_info: str
    state: MeetingState
    dispatched_at: dt.datetime | None
    approved_on: dt.date | None


def meeting_fields(database: Database, meeting_id: UUID) -> MeetingFields:
    """One meeting; ``approved_on`` is the date of the later meeting that approves its minutes.

    Until they are approved it is a plan, as the date of a meeting is; afterwards it is that of one
    that was held. A meeting that put the minutes off approves nothing.
    """
    with database.read() as session:
        meeting = get(session, Meeting, meeting_id)
        body = session.get_one(Body, meeting.body_id)
        approved_on = _approved_on(session, meeting)
    return MeetingFields(
        id=meeting.id,
        body_id=body.id,
        body_name=body.shown_name,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place_text=meeting.place_text,
        case_number=meeting.case_number,
        other_info=meeting.other_info,
        state=meeting.state,
        dispatched_at=_local(meeting.dispatched_at),
        approved_on=approved_on,
    )


_HELD = [state for state in MeetingState if state.is_held]
_NOT_APPROVED = sa.select(Decision.item_id).where(
    Decision.outcome.in_([Outcome.POSTPONED, Outcome.REJECTED])
)


def _approved_on(session: orm.Session, meeting: Meeting) -> dt.date | None:
    states = _HELD if meeting.state is MeetingState.APPROVED else MeetingState
    return session.scalar(
        sa.select(sa.func.min(Meeting.date))
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.approves_meeting_id == meeting.id,
            AgendaItem.id.not_in(_NOT_APPROVED),
            Meeting.state.in_(states),
        )
    )


def _local(instant: dt.datetime | None) -> dt.datetime | None:
    """A stored instant, which is UTC, by the clock on the wall."""
    return instant and instant.replace(tzinfo=dt.UTC).astimezone()


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person at a meeting as printed; a paper may name a member who is not on the list."""

    id: UUID
    name: str
    title: str
    organisation: str
    status: AttendanceStatus
    role: AttendanceRole
    substitutes_for_id: UUID | None
    substitutes_for: str
    note: str


def attendance_rows(database: Database, meeting_id: UUID) -> list[AttendanceRow]:
    """Who was there, in print order."""
    with database.read() as session:
        rows = session.scalars(
            sa.select(Attendance)
            .where(Attendance.meeting_id == meeting_id)
            .options(orm.selectinload(Attendance.spans))
            .order_by(Attendance.print_order)
        ).all()
    return [
        AttendanceRow(
            id=row.id,
            name=row.name_as_printed,
            title=row.title_snapshot,
            organisation=row.organisation_snapshot,
            status=row.status,
            role=row.role,
            substitutes_for_id=row.substitutes_for_id,
            substitutes_for=row.substitutes_for_text,
            note=", ".join(span.note for span in row.spans if span.note),
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class UnplacedRow:
    """A line of the imported paper that found no place."""

    id: UUID
    page: int | None
    line: int
    text: str


def unplaced_rows(database: Database, meeting_id: UUID) -> list[UnplacedRow]:
    """The meeting's "ikke placeret" list in the order of the paper."""
    with database.read() as session:
        rows = owned(session, UnplacedLine, UnplacedLine.meeting_id, meeting_id, UnplacedLine.line)
    return [UnplacedRow(row.id, row.page, row.line, row.text) for row in rows]


def unplaced_count(database: Database, meeting_id: UUID) -> int:
    """How many lines are on that list."""
    with database.read() as session:
        return session.scalars(
            sa.select(sa.func.count(UnplacedLine.id)).where(UnplacedLine.meeting_id == meeting_id)
        ).one()
