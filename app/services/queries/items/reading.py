"""The items of a meeting read from the database into the views."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import orm
from sqlalchemy.orm.interfaces import ORMOption

from app.models.agenda import (
    AgendaItem,
    ItemSection,
    RecommendationPoint,
    RecommendationSet,
    SubItem,
)
from app.models.attachment import Attachment
from app.models.body import Body
from app.models.decision import Decision, Statement
from app.models.follow_up import FollowUp
from app.models.meeting import Meeting, MeetingState, SourceLayout
from app.models.points import PointName, names_of, sets_in_order
from app.models.problems import item_problems
from app.models.richtext import RichText
from app.services.finding import get
from app.services.numbers import items_of
from app.services.queries.items.facts import MeetingFacts
from app.services.queries.items.views import (
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


def item_rows(database: Database, meeting_id: UUID) -> list[ItemRow]:
    """The agenda of a meeting in its order, each item with what it still lacks."""
    with database.read() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            return []
        items = items_of(session, meeting_id)
        facts = MeetingFacts(session, meeting)
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


def item_view(database: Database, item_id: UUID) -> ItemView:
    """One item with all its parts; raises ``NotFound``."""
    with database.read() as session:
        item = get(session, AgendaItem, item_id, *_parts())
    return ItemView(
        id=item.id,
        meeting_id=item.meeting_id,
        is_held=item.meeting.state.is_held,
        is_imported=item.meeting.source_layout is not SourceLayout.OWN,
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
        sections=tuple(map(_section, item.sections)),
        sub_items=tuple(map(_sub_item, item.sub_items)),
        recommendations=tuple(_recommendations(item)),
        decisions=tuple(_free_decision(d) for d in item.decisions if d.point_id is None),
        statements=tuple(StatementView(s.id, s.shown_name, s.text) for s in item.statements),
        attachments=tuple(map(_attachment, item.attachments)),
        follow_ups=tuple(map(_follow_up, item.follow_ups)),
    )


def _parts() -> Iterator[ORMOption]:
    """What is read along with an item."""
    yield from map(
        orm.selectinload,
        (
            AgendaItem.presenters,
            AgendaItem.sections,
            AgendaItem.sub_items,
            AgendaItem.attachments,
        ),
    )
    yield orm.selectinload(AgendaItem.recommendation_sets).selectinload(RecommendationSet.points)
    yield orm.selectinload(AgendaItem.decisions).options(
        orm.joinedload(Decision.condition_body),
        orm.joinedload(Decision.anchored_in_body),
        orm.joinedload(Decision.delegated_to_body),
    )
    yield orm.selectinload(AgendaItem.statements).options(
        orm.joinedload(Statement.person), orm.joinedload(Statement.body)
    )
    yield orm.selectinload(AgendaItem.follow_ups).options(
        orm.joinedload(FollowUp.actor_person), orm.joinedload(FollowUp.actor_body)
    )
    yield orm.joinedload(AgendaItem.meeting)


def _section(row: ItemSection) -> SectionView:
    return SectionView(row.id, row.kind, row.label_verbatim, row.text)


def _sub_item(row: SubItem) -> SubItemView:
    return SubItemView(row.id, row.number_text, row.title, row.reporter, row.text)


def _free_decision(row: Decision) -> DecisionView:
    return DecisionView(row.id, row.outcome, row.text, _terms(row))


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
        status=row.status,
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
