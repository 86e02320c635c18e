"""Unfit files: each has its own sentence and is left as it was."""

import json
import multiprocessing
import shutil
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app.errors import FileProblem, UnusableFile
from app.i18n import sentence
from app.services.bodies import create_body
from app.services.queries.registers import body_rows
from app.storage import file_check
from app.storage.database import SCHEMA, Database


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _stub(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def _text(path: Path) -> None:
    path.write_text("Dagsorden " * 50, encoding="utf-8")


def _other_program(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE anden (id INTEGER)")
    connection.commit()
    connection.close()


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    connection.commit()
    connection.close()


def _read_only(path: Path) -> None:
    path.chmod(stat.S_IRUSR)


def _scrambled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 3] = bytes(4096 * 2)
    path.write_bytes(bytes(content))


UNFIT: dict[Callable[[Path], None], str] = {
    _empty: "er tom",
    _truncated: "er beskadiget",
    _stub: "er beskadiget",
    _scrambled: "er beskadiget",
    _text: "er ikke en Mødeværk-database",
    _other_program: "er ikke en Mødeværk-database",
    _newer: "nyere version",
    _read_only: "er skrivebeskyttet",
}


@pytest.mark.parametrize(("spoil", "words"), UNFIT.items())
def test_an_unfit_file_is_refused_and_left_alone(
    path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(FileProblem) as caught:
        Database.open(path)
    assert words in sentence(caught.value)
    assert path.read_bytes() == before
    assert {other.name for other in path.parent.iterdir()} <= {path.name, path.name + ".lock"}


def test_a_missing_file_is_never_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        Database.open(tmp_path / "moedevaerk.db")
    assert "blev ikke fundet" in sentence(caught.value)
    assert not list(tmp_path.iterdir())


def test_creating_never_touches_a_file_that_is_there(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileProblem):
        Database.create(path)
    assert path.read_bytes() == before


def _hold(
    path: str, ready: "multiprocessing.Queue[bool]", done: "multiprocessing.Queue[bool]"
) -> None:
    with Database.open(Path(path)):
        ready.put(True)
        done.get(timeout=60)


def test_a_file_in_use_names_who_has_it(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    ready, done = spawn.Queue(), spawn.Queue()
    process = spawn.Process(target=_hold, args=(str(path), ready, done))
    process.start()
    ready.get(timeout=60)
    note = path.with_name(path.name + ".owner")
    owner = json.loads(note.read_text(encoding="utf-8"))
    try:
        with pytest.raises(FileProblem) as here:
            Database.open(path)
        note.write_text(json.dumps(owner | {"host": "fjordpc"}), encoding="utf-8")
        with pytest.raises(FileProblem) as elsewhere:
            Database.open(path)
    finally:
        done.put(True)
        process.join(60)
    assert "allerede åben på denne computer" in sentence(here.value)
    assert owner["user"] in sentence(here.value)
    assert f"{owner['user']} har " in sentence(elsewhere.value)
    assert "på fjordpc siden" in sentence(elsewhere.value)
    Database.open(path).close()


def test_the_lock_of_a_killed_process_does_not_linger(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    ready, done = spawn.Queue(), spawn.Queue()
    process = spawn.Process(target=_hold, args=(str(path), ready, done))
    process.start()
    ready.get(timeout=60)
    with pytest.raises(FileProblem):
        Database.open(path)
    process.kill()
    process.join(60)
    with Database.open(path) as database:
        create_body(database, "Styregruppen")
    with Database.open(path) as database:
        assert [body.name for body in body_rows(database)] == ["Styregruppen"]


def test_a_copy_of_the_file_opens_like_the_original(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopi" / "andet navn æøå.db"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    with Database.open(copy) as database:
        assert database.path == copy


def test_a_database_opened_in_another_thread_can_be_let_go_of_here(path: Path) -> None:
    """The window opens its data in a job and closes them itself."""
    opened: list[Database] = []
    thread = threading.Thread(target=lambda: opened.append(Database.open(path)))
    thread.start()
    thread.join()
    opened[0].close()
    assert not path.with_name(path.name + ".owner").exists()
    Database.open(path).close()


def test_a_sound_file_that_another_program_has_taken_is_not_called_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy would be restored over it."""
    monkeypatch.setattr(file_check, "BUSY_TIMEOUT", 0.01)
    other = driver.connect(str(path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileProblem) as caught:
        Database.open(path)
    other.close()
    assert not isinstance(caught.value, UnusableFile)
    assert sentence(caught.value) == (
        "Data kunne ikke læses. Et andet program bruger moedevaerk.db. Prøv igen om lidt."
    )
    Database.open(path).close()


@pytest.mark.parametrize("words", ["disk I/O error", "unable to open database file"])
def test_a_drive_that_does_not_answer_damages_nothing(
    path: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise driver.OperationalError(words)

    monkeypatch.setattr(driver, "connect", gone)
    with pytest.raises(FileProblem, match="The drive does not answer") as caught:
        Database.open(path)
    assert not isinstance(caught.value, UnusableFile)
