"""Looking up what a service was asked for."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.orm.interfaces import ORMOption

from app.errors import NotFound
from app.models.agenda import AgendaItem
from app.models.base import Base
from app.models.meeting import Meeting
from app.models.person import Membership, Person

_Entity = TypeVar("_Entity", bound=Base)


def get(session: orm.Session, entity: type[_Entity], key: UUID, *options: ORMOption) -> _Entity:
    """The row of that key; raises ``NotFound`` when it has been deleted meanwhile.

    ``options`` say what is read along with it.
    """
    found = session.get(entity, key, options=options)
    if found is None:
        raise gone()
    return found


def gone() -> NotFound:
    """What to say of a row that has been deleted meanwhile."""
    return NotFound("This is no longer in the data; it may have been deleted.")


def owned(
    session: orm.Session, entity: type[_Entity], column: Any, key: UUID, order: Any
) -> list[_Entity]:
    """The rows whose ``column`` is ``key``, in ``order``."""
    return list(session.scalars(sa.select(entity).where(column == key).order_by(order)))


def seats_of(session: orm.Session, body_id: UUID) -> list[tuple[Membership, Person]]:
    """The present seats of a body and who holds them, in their order."""
    query = (
        sa.select(Membership, Person)
        .join(Person, Membership.person_id == Person.id)
        .where(Membership.body_id == body_id, Membership.to_on.is_(None))
        .order_by(Membership.position)
    )
    return [(seat, person) for seat, person in session.execute(query)]


def met_on(session: orm.Session, item_id: UUID) -> dt.date:
    """The day that a deadline is counted from: "ultimo juni" is the one after the meeting."""
    return get(session, Meeting, get(session, AgendaItem, item_id).meeting_id).date
