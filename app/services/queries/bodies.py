"""Whether there are bodies, and what they are used to, for the dialog that makes a meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from app.models.body import Body, BodyState
from app.models.meeting import Meeting
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class MeetingHabits:
    """When and where a body usually meets."""

    body_id: UUID
    name: str
    start: dt.time | None
    end: dt.time | None
    place: str


def has_bodies(database: Database) -> bool:
    """Whether there is any body, which is where work begins."""
    with database.read() as session:
        return session.scalars(sa.select(Body.id).limit(1)).first() is not None


def meeting_habits(database: Database) -> list[MeetingHabits]:
    """The bodies that can meet here, the one that met last first."""
    latest = (
        sa.select(sa.func.max(Meeting.date)).where(Meeting.body_id == Body.id).scalar_subquery()
    )
    query = (
        sa.select(Body)
        .where(Body.state == BodyState.ACTIVE, sa.not_(Body.is_external))
        .order_by(latest.desc().nulls_last(), Body.name)
    )
    with database.read() as session:
        return [
            MeetingHabits(
                body.id, body.shown_name, body.default_start, body.default_end, body.default_place
            )
            for body in session.scalars(query)
        ]
