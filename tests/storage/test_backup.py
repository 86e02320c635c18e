"""Copies: whole, checked, thinned."""

import datetime as dt
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import FileProblem, UnusableFile
from app.models.body import Body
from app.services.backups import back_up, back_up_at_close, latest_copy, restore_copy
from app.storage.actions import Action
from app.storage.backup import FOLDER, Copy, copies, superfluous, thin
from app.storage.database import Database, dump

NOW = dt.datetime(2026, 6, 15, 12)


def _change(database: Database) -> None:
    with database.write(Action.CREATE_BODY) as session:
        session.add(Body(name="Styregruppen"))


def test_a_copy_opens_and_equals_its_source(database: Database, tmp_path: Path) -> None:
    _change(database)
    paper = tmp_path / "notat.txt"
    paper.write_text("indhold", encoding="utf-8")
    stored = database.attachments.add(paper)
    copy = back_up(database, tmp_path / "kopier")
    with Database.open(copy.path) as restored:
        assert dump(restored) == dump(database)
        assert restored.attachments.is_sound(stored.sha256)


def test_closing_copies_only_what_was_changed(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "kopier"
    assert back_up_at_close(database, folder) is None
    _change(database)
    copy = back_up_at_close(database, folder)
    assert copy is not None
    assert latest_copy(folder) == Copy(copy.path, copy.made_at.replace(microsecond=0))
    assert back_up_at_close(database, folder) is None


def test_changes_of_a_run_that_was_cut_off_are_copied_by_the_next(
    database: Database, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kopier"
    _change(database)
    database.close()  # without the copy at the end
    with Database.open(path) as opened:
        copy = back_up_at_close(opened, folder)
        assert copy is not None
        with Database.open(copy.path) as copied:
            assert dump(copied) == dump(opened)
    with Database.open(path) as opened:
        assert back_up_at_close(opened, folder) is None
        copy.path.write_bytes(b"raadden")
        assert back_up_at_close(opened, folder) is not None


def test_of_two_copies_of_one_second_the_later_is_the_newest(
    database: Database, tmp_path: Path
) -> None:
    for name in ("", "-2", "-10"):
        (tmp_path / f"moedevaerk-2026-06-15T12.00.00{name}.db").touch()
    (tmp_path / "moedevaerk-2026-13-99T12.00.00.db").touch()
    found = [copy.path.stem.removeprefix("moedevaerk-2026-06-15T") for copy in copies(tmp_path)]
    assert found == ["12.00.00-10", "12.00.00-2", "12.00.00"]


def test_a_copy_is_on_the_disk_before_it_gets_its_name(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a power cut leaves a name with nothing behind it."""
    done: list[tuple[str, int]] = []
    sync, replace = os.fsync, Path.replace

    def note_sync(handle: int) -> None:
        done.append(("sync", os.fstat(handle).st_ino))
        sync(handle)

    def note_replace(source: Path, target: Path) -> Path:
        done.append(("name", source.stat().st_ino))
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_replace)
    inode = back_up(database, tmp_path / "kopier").path.stat().st_ino
    assert [step for step, file in done if file == inode] == ["sync", "name"]


def test_two_copies_in_one_second_are_two_files(database: Database, tmp_path: Path) -> None:
    _change(database)
    first, second = (back_up(database, tmp_path / "kopier") for _ in range(2))
    assert first.path != second.path
    assert len(copies(tmp_path / "kopier")) == 2


def test_a_folder_that_is_a_file_gives_a_sentence_and_no_rest(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "fil"
    folder.write_text("her er en fil", encoding="utf-8")
    with pytest.raises(FileProblem):
        back_up(database, folder)
    assert folder.read_text(encoding="utf-8") == "her er en fil"


def _copies(hours: list[int]) -> list[Copy]:
    return [Copy(Path(f"{age}.db"), NOW - dt.timedelta(hours=age)) for age in hours]


@given(st.lists(st.integers(0, 24 * 800), max_size=40, unique=True))
def test_thinning_keeps_the_newest_two_and_all_of_two_days(hours: list[int]) -> None:
    found = sorted(_copies(hours), key=lambda copy: copy.made_at, reverse=True)
    dropped = superfluous(found, NOW)
    assert not set(dropped) & set(found[:2])
    assert all((NOW.date() - copy.made_at.date()).days > 1 for copy in dropped)


@given(st.lists(st.integers(0, 24 * 800), max_size=40, unique=True))
def test_thinning_leaves_one_a_day_a_week_a_month(hours: list[int]) -> None:
    found = _copies(hours)
    kept = set(found) - set(superfluous(found, NOW))
    assert {(c.made_at.year, c.made_at.month) for c in found} == {
        (c.made_at.year, c.made_at.month) for c in kept
    }
    assert set(superfluous(sorted(kept, key=lambda c: c.made_at), NOW)) == set()
    recent = [c.made_at.date() for c in kept if 1 < (NOW.date() - c.made_at.date()).days <= 14]
    assert len(recent) - len(set(recent)) <= 1  # the two newest are kept even on one day
    assert len(kept) <= 3 + 24 * 2 + 13 + 10 + 27


# --- putting a copy back


@pytest.fixture
def damaged(path: Path) -> Path:
    """A file that has been damaged after its copy was made, and an attachment that is lost."""
    paper = path.parent / "notat.txt"
    paper.write_text("indhold", encoding="utf-8")
    with Database.open(path, "Prøve") as database:
        _change(database)
        stored = database.attachments.add(paper)
        back_up_at_close(database, path.parent / FOLDER)
        database.attachments.path_of(stored.sha256).unlink()
    path.write_bytes(b"\0" * 5000)
    path.with_name(path.name + "-journal").write_bytes(b"left by a crash")
    return path


def _bodies(path: Path) -> int:
    with Database.open(path) as database:
        return len(dump(database)["body"])


def test_a_copy_takes_the_place_of_a_damaged_file_which_is_kept(damaged: Path) -> None:
    restored = restore_copy(damaged)
    assert restored.aside is not None
    assert restored.aside.name.startswith("moedevaerk-beskadiget-")
    assert restored.aside.read_bytes() == b"\0" * 5000
    left = restored.aside.with_name(restored.aside.name + "-journal")
    assert left.read_bytes() == b"left by a crash"
    assert not damaged.with_name(damaged.name + "-journal").exists()
    assert _bodies(damaged) == 1
    assert [path.name for path in damaged.parent.glob("attachments/??/*")] != []
    assert restored.copy.path.exists()


def test_a_rotten_copy_is_passed_over(damaged: Path) -> None:
    newest = damaged.parent / FOLDER / "moedevaerk-2999-01-01T00.00.00.db"
    newest.write_bytes(damaged.read_bytes())
    assert restore_copy(damaged).copy.path != newest
    assert _bodies(damaged) == 1


def test_without_copies_nothing_is_touched(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(FileProblem, match="no sound copy"):
        restore_copy(path)
    assert path.read_bytes() == b""
    assert {found.suffix for found in path.parent.iterdir()} <= {".db", ".lock"}


@pytest.mark.parametrize("step", ["rename", "replace"])
def test_a_restoring_that_is_cut_off_can_be_begun_again(
    damaged: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, calls = getattr(Path, step), []

    def cut_off(self: Path, target: Path) -> Path:
        """Dies between the two renames, or before the copy is in place."""
        calls.append(self)
        if self.name.endswith("-journal" if step == "rename" else ".db.part"):
            raise KeyboardInterrupt
        return original(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, step, cut_off)
        with pytest.raises(KeyboardInterrupt):
            restore_copy(damaged)
    assert calls
    assert not damaged.exists()
    with pytest.raises(UnusableFile):  # and no empty file takes its place
        Database.open_or_create(damaged)
    restore_copy(damaged)
    assert _bodies(damaged) == 1
    kept = [found.read_bytes() for found in damaged.parent.glob("*beskadiget*")]
    assert sorted(kept) == sorted([b"\0" * 5000, b"left by a crash"])


def test_a_folder_with_copies_gets_no_empty_database(damaged: Path) -> None:
    damaged.unlink()
    damaged.with_name(damaged.name + "-journal").unlink()
    with pytest.raises(UnusableFile):
        Database.open_or_create(damaged)
    assert not damaged.exists()


def test_nothing_is_restored_while_somebody_has_the_file_open(path: Path) -> None:
    with Database.open(path), pytest.raises(FileProblem, match="open"):
        restore_copy(path)


def test_thinning_takes_what_was_left_unfinished(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "kopier"
    _change(database)
    copy = back_up(database, folder)
    for ending in ("part", "part-journal"):
        (folder / f"moedevaerk-2026-01-02T03.04.05.{ending}").write_bytes(b"halv")
    thin(folder, NOW)
    assert [path for path in folder.iterdir() if path.is_file()] == [copy.path]


def test_data_with_faults_are_not_passed_off_as_a_checked_copy(path: Path, tmp_path: Path) -> None:
    with Database.open(path) as database:
        _change(database)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE body SET id = randomblob(16)")
    connection.execute(
        "INSERT INTO body_name (id, body_id, name, is_misnomer) VALUES (1, 2, '', 0)"
    )
    connection.commit()
    connection.close()
    with Database.open(path) as database, pytest.raises(FileProblem, match="faults"):
        back_up(database, tmp_path / "kopier")
    assert list((tmp_path / "kopier").iterdir()) == []
