"""Lists across meetings: decisions, follow-ups, bodies."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, ItemSection, RecommendationPoint, RecommendationSet
from app.models.body import Body, BodyKind, BodyState
from app.models.decision import Decision, Outcome
from app.models.follow_up import ActorKind, FollowUp, FollowUpStatus
from app.models.meeting import Meeting
from app.models.person import Membership, MembershipRole, Person
from app.models.points import PointName, SetOfPoints, point_names
from app.models.richtext import RichText, plain
from app.services.queries.decided import written_decisions
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with where it was made. ``point_label`` names the point that it answers, ``words``
    is what was written, or the point's text where only the outcome was set. ``id`` is that of the
    section where the decision stands in the text alone."""

    id: UUID
    meeting_id: UUID
    item_id: UUID
    point_id: UUID | None
    body_name: str
    date: dt.date
    item_number: int | None
    item_title: str
    case_number: str
    is_closed: bool
    outcome: Outcome | None
    point_label: str
    words: str


_Place = tuple[AgendaItem, Meeting, Body]


def decision_rows(database: Database) -> list[DecisionRow]:
    """All decisions, newest meeting first, in the order of the agenda and its points.

    What stands in the text of an item belongs to its only decision, otherwise it is one more.
    """
    with database.read() as session:
        found = session.execute(_decisions()).all()
        labels, written = _point_labels(session), written_decisions(session)
    count = Counter(item.id for _decision, item, *_rest in found)
    points = {point_id: place for place, point_id in enumerate(labels)}
    rows: list[tuple[tuple[Any, ...], DecisionRow]] = []
    for decision, item, meeting, body, point_text in found:
        words, place = plain(decision.text), (item, meeting, body)
        label = labels.get(decision.point_id, "") if decision.point_id else ""
        if not words and count[item.id] == 1 and item.id in written:
            words, label = written.pop(item.id).words, ""
        words = words or plain(point_text or RichText())
        row = _decision_row(place, decision.id, decision.point_id, decision.outcome, label, words)
        at = points[decision.point_id] if decision.point_id else len(points)
        rows.append(((*_order(place), at, decision.position), row))
    for one in written.values():
        place = one.item, one.meeting, one.body
        row = _decision_row(place, one.section_id, None, None, "", one.words)
        rows.append(((*_order(place), len(points) + 1, 0), row))
    return [row for _key, row in sorted(rows, key=lambda pair: pair[0])]


def _decision_row(
    place: _Place,
    row_id: UUID,
    point_id: UUID | None,
    outcome: Outcome | None,
    label: str,
    words: str,
) -> DecisionRow:
    item, meeting, body = place
    return DecisionRow(
        id=row_id,
        meeting_id=meeting.id,
        item_id=item.id,
        point_id=point_id,
        body_name=body.shown_name,
        date=meeting.date,
        item_number=item.number,
        item_title=item.title,
        case_number=item.case_number_printed,
        is_closed=item.is_closed,
        outcome=outcome,
        point_label=label,
        words=words,
    )


def _order(place: _Place) -> tuple[Any, ...]:
    """Newest meeting first, then by body, then as on the agenda."""
    item, meeting, body = place
    return -meeting.date.toordinal(), body.name, meeting.id, item.position, item.id


def _decisions() -> sa.Select[Decision, AgendaItem, Meeting, Body, RichText]:
    return (
        sa.select(Decision, AgendaItem, Meeting, Body, RecommendationPoint.text)
        .join(AgendaItem, Decision.item_id == AgendaItem.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .join(Body, Meeting.body_id == Body.id)
        .outerjoin(RecommendationPoint, Decision.point_id == RecommendationPoint.id)
        .where(sa.or_(Decision.outcome.is_not(None), sa.cast(Decision.text, sa.Text) != ""))
    )


def _point_labels(session: orm.Session) -> dict[UUID, str]:
    """What a decision on each point is called; the points of an item in reading order."""
    query = (
        sa.select(RecommendationSet, RecommendationPoint.id, RecommendationPoint.number_text)
        .join(RecommendationPoint.recommendation_set)
        .outerjoin(ItemSection, RecommendationSet.section_id == ItemSection.id)
        .order_by(
            ItemSection.position.is_(None),
            ItemSection.position,
            RecommendationSet.position,
            RecommendationPoint.position,
        )
    )
    items: dict[UUID, dict[RecommendationSet, dict[UUID, str]]] = defaultdict(dict)
    for found, point_id, printed in session.execute(query):
        items[found.item_id].setdefault(found, {})[point_id] = printed
    return {
        point_id: name.label for sets in items.values() for point_id, name in _names(sets).items()
    }


def _names(sets: dict[RecommendationSet, dict[UUID, str]]) -> dict[UUID, PointName]:
    names = point_names(
        [SetOfPoints(s.from_text.strip(), list(points.values())) for s, points in sets.items()]
    )
    ids = (point_id for points in sets.values() for point_id in points)
    return dict(zip(ids, names, strict=True))


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
    actor_body = orm.aliased(Body)
    query = (
        sa.select(FollowUp, AgendaItem, Meeting, Body, Person.name, actor_body)
        .join(AgendaItem, FollowUp.item_id == AgendaItem.id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .join(Body, Meeting.body_id == Body.id)
        .outerjoin(Person, FollowUp.actor_person_id == Person.id)
        .outerjoin(actor_body, FollowUp.actor_body_id == actor_body.id)
        .order_by(FollowUp.due_from.is_(None), FollowUp.due_from, Meeting.date, FollowUp.position)
    )
    if not with_finished:
        query = query.where(FollowUp.status.in_([FollowUpStatus.OPEN, FollowUpStatus.WAITING]))
    with database.read() as session:
        return [
            FollowUpRow(
                id=follow_up.id,
                meeting_id=meeting.id,
                item_id=item.id,
                body_name=body.shown_name,
                date=meeting.date,
                item_title=item.title,
                is_closed=item.is_closed,
                action=follow_up.action,
                actor_kind=follow_up.actor_kind,
                actor_name=person or "",
                actor_body=charged.shown_name if charged else "",
                due=follow_up.due_verbatim,
                due_from=follow_up.due_from,
                due_to=follow_up.due_to,
                status=follow_up.status,
            )
            for follow_up, item, meeting, body, person, charged in session.execute(query)
        ]


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body in the list."""

    id: UUID
    code: str
    name: str
    short_name: str
    kind: BodyKind
    state: BodyState
    meeting_count: int
    member_count: int
    latest_on: dt.date | None


def body_rows(database: Database) -> list[BodyRow]:
    """All bodies by name, those from outside last, with what they hold."""
    meetings = (
        sa.select(sa.func.count(Meeting.id)).where(Meeting.body_id == Body.id).scalar_subquery()
    )
    latest = (
        sa.select(sa.func.max(Meeting.date)).where(Meeting.body_id == Body.id).scalar_subquery()
    )
    members = (
        sa.select(sa.func.count(Membership.id))
        .where(Membership.body_id == Body.id, Membership.to_on.is_(None))
        .scalar_subquery()
    )
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
                sa.select(Body, meetings, members, latest).order_by(Body.is_external, Body.name)
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
    query = (
        sa.select(Membership, Person)
        .join(Person, Membership.person_id == Person.id)
        .where(Membership.body_id == body_id, Membership.to_on.is_(None))
        .order_by(Membership.position)
    )
    with database.read() as session:
        return [
            MemberRow(m.id, p.id, p.name, p.title, p.organisation, m.role)
            for m, p in session.execute(query)
        ]
