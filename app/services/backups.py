"""Copies by hand and at close, and putting one back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import sqlalchemy as sa

from app.errors import FileProblem
from app.storage import backup
from app.storage.backup import Copy, Restored
from app.storage.database import Database
from app.storage.filelock import WriterLock
from app.storage.journal import journal

_ATTEMPTS = 4


def back_up(database: Database, folder: Path) -> Copy:
    """Make a checked copy in ``folder`` now. Raises ``FileProblem``.

    It may run in a thread while somebody writes: a copy that was overtaken is made again.
    """
    for _attempt in range(_ATTEMPTS - 1):
        before = _last_entry(database)
        try:
            return _copy_now(database, folder)
        except FileProblem:
            if _last_entry(database) == before:
                raise
    return _copy_now(database, folder)


def _copy_now(database: Database, folder: Path) -> Copy:
    return backup.make_copy(database.path, database.attachments, folder, dt.datetime.now())


def _last_entry(database: Database) -> int | None:
    """The number of the journal's last entry."""
    with database.read() as session:
        found: int | None = session.scalar(sa.select(sa.func.max(journal.c.sequence)))
    return found


def back_up_at_close(database: Database, folder: Path) -> Copy | None:
    """Make a checked copy when something was changed since opening, and thin the older ones."""
    if not database.has_changed:
        return None
    copy = back_up(database, folder)
    backup.thin(folder, dt.datetime.now())
    database.has_changed = False
    return copy


def latest_copy(folder: Path) -> Copy | None:
    """The newest copy in the folder."""
    found = backup.copies(folder)
    return found[0] if found else None


def restore_copy(database: Path) -> Restored:
    """Put the newest sound copy in the place of a database that cannot be used.

    The file that was there is kept beside it. Raises ``FileProblem``: no sound copy, a folder that
    cannot be written to, or somebody else working in it.
    """
    lock = WriterLock(database)
    lock.acquire()
    try:
        return backup.restore(database, dt.datetime.now())
    finally:
        lock.release()
