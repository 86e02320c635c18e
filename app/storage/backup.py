"""Copies of the database: made whole, opened and checked, thinned with age, put back in place.

A copy is a folder's worth of two things: ``moedevaerk-<time>.db`` and, shared by all copies, the
attachments by hash. Nothing is copied over another file; a database that a copy replaces is kept
as ``moedevaerk-beskadiget-<time>.db``.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from app.errors import FileProblem
from app.storage import files
from app.storage.attachment_store import AttachmentStore
from app.storage.engine import APPLICATION_ID, uri_of
from app.storage.file_check import check_name

FOLDER = "backups"
"""Name of the folder of the automatic copies, beside the database."""

STAMP = "%Y-%m-%dT%H.%M.%S"
_ASIDE = "beskadiget"
_COMPANIONS = ("", "-journal", "-wal", "-shm")
_NAME = re.compile(r"moedevaerk-(\d{4}-\d{2}-\d{2}T\d{2}\.\d{2}\.\d{2})(?:-\d+)?\.db")


@dataclass(frozen=True)
class Copy:
    """A checked copy and the local time at which it was made.

    ``rotten`` are the hashes of the files that were damaged, so that the copy lacks them.
    """

    path: Path
    made_at: dt.datetime
    rotten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Restored:
    """The copy that was put in place, and where the file lies that it replaced, if there was one.

    ``aside`` may name a journal without its database, left by a restoring that was interrupted.
    ``lost`` names the attachments whose files are damaged or missing both here and in the copy.
    """

    copy: Copy
    aside: Path | None
    lost: tuple[str, ...] = ()


def make_copy(database: Path, attachments: AttachmentStore, folder: Path, now: dt.datetime) -> Copy:
    """Copy database and attachments into ``folder``; raises ``FileProblem`` and leaves nothing
    half.

    The copy is opened and checked before it gets its name: its last entry must stand in the journal
    of its source, which somebody may have gone on writing in. Its attachments are read again; those
    that have rotted are left out of it and named.
    """
    check_name(folder / "moedevaerk.db")
    target = _free_name(folder, now)
    temporary = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files.remove(temporary)
        _vacuum_into(database, temporary)
        _compare(_marks(temporary), database)
        rotten = _store_beside(target).take_from(attachments)
        files.sync(temporary)
        files.replace(temporary, target)
        files.sync_folder(folder)
    except (OSError, driver.Error) as error:
        raise FileProblem(
            "No copy was made in {folder}. Check that the folder can be written to and has room.",
            folder=str(folder),
        ) from error
    finally:
        _remove(temporary)
    return Copy(target, now, tuple(rotten))


def _remove(temporary: Path) -> None:
    for path in (temporary, temporary.with_name(temporary.name + "-journal")):
        files.discard(path)


def _free_name(folder: Path, now: dt.datetime, kind: str = "") -> Path:
    stem = "-".join(part for part in ("moedevaerk", kind, now.strftime(STAMP)) if part)
    path, count = folder / f"{stem}.db", 1
    while any(path.with_name(path.name + suffix).exists() for suffix in _COMPANIONS):
        count += 1
        path = folder / f"{stem}-{count}.db"
    return path


def _vacuum_into(database: Path, target: Path) -> None:
    with _reading(database) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


@dataclass(frozen=True)
class _Marks:
    """What a copy is known by; ``last`` is the journal's last entry, by number and hash."""

    is_sound: bool
    schema: int
    last: tuple[int, str] | None


def _marks(path: Path) -> _Marks:
    with _reading(path) as connection:
        return _Marks(
            connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            and not connection.execute("PRAGMA foreign_key_check").fetchall()
            and connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID,
            connection.execute("PRAGMA user_version").fetchone()[0],
            connection.execute(
                "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1"
            ).fetchone(),
        )


def _compare(copy: _Marks, database: Path) -> None:
    """Raise ``FileProblem`` for a copy that is not of these data, or of data with faults."""
    source = _marks(database)
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
    with _reading(database) as connection:
        return entry is None or connection.execute(known, entry).fetchone() is not None


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[Any]:
    connection = driver.connect(uri_of(path.resolve()) + "?mode=ro", uri=True)
    try:
        yield connection
    finally:
        connection.close()


def _store_beside(database: Path) -> AttachmentStore:
    return AttachmentStore(database.parent / "attachments")


def copies(folder: Path) -> list[Copy]:
    """The copies in a folder, newest first."""
    found = []
    for path in folder.glob("moedevaerk-*.db"):
        if match := _NAME.fullmatch(path.name):
            found.append(Copy(path, dt.datetime.strptime(match[1], STAMP)))
    return sorted(found, key=lambda copy: (copy.made_at, copy.path.name), reverse=True)


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
    journals = (database.with_name(database.name + suffix) for suffix in _COMPANIONS[1:])
    aside = database.parent.glob(f"{database.stem}-{_ASIDE}-*.db")
    return any(path.exists() for path in journals) or any(aside) or any(copies(_beside(database)))


def _beside(database: Path) -> Path:
    return database.parent / FOLDER


def restore(database: Path, now: dt.datetime) -> Restored:
    """Put the newest sound copy in the place of ``database``, which is kept under another name.

    Raises ``FileProblem`` when no copy is sound or the folder does not take it. The writer's lock
    must be held. Cut off at any point it can be begun again: until the last step the place of the
    database is either as it was or empty with traces.
    """
    temporary = database.with_name(database.name + ".part")
    try:
        copy = _fetch_newest(_beside(database), temporary)
        rotten = _store_beside(database).take_from(_store_beside(copy.path), recheck=True)
        lost = _lost(temporary, _store_beside(database), rotten)
        aside = _put_aside(database, now)
        files.replace(temporary, database)
        files.sync_folder(database.parent)
    except OSError as error:
        raise FileProblem(
            "No copy was restored. Check that the folder can be written to and has room."
        ) from error
    finally:
        _remove(temporary)
    return Restored(copy, aside, lost)


def _fetch_newest(folder: Path, target: Path) -> Copy:
    """Copy the newest sound copy to ``target``; a copy that has rotted is passed over."""
    for copy in copies(folder):
        try:
            marks = _marks(copy.path)
            if not marks.is_sound:
                continue
            shutil.copyfile(copy.path, target)
            files.sync(target)
            if _marks(target) == marks:
                return copy
        except driver.Error:
            continue
    raise FileProblem("There is no sound copy in {folder}. Choose another folder.", folder=folder)


def _lost(database: Path, store: AttachmentStore, rotten: Iterable[str]) -> tuple[str, ...]:
    """The names of attachments without a sound file; a picture of a text is named by its hash."""
    with _reading(database) as connection:
        attached = connection.execute(
            "SELECT sha256, file_name FROM attachment WHERE sha256 != '' ORDER BY file_name"
        ).fetchall()
    names = {**{sha256: sha256 for sha256 in rotten}, **dict(attached)}
    return tuple(name for sha256, name in names.items() if not store.is_sound(sha256))


def _put_aside(database: Path, now: dt.datetime) -> Path | None:
    """Rename the database and what belongs to it: beside another file its journal would harm."""
    aside = _free_name(database.parent, now, _ASIDE)
    moved = None
    for suffix in _COMPANIONS:
        path = database.with_name(database.name + suffix)
        if path.exists():
            moved = files.rename(path, aside.with_name(aside.name + suffix))
    files.sync_folder(database.parent)
    return aside if aside.exists() else moved
