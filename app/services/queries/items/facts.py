"""What completeness asks of the items of a meeting, read for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, ItemSection, RecommendationPoint, RecommendationSet
from app.models.agenda_words import SectionKind
from app.models.body import SectionTemplate
from app.models.decision import Decision
from app.models.follow_up import FollowUp
from app.models.meeting import Meeting, SourceLayout
from app.models.problems import ItemFacts, answers_all
from app.models.richtext import EMPTY


class MeetingFacts:
    """The facts of a meeting's items, read with five queries."""

    def __init__(self, session: orm.Session, meeting: Meeting) -> None:
        in_meeting = AgendaItem.meeting_id == meeting.id
        self._is_held = meeting.state.is_held
        self._is_imported = meeting.source_layout is not SourceLayout.OWN
        self._required = frozenset(
            session.scalars(
                sa.select(SectionTemplate.kind).where(
                    SectionTemplate.body_id == meeting.body_id, SectionTemplate.is_required
                )
            )
        )
        self._filled = _grouped(session.execute(_FILLED.where(in_meeting)))
        answers = session.execute(_ANSWERED.where(in_meeting)).all()
        self._answered = _grouped((item_id, point_id) for item_id, point_id, _outcome in answers)
        self._settled = {item for item, point, outcome in answers if outcome and point is None}
        points = session.execute(_POINTS.where(in_meeting)).all()
        self._recommended = {item_id for item_id, _point_id, _is_asked in points}
        self._asked = _grouped((item_id, point_id) for item_id, point_id, asked in points if asked)
        self._unnamed_tasks = set(session.scalars(_UNNAMED_TASKS.where(in_meeting)))

    def of(self, item: AgendaItem) -> ItemFacts:
        """The facts of one item. A point without words asks for nothing."""
        answered, filled = self._answered[item.id], self._filled[item.id]
        minuted = bool(filled & {SectionKind.MINUTES, SectionKind.DECISION})
        holds_words = bool(filled or answered or item.id in self._recommended)
        at_once = None in answered and answers_all(
            has_outcome=item.id in self._settled,
            has_own_answers=len(answered) > 1,
            is_imported=self._is_imported,
        )
        unanswered = 0 if at_once or minuted else len(self._asked[item.id] - answered)
        return ItemFacts(
            kind=item.kind,
            title=item.title,
            filled=filled,
            required=self._required,
            has_points=item.id in self._recommended,
            unanswered_points=unanswered,
            is_decided=bool(answered) or minuted,
            is_held=self._is_held,
            has_unnamed_task=item.id in self._unnamed_tasks,
            is_number_only=self._is_imported and item.is_closed and not holds_words,
        )


_FILLED = (
    sa.select(ItemSection.item_id, ItemSection.kind)
    .join(AgendaItem, ItemSection.item_id == AgendaItem.id)
    .where(ItemSection.text != EMPTY)
)
_POINTS = (
    sa.select(
        RecommendationSet.item_id, RecommendationPoint.id, RecommendationSet.is_put_to_decision
    )
    .join(RecommendationPoint)
    .join(AgendaItem, RecommendationSet.item_id == AgendaItem.id)
    .where(RecommendationPoint.text != EMPTY)
)
_ANSWERED = (
    sa.select(Decision.item_id, Decision.point_id, Decision.outcome)
    .join(AgendaItem, Decision.item_id == AgendaItem.id)
    .where(sa.or_(Decision.outcome.is_not(None), Decision.text != EMPTY))
)
_UNNAMED_TASKS = (
    sa.select(FollowUp.item_id)
    .join(AgendaItem, FollowUp.item_id == AgendaItem.id)
    .where(FollowUp.action == "")
)


def _grouped(pairs: Iterable[Any]) -> defaultdict[UUID, set[Any]]:
    """The second of each pair by the first."""
    groups: defaultdict[UUID, set[Any]] = defaultdict(set)
    for item_id, one in pairs:
        groups[item_id].add(one)
    return groups
