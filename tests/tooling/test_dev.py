"""The set-up and the commands of dev.py, with the computer and the network played by the test."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev

Calls = list[str]


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """A computer with all libraries and no `.venv`; the list tells what was made and fetched."""
    calls: Calls = []
    venv = tmp_path / ".venv"
    monkeypatch.setattr(dev, "VENV", venv)
    monkeypatch.setattr(dev, "STAMP", venv / "stamp.json")
    monkeypatch.setattr(dev, "PYTHON", venv / "python")
    monkeypatch.setattr(dev, "loads", lambda library: True)
    monkeypatch.setattr(dev, "starts", lambda: dev.PYTHON.exists())

    def make() -> None:
        calls.append("make")
        venv.mkdir(exist_ok=True)
        dev.PYTHON.touch()

    monkeypatch.setattr(dev, "make_venv", make)
    monkeypatch.setattr(dev, "install", lambda lock: calls.append(lock))
    return calls


def test_first_start_makes_the_environment_and_the_second_only_looks(computer: Calls) -> None:
    dev.prepare("run")
    dev.prepare("run")
    assert computer == ["make", "run"]


def test_the_packages_of_the_tests_include_those_of_the_program(computer: Calls) -> None:
    dev.prepare("run")
    dev.prepare("dev")
    dev.prepare("run")
    assert computer == ["make", "run", "dev"]


def test_an_environment_of_another_python_is_remade(computer: Calls) -> None:
    dev.prepare("run")
    stamp = json.loads(dev.STAMP.read_text(encoding="utf-8"))
    dev.STAMP.write_text(json.dumps({**stamp, "python": "3.10"}), encoding="utf-8")
    dev.prepare("run")
    assert computer == ["make", "run", "make", "run"]


@pytest.mark.parametrize("stamp", [None, "", "{", "[]", "7"])
def test_an_interrupted_set_up_starts_afresh(computer: Calls, stamp: str | None) -> None:
    dev.prepare("run")
    dev.STAMP.unlink() if stamp is None else dev.STAMP.write_text(stamp, encoding="utf-8")
    dev.prepare("run")
    assert computer == ["make", "run", "make", "run"]


def test_an_environment_whose_python_is_gone_is_remade(computer: Calls) -> None:
    dev.prepare("run")
    dev.PYTHON.unlink()
    dev.prepare("run")
    assert computer == ["make", "run", "make", "run"]


def test_a_new_lock_is_installed_into_the_same_environment(
    computer: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.prepare("run")
    monkeypatch.setattr(dev, "digest", lambda lock: "another")
    dev.prepare("run")
    assert computer == ["make", "run", "run"]


def test_a_failed_download_leaves_no_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = tmp_path / "stamp.json"
    stamp.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "python", lambda *arguments, env=None: 1)
    with pytest.raises(dev.SetupError, match="netforbindelsen"):
        dev.install("run")
    assert not stamp.exists()


def test_pip_checks_hashes_and_uses_the_places_the_computer_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: list[str] = []
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(dev, "python", lambda *arguments, env=None: typed.extend(arguments))
    dev.install("run")
    assert "--require-hashes" in typed
    assert not [word for word in typed if "index" in word or "://" in word]


def as_user(monkeypatch: pytest.MonkeyPatch, *, root: bool) -> None:
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0 if root else 1000, raising=False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")


def test_a_user_is_told_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    as_user(monkeypatch, root=False)
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    with pytest.raises(dev.SetupError, match=r"Skriv: sudo apt-get install libegl1$"):
        dev.require_libraries(False)


def test_fedora_users_are_told_in_fedoras_words(monkeypatch: pytest.MonkeyPatch) -> None:
    as_user(monkeypatch, root=False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: "dnf" if name == "dnf" else None)
    assert dev.advice({"libEGL.so.1": "libegl1"}, ["libegl1"]).endswith("'libEGL.so.1()(64bit)'")


def test_root_on_debian_gets_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    as_user(monkeypatch, root=True)
    monkeypatch.setattr(dev, "loads", lambda library: "xcb" not in library)
    installed: list[str] = []
    monkeypatch.setattr(dev, "apt_install", lambda packages: not installed.extend(packages))
    dev.require_libraries(True)
    assert installed == sorted(
        package for library, package in dev.QT_SCREEN.items() if "xcb" in library
    )


def test_window_libraries_are_wanted_only_where_there_is_a_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_user(monkeypatch, root=False)
    monkeypatch.setattr(dev, "loads", lambda library: library not in dev.QT_SCREEN)
    dev.require_libraries(False)
    with pytest.raises(dev.SetupError):
        dev.require_libraries(True)


def test_package_lists_are_fetched_only_when_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    typed: list[str] = []

    def apt(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        typed.append(command[1])
        return subprocess.CompletedProcess(command, 100 if typed == ["install"] else 0)

    monkeypatch.setattr(dev.subprocess, "run", apt)
    assert dev.apt_install(["qpdf"])
    assert typed == ["install", "update", "install"]
    typed[:] = ["before"]
    assert dev.apt_install(["qpdf"])
    assert typed == ["before", "install"]


def test_the_tests_go_on_where_qpdf_cannot_be_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    as_user(monkeypatch, root=True)
    tried: list[list[str]] = []
    monkeypatch.setattr(dev.shutil, "which", lambda name: None if name == "qpdf" else name)
    monkeypatch.setattr(dev, "apt_install", lambda packages: bool(tried.append(packages)))
    dev.offer_qpdf()
    assert tried == [["qpdf"]]


def test_debians_python_gets_its_missing_part(monkeypatch: pytest.MonkeyPatch) -> None:
    as_user(monkeypatch, root=False)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: name != "ensurepip" or None)
    version = ".".join(map(str, sys.version_info[:2]))
    with pytest.raises(dev.SetupError, match=f"apt-get install python{version}-venv"):
        dev.require_venv_module()


@pytest.mark.parametrize("version", [(3, 10), (3, 15)])
def test_an_unfit_python_is_refused(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (*version, 0))
    monkeypatch.setattr(dev, "fit_python", lambda: "")
    with pytest.raises(dev.SetupError, match=r"Python 3\.11 til 3\.14.* Hent Python 3\.14 "):
        dev.require_python()


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ([], True),
        (["--data-dir", "mappe"], True),
        (["--data-dir=mappe"], True),
        (["meetings"], False),
        (["--data-dir", "mappe", "meetings", "--json"], False),
        (["--help"], False),
    ],
)
def test_only_a_start_without_a_verb_opens_the_window(typed: list[str], opens: bool) -> None:
    assert dev.opens_window(typed) is opens


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What `run` starts on a Linux computer without a screen."""
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev, "prepare", lambda lock: None)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(dev, "python", lambda *typed, **options: commands.append(typed) or 0)
    return commands


def test_without_a_screen_the_demo_is_made(
    started: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["run"]) == 0
    folder = str(dev.ROOT / "out" / "demo")
    assert started == [("-m", "app", "demo", folder)]
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Der er ingen skærm her, så programmet viser i stedet en demo."
    assert said[1].endswith(folder)


def test_verbs_and_screens_reach_the_program(
    started: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.main(["run", "meetings", "--json"])
    monkeypatch.setenv("DISPLAY", ":0")
    dev.main(["run"])
    assert started == [("-P", "-m", "app", "meetings", "--json"), ("-P", "-m", "app")]


def test_files_are_named_from_where_the_user_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "prepare", lambda lock: None)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "referat.pdf").touch()
    (tmp_path / "app.py").write_text("raise SystemExit('en anden')", encoding="utf-8")
    assert dev.main(["run", "import", "referat.pdf"]) == 2
    assert "referat.pdf" in capfd.readouterr().err


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], int]:
    """Runs `test` with one snippet as its only check and one in pytest's place."""
    monkeypatch.setattr(dev, "prepare", lambda lock: None)
    monkeypatch.setattr(dev, "offer_qpdf", lambda: None)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))

    def run(check: str, tests: str) -> int:
        monkeypatch.setattr(dev, "CHECKS", {"Format": ["-c", check]})
        monkeypatch.setattr(dev, "TESTS", ["-c", tests])
        return dev.main(["test"])

    return run


def test_all_steps_run_even_when_one_fails(
    steps: Callable[[str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    code = steps("import sys; sys.exit('noget er skævt')", "print('=== 2 passed in 0.10s ===')")
    said = capsys.readouterr().out.splitlines()
    assert code == 1
    assert "noget er skævt" in said
    assert [line.split()[-1] for line in said if line.startswith("Prøver")] == ["bestået"]
    assert [line.split()[-1] for line in said if line.startswith("Format")] == ["FEJLET"] * 2
    assert said[-1] == "2 passed in 0.10s"


@pytest.mark.parametrize(("exit_code", "expected"), [(0, 0), (1, 1), (5, 1)])
def test_the_tests_decide_when_the_checks_pass(
    steps: Callable[[str, str], int], exit_code: int, expected: int
) -> None:
    assert steps("", f"import sys; sys.exit({exit_code})") == expected


def test_an_unknown_command_is_answered_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert dev.main(["tset"]) == 2
    told = capsys.readouterr().err
    assert "”tset”" in told
    assert all(f"  {name} " in told for name in dev.COMMANDS)


def test_dev_py_needs_nothing_but_python(root: Path) -> None:
    tree = ast.parse((root / "dev.py").read_text(encoding="utf-8"))
    imported = {
        alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names
    }
    imported |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
