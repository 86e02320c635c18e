"""Copies of the database: made whole, opened and checked, thinned with age.

A copy is a folder's worth of two things: ``moedevaerk-<time>.db`` and, shared by all copies, the
attachments by hash. Nothing is copied over another file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.errors import FileProblem
from app.storage import files
from app.storage.attachment_store import AttachmentStore
from app.storage.file_check import check_name
from app.storage.marks import Marks, last_entry, marks, reading

FOLDER = "backups"
"""Name of the folder of the automatic copies, beside the database."""

STAMP = "%Y-%m-%dT%H.%M.%S"
ASIDE = "beskadiget"
"""Stands in the name of a database that was put aside because it could not be used."""

COMPANIONS = ("", "-journal", "-wal", "-shm")
"""Endings of a database and of what SQLite may keep beside it."""

_NAME = re.compile(r"moedevaerk-(\d{4}-\d{2}-\d{2}T\d{2}\.\d{2}\.\d{2})(?:-(\d+))?\.db")


@dataclass(frozen=True)
class Copy:
    """A checked copy and the local time at which it was made.

    ``rotten`` are the hashes of the files that were damaged, so that the copy lacks them.
    """

    path: Path
    made_at: dt.datetime
    rotten: tuple[str, ...] = ()


def make_copy(database: Path, attachments: AttachmentStore, folder: Path, now: dt.datetime) -> Copy:
    """Copy database and attachments into ``folder``; raises ``FileProblem`` and leaves nothing
    half.

    The copy is opened and checked before it gets its name: its last entry must stand in the journal
    of its source, which somebody may have gone on writing in. Its attachments are read again; those
    that have rotted are left out of it and named.
    """
    check_name(folder / "moedevaerk.db")
    target = free_name(folder, now)
    temporary = target.with_suffix(".part")
    try:
        files.make_folder(folder)
        files.remove(temporary)
        vacuum_into(database, temporary)
        _compare(marks(temporary), database)
        rotten = store_beside(target).take_from(attachments)
        files.sync(temporary)
        files.replace(temporary, target)
        files.sync_folder(folder)
    except (OSError, driver.Error) as error:
        raise FileProblem(
            "No copy was made in {folder}. Check that the folder can be written to and has room.",
            folder=str(folder),
        ) from error
    finally:
        remove_half(temporary)
    return Copy(target, now, tuple(rotten))


def remove_half(temporary: Path) -> None:
    """Take away a file that did not get its name, and the journal beside it."""
    for path in (temporary, temporary.with_name(temporary.name + "-journal")):
        files.discard(path)


def free_name(folder: Path, now: dt.datetime, kind: str = "") -> Path:
    """A name by the time that no file has, nor a journal of one."""
    stem = "-".join(part for part in ("moedevaerk", kind, now.strftime(STAMP)) if part)
    return free_path(folder / f"{stem}.db")


def free_path(path: Path) -> Path:
    """The path, with a number behind its name where another file has it, or a journal of one."""
    free, count = path, 1
    while any(free.with_name(free.name + suffix).exists() for suffix in COMPANIONS):
        count += 1
        free = path.with_stem(f"{path.stem}-{count}")
    return free


def vacuum_into(database: Path, target: Path) -> None:
    """Write the database, whole and packed, into a new file."""
    with reading(database) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def _compare(copy: Marks, database: Path) -> None:
    """Raise ``FileProblem`` for a copy that is not of these data, or of data with faults."""
    source = marks(database)
    if not source.is_sound:
        raise FileProblem(
            "The data have faults, so no copy was made; the earlier copies are as they were. "
            "Restore a copy, or ask for help."
        )
    is_whole = copy.is_sound and copy.schema == source.schema
    if not is_whole or not _stands_in(database, copy.last):
        raise FileProblem("The copy did not hold and was thrown away. Try another folder.")


def _stands_in(database: Path, entry: tuple[int, str] | None) -> bool:
    """Whether the journal has the entry; one that is to be empty has none."""
    known = "SELECT 1 FROM journal WHERE sequence = ? AND hash = ?"
    with reading(database) as connection:
        return entry is None or connection.execute(known, entry).fetchone() is not None


def store_beside(database: Path) -> AttachmentStore:
    """The attachments of a database or of a copy."""
    return AttachmentStore(database.parent / "attachments")


def copies(folder: Path) -> list[Copy]:
    """The copies in a folder, newest first."""
    found = [copy for path in folder.glob("moedevaerk-*.db") if (copy := known_copy(path))]
    return sorted(found, key=_order, reverse=True)


def known_copy(path: Path) -> Copy | None:
    """The copy at ``path``, if the name of the file is that of one."""
    match = _NAME.fullmatch(path.name)
    try:
        return Copy(path, dt.datetime.strptime(match[1], STAMP)) if match else None
    except ValueError:  # no such day
        return None


def _order(copy: Copy) -> tuple[dt.datetime, int]:
    """By time; those of one second in the order in which they were made."""
    match = _NAME.fullmatch(copy.path.name)
    return copy.made_at, int(match[2] or 1) if match else 1


def holds_all(folder: Path, database: Path) -> bool:
    """Whether the newest copy is of the data as they now are; data without an entry need none."""
    try:
        mine = last_entry(database)
        newest = next(iter(copies(folder)), None)
        return mine is None or (newest is not None and last_entry(newest.path) == mine)
    except driver.Error:
        return False


def superfluous(found: Iterable[Copy], now: dt.datetime) -> list[Copy]:
    """Copies that thinning takes away.

    Kept are all of today and yesterday, the newest of each day for two weeks, of each week for two
    months, of each month for ever, and always the two newest.
    """
    kept_spans: set[tuple[object, ...]] = set()
    drop = []
    for index, copy in enumerate(sorted(found, key=lambda copy: copy.made_at, reverse=True)):
        spans = _spans(copy.made_at, now)
        if index >= 2 and _age(copy.made_at, now) > 1 and spans <= kept_spans:
            drop.append(copy)
        kept_spans |= spans
    return drop


def _age(made_at: dt.datetime, now: dt.datetime) -> int:
    return (now.date() - made_at.date()).days


def _spans(made_at: dt.datetime, now: dt.datetime) -> set[tuple[object, ...]]:
    """The spans of time that a copy stands for."""
    spans: set[tuple[object, ...]] = {("month", made_at.year, made_at.month)}
    if _age(made_at, now) <= 62:
        spans.add(("week", *made_at.isocalendar()[:2]))
    if _age(made_at, now) <= 14:
        spans.add(("day", made_at.date()))
    return spans


def thin(folder: Path, now: dt.datetime) -> None:
    """Delete the copies that are no longer needed, and what a killed process left unfinished.

    What somebody holds just then is left for the next time.
    """
    AttachmentStore(folder / "attachments").sweep()
    for path in (
        *(copy.path for copy in superfluous(copies(folder), now)),
        *folder.glob("moedevaerk-*.part*"),
    ):
        files.discard(path)


def has_traces(database: Path) -> bool:
    """Whether a database that is missing has been there: journals, copies, what was put aside."""
    journals = (database.with_name(database.name + suffix) for suffix in COMPANIONS[1:])
    aside = database.parent.glob(f"{database.stem}-{ASIDE}-*.db")
    return (
        any(path.exists() for path in journals)
        or any(aside)
        or any(copies(folder_beside(database)))
    )


def folder_beside(database: Path) -> Path:
    """The folder of the automatic copies of a database."""
    return database.parent / FOLDER
