"""Copies of the database: made whole, opened and checked, thinned with age.

A copy is a folder's worth of two things: ``moedevaerk-<time>.db`` and, shared by all copies, the
attachments by hash. Nothing is copied over another file.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.errors import FileProblem
from app.storage.attachment_store import AttachmentStore, sync_folder
from app.storage.engine import APPLICATION_ID

STAMP = "%Y-%m-%dT%H.%M.%S"
_NAME = re.compile(r"moedevaerk-(\d{4}-\d{2}-\d{2}T\d{2}\.\d{2}\.\d{2})(?:-\d+)?\.db")


@dataclass(frozen=True)
class Copy:
    """A checked copy and the local time at which it was made."""

    path: Path
    made_at: dt.datetime


def make_copy(database: Path, attachments: AttachmentStore, folder: Path, now: dt.datetime) -> Copy:
    """Copy database and attachments into ``folder``; raises ``FileProblem`` and leaves nothing
    half.

    The copy is opened, checked and compared with the last entry of the journal before it gets its
    name.
    """
    target = _free_name(folder, now)
    temporary = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        _vacuum_into(database, temporary)
        if _fingerprint(temporary) != _fingerprint(database):
            raise FileProblem("The copy did not hold and was thrown away. Try another folder.")
        _copy_attachments(attachments, folder / "attachments")
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
        sync_folder(folder)
    except (OSError, driver.Error) as error:
        raise FileProblem(
            "No copy was made in {folder}. Check that the folder can be written to and has room.",
            folder=str(folder),
        ) from error
    finally:
        _remove(temporary)
    return Copy(target, now)


def _remove(temporary: Path) -> None:
    for path in (temporary, temporary.with_name(temporary.name + "-journal")):
        if path.parent.is_dir():
            path.unlink(missing_ok=True)


def _free_name(folder: Path, now: dt.datetime) -> Path:
    path, count = folder / f"moedevaerk-{now.strftime(STAMP)}.db", 1
    while path.exists():
        count += 1
        path = folder / f"moedevaerk-{now.strftime(STAMP)}-{count}.db"
    return path


def _vacuum_into(database: Path, target: Path) -> None:
    connection = driver.connect(database.resolve().as_uri() + "?mode=ro", uri=True)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()


def _fingerprint(path: Path) -> tuple[object, ...]:
    """What a copy shares with its source: sound pages and references, the same last entry."""
    connection = driver.connect(path.resolve().as_uri() + "?mode=ro", uri=True)
    try:
        return (
            connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok",
            not connection.execute("PRAGMA foreign_key_check").fetchall(),
            connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID,
            connection.execute("PRAGMA user_version").fetchone()[0],
            connection.execute(
                "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1"
            ).fetchone(),
        )
    finally:
        connection.close()


def _copy_attachments(store: AttachmentStore, folder: Path) -> None:
    for source in sorted(store.folder.glob("??/*")):
        target = folder / source.parent.name / source.name
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_suffix(".part")
        shutil.copyfile(source, temporary)
        temporary.replace(target)


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
    """Delete the copies that are no longer needed."""
    for copy in superfluous(copies(folder), now):
        copy.path.unlink(missing_ok=True)
