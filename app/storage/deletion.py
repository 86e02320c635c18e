"""Deleting a row with all that it owns, and loosening whatever else points at it.

Each row is deleted by itself, so that each of them is journalled; no database cascade is involved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.base import Base


def delete_tree(session: orm.Session, entity: Base) -> None:
    """Delete an entity and all rows it owns, to any depth.

    Rows that merely refer to one of them stay and lose the reference. A reference that a row cannot
    be without is refused when the step ends, as ``IntegrityError``.
    """
    doomed = list(_owned(session, entity))
    keys: dict[str, set[UUID]] = defaultdict(set)
    for row in doomed:
        keys[row.__tablename__].add(row.id)
    _loosen(session, keys)
    for row in reversed(doomed):
        session.delete(row)
    session.flush()


def is_referred_to(session: orm.Session, entity: Base) -> bool:
    """Whether a row that the entity does not own points at it."""
    own = {row.id for row in _owned(session, entity)}
    return any(
        row_id not in own
        for referrer, name, _is_loose, target in references()
        if target == entity.__tablename__
        for row_id in session.scalars(
            sa.select(referrer.id).where(getattr(referrer, name) == entity.id)
        )
    )


def references() -> Iterator[tuple[type[Base], str, bool, str]]:
    """What points at rows: a class, its attribute, whether it may be empty, and the table."""
    for mapper in Base.registry.mappers:
        for attribute in mapper.column_attrs:
            (column,) = attribute.columns
            if isinstance(column, sa.Column):
                for reference in column.foreign_keys:
                    target = reference.column.table.name
                    yield mapper.class_, attribute.key, bool(column.nullable), target


def _owned(session: orm.Session, entity: Base) -> Iterator[Base]:
    """The entity, then the rows it owns."""
    yield entity
    for relationship in sa.inspect(type(entity)).relationships:
        if relationship.passive_deletes != "all":
            continue
        (column,) = relationship.remote_side
        owned = sa.select(relationship.mapper.class_).where(column == entity.id)
        for child in session.scalars(owned).all():
            yield from _owned(session, child)


def _loosen(session: orm.Session, keys: dict[str, set[UUID]]) -> None:
    for referrer, name, is_loose, target in references():
        if is_loose and (gone := keys.get(target)):
            _set_null(session, referrer, name, gone, keys)


def _set_null(
    session: orm.Session,
    referrer: type[Base],
    name: str,
    gone: set[UUID],
    keys: dict[str, set[UUID]],
) -> None:
    found = session.scalars(sa.select(referrer).where(getattr(referrer, name).in_(gone))).all()
    for row in found:
        if row.id not in keys[referrer.__tablename__]:
            setattr(row, name, None)
