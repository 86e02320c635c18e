"""Is the data whole? Pages, references, journal chain, texts, their pictures, attachments."""

from __future__ import annotations

import enum
import functools
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.attachment import Attachment
from app.models.base import RichTextType
from app.models.registry import metadata
from app.models.richtext import Image, RichTextError, from_json
from app.storage.attachment_store import AttachmentStore
from app.storage.database import Database
from app.storage.journal import broken_link

_Named = tuple[str, str]
"""What a file is called where it is used, and its hash."""


class Check(enum.StrEnum):
    """What is looked at."""

    PAGES = "pages"
    REFERENCES = "references"
    JOURNAL = "journal"
    TEXTS = "texts"
    PICTURES = "pictures"
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
        unreadable, pictures = _texts(session)
        store = database.attachments
        return [
            Finding(Check.PAGES, _pages(session)),
            Finding(Check.REFERENCES, _references(session)),
            Finding(Check.JOURNAL, () if link is None else (str(link),)),
            Finding(Check.TEXTS, tuple(unreadable)),
            Finding(Check.PICTURES, _lacking(store, pictures)),
            Finding(Check.ATTACHMENTS, _lacking(store, _attachments(session))),
        ]


def _pages(session: orm.Session) -> tuple[str, ...]:
    rows = session.connection().exec_driver_sql("PRAGMA integrity_check").scalars()
    return tuple(row for row in rows if row != "ok")


def _references(session: orm.Session) -> tuple[str, ...]:
    rows = session.connection().exec_driver_sql("PRAGMA foreign_key_check")
    return tuple(f"{row[0]} {row[1]}" for row in rows)


def _texts(session: orm.Session) -> tuple[list[str], list[_Named]]:
    """The places of texts that cannot be read, and the pictures of the others."""
    unreadable, pictures = [], []
    for table in metadata.sorted_tables:
        for column in table.c:
            if not isinstance(column.type, RichTextType):
                continue
            stored = sa.select(table.c.id, sa.type_coerce(column, sa.Text))
            for key, words in session.execute(stored):
                place = f"{table.name}.{column.name} {key}"
                try:
                    blocks = from_json(words).blocks
                except RichTextError:
                    unreadable.append(place)
                    continue
                pictures += [(place, block.sha256) for block in blocks if isinstance(block, Image)]
    return unreadable, pictures


def _attachments(session: orm.Session) -> list[_Named]:
    query = sa.select(Attachment.file_name, Attachment.sha256).where(Attachment.sha256 != "")
    return [(name, sha256) for name, sha256 in session.execute(query)]


def _lacking(store: AttachmentStore, files: list[_Named]) -> tuple[str, ...]:
    is_sound = functools.cache(store.is_sound)  # a picture may stand in a hundred texts
    return tuple(name for name, sha256 in files if not is_sound(sha256))
