"""What a database file is known by, read beside whoever has it open."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from app.storage.engine import APPLICATION_ID, uri_of


@dataclass(frozen=True)
class Marks:
    """What a copy is known by; ``last`` is the journal's last entry, by number and hash."""

    is_sound: bool
    schema: int
    last: tuple[int, str] | None


def marks(path: Path) -> Marks:
    """Read the whole file; raises the driver's errors for one that is no database."""
    with reading(path) as connection:
        return Marks(
            connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            and not connection.execute("PRAGMA foreign_key_check").fetchall()
            and connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID,
            connection.execute("PRAGMA user_version").fetchone()[0],
            _last(connection),
        )


def last_entry(path: Path) -> tuple[int, str] | None:
    """The journal's last entry by number and hash; raises the driver's errors."""
    with reading(path) as connection:
        return _last(connection)


def _last(connection: Any) -> tuple[int, str] | None:
    found: tuple[int, str] | None = connection.execute(
        "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1"
    ).fetchone()
    return found


@contextlib.contextmanager
def reading(path: Path) -> Iterator[Any]:
    """A connection that cannot write."""
    connection = driver.connect(uri_of(path.resolve()) + "?mode=ro", uri=True)
    try:
        yield connection
    finally:
        connection.close()
