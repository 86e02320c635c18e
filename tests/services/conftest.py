"""A real database with one body and one meeting."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.services.bodies import NewMember, create_body
from app.services.items import create_item
from app.services.meetings import create_meeting
from app.storage.database import Database


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A fresh database file; made once, since running the migrations takes half a second."""
    path = tmp_path_factory.mktemp("empty") / "moedevaerk.db"
    Database.create(path).close()
    return path.read_bytes()


@pytest.fixture
def database(tmp_path: Path, empty_file: bytes) -> Iterator[Database]:
    """A fresh, open database."""
    path = tmp_path / "moedevaerk.db"
    path.write_bytes(empty_file)
    with Database.open(path, "Prøve") as database:
        yield database


@pytest.fixture
def body_id(database: Database) -> UUID:
    """A steering group with two members."""
    members = (
        NewMember("Ane Holm", "direktør", "Vesterkommunen"),
        NewMember("Bo Lund", "direktør", "Østerkommunen"),
    )
    return create_body(
        database, "Den Fælles Styregruppe", short_name="Fællesgruppen", members=members
    )


@pytest.fixture
def meeting_id(database: Database, body_id: UUID) -> UUID:
    """A draft meeting of the group with its four fixed items."""
    return create_meeting(database, body_id, dt.date(2026, 3, 5), start=dt.time(12))


@pytest.fixture
def item_id(database: Database, meeting_id: UUID) -> UUID:
    """A case of the meeting, with the sections that its group has."""
    return create_item(database, meeting_id, title="Fælles beredskab")
