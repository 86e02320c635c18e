"""The attachment store: whole files under their hash, or nothing."""

import hashlib
from pathlib import Path

import pytest

from app.errors import FileProblem
from app.storage import files
from app.storage.attachment_store import AttachmentStore
from app.storage.database import Database


@pytest.fixture
def store(tmp_path: Path) -> AttachmentStore:
    return AttachmentStore(tmp_path / "attachments")


def _file(tmp_path: Path, content: bytes, name: str = "notat æøå.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_file_lies_under_its_hash(store: AttachmentStore, tmp_path: Path) -> None:
    content = b"%PDF" + bytes(3_000_000)
    stored = store.add(_file(tmp_path, content))
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert stored.size == len(content)
    assert store.path_of(stored.sha256).read_bytes() == content
    assert store.is_sound(stored.sha256)


def test_the_same_content_is_stored_once(store: AttachmentStore, tmp_path: Path) -> None:
    first = store.add(_file(tmp_path, b"ens", "a.txt"))
    second = store.add(_file(tmp_path, b"ens", "b.txt"))
    assert first == second
    assert len([path for path in store.folder.rglob("*") if path.is_file()]) == 1


def test_a_changed_file_is_found_out(store: AttachmentStore, tmp_path: Path) -> None:
    stored = store.add(_file(tmp_path, b"indhold"))
    path = store.path_of(stored.sha256)
    path.chmod(0o644)
    path.write_bytes(b"indholt")
    assert not store.is_sound(stored.sha256)
    path.unlink()
    assert not store.is_sound(stored.sha256)


def test_bad_files_give_a_sentence_and_leave_nothing(
    store: AttachmentStore, tmp_path: Path
) -> None:
    for source in (tmp_path / "findes ikke.pdf", tmp_path, _file(tmp_path, b"")):
        with pytest.raises(FileProblem):
            store.add(source)
    assert not [path for path in store.folder.rglob("*") if path.is_file()]


def test_a_file_that_has_rotted_is_made_good_by_adding_it_again(
    store: AttachmentStore, tmp_path: Path
) -> None:
    source = _file(tmp_path, b"indhold")
    stored = store.add(source)
    path = store.path_of(stored.sha256)
    path.chmod(0o644)
    path.write_bytes(b"indholt")
    path.chmod(0o444)
    assert store.add(source) == stored
    assert store.is_sound(stored.sha256)


def test_opening_sweeps_away_what_was_half_taken_in(path: Path) -> None:
    with Database.open(path) as database:
        stored = database.attachments.add(_file(path.parent, b"helt"))
        (database.attachments.folder / "incoming-halvt").write_bytes(b"halv")
    with Database.open(path) as database:
        assert not list(database.attachments.folder.glob("incoming-*"))
        assert database.attachments.is_sound(stored.sha256)


def test_the_folders_of_a_file_survive_a_power_cut_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in a folder that was never synced is gone with it."""
    store, synced = AttachmentStore(tmp_path / "data" / "attachments"), list[Path]()
    monkeypatch.setattr(files, "sync_folder", synced.append)
    stored = store.add(_file(tmp_path, b"indhold"))
    place = store.path_of(stored.sha256).parent
    assert synced == [tmp_path, tmp_path / "data", store.folder, place]
