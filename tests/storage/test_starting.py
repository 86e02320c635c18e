"""The first moments: two starts at once, no user name, no note, odd folders."""

import getpass
import multiprocessing
import os
import sqlite3
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from app.errors import FileProblem
from app.services.bodies import create_body
from app.services.queries.registers import body_rows
from app.storage.database import Database
from app.storage.engine import make_engine, uri_of
from app.storage.filelock import user_name

STARTS = 4
CANARY = "Personoplysningen"


def _start(path: Path, line: Any, told: Any) -> None:
    line.wait()
    try:
        with Database.open_or_create(path):
            told.put("in")
            line.wait()
    except FileProblem as error:
        told.put(error.msgid)
        line.wait()


def test_of_several_that_start_at_once_in_an_empty_folder_one_gets_in(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    line, told = context.Barrier(STARTS), context.Queue()
    path = tmp_path / "data" / "moedevaerk.db"
    starters = [context.Process(target=_start, args=(path, line, told)) for _ in range(STARTS)]
    for starter in starters:
        starter.start()
    heard = sorted(told.get(timeout=60) for _ in starters)
    for starter in starters:
        starter.join(60)
    assert heard.count("in") == 1
    assert all("open" in one for one in heard if one != "in")
    Database.open(path).close()


def test_a_file_made_meanwhile_is_not_replaced(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileProblem, match="already there"):
        Database.create(path)
    assert path.read_bytes() == before
    Database.open(path).close()


def test_a_note_that_cannot_be_written_keeps_nobody_out(path: Path) -> None:
    path.with_name(path.name + ".owner").mkdir()
    with Database.open(path), pytest.raises(FileProblem, match="another program"):
        Database.open(path)


@pytest.mark.parametrize("note", ["", "[]", "7", '{"user": "Ida"}'])
def test_a_note_that_makes_no_sense_still_gives_a_sentence(path: Path, note: str) -> None:
    with Database.open(path):
        path.with_name(path.name + ".owner").write_text(note, encoding="utf-8")
        with pytest.raises(FileProblem, match="another program"):
            Database.open(path)


@pytest.mark.parametrize("fault", [KeyError, OSError, ImportError])
def test_a_computer_that_does_not_know_its_user_lets_her_in(
    path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def nobody() -> str:
        raise fault

    monkeypatch.setattr(getpass, "getuser", nobody)
    with Database.open(path) as database:
        assert database.actor == user_name() == "?"


QUESTION = "" if os.name == "nt" else "?"  # Windows has no such names
DEEP = 20 if os.name == "nt" else 180  # nor, as it is delivered, paths of more than 259 characters


@pytest.mark.parametrize("folder", ["Ærø og Ås", f"100 % #1 {QUESTION}a=b&c", "k" * DEEP])
def test_a_folder_may_have_any_name(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "moedevaerk.db"
    with Database.create(path) as database:
        create_body(database, "Styregruppen")
    with Database.open(path) as database:
        assert [body.name for body in body_rows(database)] == ["Styregruppen"]
    assert path.stat().st_size > 0, "the file lies where it was said, under its whole name"
    assert [found.name for found in tmp_path.iterdir()] == [folder]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (r"C:\Mine data\møder.db", "file:///C:/Mine%20data/m%C3%B8der.db"),
        (r"\\server\fælles\100%.db", "file:////server/f%C3%A6lles/100%25.db"),
    ],
)
def test_a_drive_and_a_share_of_windows_have_no_authority(path: str, uri: str) -> None:
    assert uri_of(PureWindowsPath(path)) == uri


def test_sqlite_takes_the_address(tmp_path: Path) -> None:
    path = tmp_path / f"Å #1{QUESTION}.db"
    path.touch()
    sqlite3.connect(uri_of(path) + "?mode=ro", uri=True).close()
    with pytest.raises(sqlite3.OperationalError, match="authority"):
        sqlite3.connect("file://server/share/a.db", uri=True)


def test_nothing_that_was_deleted_stays_in_the_file(path: Path) -> None:
    engine = make_engine(path)
    for statement in (
        "CREATE TABLE scratch (words TEXT)",
        f"INSERT INTO scratch VALUES ('{CANARY * 20}')",
        "DELETE FROM scratch",
    ):
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)
        if statement.startswith("INSERT"):
            assert CANARY.encode() in path.read_bytes()
    engine.dispose()
    assert CANARY.encode() not in path.read_bytes()
