"""Every released schema leads to the newest, and the newest is what the classes say."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

import app.storage.journal  # noqa: F401  (its table belongs to the metadata)
from app.errors import FileProblem
from app.models.base import RichTextType, WordType
from app.models.body import Body
from app.models.registry import metadata
from app.storage import migrate
from app.storage.actions import Action
from app.storage.database import SCHEMA, Database
from app.storage.engine import make_engine
from app.storage.migrate import migrate_file

OLD_FILES = sorted((Path(__file__).parents[1] / "data" / "databases").glob("schema-*.db"))


def _difference(path: Path) -> list[object]:
    engine = make_engine(path)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": _compare})
            found = compare_metadata(context, metadata)
    finally:
        engine.dispose()
    return [change for change in found if "alembic_version" not in str(change)]


def _schema(path: Path) -> set[tuple[object, ...]]:
    """All tables and indexes in the words that made them."""
    connection = driver.connect(str(path))
    try:
        return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))
    finally:
        connection.close()


def _compare(_context, _inspected, _metadata, inspected_type, metadata_type):  # type: ignore[no-untyped-def]
    if isinstance(metadata_type, RichTextType | WordType):
        metadata_type = metadata_type.impl
    return inspected_type._type_affinity is not metadata_type._type_affinity and not isinstance(
        metadata_type, sa.Uuid
    )


def test_a_fresh_file_is_what_the_classes_say(path: Path) -> None:
    assert _difference(path) == []


def test_there_is_a_file_of_each_released_schema() -> None:
    assert {file.stem for file in OLD_FILES} == {f"schema-{n}" for n in range(1, SCHEMA + 1)}


@pytest.mark.parametrize("old", OLD_FILES, ids=lambda file: file.stem)
def test_an_older_file_is_brought_up_to_date(old: Path, path: Path) -> None:
    fresh = _schema(path)
    shutil.copy(old, path)
    with Database.open(path) as database, database.read() as session:
        assert session.scalar(sa.text("SELECT count(*) FROM journal")) > 0
    assert _difference(path) == []
    assert _schema(path) == fresh


def test_a_new_file_stands_alone(tmp_path: Path) -> None:
    Database.create(tmp_path / "data" / "moedevaerk.db").close()
    names = {path.name for path in (tmp_path / "data").iterdir()}
    assert names <= {"moedevaerk.db", "moedevaerk.db.lock"}


def test_each_file_that_was_migrated_is_kept(path: Path) -> None:
    """Somebody puts an older copy in place, which is migrated as well."""
    first = migrate_file(path, SCHEMA, SCHEMA)
    before = first.read_bytes()
    with Database.open(path) as database, database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="Styregruppen"))
    second = migrate_file(path, SCHEMA, SCHEMA)
    assert first.name == f"moedevaerk-schema-{SCHEMA}.db"
    assert second.name == f"moedevaerk-schema-{SCHEMA}-2.db"
    assert first.read_bytes() == before
    assert second.read_bytes() != before


@pytest.mark.parametrize("step", ["vacuum_into", "_upgrade", "_is_sound", "copy2"])
def test_a_full_disk_leaves_the_file_and_nothing_beside_it(
    path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object) -> None:
        target = [one for one in given if isinstance(one, Path)][-1]
        target.write_bytes(b"halv")
        raise OSError(28, "No space left on device")

    before = path.read_bytes()
    monkeypatch.setattr(migrate.shutil if step == "copy2" else migrate, step, refuse)
    with pytest.raises(FileProblem, match="brought up to date"):
        migrate_file(path, SCHEMA, SCHEMA)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir() if found.is_file()] == [path.name]
