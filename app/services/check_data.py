"""Is the data whole? Pages, references, journal chain, texts, attachments."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.attachment import Attachment
from app.models.base import RichTextType
from app.models.registry import metadata
from app.models.richtext import RichTextError, from_json
from app.storage.database import Database
from app.storage.journal import broken_link


class Check(enum.StrEnum):
    """What is looked at."""

    PAGES = "pages"
    REFERENCES = "references"
    JOURNAL = "journal"
    TEXTS = "texts"
    ATTACHMENTS = "attachments"


@dataclass(frozen=True)
class Finding:
    """The result of one check: ``faults`` names each fault found, none when all is well."""

    check: Check
    faults: tuple[str, ...]


def check_data(database: Database) -> list[Finding]:
    """Look at everything; nothing is changed."""
    with database.read() as session:
        link = broken_link(session.connection())
        return [
            Finding(Check.PAGES, _pages(session)),
            Finding(Check.REFERENCES, _references(session)),
            Finding(Check.JOURNAL, () if link is None else (str(link),)),
            Finding(Check.TEXTS, _texts(session)),
            Finding(Check.ATTACHMENTS, _attachments(session, database)),
        ]


def _pages(session: orm.Session) -> tuple[str, ...]:
    rows = session.connection().exec_driver_sql("PRAGMA integrity_check").scalars()
    return tuple(row for row in rows if row != "ok")


def _references(session: orm.Session) -> tuple[str, ...]:
    rows = session.connection().exec_driver_sql("PRAGMA foreign_key_check")
    return tuple(f"{row[0]} {row[1]}" for row in rows)


def _texts(session: orm.Session) -> tuple[str, ...]:
    faults = []
    for table in metadata.sorted_tables:
        for column in table.c:
            if not isinstance(column.type, RichTextType):
                continue
            stored = sa.select(table.c.id, sa.type_coerce(column, sa.Text))
            for key, text in session.execute(stored):
                try:
                    from_json(text)
                except RichTextError:
                    faults.append(f"{table.name}.{column.name} {key}")
    return tuple(faults)


def _attachments(session: orm.Session, database: Database) -> tuple[str, ...]:
    query = sa.select(Attachment.file_name, Attachment.sha256).where(Attachment.sha256 != "")
    return tuple(
        name for name, sha256 in session.execute(query) if not database.attachments.is_sound(sha256)
    )
