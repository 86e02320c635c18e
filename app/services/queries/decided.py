"""What the register of decisions is put together from; columns rather than whole rows, since there
may be tens of thousands. Texts come as they are stored: they are read once the file is let go of.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypedDict
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, ItemSection, RecommendationPoint, RecommendationSet
from app.models.agenda_words import SectionKind
from app.models.body import Body
from app.models.decision import Decision
from app.models.meeting import Meeting, SourceLayout
from app.models.points import SetOfPoints, point_names
from app.models.richtext import EMPTY, from_json, plain


class ItemPlace(TypedDict):
    """Where a decision was made."""

    item_id: UUID
    meeting_id: UUID
    body_name: str
    date: dt.date
    item_number: int | None
    item_title: str
    case_number: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Written:
    """The words that say what became of an item; ``section_id`` is the last that holds some."""

    section_id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """All that is needed, as it was read: rows of the queries below."""

    places: Sequence[Any]
    decisions: Sequence[Any]
    points: Sequence[Any]
    sections: Sequence[Any]


def read_recorded(session: orm.Session) -> Recorded:
    """Everything at once, so that it fits together."""
    return Recorded(*(session.execute(q).all() for q in (_PLACES, _DECISIONS, _POINTS, _SECTIONS)))


def shown_name(body: type[Body]) -> sa.ColumnElement[str]:
    """``Body.shown_name`` as a column."""
    return sa.case((body.short_name != "", body.short_name), else_=body.name)


def words_of(stored: str) -> str:
    """The words of a text as it is stored."""
    return plain(from_json(stored))


def item_places(recorded: Recorded) -> dict[str, ItemPlace]:
    """By item: newest meeting first, then by body, then as on the agenda."""
    return {
        key: ItemPlace(
            item_id=item_id,
            meeting_id=meeting_id,
            body_name=body_name,
            date=date,
            item_number=number,
            item_title=title,
            case_number=case_number,
            is_closed=is_closed,
        )
        for key, item_id, meeting_id, body_name, date, number, title, case_number, is_closed in (
            recorded.places
        )
    }


def point_labels(recorded: Recorded) -> dict[str, str]:
    """What a decision on each point is called; the points of an item in reading order."""
    items: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for point in recorded.points:
        items[point.item_key][point.set_key].append(point)
    return {key: label for sets in items.values() for key, label in _labels(sets.values())}


def _labels(sets: Collection[list[Any]]) -> Iterator[tuple[str, str]]:
    names = point_names(
        [
            SetOfPoints(points[0].from_text.strip(), [p.number_text for p in points])
            for points in sets
        ]
    )
    for point, name in zip(chain.from_iterable(sets), names, strict=True):
        yield point.key, name.label


def written_decisions(recorded: Recorded) -> dict[str, Written]:
    """By item. Minutes are the decision only where an imported paper has no label for it."""
    items: dict[str, list[Any]] = defaultdict(list)
    for section in recorded.sections:
        items[section.item_key].append(section)
    return {
        key: Written(told[-1].id, "\n".join(words_of(section.text) for section in told))
        for key, sections in items.items()
        if (told := _telling(sections))
    }


def _telling(sections: list[Any]) -> list[Any]:
    """Those labelled as a decision, otherwise the minutes; only what holds words."""
    decisions = [section for section in sections if section.kind is SectionKind.DECISION]
    return [section for section in decisions or sections if words_of(section.text)]


def _stored(column: Any) -> sa.TypeCoerce[str]:
    """As it stands in the file: texts that few rows need, and keys that only join (making a UUID of
    each takes longer than reading it)."""
    return sa.type_coerce(column, sa.Text)


_PLACES = (
    sa.select(
        _stored(AgendaItem.id).label("key"),
        AgendaItem.id.label("item_id"),
        Meeting.id.label("meeting_id"),
        shown_name(Body).label("body_name"),
        Meeting.date,
        AgendaItem.number.label("item_number"),
        AgendaItem.title.label("item_title"),
        AgendaItem.case_number_printed.label("case_number"),
        AgendaItem.is_closed,
    )
    .join(Meeting, AgendaItem.meeting_id == Meeting.id)
    .join(Body, Meeting.body_id == Body.id)
    .order_by(Meeting.date.desc(), Body.name, Meeting.id, AgendaItem.position, AgendaItem.id)
)
_DECISIONS = (
    sa.select(
        Decision.id,
        Decision.outcome,
        _stored(Decision.item_id).label("item_key"),
        _stored(Decision.point_id).label("point_key"),
        _stored(Decision.text).label("text"),
    )
    .where(sa.or_(Decision.outcome.is_not(None), Decision.text != EMPTY))
    .order_by(Decision.position)
)
_POINTS = (
    sa.select(
        _stored(RecommendationPoint.id).label("key"),
        _stored(RecommendationPoint.text).label("text"),
        RecommendationPoint.number_text,
        _stored(RecommendationSet.id).label("set_key"),
        _stored(RecommendationSet.item_id).label("item_key"),
        RecommendationSet.from_text,
    )
    .join(RecommendationPoint.recommendation_set)
    .outerjoin(ItemSection, RecommendationSet.section_id == ItemSection.id)
    .order_by(
        ItemSection.position.is_(None),
        ItemSection.position,
        RecommendationSet.position,
        RecommendationPoint.position,
    )
)
_SECTIONS = (
    sa.select(
        ItemSection.id,
        ItemSection.kind,
        _stored(ItemSection.item_id).label("item_key"),
        _stored(ItemSection.text).label("text"),
    )
    .join(AgendaItem, ItemSection.item_id == AgendaItem.id)
    .join(Meeting, AgendaItem.meeting_id == Meeting.id)
    .where(
        sa.or_(
            ItemSection.kind == SectionKind.DECISION,
            sa.and_(
                ItemSection.kind == SectionKind.MINUTES,
                Meeting.source_layout != SourceLayout.OWN,
            ),
        )
    )
    .order_by(ItemSection.position)
)
