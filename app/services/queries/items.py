"""Agenda items: rows for the list, and one item whole for the editor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import (
    AgendaItem,
    ItemSection,
    RecommendationPoint,
    RecommendationSet,
)
from app.models.agenda_words import SectionKind
from app.models.attachment import Attachment
from app.models.body import Body, SectionTemplate
from app.models.decision import Decision, Statement
from app.models.follow_up import FollowUp
from app.models.meeting import Meeting, MeetingState
from app.models.points import PointName, names_of, sets_in_order
from app.models.problems import ItemFacts, item_problems
from app.models.richtext import RichText
from app.services.finding import gone
from app.services.queries.item_views import (
    AttachmentView,
    DecisionTerms,
    DecisionView,
    FollowUpView,
    ItemRow,
    ItemView,
    NamedBody,
    PointView,
    RecommendationView,
    SectionView,
    StatementView,
    SubItemView,
)
from app.storage.database import Database

__all__ = [
    "HELD_STATES",
    "AttachmentView",
    "DecisionTerms",
    "DecisionView",
    "FollowUpView",
    "ItemRow",
    "ItemView",
    "NamedBody",
    "PointView",
    "RecommendationView",
    "SectionView",
    "StatementView",
    "SubItemView",
    "item_rows",
    "item_view",
]

HELD_STATES = frozenset({MeetingState.HELD, MeetingState.MINUTES_IN_REVIEW, MeetingState.APPROVED})


def item_rows(database: Database, meeting_id: UUID) -> list[ItemRow]:
    """The agenda of a meeting in its order, each item with what it still lacks."""
    with database.read() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            return []
        items = session.scalars(
            sa.select(AgendaItem)
            .where(AgendaItem.meeting_id == meeting_id)
            .order_by(AgendaItem.position)
        ).all()
        facts = _Facts(session, meeting)
    is_draft = meeting.state is MeetingState.DRAFT
    return [
        ItemRow(
            id=item.id,
            number=item.number,
            title=item.title,
            kind=item.kind,
            is_closed=item.is_closed,
            case_number=item.case_number_printed,
            duration_min=item.duration_min,
            added_at_meeting=item.added_at_meeting,
            is_movable=is_draft or item.number_at_dispatch is None,
            problems=item_problems(facts.of(item)),
        )
        for item in items
    ]


class _Facts:
    """What completeness asks of all items of a meeting, read with four queries."""

    def __init__(self, session: orm.Session, meeting: Meeting) -> None:
        in_meeting = AgendaItem.meeting_id == meeting.id
        self._required = frozenset(
            session.scalars(
                sa.select(SectionTemplate.kind).where(
                    SectionTemplate.body_id == meeting.body_id, SectionTemplate.is_required
                )
            )
        )
        self._filled: dict[UUID, set[SectionKind]] = defaultdict(set)
        for item_id, kind in session.execute(
            sa.select(ItemSection.item_id, ItemSection.kind)
            .join(AgendaItem, ItemSection.item_id == AgendaItem.id)
            .where(in_meeting, sa.cast(ItemSection.text, sa.Text) != "")
        ):
            self._filled[item_id].add(kind)
        self._recommended: set[UUID] = set()
        self._asked: dict[UUID, set[UUID | None]] = defaultdict(set)
        for item_id, asked_id, is_asked in session.execute(
            sa.select(
                RecommendationSet.item_id,
                RecommendationPoint.id,
                RecommendationSet.is_put_to_decision,
            )
            .join(RecommendationPoint)
            .join(AgendaItem, RecommendationSet.item_id == AgendaItem.id)
            .where(in_meeting)
        ):
            self._recommended.add(item_id)
            if is_asked:
                self._asked[item_id].add(asked_id)
        self._answered: dict[UUID, set[UUID | None]] = defaultdict(set)
        for item_id, point_id in session.execute(
            sa.select(Decision.item_id, Decision.point_id)
            .join(AgendaItem, Decision.item_id == AgendaItem.id)
            .where(
                in_meeting,
                sa.or_(Decision.outcome.is_not(None), sa.cast(Decision.text, sa.Text) != ""),
            )
        ):
            self._answered[item_id].add(point_id)
        self._is_held = meeting.state in HELD_STATES

    def of(self, item: AgendaItem) -> ItemFacts:
        """The facts of one item. A free decision answers all points at once (domain R11)."""
        answered, filled = self._answered[item.id], self._filled[item.id]
        minuted = bool(filled & {SectionKind.MINUTES, SectionKind.DECISION})
        unanswered = 0 if None in answered or minuted else len(self._asked[item.id] - answered)
        return ItemFacts(
            kind=item.kind,
            title=item.title,
            filled=filled,
            required=self._required,
            has_points=item.id in self._recommended,
            unanswered_points=unanswered,
            is_decided=bool(answered) or minuted,
            is_held=self._is_held,
        )


def item_view(database: Database, item_id: UUID) -> ItemView:
    """One item with all its parts; raises ``NotFound``."""
    with database.read() as session:
        item = session.scalars(
            sa.select(AgendaItem)
            .where(AgendaItem.id == item_id)
            .options(
                orm.selectinload(AgendaItem.presenters),
                orm.selectinload(AgendaItem.sections),
                orm.selectinload(AgendaItem.sub_items),
                orm.selectinload(AgendaItem.recommendation_sets).selectinload(
                    RecommendationSet.points
                ),
                orm.selectinload(AgendaItem.decisions).options(
                    orm.joinedload(Decision.condition_body),
                    orm.joinedload(Decision.anchored_in_body),
                    orm.joinedload(Decision.delegated_to_body),
                ),
                orm.selectinload(AgendaItem.statements).options(
                    orm.joinedload(Statement.person), orm.joinedload(Statement.body)
                ),
                orm.selectinload(AgendaItem.attachments),
                orm.selectinload(AgendaItem.follow_ups).options(
                    orm.joinedload(FollowUp.actor_person), orm.joinedload(FollowUp.actor_body)
                ),
                orm.joinedload(AgendaItem.meeting),
            )
        ).first()
    if item is None:
        raise gone()
    return ItemView(
        id=item.id,
        meeting_id=item.meeting_id,
        is_held=item.meeting.state in HELD_STATES,
        body_id=item.meeting.body_id,
        met_on=item.meeting.date,
        number=item.number,
        title=item.title,
        kind=item.kind,
        is_closed=item.is_closed,
        closed_reason=item.closed_reason,
        case_number=item.case_number_printed,
        duration_min=item.duration_min,
        time_from=item.time_from,
        time_to=item.time_to,
        presenters=tuple(presenter.name_as_printed for presenter in item.presenters),
        sections=tuple(SectionView(s.id, s.kind, s.label_verbatim, s.text) for s in item.sections),
        sub_items=tuple(
            SubItemView(s.id, s.number_text, s.title, s.reporter, s.text) for s in item.sub_items
        ),
        recommendations=tuple(_recommendations(item)),
        decisions=tuple(
            DecisionView(d.id, d.outcome, d.text, _terms(d))
            for d in item.decisions
            if d.point_id is None
        ),
        statements=tuple(StatementView(s.id, s.shown_name, s.text) for s in item.statements),
        attachments=tuple(map(_attachment, item.attachments)),
        follow_ups=tuple(map(_follow_up, item.follow_ups)),
    )


def _recommendations(item: AgendaItem) -> Iterator[RecommendationView]:
    """In reading order, the points numbered on through all of them."""
    decisions = {decision.point_id: decision for decision in item.decisions if decision.point_id}
    names, before = names_of(item), 0
    for found in sets_in_order(item):
        yield RecommendationView(
            id=found.id,
            section_id=found.section_id,
            lead=found.lead_in_verbatim,
            from_text=found.from_text,
            list_style=found.list_style,
            is_put_to_decision=found.is_put_to_decision,
            points=tuple(_point(p, decisions.get(p.id), names[p.id]) for p in found.points),
            next_name=PointName(f"{before + 1}.", f"{before + 1}."),
        )
        before += len(found.points)


def _point(point: RecommendationPoint, decision: Decision | None, name: PointName) -> PointView:
    if decision is None:
        return PointView(point.id, point.text, None, None, RichText(), name=name)
    return PointView(
        point.id,
        point.text,
        decision.id,
        decision.outcome,
        decision.text,
        _terms(decision),
        name,
    )


def _terms(decision: Decision) -> DecisionTerms:
    return DecisionTerms(
        modifier=decision.modifier,
        reservation_text=decision.reservation_text,
        condition_text=decision.condition_text,
        dissent_text=decision.dissent_text,
        is_standing_rule=decision.is_standing_rule,
        condition_due=decision.condition_due_verbatim,
        condition_body=_named(decision.condition_body),
        valid_from=decision.valid_from,
        valid_to=decision.valid_to,
        anchored_in=_named(decision.anchored_in_body),
        delegated_to=_named(decision.delegated_to_body),
        delegation_scope=decision.delegation_scope,
        delegated_until=decision.delegated_until,
    )


def _named(body: Body | None) -> NamedBody | None:
    return NamedBody(body.id, body.shown_name) if body else None


def _follow_up(row: FollowUp) -> FollowUpView:
    person, body = row.actor_person, row.actor_body
    return FollowUpView(
        id=row.id,
        action=row.action,
        due=row.due_verbatim,
        actor_kind=row.actor_kind,
        actor_name=person.name if person else body.shown_name if body else "",
        status=row.status.value,
    )


def _attachment(row: Attachment) -> AttachmentView:
    return AttachmentView(
        id=row.id,
        number=row.number,
        title=row.title_verbatim,
        file_name=row.file_name,
        sha256=row.sha256,
        page_count=row.page_count,
        is_closed=row.is_closed,
        is_late=row.appended_after_meeting,
    )
