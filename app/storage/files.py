"""Files put in place, synced, taken away: with patience for programs that look at them meanwhile.

Windows refuses to rename or remove a file that somebody else has open, and a virus scanner or a
cloud drive opens each file that was just written. It lets go of it in a moment.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

WINDOWS = os.name == "nt"
PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8) if WINDOWS else ()
"""Seconds to wait before each further attempt."""

_KNOWS_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF, errno.EACCES, errno.EPERM}


def replace(source: Path, target: Path) -> Path:
    """Let the file take the place and the name of ``target``."""
    return _patiently(lambda: source.replace(target))


def rename(source: Path, target: Path) -> Path:
    """Give the file a name that is free."""
    return _patiently(lambda: source.rename(target))


def remove(path: Path) -> None:
    """Take the file away if it is there. Windows does so with none that is read-only."""
    if WINDOWS and path.exists():
        path.chmod(0o644)
    _patiently(lambda: path.unlink(missing_ok=True))


def discard(path: Path) -> None:
    """Take away what was only temporary; one that somebody holds is left for the next sweep."""
    with contextlib.suppress(OSError):
        remove(path)


def protect(path: Path) -> None:
    """Mark the file as one that nobody writes to, where that keeps nobody from deleting it."""
    if not WINDOWS:
        with contextlib.suppress(OSError):  # some network drives know no such mark
            path.chmod(0o444)


def _patiently(do: Callable[[], T]) -> T:
    for seconds in PATIENCE:
        try:
            return do()
        except PermissionError:
            time.sleep(seconds)
    return do()


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
