"""The sample data out of the database again, and nothing of what somebody made beside them."""

from __future__ import annotations

from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, SubItem
from app.models.base import Base
from app.models.body import Body
from app.models.case import Case
from app.models.meeting import Attendance, Meeting
from app.models.person import Membership, Person
from app.models.sample import is_of_sample
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree

_Row = TypeVar("_Row", bound=Base)


def remove_sample(database: Database) -> None:
    """Delete the sample's meetings, and its groups, people and cases that nothing else uses."""
    with database.write(Action.REMOVE_SAMPLE) as session:
        for meeting in _of_sample(session, Meeting):
            delete_tree(session, meeting)
        for body in _unused(session, Body, Meeting.body_id):
            for seat in session.scalars(sa.select(Membership).where(Membership.body_id == body.id)):
                delete_tree(session, seat)
            delete_tree(session, body)
        for person in _unused(session, Person, Membership.person_id, Attendance.person_id):
            delete_tree(session, person)
        for case in _unused(session, Case, AgendaItem.case_id, SubItem.case_id):
            delete_tree(session, case)


def _unused(
    session: orm.Session, entity: type[_Row], *uses: orm.InstrumentedAttribute[Any]
) -> list[_Row]:
    """Rows of the sample that none of the columns points at."""
    used = {key for column in uses for key in session.scalars(sa.select(column))}
    return [row for row in _of_sample(session, entity) if row.id not in used]


def _of_sample(session: orm.Session, entity: type[_Row]) -> list[_Row]:
    return [row for row in session.scalars(sa.select(entity)) if is_of_sample(row.id)]
