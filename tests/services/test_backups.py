"""Copies that are made while somebody works."""

from pathlib import Path
from uuid import UUID

import pytest

from app.errors import FileProblem
from app.services.backups import back_up
from app.services.meetings import edit_meeting
from app.services.queries.meetings import meeting_rows
from app.storage import backup
from app.storage.backup import copies
from app.storage.database import Database


def overtake(
    monkeypatch: pytest.MonkeyPatch, database: Database, meeting_id: UUID, times: int
) -> list[str]:
    """Let somebody write a place while the copy is being made, the first so many times."""
    original, written = backup._vacuum_into, []

    def copy_and_write(source: Path, target: Path) -> None:
        original(source, target)
        if len(written) < times:
            written.append(f"Lokale {len(written)}")
            edit_meeting(database, meeting_id, place_text=written[-1])

    monkeypatch.setattr(backup, "_vacuum_into", copy_and_write)
    return written


def test_a_copy_that_was_overtaken_by_typing_is_made_again(
    database: Database, meeting_id: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = overtake(monkeypatch, database, meeting_id, 2)
    made = back_up(database, tmp_path / "kopier")
    assert len(written) == 2
    assert [copy.path for copy in copies(tmp_path / "kopier")] == [made.path]
    with Database.open(made.path) as copy:
        assert [row.place for row in meeting_rows(copy)] == [written[-1]]


def test_a_copy_that_fails_in_peace_is_not_tried_again(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def refuse(_source: Path, target: Path) -> None:
        tried.append(target)
        raise OSError

    monkeypatch.setattr(backup, "_vacuum_into", refuse)
    with pytest.raises(FileProblem, match="No copy was made"):
        back_up(database, tmp_path / "kopier")
    assert len(tried) == 1
    assert copies(tmp_path / "kopier") == []
