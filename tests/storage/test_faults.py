"""Faults of disk and file are sentences: one about reading, another about saving."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver

from app.errors import FileProblem
from app.i18n import sentence
from app.models.body import Body
from app.storage import engine
from app.storage.actions import Action
from app.storage.database import Database


@pytest.fixture
def taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """An open database whose file another program has just taken for itself."""
    pragmas = (*engine.PRAGMAS[:-1], "busy_timeout=10")
    monkeypatch.setattr(engine, "PRAGMAS", pragmas)
    with Database.open(path, "Prøve") as database:
        other = driver.connect(str(path), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        yield database
        other.close()


def fault(words: str) -> sa.exc.OperationalError:
    return sa.exc.OperationalError("SELECT", {}, driver.OperationalError(words))


def read(database: Database) -> None:
    with database.read() as session:
        session.scalars(sa.select(Body)).all()


def write(database: Database) -> None:
    with database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="Styregruppen"))


def test_reading_what_another_program_has_taken_says_nothing_of_saving(taken: Database) -> None:
    with pytest.raises(FileProblem) as caught:
        read(taken)
    assert sentence(caught.value) == (
        "Data kunne ikke læses. Et andet program bruger moedevaerk.db. Prøv igen om lidt."
    )


def test_writing_what_another_program_has_taken_says_that_nothing_was_saved(
    taken: Database,
) -> None:
    with pytest.raises(FileProblem) as caught:
        write(taken)
    assert sentence(caught.value) == (
        "Ændringen blev ikke gemt. Et andet program bruger moedevaerk.db."
    )


@pytest.mark.parametrize("words", ["disk I/O error", "unable to open database file"])
def test_a_drive_that_is_gone_is_said_as_reading_or_as_saving(
    database: Database, words: str
) -> None:
    with pytest.raises(FileProblem, match=r"could not be read\..* drive"), database.read():
        raise fault(words)
    with (
        pytest.raises(FileProblem, match=r"was not saved\..* drive"),
        database.write(Action.CREATE_BODY),
    ):
        raise fault(words)


def test_other_faults_of_reading_are_bugs(database: Database) -> None:
    with pytest.raises(sa.exc.OperationalError), database.read():
        raise fault("no such table: bodies")
