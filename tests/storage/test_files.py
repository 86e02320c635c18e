"""Files in place on systems and drives that refuse for a moment, or have no way to sync."""

import errno
import os
import stat
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import patience
from app.errors import FileProblem
from app.i18n import sentence
from app.models.body import Body
from app.services.backups import back_up, back_up_at_close, restore_copy
from app.storage import files
from app.storage.actions import Action
from app.storage.attachment_store import AttachmentStore
from app.storage.backup import FOLDER
from app.storage.database import Database, dump

REFUSALS = 3


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """A Windows computer whose virus scanner holds every new file for three attempts."""
    refused: Counter[str] = Counter()
    for step in ("replace", "rename", "unlink"):
        original: Callable[..., Any] = getattr(Path, step)

        def held(
            path: Path, *words: Any, _do: Any = original, _step: str = step, **more: Any
        ) -> Any:
            key = f"{_step} {path}"
            if path.exists() and refused[key] < REFUSALS and "lock" not in path.name:
                refused[key] += 1
                raise PermissionError(errno.EACCES, "held by another program", str(path))
            refused[key] = 0
            return _do(path, *words, **more)

        monkeypatch.setattr(Path, step, held)
    monkeypatch.setattr(files, "WINDOWS", True)
    monkeypatch.setattr(patience, "PATIENCE", (0.0,) * REFUSALS)
    return refused


def _paper(folder: Path, words: str = "indhold") -> Path:
    path = folder / "notat.txt"
    path.write_text(words, encoding="utf-8")
    return path


@pytest.mark.usefixtures("scanned")
def test_data_are_made_copied_and_restored_under_a_virus_scanner(tmp_path: Path) -> None:
    path = tmp_path / "data" / "moedevaerk.db"
    with Database.create(path) as database:
        with database.write(Action.CREATE_BODY) as session:
            session.add(Body(name="Styregruppen"))
        stored = database.attachments.add(_paper(tmp_path))
        assert back_up_at_close(database, path.parent / FOLDER) is not None
        rows = dump(database)
    path.write_bytes(b"\0" * 5000)
    restored = restore_copy(path)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == b"\0" * 5000
    with Database.open(path) as database:
        assert dump(database) == rows
        assert database.attachments.is_sound(stored.sha256)
    assert not [found for found in path.parent.rglob("*") if "part" in found.name]


def test_a_file_that_is_held_for_good_is_a_sentence(
    database: Database, tmp_path: Path, scanned: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE", ())
    with pytest.raises(FileProblem, match="not added"):
        database.attachments.add(_paper(tmp_path))
    with pytest.raises(FileProblem, match="No copy was made"):
        back_up(database, tmp_path / "kopier")
    assert scanned
    monkeypatch.undo()
    assert not list((tmp_path / "kopier").glob("*.db"))
    assert database.attachments.add(_paper(tmp_path)).size == len("indhold")


def test_windows_gets_no_file_that_hinders_the_deletion_of_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for windows, mark in ((False, 0), (True, 0o200)):
        monkeypatch.setattr(files, "WINDOWS", windows)
        store = AttachmentStore(tmp_path / str(windows))
        stored = store.add(_paper(tmp_path))
        assert store.path_of(stored.sha256).stat().st_mode & 0o200 == mark


def test_a_file_marked_read_only_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Path.unlink

    def as_windows(path: Path, missing_ok: bool = False) -> None:
        if path.exists() and not path.stat().st_mode & 0o200:
            raise PermissionError(errno.EACCES, "read-only", str(path))
        original(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", as_windows)
    monkeypatch.setattr(files, "WINDOWS", True)
    path = _paper(tmp_path)
    path.chmod(0o444)
    files.remove(path)
    files.remove(path)
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
def test_a_drive_that_syncs_no_folders_takes_the_data_nevertheless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = os.fsync

    def refuse(handle: int, code: int = errno.EINVAL) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, "no such thing here")
        original(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    with Database.create(tmp_path / "data" / "moedevaerk.db") as database:
        stored = database.attachments.add(_paper(tmp_path))
        back_up(database, tmp_path / "kopier")
        assert database.attachments.is_sound(stored.sha256)
    monkeypatch.setattr(os, "fsync", lambda handle: refuse(handle, errno.EIO))
    with pytest.raises(OSError, match="no such thing"):
        files.sync_folder(tmp_path)


# --- names and folders


def test_a_name_that_is_no_text_is_a_sentence(database: Database, tmp_path: Path) -> None:
    odd = tmp_path / "m\udcf8de"
    for attempt in (
        lambda: Database.create(odd / "moedevaerk.db"),
        lambda: Database.open(odd / "moedevaerk.db"),
        lambda: Database.open_or_create(odd / "moedevaerk.db"),
        lambda: back_up(database, odd),
        lambda: database.attachments.add(odd),
    ):
        with pytest.raises(FileProblem) as told:
            attempt()
        assert "et tegn i sit navn" in sentence(told.value)
    assert not odd.exists()


def test_half_a_character_is_a_sentence_and_leaves_the_rest(database: Database) -> None:
    before = dump(database)
    with pytest.raises(Exception) as told, database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="Styregruppen \ud83d"))
    assert sentence(told.value).startswith("Teksten indeholder et tegn")  # type: ignore[arg-type]
    assert dump(database) == before
    with database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="Styregruppen 😀"))
    assert len(dump(database)["body"]) == 1


@pytest.mark.parametrize("door", [Database.open, Database.open_or_create, Database.create])
def test_a_folder_that_is_shut_is_a_sentence(
    door: Callable[[Path], Database], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(file: Path, **_: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    with monkeypatch.context() as patched, pytest.raises(FileProblem) as told:
        patched.setattr(Path, "stat", shut)
        patched.setattr(Path, "exists", shut)
        door(path)
    assert "moedevaerk.db" in sentence(told.value)
    Database.open(path).close()
