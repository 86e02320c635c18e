"""The composition root: exit codes, data folders, faults."""

import logging
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from app import main as root
from app.cli import verbs
from app.paths import AppPaths
from tests.cli.conftest import Run


def test_a_file_is_no_data_folder(run: Run, data_dir: Path) -> None:
    data_dir.write_text("en fil")
    result = run("meetings")
    assert result.code == 2
    assert result.sentence == f"{data_dir} er en fil. Vælg en mappe til data."


def test_a_relative_data_folder_counts_from_here(
    tmp_path: Path,
    sample: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert root.main(["--data-dir", "data", "meetings"]) == 0
    assert "DAS Social" in capsys.readouterr().out


def test_what_the_system_refuses_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for error, expected in (
        (OSError(28, "No space left on device"), "Disken er fuld. Skaf plads, og prøv igen."),
        (PermissionError(13, "Denied", "/x/y"), "/x/y kan ikke bruges."),
        (OSError("device not ready"), "Filen eller mappen kan ikke bruges."),
    ):

        def refuse(*_: object, error: OSError = error) -> int:
            raise error

        monkeypatch.setattr(verbs, "run_verb", refuse)
        result = run("meetings")
        assert result.code == 2
        assert result.sentence.startswith(expected)


def test_a_fault_is_logged_without_values_and_told(
    run: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> int:
        raise ValueError("hemmelig tekst fra et felt")

    monkeypatch.setattr(verbs, "run_verb", fail)
    result = run("meetings")
    log = data_dir / "log" / "moedevaerk.log"
    assert result.code == 1
    assert result.sentence == f"Der skete en fejl i programmet. Loggen i {log} viser hvor."
    words = log.read_text(encoding="utf-8")
    assert "ValueError" in words
    assert "test_main.py" in words
    assert "hemmelig" not in words


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's own folders, below a folder of the test."""
    for name in ("data", "log", "config"):
        place = property(lambda _, name=name: str(tmp_path / "home" / name))
        monkeypatch.setattr(PlatformDirs, f"user_{name}_dir", place)
    return tmp_path / "home"


@pytest.mark.usefixtures("home")
def test_verbs_follow_the_folder_that_was_chosen_in_the_window(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert root.main(["meetings"]) == 2
    AppPaths.standard().at(sample).remember()
    capsys.readouterr()
    assert root.main(["meetings"]) == 0
    assert "DAS Social" in capsys.readouterr().out
    assert root.main(["--data-dir", str(tmp_path / "other"), "meetings"]) == 2
    AppPaths.standard().at(AppPaths.standard().usual_dir or sample).remember()
    assert not AppPaths.standard().place.exists()


@pytest.mark.parametrize("verb", ["meetings", "import"])
def test_a_chosen_folder_that_is_gone_is_not_made_anew(
    home: Path, tmp_path: Path, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "drive" / "data"
    AppPaths.standard().at(gone).remember()
    paper = tmp_path / "referat.txt"
    paper.write_text("Referat af møde den 1. maj 2025\n\n1. Godkendelse\n", encoding="utf-8")
    extra = [str(paper), "--body", "DAS Social"] if verb == "import" else []
    assert root.main([verb, *extra]) == 2
    assert str(gone) in capsys.readouterr().err
    assert not gone.exists()
    assert not (home / "data").exists()


@pytest.mark.parametrize("words", [b"\xff\xfe\xe6", b"a\x00b", b"\xef\xbb\xbf/findes/ikke"])
def test_a_garbled_note_of_the_folder_is_a_sentence(
    home: Path, words: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    place = AppPaths.standard().place
    place.parent.mkdir(parents=True)
    place.write_bytes(words)
    assert root.main(["meetings"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Datamappen ")
    assert "\ufeff" not in told
    assert not (home / "data").exists()


def test_stopping_it_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(verbs, "run_verb", stop)
    result = run("meetings")
    assert (result.code, result.err) == (130, "")


def test_every_verb_has_its_module() -> None:
    for name in verbs.MODULES.values():
        assert (Path(root.__file__).parent / "cli" / f"{name}.py").is_file()


def test_a_long_log_makes_way(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    paths = AppPaths.standard(tmp_path)
    paths.log_dir.mkdir()
    log = paths.log_dir / "moedevaerk.log"
    log.write_text("x" * (root.LOG_SIZE + 1))
    root._start_log(paths)
    logging.getLogger("prøve").error("ny linje")
    assert "ny linje" in log.read_text(encoding="utf-8")
    assert log.stat().st_size < 1000
    assert (paths.log_dir / "moedevaerk.old.log").stat().st_size == root.LOG_SIZE + 1


def test_the_log_holds_our_news_and_the_warnings_of_others(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log = root._start_log(AppPaths.standard(tmp_path))
    logging.getLogger("alembic.runtime.migration").info("Context impl SQLiteImpl.")
    logging.getLogger("alembic").warning("en advarsel")
    logging.getLogger("app.storage.migrate").info("migreret")
    words = log.read_text(encoding="utf-8")
    assert "SQLiteImpl" not in words
    assert "en advarsel" in words
    assert "migreret" in words


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_screen_the_window_is_refused_with_a_sentence(
    run: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    result = run()
    assert (result.code, result.out) == (2, "")
    assert result.sentence.startswith("Der er ingen skærm")
    assert not data_dir.exists()
