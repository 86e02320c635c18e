"""Meetings: make, change, delete, and move them through their states."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.errors import InvalidInput
from app.models.agenda import AgendaItem
from app.models.agenda_words import ItemKind
from app.models.body import Body, FixedItem
from app.models.decision import Decision
from app.models.follow_up import FollowUp
from app.models.fuzzy_date import parse_fuzzy_date
from app.models.meeting import Attendance, Meeting, MeetingState, SourceLayout
from app.models.person import Membership, Person
from app.services.attachments import renumber_attachments
from app.services.fields import update
from app.services.finding import get, owned
from app.services.numbers import items_of, renumber
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree

EDITABLE = frozenset({"date", "start", "end", "place_text", "case_number", "other_info"})
ORDER = list(MeetingState)


def create_meeting(
    database: Database,
    body_id: UUID,
    date: dt.date,
    *,
    start: dt.time | None = None,
    end: dt.time | None = None,
    place_text: str = "",
    by_habit: bool = True,
) -> UUID:
    """A draft meeting with the body's fixed items and its present members.

    ``by_habit``: times and place that are not given are those the body is used to. The item that
    approves minutes names the meeting before this one, and a draft that comes next names this one.
    """
    with database.write(Action.CREATE_MEETING) as session:
        body = get(session, Body, body_id)
        meeting = Meeting(body_id=body_id, date=date, start=start, end=end, place_text=place_text)
        if by_habit:
            _use_habits(meeting, body)
        _check_times(meeting)
        session.add(meeting)
        session.flush()
        _add_fixed_items(session, meeting)
        _put_up_next(session, meeting)
        _add_members(session, meeting)
        renumber(session, meeting)
    return meeting.id


def _use_habits(meeting: Meeting, body: Body) -> None:
    meeting.start = meeting.start or body.default_start
    meeting.end = meeting.end or body.default_end
    meeting.place_text = meeting.place_text or body.default_place


def _add_fixed_items(session: orm.Session, meeting: Meeting) -> None:
    fixed = owned(session, FixedItem, FixedItem.body_id, meeting.body_id, FixedItem.position)
    for position, template in enumerate(fixed):
        item = AgendaItem(
            meeting_id=meeting.id,
            position=position,
            kind=template.kind,
            title=template.title,
            duration_min=template.duration_min,
        )
        if template.kind is ItemKind.MINUTES_APPROVAL:
            item.approves_meeting_id = _previous_meeting(session, meeting)
        session.add(item)


def _previous_meeting(session: orm.Session, meeting: Meeting) -> UUID | None:
    """The body's latest meeting before this one whose minutes are not approved yet (domain R3)."""
    return session.scalar(
        sa.select(Meeting.id)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.date < meeting.date,
            Meeting.state != MeetingState.APPROVED,
        )
        .order_by(Meeting.date.desc())
        .limit(1)
    )


def _put_up_next(session: orm.Session, meeting: Meeting) -> None:
    """Meetings may be made in any order: the draft after this one approves its minutes."""
    following = session.scalar(
        sa.select(Meeting)
        .where(Meeting.body_id == meeting.body_id, Meeting.date > meeting.date)
        .order_by(Meeting.date)
        .limit(1)
    )
    if following is None or following.state is not MeetingState.DRAFT:
        return
    for item in items_of(session, following.id):
        named = item.approves_meeting_id and session.get_one(Meeting, item.approves_meeting_id)
        if item.kind is ItemKind.MINUTES_APPROVAL and (not named or named.date < meeting.date):
            item.approves_meeting_id = meeting.id


def _add_members(session: orm.Session, meeting: Meeting) -> None:
    people = session.scalars(
        sa.select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Person.name != "",
            Membership.body_id == meeting.body_id,
            sa.or_(Membership.from_on.is_(None), Membership.from_on <= meeting.date),
            sa.or_(Membership.to_on.is_(None), Membership.to_on > meeting.date),
        )
        .order_by(Membership.position)
    ).all()
    for order, person in enumerate(dict.fromkeys(people)):  # who returned may have two seats
        session.add(
            Attendance(
                meeting_id=meeting.id,
                person_id=person.id,
                name_as_printed=person.name,
                title_snapshot=person.title,
                organisation_snapshot=person.organisation,
                print_order=order,
            )
        )


def edit_meeting(database: Database, meeting_id: UUID, **values: Any) -> None:
    """Change fields named in ``EDITABLE``; raises ``InvalidInput`` for impossible times.

    With another date the deadlines that were read from it are read anew.
    """
    with database.write(Action.EDIT_MEETING) as session:
        meeting = get(session, Meeting, meeting_id)
        before = meeting.date
        update(meeting, values, EDITABLE)
        _check_times(meeting)
        if meeting.date != before:
            _count_anew(session, meeting)


def _count_anew(session: orm.Session, meeting: Meeting) -> None:
    items = sa.select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id)
    for task in session.scalars(sa.select(FollowUp).where(FollowUp.item_id.in_(items))):
        task.due = parse_fuzzy_date(task.due.verbatim, meeting.date)
    for decision in session.scalars(sa.select(Decision).where(Decision.item_id.in_(items))):
        decision.condition_due = parse_fuzzy_date(decision.condition_due.verbatim, meeting.date)


def _check_times(meeting: Meeting) -> None:
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        raise InvalidInput("The meeting ends before it begins. Correct the times.")


def delete_meeting(database: Database, meeting_id: UUID) -> None:
    """Delete a meeting with all that belongs to it; links from other meetings are loosened."""
    with database.write(Action.DELETE_MEETING) as session:
        delete_tree(session, get(session, Meeting, meeting_id))


def change_state(
    database: Database, meeting_id: UUID, state: MeetingState, *, reason: str = ""
) -> None:
    """Move a meeting to another state.

    Leaving the draft freezes the numbers (domain R5). Going back takes a reason and, to the
    draft, lets the numbers of items and attachments follow the order again; what was added
    meanwhile is then like any other item. Approving is done here alone: which meeting
    does so is told by its ``approves_meeting``.
    """
    with database.write(Action.CHANGE_MEETING_STATE) as session:
        meeting = get(session, Meeting, meeting_id)
        if ORDER.index(state) < ORDER.index(meeting.state) and not reason.strip():
            raise InvalidInput("Write why the meeting goes back.")
        was_draft = meeting.state is MeetingState.DRAFT
        meeting.state = state
        meeting.state_reason = reason.strip()
        if was_draft and state is not MeetingState.DRAFT:
            _freeze(session, meeting)
            if state is MeetingState.AGENDA_SENT:
                meeting.dispatched_at = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
        elif state is MeetingState.DRAFT:
            _thaw(session, meeting)


def _freeze(session: orm.Session, meeting: Meeting) -> None:
    for item in items_of(session, meeting.id):
        item.number_at_dispatch = item.number


def _thaw(session: orm.Session, meeting: Meeting) -> None:
    meeting.dispatched_at = None
    for item in items_of(session, meeting.id):
        item.number_at_dispatch = None
        if meeting.source_layout is SourceLayout.OWN:
            item.added_at_meeting = False
        renumber_attachments(session, item.id)
    renumber(session, meeting)
