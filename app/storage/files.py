"""Files put in place, synced, taken away, with patience for programs that look at them."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from app.patience import patiently, put

WINDOWS = os.name == "nt"
_KNOWS_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF, errno.EACCES, errno.EPERM}


replace = put


def rename(source: Path, target: Path) -> Path:
    """Give the file a name that is free."""
    return patiently(lambda: source.rename(target))


def remove(path: Path) -> None:
    """Take the file away if it is there. Windows does so with none that is read-only."""
    if WINDOWS and path.exists():
        path.chmod(0o644)
    patiently(lambda: path.unlink(missing_ok=True))


def discard(path: Path) -> None:
    """Take away what was only temporary; one that somebody holds is left for the next sweep."""
    with contextlib.suppress(OSError):
        remove(path)


def protect(path: Path) -> None:
    """Mark the file as one that nobody writes to, where that keeps nobody from deleting it."""
    if not WINDOWS:
        with contextlib.suppress(OSError):  # some network drives know no such mark
            path.chmod(0o444)


def make_folder(folder: Path) -> None:
    """Make the folder where it is missing, so that it survives a power cut as well as its files."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync(path: Path) -> None:
    """Let what the file holds reach the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder survive a power cut, where the system has a way to.

    Windows has none, and some network drives refuse.
    """
    if WINDOWS:
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _KNOWS_NO_SYNC:
            raise
