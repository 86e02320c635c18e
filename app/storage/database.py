"""The one door to the data: ``read()``, ``write(action)``, undo and redo."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event, orm

from app.errors import FileProblem, InvalidInput, UnusableFile
from app.models.registry import metadata
from app.storage import backup, files, journal
from app.storage.actions import Action
from app.storage.attachment_store import AttachmentStore
from app.storage.changes import Changes, RowChange, Step
from app.storage.engine import IMMEDIATE, make_engine
from app.storage.faults import damaged, is_damage, not_read, not_saved
from app.storage.file_check import check_header, check_name, check_pages
from app.storage.filelock import WriterLock, user_name
from app.storage.history import History, play

if TYPE_CHECKING:
    from app.storage.restoring import Restored

SCHEMA = 1
"""Version of the newest schema; the number of its migration."""

Listener = Callable[[Changes], None]


class Database:
    """An open database file with its attachments, made by ``open`` or ``create``."""

    def __init__(self, path: Path, engine: sa.Engine, lock: WriterLock, actor: str) -> None:
        self.path = path
        self.actor = actor
        self.attachments = AttachmentStore(path.parent / "attachments")
        self.attachments.sweep()
        self.history = History()
        self.has_changed = False
        self._engine = engine
        self._lock = lock
        self._reader = orm.sessionmaker(engine, autoflush=False, expire_on_commit=False)
        self._writer = orm.sessionmaker(
            engine.execution_options(**{IMMEDIATE: True}), expire_on_commit=False
        )
        self._listeners: list[Listener] = []
        self._is_writing = self._is_closed = False

    @classmethod
    def open(cls, path: Path, actor: str = "") -> Database:
        """Open an existing file, migrating it when it is older.

        Raises ``FileProblem`` with a sentence of its own for a missing, empty, foreign, damaged,
        newer, read-only or locked file, and leaves that file as it was.
        """
        with _usable_folder(path):
            version = check_header(path, SCHEMA)
            with _locked(path) as lock:
                check_pages(path)
                if version < SCHEMA:
                    from app.storage.migrate import migrate_file

                    migrate_file(path, version, SCHEMA)
                return cls(path, make_engine(path), lock, actor or user_name())

    @classmethod
    def create(cls, path: Path, actor: str = "") -> Database:
        """Make a new, empty database; a file that is already there is never touched."""
        from app.storage.migrate import create_file

        check_name(path)
        with _usable_folder(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with _locked(path) as lock, _known_problems(path):
                if path.exists():
                    raise FileProblem("The file {name} is already there.", name=path.name)
                create_file(path)
                return cls(path, make_engine(path), lock, actor or user_name())

    @classmethod
    def open_or_create(cls, path: Path, actor: str = "") -> Database:
        """Open the file, or make it where there is none yet.

        Raises ``UnusableFile`` where there has been one: lost data are not replaced by empty ones.
        """
        with _usable_folder(path):
            is_there, has_been = path.exists(), backup.has_traces(path)
        if is_there:
            return cls.open(path, actor)
        if has_been:
            raise UnusableFile(
                "The file {name} is missing, but there are traces of it. Restore a copy instead.",
                name=path.name,
            )
        return cls.create(path, actor)

    def replaced_by(self, copy: backup.Copy, now: dt.datetime) -> tuple[Database, Restored]:
        """The data of a copy in the place of these, under the same lock, with nothing to undo.

        These are closed. Raises ``FileProblem`` and stays open when nothing was replaced.
        """
        from app.storage.restoring import restore

        if self._is_writing or self._is_closed:
            raise RuntimeError("the data are being written, or closed")
        self._is_closed = True
        self._engine.dispose()
        try:
            restored = restore(self.path, now, copy)
        except BaseException:
            self._is_closed = False
            raise
        made = type(self)(self.path, make_engine(self.path), self._lock, self.actor)
        made.has_changed = True  # the newest copy is of what was there before
        return made, restored

    def discard_untouched(self) -> bool:
        """Close and take the file away again, if nothing was ever saved in it; else do nothing."""
        with contextlib.suppress(FileProblem), self.read() as session:
            if session.execute(sa.select(journal.journal.c.sequence).limit(1)).first() is None:
                session.close()
                self._engine.dispose()
                for suffix in backup.COMPANIONS:
                    files.discard(self.path.with_name(self.path.name + suffix))
                self.close()
                return True
        return False

    def close(self) -> None:
        """Let go of file and lock, unless a copy has taken both over."""
        if self._is_closed:
            return
        self._is_closed = True
        self._engine.dispose()
        self._lock.release()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def on_change(self, listener: Listener) -> None:
        """Call ``listener`` with the ``Changes`` of each committed step, undo and redo too."""
        self._listeners.append(listener)

    @contextlib.contextmanager
    def read(self) -> Iterator[orm.Session]:
        """A session for reading; it refuses to write. What it hands out is detached afterwards."""
        with self._reader() as session:
            event.listen(session, "before_flush", _refuse_flush)
            with _known_problems(self.path, is_reading=True):
                yield session

    @contextlib.contextmanager
    def write(self, action: Action, actor: str = "") -> Iterator[orm.Session]:
        """The session of one user action: flush, journal, commit, undo step, notice.

        Raising inside rolls everything back; nothing is recorded or announced. Does not nest.
        """
        if self._is_closed:
            raise RuntimeError("the database is closed")
        if self._is_writing:
            raise RuntimeError("write() does not nest")
        self._is_writing = True
        who, at = actor or self.actor, dt.datetime.now(dt.UTC)
        try:
            with self._writer() as session, _known_problems(self.path):
                recorder = journal.Recorder(session)
                yield session
                session.flush()
                journal.append(session.connection(), recorder.rows, action, who, at)
                session.commit()
        finally:
            self._is_writing = False
        if recorder.rows:
            step = Step(action, who, at, tuple(recorder.rows))
            self.history.add(step)
            self._announce(step.changes())

    def undo(self) -> Changes | None:
        """Take the newest step back; ``None`` when there is none."""
        if not self.history.undoable:
            return None
        step = self.history.undoable[-1]
        self._replay(step.inverse_rows(), Action.UNDO)
        self.history.moved_back()
        return self._announce(step.changes(is_history=True))

    def redo(self) -> Changes | None:
        """Do the newest undone step again; ``None`` when there is none."""
        if not self.history.redoable:
            return None
        step = self.history.redoable[-1]
        self._replay(step.rows, Action.REDO)
        self.history.moved_forward()
        return self._announce(step.changes(is_history=True))

    def _replay(self, rows: tuple[RowChange, ...], action: Action) -> None:
        if self._is_closed:
            raise RuntimeError("the database is closed")
        engine = self._engine.execution_options(**{IMMEDIATE: True})
        with _known_problems(self.path), engine.begin() as connection:
            play(connection, rows)
            journal.append(connection, rows, action, self.actor, dt.datetime.now(dt.UTC))

    def _announce(self, changes: Changes) -> Changes:
        self.has_changed = True
        for listener in tuple(self._listeners):
            listener(changes)
        return changes


@contextlib.contextmanager
def _usable_folder(path: Path) -> Iterator[None]:
    """A folder that the system keeps shut as a sentence."""
    try:
        yield
    except OSError as error:
        raise FileProblem(
            "The folder of {name} cannot be written to. Choose another folder.", name=path.name
        ) from error


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[WriterLock]:
    """The writer's lock, kept when all goes well and let go of again when it does not."""
    lock = WriterLock(path)
    lock.acquire()
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def dump(database: Database) -> dict[str, list[Any]]:
    """All rows of all tables but the journal, in a fixed order; for comparing whole databases."""
    with database.read() as session:
        return {
            table.name: [
                tuple(row) for row in session.execute(sa.select(table).order_by(table.c.id))
            ]
            for table in metadata.sorted_tables
            if table is not journal.journal
        }


def _refuse_flush(*_: Any) -> None:
    raise RuntimeError("a session for reading was about to write")


@contextlib.contextmanager
def _known_problems(path: Path, *, is_reading: bool = False) -> Iterator[None]:
    """Faults of disk and file as sentences; anything else is a bug and passes."""
    try:
        yield
    except sa.exc.OperationalError as error:
        fault = (not_read if is_reading else not_saved)(str(error.orig).lower(), path)
        if fault is None:
            raise
        raise fault from error
    except sa.exc.DatabaseError as error:
        if is_damage(str(error.orig).lower()):
            raise damaged(path) from error
        raise
    except UnicodeEncodeError as error:  # half of a surrogate pair
        raise InvalidInput(
            "The text holds a character that cannot be stored. Delete it and write it again."
        ) from error
