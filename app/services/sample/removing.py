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
from app.storage.deletion import delete_tree, references

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


def own_items_in_sample(database: Database) -> int:
    """How many items somebody made in meetings of the sample, with which they would go."""
    with database.read() as session:
        pairs = session.execute(sa.select(AgendaItem.id, AgendaItem.meeting_id)).all()
    return sum(is_of_sample(meeting) and not is_of_sample(item) for item, meeting in pairs)


def _unused(
    session: orm.Session, entity: type[_Row], *uses: orm.InstrumentedAttribute[Any]
) -> list[_Row]:
    """Rows of the sample that none of the columns points at, nor any row of somebody's own."""
    used = {key for column in uses for key in session.scalars(sa.select(column))}
    for referrer, name, _is_loose, target in references():
        if target == entity.__tablename__:
            column = getattr(referrer, name)
            pairs = session.execute(sa.select(column, referrer.id).where(column.is_not(None)))
            used |= {key for key, row_id in pairs if not is_of_sample(row_id)}
    return [row for row in _of_sample(session, entity) if row.id not in used]


def _of_sample(session: orm.Session, entity: type[_Row]) -> list[_Row]:
    return [row for row in session.scalars(sa.select(entity)) if is_of_sample(row.id)]
