"""A real database file for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.database import Database


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A fresh database file; made once, since running the migrations takes half a second."""
    path = tmp_path_factory.mktemp("empty") / "moedevaerk.db"
    Database.create(path).close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, empty_file: bytes) -> Path:
    """The file of a fresh, closed database."""
    path = tmp_path / "moedevaerk.db"
    path.write_bytes(empty_file)
    return path


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """A fresh, open database."""
    with Database.open(path, "Prøve") as database:
        yield database
