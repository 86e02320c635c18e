"""A copy that somebody chose in the place of sound data: undone again, refused, cut off, killed."""

import datetime as dt
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import FileProblem
from app.services.attachments import add_attachments
from app.services.backups import (
    back_up,
    copies_of,
    copy_state,
    restore_copy,
    restore_open,
)
from app.services.bodies import create_body
from app.services.check_data import check_data
from app.services.items import create_item
from app.services.meetings import create_meeting
from app.services.queries.registers import body_rows
from app.storage import files
from app.storage.backup import FOLDER, Copy
from app.storage.database import SCHEMA, Database, dump

KILLS = int(os.environ.get("MOEDEVAERK_KILLS", "20")) // 2


def _names(database: Database) -> list[str]:
    return sorted(body.name for body in body_rows(database))


def _names_in(path: Path) -> list[str]:
    with Database.open(path) as database:
        assert [finding for finding in check_data(database) if finding.faults] == []
        return _names(database)


@pytest.fixture
def older(database: Database) -> Copy:
    """A copy of one group; since then there has come another."""
    create_body(database, "Før")
    copy = back_up(database, database.path.parent / FOLDER)
    create_body(database, "Siden")
    return copy


def test_a_restoring_is_undone_by_restoring_what_was_there_before(
    database: Database, older: Copy
) -> None:
    now = dump(database)
    restored, first = restore_open(database, older)
    assert _names(restored) == ["Før"]
    assert first.before is not None
    again, second = restore_open(restored, first.before)
    assert dump(again) == now
    assert (first.aside, second.aside) == (None, None)
    again.close()
    assert _names_in(database.path) == ["Før", "Siden"]


def test_restored_data_begin_a_history_of_their_own_under_the_same_lock(
    database: Database, older: Copy
) -> None:
    restored, _told = restore_open(database, older)
    assert restored.undo() is None
    with pytest.raises(RuntimeError, match="closed"):
        create_body(database, "Til den fil, der ikke er der mere")
    with pytest.raises(RuntimeError, match="closed"):
        database.undo()
    database.close()
    with pytest.raises(FileProblem, match="open"):
        Database.open(database.path)
    create_body(restored, "Efter")
    assert restored.undo() is not None
    assert _names(restored) == ["Før"]
    restored.close()
    assert _names_in(database.path) == ["Før"]


def test_attachments_come_back_with_the_copy(database: Database, tmp_path: Path) -> None:
    paper = tmp_path / "notat.txt"
    paper.write_text("indhold", encoding="utf-8")
    body_id = create_body(database, "Styregruppen")
    item_id = create_item(database, create_meeting(database, body_id, dt.date(2027, 1, 14)))
    add_attachments(database, item_id, [paper])
    copy = back_up(database, database.path.parent / FOLDER)
    (file,) = database.attachments.paths()
    file.unlink()
    assert copy_state(database, copy).lacking == ()
    (copy.path.parent / "attachments" / file.name[:2] / file.name).unlink()
    assert copy_state(database, copy).lacking == ("notat.txt",)
    restored, told = restore_open(database, copy)
    assert told.lost == ("notat.txt",)
    restored.attachments.add(paper)
    again, told = restore_open(restored, copies_of(restored)[0])
    with again:
        assert told.lost == ()
        assert again.attachments.is_sound(file.name)


def _spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096] + bytes(4096))


def _age(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")


@pytest.mark.parametrize(
    ("harm", "sentence"), [(_spoil, "not whole"), (_age, "newer version"), (Path.unlink, "whole")]
)
def test_a_copy_that_is_unfit_leaves_the_data_open_as_they_were(
    database: Database, older: Copy, harm: Callable[[Path], None], sentence: str
) -> None:
    before = dump(database)
    harm(older.path)
    assert not copy_state(database, older).is_whole
    with pytest.raises(FileProblem, match=sentence):
        restore_open(database, older)
    assert dump(database) == before
    create_body(database, "Og man kan skrive videre")
    assert len(copies_of(database)) <= 1


def test_data_with_faults_are_kept_beside_the_copy_that_replaces_them(
    database: Database, older: Copy
) -> None:
    database.close()
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute(
            "INSERT INTO body_name (id, body_id, name, is_misnomer) VALUES (1, 2, '', 0)"
        )
    told = restore_copy(database.path, older.path)
    assert (told.before, _names_in(database.path)) == (None, ["Før"])
    assert told.aside is not None
    with closing(sqlite3.connect(told.aside)) as connection:
        assert connection.execute("SELECT count(*) FROM body").fetchone() == (2,)


def test_a_copy_from_elsewhere_is_restored_into_an_empty_folder(
    database: Database, older: Copy, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "ny" / "moedevaerk.db"
    elsewhere.parent.mkdir()
    told = restore_copy(elsewhere, older.path)
    assert (told.before, told.aside) == (None, None)
    assert _names_in(elsewhere) == ["Før"]
    with pytest.raises(FileProblem, match="not found"):
        restore_copy(elsewhere, tmp_path / "findes ikke.db")


def test_cut_off_at_any_step_the_file_is_the_old_or_the_new(
    database: Database, older: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.close()
    seen, step = set(), 0
    is_through = False
    while not is_through:
        step += 1
        with monkeypatch.context() as patched:
            _cut_off_at(step, patched)
            try:
                restore_copy(database.path, older.path)
                is_through = True
            except KeyboardInterrupt:
                pass
        seen.add(tuple(_names_in(database.path)))
        if _names_in(database.path) == ["Før"]:
            newest = max(
                (
                    copy
                    for copy in database.path.parent.glob(f"{FOLDER}/*.db")
                    if copy != older.path
                ),
                key=lambda path: path.stat().st_mtime_ns,
            )
            restore_copy(database.path, newest)
    assert step > 5
    assert seen == {("Før",), ("Før", "Siden")}


def _cut_off_at(step: int, patched: pytest.MonkeyPatch) -> None:
    """End at the given step that touches a file."""
    left = [step]

    def cut(name: str) -> Callable[..., object]:
        original = getattr(files, name)

        def do(*args: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise KeyboardInterrupt
            return original(*args)

        return do

    for name in ("replace", "rename", "remove", "sync", "sync_folder"):
        patched.setattr(files, name, cut(name))


RESTORER = """
import sys
from pathlib import Path
from app.services.backups import restore_copy
place, copies = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
while True:
    for copy in copies:
        restore_copy(place, copy)
        print(copy.name, flush=True)
"""


def test_killed_at_any_instant_the_file_is_the_old_or_the_new(
    database: Database, older: Copy
) -> None:
    newer = back_up(database, database.path.parent / FOLDER)
    database.close()
    instants = random.Random(20261123)
    seen = []
    for _ in range(KILLS):
        _restore_until_killed(database.path, [older.path, newer.path], instants)
        seen.append(_names_in(database.path))
    assert all(names in (["Før"], ["Før", "Siden"]) for names in seen)
    assert len(seen) == KILLS


def _restore_until_killed(place: Path, copies: list[Path], instants: random.Random) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", RESTORER, str(place), *map(str, copies)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline(), "nothing was restored"
    time.sleep(instants.uniform(0, 0.1))
    process.kill()
    process.wait()
    process.stdout.close()
