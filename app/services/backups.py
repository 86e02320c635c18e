"""Copies by hand and at close, and putting one back."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

from app.errors import FileProblem
from app.storage import backup
from app.storage.backup import Copy
from app.storage.database import Database
from app.storage.filelock import WriterLock
from app.storage.restoring import CopyState, Restored, restore, state_of
from app.storage.sweeping import sweep_unused


class IncompleteCopy(FileProblem):
    """A copy was made and checked, but attachments are damaged; another attempt gives the same."""


def back_up(database: Database, folder: Path) -> Copy:
    """Make a checked copy in ``folder`` now; it may run in a thread while somebody writes.

    Raises ``FileProblem``; ``IncompleteCopy`` when the copy was made but lacks attachments that are
    damaged.
    """
    copy = _copy_now(database, folder)
    if copy.rotten:
        raise IncompleteCopy(
            "The copy {name} was made, but without attachments that are damaged ({count}). Find "
            "them with check-data, and add them again.",
            name=copy.path.name,
            count=len(copy.rotten),
        )
    return copy


def _copy_now(database: Database, folder: Path) -> Copy:
    return backup.make_copy(database.path, database.attachments, folder, dt.datetime.now())


def back_up_at_close(database: Database, folder: Path) -> Copy | None:
    """Make a checked copy when the newest is of earlier data, thin the older ones, and remove files
    of the store that nothing needs.

    Earlier also when the changes are of a run that was cut off, or whose copy failed.

    The copy names the attachments that it lacks because they are damaged. Raises ``FileProblem``
    when there is no copy.
    """
    if not database.has_changed and backup.holds_all(folder, database.path):
        return None
    copy, now = _copy_now(database, folder), dt.datetime.now()
    backup.thin(folder, now)
    database.has_changed = False
    with contextlib.suppress(FileProblem):  # a drive that has gone; there is another closing
        sweep_unused(database, backup.store_beside(copy.path), now)
    return copy


def latest_copy(folder: Path) -> Copy | None:
    """The newest copy in the folder."""
    found = backup.copies(folder)
    return found[0] if found else None


def copies_of(database: Database) -> list[Copy]:
    """The automatic copies of the data and those made by hand beside them, newest first."""
    return backup.copies(backup.folder_beside(database.path))


def copy_state(database: Database, copy: Copy) -> CopyState:
    """Whether a copy is whole, and which attachments it lacks; reads it through."""
    return state_of(copy, database.path)


def restore_copy(database: Path, chosen: Path | None = None) -> Restored:
    """Put a copy in the place of a database that nobody has open.

    The newest sound copy replaces one that cannot be used, which is kept beside it; before a chosen
    copy replaces sound data, these are copied. Raises ``FileProblem``: no sound copy, a folder that
    cannot be written to, or somebody else working in it.
    """
    copy = _copy_at(chosen) if chosen else None
    database.parent.mkdir(parents=True, exist_ok=True)
    lock = WriterLock(database)
    lock.acquire()
    try:
        return restore(database, dt.datetime.now(), copy)
    finally:
        lock.release()


def _copy_at(path: Path) -> Copy:
    if not path.is_file():
        raise FileProblem("The file {name} was not found.", name=path.name)
    named = backup.known_copy(path)
    return named or Copy(path, dt.datetime.fromtimestamp(path.stat().st_mtime))


def restore_open(database: Database, copy: Copy) -> tuple[Database, Restored]:
    """Put a copy in the place of open data, which are copied first: the data as they now are.

    ``database`` is closed then. Raises ``FileProblem``; it is as it was, and open.
    """
    return database.replaced_by(copy, dt.datetime.now())
