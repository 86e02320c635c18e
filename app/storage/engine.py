"""The SQLite engine: one driver, fixed pragmas, transactions that begin when we say so."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from sqlalchemy import event

APPLICATION_ID = 0x4D564B31  # "MVK1"
PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "busy_timeout=5000",
)
IMMEDIATE = "immediate"
"""Execution option: the transaction takes the write lock when it begins."""


def make_engine(path: Path) -> sa.Engine:
    """An engine over an existing file; it never creates one."""
    engine = sa.create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: _connect(path),
        poolclass=sa.QueuePool,
        pool_size=4,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _leave_transaction)
    return engine


def _connect(path: Path) -> Any:
    uri = uri_of(path.resolve()) + "?mode=rw"
    connection = driver.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def uri_of(path: PurePath) -> str:
    """The address of an absolute path as SQLite takes it.

    ``Path.as_uri`` names the server of a Windows share as the authority, which SQLite refuses.
    """
    words = path.as_posix()
    return "file://" + quote(words if words.startswith("/") else f"/{words}", safe="/:")


def _begin(connection: sa.Connection) -> None:
    if connection.get_execution_options().get(IMMEDIATE):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # A step is judged whole: rows may come and go in any order before the commit.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    else:
        connection.exec_driver_sql("BEGIN")


def _leave_transaction(connection: Any, _record: Any) -> None:
    # A COMMIT refused for a broken reference leaves the transaction open, while the pool takes it
    # for ended and does not roll back by itself.
    if connection is not None and connection.in_transaction:
        connection.execute("ROLLBACK")
