"""From an older schema to the newest: on a verified copy that then takes the file's place."""

from __future__ import annotations

import shutil
from pathlib import Path

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from app.errors import FileProblem
from app.storage import files
from app.storage.backup import free_path, remove_half, vacuum_into
from app.storage.engine import APPLICATION_ID, make_engine
from app.storage.marks import marks

MIGRATIONS = Path(__file__).with_name("migrations")


def create_file(path: Path) -> None:
    """A new database of the newest schema, whole or not at all."""
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    try:
        temporary.touch()
        _upgrade(temporary)
        _replace(temporary, path)
    finally:
        remove_half(temporary)


def migrate_file(path: Path, version: int, newest: int) -> Path:
    """Bring the file from schema ``version`` to ``newest``; the old file is kept beside it.

    Returns the path of the kept file. Raises ``FileProblem`` when the result does not hold; the
    file is then as it was.
    """
    kept = free_path(path.with_stem(f"{path.stem}-schema-{version}"))
    temporary, half = (path.with_name(path.name + ending) for ending in (".migrating", ".kept"))
    try:
        for leftover in (temporary, half):
            files.remove(leftover)
        vacuum_into(path, temporary)
        _upgrade(temporary)
        if not _is_sound(temporary, newest):
            raise _refused(path)
        shutil.copy2(path, half)
        _replace(half, kept)
        _replace(temporary, path)
    except (OSError, driver.Error, sa.exc.DBAPIError) as error:
        raise _refused(path) from error
    finally:
        for leftover in (temporary, half):
            remove_half(leftover)
    return kept


def _refused(path: Path) -> FileProblem:
    return FileProblem(
        "The file {name} could not be brought up to date and was left as it was. See that the disk "
        "has room, and try again.",
        name=path.name,
    )


def _upgrade(path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    head = int(ScriptDirectory.from_config(config).get_current_head() or 0)
    engine = make_engine(path)
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={head}")
            connection.commit()
    finally:
        engine.dispose()


def _is_sound(path: Path, schema: int) -> bool:
    known = marks(path)
    return known.is_sound and known.schema == schema


def _replace(temporary: Path, path: Path) -> None:
    files.sync(temporary)
    files.replace(temporary, path)
    files.sync_folder(path.parent)
