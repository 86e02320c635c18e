"""Attachments in copies and restored from them: synced, read again, and told of when damaged."""

import datetime as dt
import os
import shutil
from pathlib import Path
from uuid import UUID

import pytest

from app.errors import FileProblem
from app.i18n import sentence
from app.models.body import Body
from app.services.attachments import add_taken, take_in
from app.services.backups import back_up, restore_copy
from app.services.bodies import create_body
from app.services.items import create_item
from app.services.meetings import create_meeting
from app.storage import files
from app.storage.actions import Action
from app.storage.attachment_store import AttachmentStore
from app.storage.backup import FOLDER
from app.storage.database import Database, dump


def _paper(folder: Path, words: str = "indhold", name: str = "notat.txt") -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


@pytest.fixture
def attached(database: Database, tmp_path: Path) -> Path:
    """The file of an attachment in the store of ``database``."""
    stored = database.attachments.add(_paper(tmp_path))
    return database.attachments.path_of(stored.sha256)


def _spoil(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"indholt")


def test_a_copied_attachment_is_synced(
    database: Database, attached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    original = os.fsync

    def note(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        original(handle)

    monkeypatch.setattr(os, "fsync", note)
    back_up(database, tmp_path / "kopier")
    copy = AttachmentStore(tmp_path / "kopier" / "attachments").path_of(attached.name)
    assert copy.stat().st_ino in synced


def test_an_attachment_that_has_rotted_is_not_copied_and_told(
    database: Database, attached: Path, tmp_path: Path
) -> None:
    sound = database.attachments.add(_paper(tmp_path, "andet")).sha256
    _spoil(attached)
    folder = tmp_path / "kopier"
    with pytest.raises(FileProblem) as told:
        back_up(database, folder)
    (copy,) = folder.glob("moedevaerk-*.db")
    assert sentence(told.value).startswith(f"Sikkerhedskopien {copy.name} er lavet")
    assert "uden de bilag, der er beskadiget (1)" in sentence(told.value)
    assert [path.name for path in (folder / "attachments").glob("??/*")] == [sound]
    with Database.open(copy) as opened:
        assert dump(opened) == dump(database)


def test_an_attachment_that_cannot_be_read_counts_as_damaged(
    database: Database, attached: Path, tmp_path: Path
) -> None:
    attached.unlink()
    attached.mkdir()  # the drive gives an error for it, as for a bad sector
    assert not database.attachments.is_sound(attached.name)
    with pytest.raises(FileProblem, match="damaged"):
        back_up(database, tmp_path / "kopier")
    assert len(list((tmp_path / "kopier").glob("moedevaerk-*.db"))) == 1


def test_a_copy_that_did_not_hold_is_no_copy(
    database: Database, attached: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kopier"
    original = files.replace

    def lossy(source: Path, target: Path) -> Path:
        if target.name == attached.name:
            _spoil(source)
        return original(source, target)

    monkeypatch.setattr(files, "replace", lossy)
    with pytest.raises(FileProblem, match="did not hold"):
        back_up(database, folder)
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_half_an_attachment_among_the_copies_is_made_whole(
    database: Database, attached: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kopier"
    back_up(database, folder)
    copies = AttachmentStore(folder / "attachments")
    copies.path_of(attached.name).chmod(0o644)
    copies.path_of(attached.name).write_bytes(b"ind")
    (copies.folder / "incoming-halv").write_bytes(b"ind")
    back_up(database, folder)
    assert copies.is_sound(attached.name)


def test_restoring_mends_an_attachment_of_the_same_size(path: Path, tmp_path: Path) -> None:
    with Database.open(path) as database, database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="Styregruppen"))
        stored = database.attachments.add(_paper(tmp_path))
    with Database.open(path) as database:
        back_up(database, path.parent / FOLDER)
        _spoil(database.attachments.path_of(stored.sha256))
    shutil.copy(path, tmp_path / "andet.db")
    path.write_bytes(b"")
    restore_copy(path)
    with Database.open(path) as database:
        assert database.attachments.is_sound(stored.sha256)


def test_restoring_names_the_attachments_that_are_lost(path: Path, tmp_path: Path) -> None:
    with Database.open(path) as database:
        item_id = _item(database)
        kept, rotten, missing = (
            _attached(database, item_id, _paper(tmp_path, name, name))
            for name in ("notat.txt", "raadden.txt", "væk.txt")
        )
        back_up(database, path.parent / FOLDER)
        for sha256 in (rotten, missing):
            database.attachments.path_of(sha256).unlink()
    copies = AttachmentStore(path.parent / FOLDER / "attachments")
    _spoil(copies.path_of(rotten))
    copies.path_of(missing).unlink()
    path.write_bytes(b"")
    assert restore_copy(path).lost == ("raadden.txt", "væk.txt")
    with Database.open(path) as database:
        assert database.attachments.is_sound(kept)


def _item(database: Database) -> UUID:
    body_id = create_body(database, "Styregruppen")
    return create_item(database, create_meeting(database, body_id, dt.date(2027, 1, 14)))


def _attached(database: Database, item_id: UUID, file: Path) -> str:
    (taken,) = take_in(database, [file]).files
    add_taken(database, item_id, [taken])
    return taken.sha256
