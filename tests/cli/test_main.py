"""The composition root: exit codes, data folders, faults."""

import errno
import io
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from app import main as root
from app.cli import verbs
from app.errors import FileProblem
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


@pytest.fixture
def shut(home: Path) -> Path:
    """The note of the chosen folder, which cannot be read: a folder has its name."""
    place = AppPaths.usual().place
    place.mkdir(parents=True)
    return place


@pytest.mark.parametrize("words", [["meetings"], []])
def test_a_note_that_cannot_be_read_opens_no_other_data(
    home: Path,
    shut: Path,
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(root, "_show", shown.append)
    assert root.main(words) == 2
    told = capsys.readouterr().err
    assert told == (
        f"{shut} siger, hvor dine data ligger, men filen kan ikke læses. "
        "Giv dig selv adgang til den, eller skriv mappen efter --data-dir.\n"
    )
    assert shown == ([] if words else [told.rstrip()])
    assert not (home / "data").exists()


def test_a_configuration_folder_that_is_shut_is_a_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(file: Path, *_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", refuse)
        with pytest.raises(FileProblem, match="cannot be read"):
            AppPaths.standard()
        assert AppPaths.usual().data_dir == home / "data"
    assert root.main(["meetings"]) == 2
    assert "Importér" in capsys.readouterr().err


WINDOW = """
import sys
from PySide6.QtWidgets import QMessageBox
from platformdirs import PlatformDirs
import app.main
QMessageBox.critical = lambda parent, title, words: print(title, words)
PlatformDirs.user_config_dir = sys.argv[1]
app.main.UNSEEN = tuple(sys.argv[2:])
sys.exit(app.main.main([]))
"""


@pytest.mark.parametrize("unseen", [[], ["offscreen"]])
def test_the_window_says_it_on_the_screen_too(shut: Path, unseen: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(shut.parent), *unseen],
        cwd=Path(root.__file__).parents[1],
        capture_output=True,
        timeout=60,
    )
    told, shown = done.stderr.decode("utf-8"), done.stdout.decode("utf-8")
    assert done.returncode == 2
    assert len(told.splitlines()) == 1
    assert shown == ("" if unseen else f"Mødeværk {told}")


@pytest.mark.parametrize("words", [["import", "m\udcf8de.pdf"], ["--data-dir", "d\ud83d"]])
def test_a_garbled_name_is_a_sentence(run: Run, words: list[str]) -> None:
    result = run(*words, "meetings") if words[0] != "import" else run(*words)
    assert result.code == 2
    assert result.sentence.endswith(
        " har et tegn, der ikke kan læses. Omdøb filen eller mappen først."
    )


def test_a_home_that_the_computer_does_not_know_is_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert root.main(["--data-dir", "~ingen-af-det-navn/data", "meetings"]) == 2
    assert capsys.readouterr().err.startswith("~ingen-af-det-navn")


def test_a_data_folder_may_end_in_a_backslash_before_the_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = Path(f'{tmp_path / "data"}"')
    monkeypatch.setattr(root, "WINDOWS", False)
    assert root._paths(given).data_dir.name == 'data"'
    monkeypatch.setattr(root, "WINDOWS", True)
    assert root._paths(given).data_dir == tmp_path / "data"


def test_a_reader_that_left_is_no_fault_on_windows_either(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unheard(*_: object) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(verbs, "run_verb", unheard)
    monkeypatch.setattr(root.console, "hush", lambda: None)
    monkeypatch.setattr(root, "WINDOWS", False)
    assert run("meetings").code == 2
    monkeypatch.setattr(root, "WINDOWS", True)
    assert run("meetings").code == 0


def test_two_starts_at_once_share_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Windows renames no log that another start writes to."""
    paths = AppPaths.standard(tmp_path)
    paths.log_dir.mkdir()
    (paths.log_dir / "moedevaerk.log").write_text("x" * (root.LOG_SIZE + 1))

    def in_use(file: Path, _: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use", str(file))

    monkeypatch.setattr(Path, "replace", in_use)
    log = root._start_log(paths)
    logging.getLogger("prøve").error("ny linje")
    assert log.read_text(encoding="utf-8").endswith("ny linje\n")


@pytest.mark.parametrize("code_page", ["cp1252", "cp850", "ascii"])
def test_a_pipe_gets_utf_8_whatever_the_code_page(
    code_page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding=code_page)
    monkeypatch.setattr(sys, "stderr", pipe)
    assert root.main(["--data-dir", str(tmp_path / "møder"), "meetings"]) == 2
    assert "møder" in pipe.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def test_without_consoles_nothing_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As started by pythonw or a bundle without a console."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert root.main(["--data-dir", str(tmp_path / "data"), "meetings"]) == 2


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
