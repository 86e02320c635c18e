"""What the tables of the first schema share: names of their parts, keys, references."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

WORD = sa.String(40)
metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def table(name: str, *columns: sa.Column[Any]) -> None:
    """A table with its key, last of the columns; its foreign keys stand by name."""
    key = sa.Column("id", sa.Uuid, primary_key=True)
    targets = {column.name: column.info["target"] for column in columns if column.info}
    foreign = [sa.ForeignKeyConstraint([one], [f"{targets[one]}.id"]) for one in sorted(targets)]
    sa.Table(name, metadata, *columns, key, *foreign)


def required(name: str, kind: Any, *, index: bool = False) -> sa.Column[Any]:
    """A column that is never NULL."""
    return sa.Column(name, kind, nullable=False, index=index)


def reference(name: str, target: str, *, is_required: bool = False) -> sa.Column[Any]:
    """A foreign key to the table ``target``, indexed."""
    return sa.Column(name, sa.Uuid, nullable=not is_required, index=True, info={"target": target})
