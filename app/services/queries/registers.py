"""Lists across meetings: decisions, follow-ups, bodies."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
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
    Recorded,
    Terms,
    item_places,
    meetings_in_order,
    point_labels,
    read_recorded,
    shown_name,
    words_of,
    written_decisions,
)
from app.storage.database import Database

MEETINGS_AT_A_TIME = 25
"""While these are read nothing can be saved, which is to take less than anybody notices."""


class DecisionRow(NamedTuple):
    """A decision with where it was made. ``point_label`` names the point that it answers,
    ``recommended`` is the text of that. ``id`` is that of the section where the decision stands in
    the text alone. Texts are as they are stored; ``words`` reads them."""

    id: UUID
    outcome: Outcome | None
    point_label: str
    texts: tuple[str, ...]
    recommended: str
    terms: Terms
    item_id: UUID
    meeting_id: UUID
    body_name: str
    date: dt.date
    item_number: int | None
    item_title: str
    case_number: str
    is_closed: bool

    @property
    def words(self) -> str:
        """What was written, or the point's text where only the outcome was set.

        Made from the stored texts when it is asked for: of thousands few are looked at.
        """
        return "\n".join(map(words_of, self.texts)) or words_of(self.recommended)


def decision_rows(database: Database) -> list[DecisionRow]:
    """All decisions, newest meeting first, in the order of the agenda and its points."""
    with database.read() as session:
        meetings = meetings_in_order(session)
    rows: list[DecisionRow] = []
    for first in range(0, len(meetings), MEETINGS_AT_A_TIME):
        with database.read() as session:
            recorded = read_recorded(session, meetings[first : first + MEETINGS_AT_A_TIME])
        rows += _decisions_in(recorded)
    return rows


def _decisions_in(recorded: Recorded) -> Iterator[DecisionRow]:
    """What stands in the text of an item belongs to its only decision, otherwise it is one more."""
    labels, written = point_labels(recorded), written_decisions(recorded)
    recommended = {point.key: point.text for point in recorded.points}
    rank = {key: number for number, key in enumerate(labels)}
    decisions: dict[str, list[Any]] = defaultdict(list)
    for decision in sorted(recorded.decisions, key=lambda d: rank.get(d.point_key, len(rank))):
        decisions[decision.item_key].append(decision)
    for key, place in item_places(recorded).items():
        told, made = written.get(key), decisions[key]
        for decision_id, outcome, _key, point_key, text, *bound in made:
            terms = Terms(*bound)
            if told and len(made) == 1 and not words_of(text):
                yield DecisionRow(decision_id, outcome, "", told.texts, "", terms, *place)
                told = None
            else:
                label, point = labels.get(point_key, ""), recommended.get(point_key, "")
                yield DecisionRow(decision_id, outcome, label, (text,), point, terms, *place)
        if told:
            yield DecisionRow(told.section_id, None, "", told.texts, "", Terms(), *place)


class FollowUpRow(NamedTuple):
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
    return list(map(FollowUpRow._make, found))


_CHARGED = orm.aliased(Body)
_FOLLOW_UPS = (
    sa.select(
        FollowUp.id,
        Meeting.id,
        AgendaItem.id,
        shown_name(Body),
        Meeting.date,
        AgendaItem.title,
        AgendaItem.is_closed,
        FollowUp.action,
        FollowUp.actor_kind,
        sa.func.coalesce(Person.name, ""),
        sa.func.coalesce(shown_name(_CHARGED), ""),
        FollowUp.due_verbatim,
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
"""The fields of ``FollowUpRow``."""


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

    @property
    def shown_name(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name


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
