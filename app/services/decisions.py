"""Decisions: the answer to each point, and what was decided beside them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.errors import InvalidInput
from app.models.agenda import AgendaItem, RecommendationPoint, RecommendationSet
from app.models.decision import Decision, Outcome
from app.models.fuzzy_date import parse_fuzzy_date
from app.models.richtext import EMPTY, RichText
from app.services.fields import update
from app.services.finding import get, met_on
from app.services.ordering import next_position
from app.services.parts import delete_part, parts_of
from app.storage.actions import Action
from app.storage.database import Database

EDITABLE = frozenset(
    {
        "modifier", "outcome_text_verbatim", "reservation_text", "condition_text",
        "condition_body_id", "dissent_text", "is_standing_rule", "valid_from", "valid_to",
        "anchored_in_body_id", "delegated_to_body_id", "delegation_scope", "delegated_until",
    }
)  # fmt: skip


def set_outcome(
    database: Database, item_id: UUID, outcome: Outcome | None, *, point_id: UUID | None = None
) -> UUID | None:
    """Say what became of a point, or of the whole item when no point is given.

    The text that was written stays; ``None`` makes the point unanswered again. The key is that of
    the decision, if there is one.
    """
    with database.write(Action.SET_OUTCOME) as session:
        decision = (_decision_on if outcome else _found_on)(session, item_id, point_id)
        if decision is not None and decision.outcome is not outcome:
            decision.outcome = outcome
            decision.outcome_text_verbatim = ""  # a paper's word for another outcome
    return decision.id if decision else None


def answer_all_points(database: Database, item_id: UUID, outcome: Outcome) -> None:
    """Give all points of the item that have no outcome yet the same one (features R44)."""
    with database.write(Action.SET_OUTCOME) as session:
        points = session.scalars(
            sa.select(RecommendationPoint.id)
            .join(RecommendationSet)
            .where(RecommendationSet.item_id == item_id, RecommendationSet.is_put_to_decision)
            .where(RecommendationPoint.text != EMPTY)
            .order_by(RecommendationSet.position, RecommendationPoint.position)
        ).all()
        for point_id in points:
            decision = _decision_on(session, item_id, point_id)
            if decision.outcome is None:
                decision.outcome = outcome


def edit_decision_text(
    database: Database, item_id: UUID, text: RichText, *, point_id: UUID | None = None
) -> UUID | None:
    """Write the words of the decision on a point, or of the item's free decision.

    No words make no decision. The key is that of the decision, if there is one.
    """
    with database.write(Action.EDIT_DECISION) as session:
        decision = (_decision_on if text else _found_on)(session, item_id, point_id)
        if decision is not None:
            decision.text = text
    return decision.id if decision else None


def add_free_decision(database: Database, item_id: UUID, text: RichText = EMPTY) -> UUID:
    """A decision that nobody recommended (domain R12)."""
    with database.write(Action.EDIT_DECISION) as session:
        position = next_position(parts_of(session, Decision, item_id))
        decision = Decision(item_id=item_id, position=position, text=text)
        session.add(decision)
    return decision.id


def edit_free_decision(database: Database, decision_id: UUID, text: RichText) -> None:
    """Replace the words of one decision."""
    with database.write(Action.EDIT_DECISION) as session:
        get(session, Decision, decision_id).text = text


def edit_decision(
    database: Database, decision_id: UUID, *, condition_due: str | None = None, **values: Any
) -> None:
    """Change fields of a decision (names in ``EDITABLE``).

    ``condition_due`` is kept as written and read from the meeting's date. Raises ``InvalidInput``
    for a span of time that ends before it begins.
    """
    with database.write(Action.EDIT_DECISION) as session:
        _describe(session, get(session, Decision, decision_id), condition_due, values)


def describe_decision(
    database: Database,
    item_id: UUID,
    *,
    point_id: UUID | None = None,
    condition_due: str | None = None,
    **values: Any,
) -> UUID:
    """Change fields of the decision on a point, or of the first free one, as ``edit_decision``.

    It is made when there is none yet.
    """
    with database.write(Action.EDIT_DECISION) as session:
        decision = _decision_on(session, item_id, point_id)
        _describe(session, decision, condition_due, values)
    return decision.id


def _describe(
    session: orm.Session, decision: Decision, condition_due: str | None, values: dict[str, Any]
) -> None:
    update(decision, values, EDITABLE)
    if condition_due is not None:
        met = met_on(session, decision.item_id)
        decision.condition_due = parse_fuzzy_date(condition_due, met)
    if decision.valid_from and decision.valid_to and decision.valid_to < decision.valid_from:
        raise InvalidInput("The decision ends before it begins. Correct the dates.")


def delete_decision(database: Database, decision_id: UUID) -> None:
    """Delete a decision; its follow-ups and forwardings stay with the item."""
    with database.write(Action.DELETE_DECISION) as session:
        delete_part(session, get(session, Decision, decision_id))


def drop_unsaid(session: orm.Session, item_id: UUID, point_ids: Collection[UUID]) -> None:
    """Delete the decisions on these points of the item that say nothing, as the points will go.

    Loosened they would stand there as free decisions without a word.
    """
    for decision in parts_of(session, Decision, item_id):
        if decision.point_id in point_ids and decision.says_nothing:
            delete_part(session, decision)


def _decision_on(session: orm.Session, item_id: UUID, point_id: UUID | None) -> Decision:
    """The decision on the point (or the item's first free one), made when there is none."""
    found = _found_on(session, item_id, point_id)
    if found is not None:
        return found
    position = next_position(parts_of(session, Decision, item_id))
    decision = Decision(item_id=item_id, point_id=point_id, position=position)
    session.add(decision)
    return decision


def _found_on(session: orm.Session, item_id: UUID, point_id: UUID | None) -> Decision | None:
    """The decision on the point (or the item's first free one), if there is one."""
    get(session, AgendaItem, item_id)
    if point_id is not None:
        point = get(session, RecommendationPoint, point_id)
        if get(session, RecommendationSet, point.recommendation_set_id).item_id != item_id:
            raise InvalidInput("The point belongs to another item.")
    return session.scalars(
        sa.select(Decision)
        .where(Decision.item_id == item_id, Decision.point_id == point_id)
        .order_by(Decision.position)
    ).first()
