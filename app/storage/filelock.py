"""One writer at a time: the lock beside the database, and who holds it."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import json
import os
import socket
from pathlib import Path

from filelock import FileLock, Timeout

from app.errors import FileProblem


class WriterLock:
    """Held while the database is open; the system frees it however the process ends."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._owner = database.with_name(database.name + ".owner")
        file = str(database.with_name(database.name + ".lock"))
        # The window takes the lock in a job and lets go of it in its own thread.
        self._lock = FileLock(file, blocking=False, thread_local=False)

    def acquire(self) -> None:
        """Take the lock or raise ``FileProblem`` that names who has it."""
        try:
            self._lock.acquire()
        except Timeout as error:
            raise self._in_use() from error
        except OSError as error:
            raise FileProblem(
                "The folder of {name} cannot be written to. Choose another folder.",
                name=self._database.name,
            ) from error
        with contextlib.suppress(OSError):  # on a full disk the lock holds without its note
            self._owner.write_text(json.dumps(_myself()), encoding="utf-8")

    def release(self) -> None:
        """Let go."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._owner.unlink(missing_ok=True)
            self._lock.release()

    def _in_use(self) -> FileProblem:
        try:
            owner = json.loads(self._owner.read_text(encoding="utf-8"))
            told = {key: str(owner[key]) for key in ("user", "host", "since")}
        except (OSError, ValueError, KeyError, TypeError):
            return FileProblem(
                "{name} is open in another program. Close it there first.", name=self._database.name
            )
        if (told["user"], told["host"]) == (user_name(), socket.gethostname()):
            return FileProblem(
                "{name} is open already on this computer ({user}, since {since}). Go on in that "
                "window, or close it first.",
                name=self._database.name,
                **told,
            )
        return FileProblem(
            "{user} has {name} open on {host} since {since}. Close it there first.",
            name=self._database.name,
            **told,
        )


def _myself() -> dict[str, str | int]:
    now = dt.datetime.now()
    return {
        "user": user_name(),
        "host": socket.gethostname(),
        "process": os.getpid(),
        "since": f"{now:%d.%m.%Y} kl. {now:%H.%M}",
    }


def user_name() -> str:
    """Who is logged in; ``?`` where the system has no name for her, as in some containers.

    Likewise ``?`` for each character of the name that is no text.
    """
    try:
        return getpass.getuser().encode(errors="replace").decode()
    except (KeyError, OSError, ImportError):
        return "?"
