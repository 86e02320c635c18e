"""Copies by hand and at close, and putting one back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.errors import FileProblem
from app.storage import backup
from app.storage.backup import Copy, Restored
from app.storage.database import Database
from app.storage.filelock import WriterLock


def back_up(database: Database, folder: Path) -> Copy:
    """Make a checked copy in ``folder`` now; it may run in a thread while somebody writes.

    Raises ``FileProblem``, also when the copy was made but lacks attachments that are damaged.
    """
    copy = _copy_now(database, folder)
    if copy.rotten:
        raise FileProblem(
            "The copy {name} was made, but without attachments that are damaged ({count}). Find "
            "them with check-data, and add them again.",
            name=copy.path.name,
            count=len(copy.rotten),
        )
    return copy


def _copy_now(database: Database, folder: Path) -> Copy:
    return backup.make_copy(database.path, database.attachments, folder, dt.datetime.now())


def back_up_at_close(database: Database, folder: Path) -> Copy | None:
    """Make a checked copy when something was changed since opening, and thin the older ones.

    The copy names the attachments that it lacks because they are damaged. Raises ``FileProblem``
    when there is no copy.
    """
    if not database.has_changed:
        return None
    copy = _copy_now(database, folder)
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
