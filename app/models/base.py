"""What every mapped class shares: naming convention, UUID keys, column types."""

from __future__ import annotations

import enum
import uuid
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.richtext import EMPTY, RichText, from_json, to_json

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
WORD_LENGTH = 40
_Word = TypeVar("_Word", bound=enum.StrEnum)


class RichTextType(sa.types.TypeDecorator[RichText]):
    """A column of structured text: JSON outside, ``RichText`` inside, never NULL."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: RichText | None, dialect: sa.Dialect) -> str:
        """The stored form."""
        return to_json(value or EMPTY)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> RichText:
        """The block tree."""
        return from_json(value)


class WordType(sa.types.TypeDecorator[enum.StrEnum]):
    """A column of one of the words of an enumeration, stored as the word itself.

    Our own rather than ``sa.Enum``, whose CHECK would have to be rewritten with each new word.
    """

    impl = sa.String(WORD_LENGTH)
    cache_ok = True

    def __init__(self, words: type[enum.StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """The word; raises ``ValueError`` for one that is not of the enumeration."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:
        """The member of the enumeration."""
        return None if value is None else self.words(value)


class Base(orm.DeclarativeBase):
    """Root of the mapped classes. Keys are UUIDs, so rows keep their identity everywhere."""

    metadata = sa.MetaData(naming_convention=NAMING)

    id: orm.Mapped[uuid.UUID] = orm.mapped_column(sa.Uuid, primary_key=True, default=uuid.uuid4)


def word(words: type[_Word], default: _Word | None = None, **options: Any) -> orm.MappedColumn[Any]:
    """A column that holds a word of ``words``."""
    if default is not None:
        options["default"] = default
    return orm.mapped_column(WordType(words), **options)


def reference(target: str, **options: Any) -> orm.MappedColumn[Any]:
    """A foreign key to ``table.id``, indexed. Nothing is deleted by the database itself."""
    return orm.mapped_column(sa.Uuid, sa.ForeignKey(target), index=True, **options)


def rich_text() -> orm.MappedColumn[Any]:
    """A column of structured text, empty unless given."""
    return orm.mapped_column(RichTextType(), default=EMPTY)


def children(**options: Any) -> Any:
    """A relationship to owned rows.

    Never loads by itself: a query names what it needs. Owned rows are deleted by
    ``app.storage.deletion.delete_tree``, so that each of them is journalled.
    """
    return orm.relationship(
        lazy="raise", passive_deletes="all", cascade="save-update, merge", **options
    )


def parent(**options: Any) -> Any:
    """A relationship to the owner or to another row that is referred to; never loads by itself."""
    return orm.relationship(lazy="raise", **options)
