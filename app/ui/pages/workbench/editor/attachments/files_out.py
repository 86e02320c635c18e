"""Attachment files on their way out: opened in their own program, or copied to a place.

Public: ``open_copy``, ``save_copy``, ``name_of``, ``remove_copies``, ``remove_left_copies``. The
file of the store itself is never handed out.
"""

from __future__ import annotations

import contextlib
import shutil
import stat
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import FileProblem
from app.i18n import N_
from app.paths import clean_name
from app.services.queries.items import AttachmentView
from app.storage import files
from app.storage.database import Database

_PREFIX, _MARK = "moedevaerk-", "in-use"
_PROGRAMS = frozenset(
    {
        ".exe", ".bat", ".cmd", ".com", ".js", ".jse", ".vbs", ".vbe", ".ps1", ".sh", ".msi",
        ".lnk", ".app", ".scr", ".pif", ".hta", ".wsf", ".jar", ".reg", ".desktop", ".command",
    }
)  # fmt: skip


class _Copies:
    """The folder of this run, made when the first file is opened; nobody else may look into it."""

    folder: Path | None = None
    lock: FileLock | None = None

    @classmethod
    def place_for(cls, view: AttachmentView) -> Path:
        """A folder for one file of the store, so that equal names do not meet."""
        if cls.folder is None or not cls.folder.is_dir():
            cls.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            cls.lock = _lock_of(cls.folder)
            cls.lock.acquire()
        place = cls.folder / view.sha256[:16]
        place.mkdir(mode=0o700, exist_ok=True)
        return place


def name_of(view: AttachmentView) -> str:
    """What the file is called outside the store."""
    return clean_name(view.file_name) or "bilag"


def open_copy(database: Database, view: AttachmentView) -> Path:
    """Open a copy that cannot be written in, in the program the system has for it; where it lies.

    Raises ``FileProblem``, also for programs: they are saved, never started.
    """
    name = name_of(view)
    if Path(name).suffix.lower() in _PROGRAMS:
        raise FileProblem(
            N_(
                "{name} is a program and is not opened from here. Save a copy if you need the file."
            ),
            name=name,
        )
    try:
        copy = _Copies.place_for(view) / name
    except OSError as error:
        raise FileProblem(
            N_("{name} was not opened, there is no room for a copy. Save one in another place."),
            name=name,
        ) from error
    if not copy.is_file():
        save_copy(database, view, copy).chmod(stat.S_IREAD)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        raise FileProblem(
            N_("No program opens {name}. Save a copy and open it from there."), name=copy.name
        )
    return copy


def save_copy(database: Database, view: AttachmentView, target: Path) -> Path:
    """Copy the file to ``target``, whole or not at all. Raises ``FileProblem``."""
    source = database.attachments.path_of(view.sha256)
    if not source.is_file():
        raise FileProblem(
            N_("The file of {title} is not in the store. Restore a backup."), title=view.title
        )
    half = target.with_name(target.name + ".part")
    try:
        shutil.copyfile(source, half)
        files.replace(half, target)
    except OSError as error:
        files.discard(half)
        raise FileProblem(
            N_("The copy was not saved as {name}. Choose another folder."), name=target.name
        ) from error
    return target


def remove_copies() -> None:
    """Take away all that was opened in this run; what a program still holds is left to it."""
    folder, _Copies.folder = _Copies.folder, None
    if _Copies.lock is not None:
        _Copies.lock.release()
        _Copies.lock = None
    if folder is not None:
        _remove_folder(folder)


def remove_left_copies() -> None:
    """Take away what runs have left that were cut off; a run that goes on holds its lock."""
    for mark in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_MARK}"):
        lock = _lock_of(mark.parent)
        with contextlib.suppress(Timeout, OSError):  # somebody else's, or still at work
            lock.acquire()
            lock.release()
            _remove_folder(mark.parent)


def _lock_of(folder: Path) -> FileLock:
    return FileLock(str(folder / _MARK), blocking=False, thread_local=False)


def _remove_folder(folder: Path) -> None:
    for path in folder.rglob("*"):
        if not path.is_dir():
            files.discard(path)
    shutil.rmtree(folder, ignore_errors=True)
