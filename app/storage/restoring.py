"""A copy in the place of the data: which are fit for it, and how what was there is kept.

Data that are sound are copied before a copy that somebody chose takes their place, so that the
place holds the one or the other whole at any instant. A file that is damaged is kept beside it as
``moedevaerk-beskadiget-<time>.db``.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.errors import FileProblem
from app.storage import files
from app.storage.attachment_store import AttachmentStore
from app.storage.backup import (
    ASIDE,
    COMPANIONS,
    Copy,
    copies,
    folder_beside,
    free_name,
    make_copy,
    remove_half,
    store_beside,
)
from app.storage.database import SCHEMA
from app.storage.marks import marks, reading


@dataclass(frozen=True)
class Restored:
    """The copy that was put in place, and where that is which it replaced.

    ``before`` is the copy of sound data, ``aside`` the file that could not be used; it may name a
    journal without its database, left by a restoring that was interrupted. ``lost`` names the
    attachments whose files are damaged or missing both here and in the copy.
    """

    copy: Copy
    aside: Path | None = None
    before: Copy | None = None
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class CopyState:
    """What restoring a copy would give: ``lacking`` names the attachments that have no file."""

    copy: Copy
    is_whole: bool
    lacking: tuple[str, ...] = ()


def state_of(copy: Copy, database: Path) -> CopyState:
    """Read a copy through; attachments may lie with the copies or with the data.

    A file that lies with the copies was read when it came there; restoring reads it again.
    """
    copied, here = store_beside(copy.path), store_beside(database)
    try:
        known, names = marks(copy.path), _attached(copy.path)
    except driver.Error:
        return CopyState(copy, is_whole=False)
    elsewhere = {one: name for one, name in names.items() if not copied.path_of(one).is_file()}
    lacking = _without_file(elsewhere, here)
    return CopyState(copy, known.is_sound and known.schema <= SCHEMA, lacking)


def restore(database: Path, now: dt.datetime, chosen: Copy | None = None) -> Restored:
    """Put a copy in the place of ``database``: the chosen one, or the newest that is sound.

    Raises ``FileProblem`` when the copy is not sound or the folder does not take it; nothing has
    changed then. The writer's lock must be held, and no connection be open. Cut off at any point it
    can be begun again: sound data that a chosen copy replaces, and the copy, are never both away;
    otherwise the place is either as it was or empty with traces.
    """
    temporary = database.with_name(database.name + ".part")
    try:
        copy = _fetch(chosen, temporary) if chosen else _fetch_newest(database, temporary)
        rotten = store_beside(database).take_from(store_beside(copy.path), recheck=True)
        lost = _lost(temporary, store_beside(database), rotten)
        before = _copy_sound(database, now) if chosen else None
        aside = None if before else _put_aside(database, now)
        files.replace(temporary, database)
        files.sync_folder(database.parent)
    except OSError as error:
        raise FileProblem(
            "No copy was restored. Check that the folder can be written to and has room."
        ) from error
    finally:
        remove_half(temporary)
    return Restored(copy, aside, before, lost)


def _fetch(copy: Copy, target: Path) -> Copy:
    if not _is_fetched(copy, target):
        raise FileProblem(
            "The copy {name} is not whole and was not restored. Choose another one.",
            name=copy.path.name,
        )
    return copy


def _fetch_newest(database: Path, target: Path) -> Copy:
    """Copy the newest sound copy to ``target``; a copy that has rotted is passed over."""
    folder = folder_beside(database)
    for copy in copies(folder):
        if _is_fetched(copy, target):
            return copy
    raise FileProblem("There is no sound copy in {folder}. Choose another folder.", folder=folder)


def _is_fetched(copy: Copy, target: Path) -> bool:
    """Bring the copy to ``target`` as data of today; false when it does not hold."""
    try:
        known = marks(copy.path)
        if not known.is_sound:
            return False
        _check_age(copy, known.schema)
        shutil.copyfile(copy.path, target)
        files.sync(target)
        if marks(target) != known:
            return False
    except driver.Error:
        return False
    if known.schema < SCHEMA:
        from app.storage.migrate import migrate_file

        files.discard(migrate_file(target, known.schema, SCHEMA))
    return True


def _check_age(copy: Copy, schema: int) -> None:
    if schema > SCHEMA:
        raise FileProblem(
            "The file {name} was made by a newer version of Mødeværk. Update the program.",
            name=copy.path.name,
        )


def _attached(database: Path) -> dict[str, str]:
    """The names of the attachments that have a file, by its hash."""
    with reading(database) as connection:
        return dict(
            connection.execute(
                "SELECT sha256, file_name FROM attachment WHERE sha256 != '' ORDER BY file_name"
            ).fetchall()
        )


def _without_file(names: dict[str, str], store: AttachmentStore) -> tuple[str, ...]:
    return tuple(name for sha256, name in names.items() if not store.is_sound(sha256))


def _lost(database: Path, store: AttachmentStore, rotten: Iterable[str]) -> tuple[str, ...]:
    """The names of attachments without a sound file; a picture of a text is named by its hash."""
    names = {**{sha256: sha256 for sha256 in rotten}, **_attached(database)}
    return _without_file(names, store)


def _copy_sound(database: Path, now: dt.datetime) -> Copy | None:
    """A copy of data that are sound; ``None`` for a file that is missing or damaged.

    They were read without writing, so a journal beside them is spent; one of another file would
    harm it.
    """
    try:
        if not database.exists() or not marks(database).is_sound:
            return None
    except driver.Error:
        return None
    copy = make_copy(database, store_beside(database), folder_beside(database), now)
    for suffix in COMPANIONS[1:]:
        files.remove(database.with_name(database.name + suffix))
    return copy


def _put_aside(database: Path, now: dt.datetime) -> Path | None:
    """Rename the database and what belongs to it: beside another file its journal would harm."""
    aside = free_name(database.parent, now, ASIDE)
    moved = None
    for suffix in COMPANIONS:
        path = database.with_name(database.name + suffix)
        if path.exists():
            moved = files.rename(path, aside.with_name(aside.name + suffix))
    files.sync_folder(database.parent)
    return aside if aside.exists() else moved
