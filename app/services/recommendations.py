"""Recommendations: sets of one body to another, and their points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, RecommendationPoint, RecommendationSet
from app.models.agenda_words import SectionKind
from app.models.body import Body
from app.models.decision import Decision
from app.models.meeting import Meeting
from app.models.richtext import EMPTY, RichText, plain
from app.services.decisions import drop_unsaid
from app.services.fields import update
from app.services.finding import get, owned
from app.services.ordering import moved, next_position, reorder
from app.services.parts import delete_part, parts_of
from app.services.sections import insert_section
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree

EDITABLE = frozenset({"lead_in_verbatim", "from_text", "list_style", "is_put_to_decision"})


def add_recommendation_set(
    database: Database, item_id: UUID, *, section_id: UUID | None = None, lead: str | None = None
) -> UUID:
    """A further recommendation in the item, with the body's fixed lead unless one is given."""
    with database.write(Action.EDIT_RECOMMENDATION) as session:
        added = _insert_set(session, item_id, section_id, lead)
    return added.id


def add_recommendation_section(
    database: Database, item_id: UUID, label: str, *, to_index: int | None = None
) -> UUID:
    """A new section with a recommendation in it; the key is that of the section."""
    with database.write(Action.ADD_SECTION) as session:
        kind = SectionKind.RECOMMENDATION
        section = insert_section(session, item_id, kind, label, to_index=to_index)
        _insert_set(session, item_id, section.id, None)
    return section.id


def _insert_set(
    session: orm.Session, item_id: UUID, section_id: UUID | None, lead: str | None
) -> RecommendationSet:
    item = get(session, AgendaItem, item_id)
    body = get(session, Body, get(session, Meeting, item.meeting_id).body_id)
    added = RecommendationSet(
        item_id=item_id,
        position=next_position(parts_of(session, RecommendationSet, item_id)),
        to_body_id=body.id,
        section_id=section_id,
        lead_in_verbatim=body.recommendation_lead if lead is None else lead,
    )
    session.add(added)
    return added


def edit_recommendation_set(database: Database, set_id: UUID, **values: Any) -> None:
    """Change fields of a set (names in ``EDITABLE``)."""
    with database.write(Action.EDIT_RECOMMENDATION) as session:
        update(get(session, RecommendationSet, set_id), values, EDITABLE)


def delete_recommendation_set(database: Database, set_id: UUID) -> None:
    """Delete a set with its points; what was decided on them stays as free decisions."""
    with database.write(Action.EDIT_RECOMMENDATION) as session:
        gone = get(session, RecommendationSet, set_id)
        drop_unsaid(session, gone.item_id, {point.id for point in _points(session, set_id)})
        delete_part(session, gone)


def add_point(
    database: Database, set_id: UUID, text: RichText = EMPTY, *, to_index: int | None = None
) -> UUID:
    """A new point, last unless an index is given."""
    with database.write(Action.ADD_POINT) as session:
        get(session, RecommendationSet, set_id)
        point = _insert_point(session, set_id, text, to_index)
    return point.id


def _insert_point(
    session: orm.Session, set_id: UUID, text: RichText, to_index: int | None
) -> RecommendationPoint:
    others = _points(session, set_id)
    point = RecommendationPoint(recommendation_set_id=set_id, text=text, verb=verb_of(text))
    session.add(point)
    _place(moved(others, point, to_index))
    return point


def edit_point(database: Database, point_id: UUID, text: RichText) -> None:
    """Replace the words of a point."""
    with database.write(Action.EDIT_RECOMMENDATION) as session:
        _write(get(session, RecommendationPoint, point_id), text)


def split_point(database: Database, point_id: UUID, head: RichText, rest: RichText) -> UUID:
    """Keep ``head`` in the point and make ``rest`` the point after it; the id of the new one.

    A point that is cut before its first word stays what it is, with its decision, and the new one
    comes before it.
    """
    with database.write(Action.ADD_POINT) as session:
        point = get(session, RecommendationPoint, point_id)
        set_id = point.recommendation_set_id
        index = _points(session, set_id).index(point)
        if head:
            _write(point, head)
            made = _insert_point(session, set_id, rest, index + 1)
        else:
            made = _insert_point(session, set_id, EMPTY, index)
    return made.id


def move_point(database: Database, point_id: UUID, to_index: int) -> None:
    """Move a point within its set."""
    with database.write(Action.MOVE_POINT) as session:
        point = get(session, RecommendationPoint, point_id)
        _place(moved(_points(session, point.recommendation_set_id), point, to_index))


def delete_point(database: Database, point_id: UUID) -> None:
    """Delete a point; what was decided on it stays as a free decision."""
    with database.write(Action.DELETE_POINT) as session:
        _delete(session, get(session, RecommendationPoint, point_id))


def drop_blank_point(database: Database, point_id: UUID) -> None:
    """Delete a point that nobody wrote in or decided on; any other, or one that is gone, is let
    be."""
    with database.write(Action.DELETE_POINT) as session:
        point = session.get(RecommendationPoint, point_id)
        answers = sa.select(Decision.id).where(Decision.point_id == point_id)
        if point is not None and not point.text and session.scalar(answers) is None:
            _delete(session, point)


def _delete(session: orm.Session, point: RecommendationPoint) -> None:
    set_id = point.recommendation_set_id
    drop_unsaid(session, get(session, RecommendationSet, set_id).item_id, {point.id})
    delete_tree(session, point)
    _place(_points(session, set_id))


def _place(points: Sequence[RecommendationPoint]) -> None:
    """Put the points in this order; from now on they are counted, whatever a paper called them."""
    reorder(points)
    for point in points:
        point.number_text = ""


def _write(point: RecommendationPoint, text: RichText) -> None:
    """Give it these words; the verb that a paper's reader found stays as long as they do."""
    if point.text != text:
        point.text, point.verb = text, verb_of(text)


def verb_of(text: RichText) -> str:
    """The first word of a point in lower case: what the body is asked to do."""
    words = plain(text).split()
    return words[0].strip(",.:;").lower() if words else ""


def _points(session: orm.Session, set_id: UUID) -> list[RecommendationPoint]:
    return owned(
        session,
        RecommendationPoint,
        RecommendationPoint.recommendation_set_id,
        set_id,
        RecommendationPoint.position,
    )
