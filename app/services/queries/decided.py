"""What the register of decisions is put together from; columns rather than whole rows, since there
may be tens of thousands. Texts come as they are stored: few of them are ever looked at.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, ItemSection, RecommendationPoint, RecommendationSet
from app.models.agenda_words import SectionKind
from app.models.body import Body
from app.models.decision import Decision, Modifier
from app.models.meeting import Meeting, SourceLayout
from app.models.points import SetOfPoints, point_names
from app.models.richtext import EMPTY, from_json, plain


class ItemPlace(NamedTuple):
    """Where a decision was made."""

    item_id: UUID
    meeting_id: UUID
    body_name: str
    date: dt.date
    item_number: int | None
    item_title: str
    case_number: str
    is_closed: bool


class Terms(NamedTuple):
    """What binds a decision, as the minutes say behind its words."""

    modifier: Modifier = Modifier.PLAIN
    reservation: str = ""
    condition: str = ""
    dissent: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """The texts, as they are stored, that say what became of an item; ``section_id`` is the last
    of them."""

    section_id: UUID
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is known about some meetings, as it was read: rows of the queries below."""

    places: Sequence[Any]
    decisions: Sequence[Any]
    points: Sequence[Any]
    sections: Sequence[Any]


def meetings_in_order(session: orm.Session) -> Sequence[UUID]:
    """All meetings: the newest first, those of one day by body."""
    return session.scalars(_MEETINGS).all()


def read_recorded(session: orm.Session, meeting_ids: Sequence[UUID]) -> Recorded:
    """Everything about these meetings at once, so that it fits together."""
    of_these = Meeting.id.in_(meeting_ids)
    queries = (_PLACES, _DECISIONS, _POINTS, _SECTIONS)
    return Recorded(*(session.execute(query.where(of_these)).all() for query in queries))


def shown_name(body: type[Body]) -> sa.ColumnElement[str]:
    """``Body.shown_name`` as a column."""
    return sa.case((body.short_name != "", body.short_name), else_=body.name)


def words_of(stored: str) -> str:
    """The words of a text as it is stored."""
    return plain(from_json(stored))


def item_places(recorded: Recorded) -> dict[str, ItemPlace]:
    """By item, in the order of the meetings and their agendas."""
    return {key: ItemPlace(*place) for key, *place in recorded.places}


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
        key: Written(told[-1].id, tuple(section.text for section in told))
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


_ORDER = (Meeting.date.desc(), Body.name, Meeting.id)
_MEETINGS = sa.select(Meeting.id).join(Body, Meeting.body_id == Body.id).order_by(*_ORDER)
_PLACES = (
    sa.select(
        _stored(AgendaItem.id),
        AgendaItem.id,
        Meeting.id,
        shown_name(Body),
        Meeting.date,
        AgendaItem.number,
        AgendaItem.title,
        AgendaItem.case_number_printed,
        AgendaItem.is_closed,
    )
    .join(Meeting, AgendaItem.meeting_id == Meeting.id)
    .join(Body, Meeting.body_id == Body.id)
    .order_by(*_ORDER, AgendaItem.position, AgendaItem.id)
)
"""The key of an item, then the fields of ``ItemPlace``."""
_DECISIONS = (
    sa.select(
        Decision.id,
        Decision.outcome,
        _stored(Decision.item_id).label("item_key"),
        _stored(Decision.point_id).label("point_key"),
        _stored(Decision.text).label("text"),
        Decision.modifier,
        Decision.reservation_text,
        Decision.condition_text,
        Decision.dissent_text,
    )
    .join(AgendaItem, Decision.item_id == AgendaItem.id)
    .join(Meeting, AgendaItem.meeting_id == Meeting.id)
    .where(
        sa.or_(
            Decision.outcome.is_not(None),
            Decision.text != EMPTY,
            Decision.reservation_text != "",
            Decision.condition_text != "",
            Decision.dissent_text != "",
        )
    )
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
    .join(AgendaItem, RecommendationSet.item_id == AgendaItem.id)
    .join(Meeting, AgendaItem.meeting_id == Meeting.id)
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
