"""What a file is before SQLite touches it: each kind of unfit file has its own sentence."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.errors import FileProblem
from app.storage.engine import APPLICATION_ID

MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100


def check_file(path: Path, newest_schema: int) -> int:
    """The schema version of the database file at ``path``.

    Raises ``FileProblem`` for a file that is missing, empty, foreign, truncated, read-only,
    damaged or made by a newer version. The file is only read.
    """
    if not path.is_file():
        raise FileProblem("The file {name} was not found. Choose another folder.", name=path.name)
    if path.stat().st_size == 0:
        raise FileProblem(
            "The file {name} is empty and was left as it is. Restore a copy instead.",
            name=path.name,
        )
    version = _check_header(path, newest_schema)
    _check_writable(path)
    _check_pages(path)
    return version


def _check_header(path: Path, newest_schema: int) -> int:
    with path.open("rb") as file:
        header = file.read(HEADER_SIZE)
    if len(header) == HEADER_SIZE and not header.startswith(MAGIC):
        raise _foreign(path)
    if len(header) < HEADER_SIZE:
        raise _damaged(path) if MAGIC.startswith(header[:16]) else _foreign(path)
    application_id = int.from_bytes(header[68:72], "big")
    if application_id != APPLICATION_ID:
        raise _foreign(path)
    version = int.from_bytes(header[60:64], "big")
    if version > newest_schema:
        raise FileProblem(
            "The file {name} was made by a newer version of Mødeværk. Update the program.",
            name=path.name,
        )
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if path.stat().st_size < pages * (65536 if page_size == 1 else page_size):
        raise _damaged(path)
    return version


def _check_writable(path: Path) -> None:
    # The mode is read as well, since root may write where the owner has said that nobody should.
    is_writable = path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK)
    if not is_writable or not os.access(path.parent, os.W_OK):
        raise FileProblem(
            "The file {name} is read-only. Remove the write protection or choose another folder.",
            name=path.name,
        )


def _check_pages(path: Path) -> None:
    try:
        connection = driver.connect(path.resolve().as_uri() + "?mode=ro", uri=True)
        try:
            connection.execute("PRAGMA cell_size_check=ON")
            result = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    except driver.Error as error:
        raise _damaged(path) from error
    if result != "ok":
        raise _damaged(path)


def _foreign(path: Path) -> FileProblem:
    return FileProblem(
        "The file {name} is not a Mødeværk database and was left as it is. Choose another folder.",
        name=path.name,
    )


def _damaged(path: Path) -> FileProblem:
    return FileProblem(
        "The file {name} is damaged and was left as it is. Restore a copy instead.", name=path.name
    )
