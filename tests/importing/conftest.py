"""Databases to import into, and the meeting with everything."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.services.importing import import_drafts
from app.storage.database import Database
from tests.importing.crammed import cram
from tests.importing.trips import Import


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A fresh database file, made once."""
    path = tmp_path_factory.mktemp("empty") / "moedevaerk.db"
    Database.create(path).close()
    return path.read_bytes()


@pytest.fixture
def imported(tmp_path: Path, empty_file: bytes) -> Iterator[Import]:
    """Imports the first meeting of a draft into an empty database."""
    path = tmp_path / "ny" / "moedevaerk.db"
    path.parent.mkdir()
    path.write_bytes(empty_file)
    with Database.open(path, "Prøve") as database:
        yield lambda draft: (database, import_drafts(database, [draft]).created[0])


@pytest.fixture(scope="module")
def crammed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Database, UUID]:
    """A meeting with everything."""
    database = Database.create(tmp_path_factory.mktemp("crammed") / "moedevaerk.db")
    return database, cram(database)
