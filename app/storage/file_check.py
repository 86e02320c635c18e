"""What a file is before SQLite touches it: each kind of unfit file has its own sentence."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.errors import FileProblem, UnusableFile
from app.storage.engine import APPLICATION_ID, uri_of
from app.storage.faults import damaged, is_damage, not_read

MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100
BUSY_TIMEOUT = 5.0
"""Seconds to wait for another program that has taken the file."""


def check_header(path: Path, newest_schema: int) -> int:
    """The schema version of the database file at ``path``.

    Raises ``FileProblem`` for a file that is missing, empty, foreign, read-only or made by a newer
    version. The file is only read; somebody else may have it open.
    """
    check_name(path)
    if not path.is_file():
        raise FileProblem("The file {name} was not found. Choose another folder.", name=path.name)
    if path.stat().st_size == 0:
        raise UnusableFile(
            "The file {name} is empty and was left as it is. Restore a copy instead.",
            name=path.name,
        )
    version = _version(path)
    if version > newest_schema:
        raise FileProblem(
            "The file {name} was made by a newer version of Mødeværk. Update the program.",
            name=path.name,
        )
    _check_writable(path)
    return version


def check_name(path: Path) -> None:
    """Raise ``FileProblem`` for a place whose name no text can hold: SQLite takes only text."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise FileProblem(
            "The folder of {name} has a character in its name that is no text. Choose another "
            "folder.",
            name=path.name,
        ) from error


def _version(path: Path) -> int:
    with path.open("rb") as file:
        header = file.read(HEADER_SIZE)
    if len(header) < HEADER_SIZE and MAGIC.startswith(header[:16]):
        raise damaged(path)
    if not header.startswith(MAGIC) or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise _foreign(path)
    return int.from_bytes(header[60:64], "big")


def _check_writable(path: Path) -> None:
    # The mode is read as well, since root may write where the owner has said that nobody should.
    is_writable = path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK)
    if not is_writable or not os.access(path.parent, os.W_OK):
        raise FileProblem(
            "The file {name} is read-only. Remove the write protection or choose another folder.",
            name=path.name,
        )


def check_pages(path: Path) -> None:
    """Raise ``FileProblem`` for a truncated or damaged file, and another for a sound one that
    cannot be read just now. The writer's lock must be held.

    A journal left by a process that was killed belongs to the file: it is rolled back first, which
    only a connection that may write can do. Otherwise the file is only read.
    """
    left_journal = path.with_name(path.name + "-journal")
    is_interrupted = left_journal.exists() and left_journal.stat().st_size > 0
    if not is_interrupted and _is_truncated(path):
        raise damaged(path)
    mode = "rw" if is_interrupted else "ro"
    try:
        connection = driver.connect(
            uri_of(path.resolve()) + f"?mode={mode}", timeout=BUSY_TIMEOUT, uri=True
        )
        try:
            connection.execute("PRAGMA cell_size_check=ON")
            result = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    except driver.Error as error:
        words = str(error).lower()
        raise (damaged(path) if is_damage(words) else not_read(words, path) or error) from error
    if result != "ok":
        raise damaged(path)


def _is_truncated(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(HEADER_SIZE)
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return path.stat().st_size < pages * (65536 if page_size == 1 else page_size)


def _foreign(path: Path) -> UnusableFile:
    return UnusableFile(
        "The file {name} is not a Mødeværk database and was left as it is. Choose another folder.",
        name=path.name,
    )
