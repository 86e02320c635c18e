"""Files of the store that nothing needs any more (docs/decisions/0015).

The journal keeps each row that ever held a file, so what was once saved stays. What goes is what
was taken in and never saved: a dialog that was left, a picture that was taken back at once.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.attachment import Attachment
from app.models.base import RichTextType
from app.models.registry import metadata
from app.storage import files
from app.storage.attachment_store import HASH, AttachmentStore
from app.storage.database import Database

GRACE = dt.timedelta(days=7)
"""How long a file stays that nothing needs; it counts from when it was last taken in."""


def sweep_unused(database: Database, copies: AttachmentStore, now: dt.datetime) -> None:
    """Remove files that no row and no entry of the journal names, where a sound one lies with
    the copies.

    Nobody may be adding attachments, so it belongs to the closing of the data.
    """
    old = [path for path in database.attachments.paths() if _is_old(path, now)]
    if not old:
        return
    with database.read() as session:
        needed = set(_named(session))
    for path in old:
        if path.name not in needed and copies.is_sound(path.name):
            files.discard(path)


def _is_old(path: Path, now: dt.datetime) -> bool:
    with contextlib.suppress(OSError):
        return now - dt.datetime.fromtimestamp(path.stat().st_mtime) > GRACE
    return False


def _named(session: orm.Session) -> Iterator[str]:
    """The hashes that rows and journal name."""
    yield from session.scalars(sa.select(Attachment.sha256))
    for table in metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, RichTextType | sa.Text):
                # A picture's key is "sha", an attachment's "sha256".
                words = sa.type_coerce(column, sa.Text)
                named = sa.select(words).where(sa.func.instr(words, "sha") > 0)
                for text in session.scalars(named.execution_options(yield_per=100)):
                    yield from HASH.findall(text)
