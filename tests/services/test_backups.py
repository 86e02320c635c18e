"""Copies that are made while somebody works."""

import contextlib
import shutil
import sqlite3
from pathlib import Path
from uuid import UUID

import pytest

from app.errors import FileProblem
from app.services.backups import back_up, back_up_at_close
from app.services.bodies import create_body
from app.services.meetings import edit_meeting
from app.services.queries.meetings import meeting_rows
from app.storage import backup
from app.storage.backup import copies
from app.storage.database import Database


def test_a_copy_that_is_overtaken_by_typing_holds_what_was_written_before(
    database: Database, meeting_id: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = backup.vacuum_into

    def copy_and_write(source: Path, target: Path) -> None:
        original(source, target)
        edit_meeting(database, meeting_id, place_text="Lokale 2")

    edit_meeting(database, meeting_id, place_text="Lokale 1")
    monkeypatch.setattr(backup, "vacuum_into", copy_and_write)
    made = back_up(database, tmp_path / "kopier")
    assert [row.place for row in meeting_rows(database)] == ["Lokale 2"]
    assert [copy.path for copy in copies(tmp_path / "kopier")] == [made.path]
    with Database.open(made.path) as copy:
        assert [row.place for row in meeting_rows(copy)] == ["Lokale 1"]


def test_a_copy_of_other_data_is_none(
    database: Database,
    meeting_id: UUID,
    tmp_path: Path,
    empty_file: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other_path = tmp_path / "andre" / "moedevaerk.db"
    other_path.parent.mkdir()
    other_path.write_bytes(empty_file)
    with Database.open(other_path) as other:
        create_body(other, "En anden gruppe")
    monkeypatch.setattr(
        backup, "vacuum_into", lambda _source, target: shutil.copy(other_path, target)
    )
    with pytest.raises(FileProblem, match="did not hold"):
        back_up(database, tmp_path / "kopier")
    assert copies(tmp_path / "kopier") == []


@pytest.mark.parametrize(
    "spoil",
    [
        "PRAGMA user_version=9",
        "INSERT INTO body_name (id, body_id, name, is_misnomer) VALUES (1, 2, '', 0)",
    ],
)
def test_a_copy_that_came_out_otherwise_is_none(
    database: Database, tmp_path: Path, spoil: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = backup.vacuum_into

    def copy_and_spoil(source: Path, target: Path) -> None:
        original(source, target)
        with contextlib.closing(sqlite3.connect(target)) as connection, connection:
            connection.execute(spoil)

    monkeypatch.setattr(backup, "vacuum_into", copy_and_spoil)
    with pytest.raises(FileProblem, match="did not hold"):
        back_up(database, tmp_path / "kopier")
    assert copies(tmp_path / "kopier") == []


def test_a_damaged_attachment_does_not_stop_the_thinning(
    database: Database, meeting_id: UUID, tmp_path: Path
) -> None:
    paper = tmp_path / "notat.txt"
    paper.write_text("indhold", encoding="utf-8")
    stored = database.attachments.add(paper)
    database.attachments.path_of(stored.sha256).unlink()
    database.attachments.path_of(stored.sha256).write_bytes(b"raaddent")
    folder = tmp_path / "kopier"
    folder.mkdir()
    for hour in range(3):
        (folder / f"moedevaerk-2020-01-01T0{hour}.00.00.db").write_bytes(b"gammel")
    made = back_up_at_close(database, folder)
    assert made is not None
    assert made.rotten == (stored.sha256,)
    assert len(copies(folder)) == 2
    assert back_up_at_close(database, folder) is None


def test_a_copy_that_fails_in_peace_is_not_tried_again(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def refuse(_source: Path, target: Path) -> None:
        tried.append(target)
        raise OSError

    monkeypatch.setattr(backup, "vacuum_into", refuse)
    with pytest.raises(FileProblem, match="No copy was made"):
        back_up(database, tmp_path / "kopier")
    assert len(tried) == 1
    assert copies(tmp_path / "kopier") == []
