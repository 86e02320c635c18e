"""Lists across meetings: decisions, follow-ups, bodies."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem
from app.models.body import Body, BodyKind, BodyState
from app.models.decision import Outcome
from app.models.follow_up import ActorKind, FollowUp, FollowUpStatus
from app.models.meeting import Meeting
from app.models.person import Membership, MembershipRole, Person
from app.services.finding import seats_of
from app.services.queries.decided import (
    item_places,
    point_labels,
    read_recorded,
    shown_name,
    words_of,
    written_decisions,
)
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with where it was made. ``point_label`` names the point that it answers, ``words``
    is what was written, or the point's text where only the outcome was set. ``id`` is that of the
    section where the decision stands in the text alone."""

    id: UUID
    outcome: Outcome | None
    point_label: str
    words: str
    item_id: UUID
    meeting_id: UUID
    body_name: str
    date: dt.date
    item_number: int | None
    item_title: str
    case_number: str
    is_closed: bool


def decision_rows(database: Database) -> list[DecisionRow]:
    """All decisions, newest meeting first, in the order of the agenda and its points.

    What stands in the text of an item belongs to its only decision, otherwise it is one more.
    """
    with database.read() as session:
        recorded = read_recorded(session)
    labels, written = point_labels(recorded), written_decisions(recorded)
    recommended = {point.key: point.text for point in recorded.points}
    order = {key: rank for rank, key in enumerate([*labels, None])}
    decisions: dict[str, list[Any]] = defaultdict(list)
    for decision in sorted(recorded.decisions, key=lambda one: order[one.point_key]):
        decisions[decision.item_key].append(decision)
    rows: list[DecisionRow] = []
    for key, place in item_places(recorded).items():
        told = written.get(key)
        for one in decisions[key]:
            words, label = words_of(one.text), labels.get(one.point_key, "")
            if not words and told and len(decisions[key]) == 1:
                words, label, told = told.words, "", None
            words = words or words_of(recommended.get(one.point_key, ""))
            rows.append(DecisionRow(one.id, one.outcome, label, words, **place))
        if told:
            rows.append(DecisionRow(told.section_id, None, "", told.words, **place))
    return rows


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up with its source. ``actor_name`` is a person, ``actor_body`` a group."""

    id: UUID
    meeting_id: UUID
    item_id: UUID
    body_name: str
    date: dt.date
    item_title: str
    is_closed: bool
    action: str
    actor_kind: ActorKind
    actor_name: str
    actor_body: str
    due: str
    due_from: dt.date | None
    due_to: dt.date | None
    status: FollowUpStatus


def follow_up_rows(database: Database, *, with_finished: bool = False) -> list[FollowUpRow]:
    """Follow-ups by deadline; those without a date stay visible, last (domain R33)."""
    query = _FOLLOW_UPS
    if not with_finished:
        query = query.where(FollowUp.status.in_([FollowUpStatus.OPEN, FollowUpStatus.WAITING]))
    with database.read() as session:
        found = session.execute(query).all()
    return [FollowUpRow(**one._asdict()) for one in found]


_CHARGED = orm.aliased(Body)
_FOLLOW_UPS = (
    sa.select(
        FollowUp.id,
        Meeting.id.label("meeting_id"),
        AgendaItem.id.label("item_id"),
        shown_name(Body).label("body_name"),
        Meeting.date,
        AgendaItem.title.label("item_title"),
        AgendaItem.is_closed,
        FollowUp.action,
        FollowUp.actor_kind,
        sa.func.coalesce(Person.name, "").label("actor_name"),
        sa.func.coalesce(shown_name(_CHARGED), "").label("actor_body"),
        FollowUp.due_verbatim.label("due"),
        FollowUp.due_from,
        FollowUp.due_to,
        FollowUp.status,
    )
    .join(AgendaItem, FollowUp.item_id == AgendaItem.id)
    .join(Meeting, AgendaItem.meeting_id == Meeting.id)
    .join(Body, Meeting.body_id == Body.id)
    .outerjoin(Person, FollowUp.actor_person_id == Person.id)
    .outerjoin(_CHARGED, FollowUp.actor_body_id == _CHARGED.id)
    .order_by(FollowUp.due_from.is_(None), FollowUp.due_from, Meeting.date, FollowUp.position)
)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body in the list. ``latest_on``: its latest meeting, not one to come."""

    id: UUID
    code: str
    name: str
    short_name: str
    kind: BodyKind
    state: BodyState
    meeting_count: int
    member_count: int
    latest_on: dt.date | None


_MEETINGS = sa.select(sa.func.count(Meeting.id)).where(Meeting.body_id == Body.id).scalar_subquery()
_MEMBERS = (
    sa.select(sa.func.count(Membership.id))
    .where(Membership.body_id == Body.id, Membership.to_on.is_(None))
    .scalar_subquery()
)


def body_rows(database: Database, today: dt.date | None = None) -> list[BodyRow]:
    """All bodies by name, those from outside last, with what they hold."""
    now = today or dt.date.today()
    latest = (
        sa.select(sa.func.max(Meeting.date))
        .where(Meeting.body_id == Body.id, Meeting.date <= now)
        .scalar_subquery()
    )
    held = (Body, _MEETINGS, _MEMBERS, latest)
    with database.read() as session:
        return [
            BodyRow(
                id=body.id,
                code=body.code,
                name=body.name,
                short_name=body.short_name,
                kind=body.kind,
                state=body.state,
                meeting_count=meeting_count,
                member_count=member_count,
                latest_on=latest_on,
            )
            for body, meeting_count, member_count, latest_on in session.execute(
                sa.select(*held).order_by(Body.is_external, Body.name)
            )
        ]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A seat of a body and who holds it."""

    id: UUID
    person_id: UUID
    name: str
    title: str
    organisation: str
    role: MembershipRole


def member_rows(database: Database, body_id: UUID) -> list[MemberRow]:
    """The present members of a body in their order."""
    with database.read() as session:
        return [
            MemberRow(m.id, p.id, p.name, p.title, p.organisation, m.role)
            for m, p in seats_of(session, body_id)
        ]
