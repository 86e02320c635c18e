"""From a touched row to the place on screen where it shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import (
    AgendaItem,
    ItemPresenter,
    ItemSection,
    RecommendationPoint,
    RecommendationSet,
    SubItem,
)
from app.models.attachment import Attachment
from app.models.decision import Decision, Statement
from app.models.follow_up import FollowUp
from app.models.forwarding import Forwarding
from app.models.meeting import Attendance, Meeting, UnplacedLine
from app.storage.changes import Changes
from app.storage.database import Database

_IN_ITEM: tuple[Any, ...] = (
    ItemSection, Decision, Attachment, SubItem, ItemPresenter, RecommendationSet,
    Statement, FollowUp, Forwarding,
)  # fmt: skip
_IN_MEETING: tuple[Any, ...] = (Attendance, UnplacedLine)


@dataclass(frozen=True, slots=True)
class Place:
    """A meeting, and the item in it unless the change concerned the meeting itself."""

    meeting_id: UUID
    item_id: UUID | None = None


def place_of(database: Database, changes: Changes) -> Place | None:
    """Where the change can be seen; ``None`` when all it touched is gone or shown elsewhere.

    An item that was touched together with others (a move renumbers its neighbours) is found by
    the part of it that changed, otherwise the first in the agenda is taken.
    """
    with database.read() as session:
        items = set(_items_of_parts(session, changes)) or set(changes.ids("agenda_item"))
        found = session.execute(
            sa.select(AgendaItem.meeting_id, AgendaItem.id)
            .where(AgendaItem.id.in_(items))
            .order_by(AgendaItem.position)
        ).first()
        if found is not None:
            return Place(found[0], found[1])
        meeting_id = _meeting(session, changes)
    return Place(meeting_id) if meeting_id else None


def _items_of_parts(session: orm.Session, changes: Changes) -> Iterable[UUID]:
    for entity in _IN_ITEM:
        if ids := changes.ids(entity.__tablename__):
            yield from session.scalars(sa.select(entity.item_id).where(entity.id.in_(ids)))
    if ids := changes.ids(RecommendationPoint.__tablename__):
        yield from session.scalars(
            sa.select(RecommendationSet.item_id)
            .join(RecommendationPoint)
            .where(RecommendationPoint.id.in_(ids))
        )


def _meeting(session: orm.Session, changes: Changes) -> UUID | None:
    for entity in _IN_MEETING:
        if ids := changes.ids(entity.__tablename__):
            found = session.scalar(sa.select(entity.meeting_id).where(entity.id.in_(ids)))
            if found is not None:
                return UUID(str(found))
    ids = changes.ids(Meeting.__tablename__)
    return session.scalar(sa.select(Meeting.id).where(Meeting.id.in_(ids)).limit(1))
