"""dev.py on Windows and macOS, which the test plays: what is refused, made and typed there."""

import ast
import io
import subprocess
import sys
from pathlib import Path

import pytest

import dev

LISTED = """\
 -V:3.15 *        Python 3.15 (64-bit)
 -V:3.14t         Python 3.14 (64-bit, freethreaded)
 -V:3.13-32       Python 3.13 (32-bit)
 -V:3.12          Python 3.12 (Store)
 -V:3.11          Python 3.11 (64-bit)
"""
LISTED_BY_THE_MANAGER = """\
Tag              Name              Managed By   Version  Alias
3.15[-64]      * Python 3.15.0b1   PythonCore   3.15.0   python3.15.exe
3.13[-64]        Python 3.13.32    PythonCore   3.13.9   python3.13.exe
"""


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Windows computer with the usual Python; the folder of the project."""
    monkeypatch.setattr(dev, "WINDOWS", True)
    monkeypatch.setattr(dev, "LINUX", False)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "stamp.json")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "Scripts" / "python.exe")
    monkeypatch.setattr(dev.sys, "base_prefix", r"C:\Python313")
    monkeypatch.setattr(dev.sysconfig, "get_platform", lambda: "win-amd64")
    monkeypatch.setattr(dev, "launcher_rows", list)
    return tmp_path


def made(windows: Path) -> Path:
    """An environment as Windows has it; the Python that it points at."""
    base = windows / "Python313"
    for folder in (base, windows / ".venv" / "Scripts"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "python.exe").touch()
    config = f"home = {base}\ninclude-system-site-packages = false\nversion = 3.13.1\n"
    (windows / ".venv" / "pyvenv.cfg").write_text(config, encoding="utf-8")
    return base


def test_an_environment_whose_python_was_uninstalled_is_remade(windows: Path) -> None:
    assert not dev.starts()
    base = made(windows)
    assert dev.starts()
    (base / "python.exe").unlink()
    assert not dev.starts()
    (windows / ".venv" / "pyvenv.cfg").unlink()
    assert not dev.starts()


UNFIT = {
    r"Microsoft Store.* python\.org": (
        "base_prefix",
        r"C:\Program Files\WindowsApps\Python.3.12_qbz",
    ),
    "32 bit": ("maxsize", 2**31 - 1),
}


@pytest.mark.parametrize(("words", "change"), UNFIT.items())
@pytest.mark.usefixtures("windows")
def test_a_kind_of_python_that_will_not_do(
    words: str, change: tuple[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.require_python()
    monkeypatch.setattr(dev.sys, *change)
    with pytest.raises(dev.SetupError, match=words):
        dev.require_python()


@pytest.mark.usefixtures("windows")
def test_other_builds_of_python_will_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(dev.sysconfig, "get_platform", lambda: "mingw_x86_64_ucrt")
        with pytest.raises(dev.SetupError, match="MSYS2"):
            dev.require_python()
    with monkeypatch.context() as patched:
        patched.setattr(dev.platform, "python_implementation", lambda: "PyPy")
        with pytest.raises(dev.SetupError, match="ikke PyPy"):
            dev.require_python()
    monkeypatch.setattr(dev.sysconfig, "get_config_var", lambda name: name == "Py_GIL_DISABLED")
    with pytest.raises(dev.SetupError, match="free-threaded"):
        dev.require_python()


@pytest.mark.parametrize(
    ("listed", "typed"),
    [(LISTED, "py -3.11"), (LISTED_BY_THE_MANAGER, "py -3.13"), ("", "python.org")],
)
@pytest.mark.usefixtures("windows")
def test_the_launcher_is_asked_for_a_python_that_fits(
    listed: str, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "launcher_rows", listed.splitlines)
    monkeypatch.setattr(dev.sys, "version_info", (3, 15, 0))
    monkeypatch.setattr(dev.sys, "argv", ["dev.py", "run"])
    with pytest.raises(dev.SetupError) as refused:
        dev.require_python()
    assert typed in str(refused.value)
    assert str(refused.value).endswith(f"Skriv: {typed} dev.py run") is bool(listed)


def test_the_old_python_of_a_mac_is_told_of_the_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "WINDOWS", False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: name if name == "python3.13" else None)
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 6))
    monkeypatch.setattr(dev.sys, "argv", ["dev.py", "test"])
    with pytest.raises(dev.SetupError, match=r"ikke 3\.9\. Skriv: python3\.13 dev\.py test$"):
        dev.require_python()


@pytest.mark.parametrize("version", [(3, 7), (3, 9)])
def test_an_old_python_gets_as_far_as_the_sentence(root: Path, version: tuple[int, int]) -> None:
    program = ast.parse((root / "dev.py").read_text(encoding="utf-8"), feature_version=version)
    assert "require_python" in {getattr(part, "name", "") for part in program.body}


@pytest.mark.parametrize(
    ("release", "is_too_old"),
    [("13.7", True), ("14.7.1", True), ("15.0", False), ("26.1", False), ("10.16", False)],
)
def test_a_mac_too_old_for_the_packages_is_told(
    release: str, is_too_old: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "MACOS", True)
    monkeypatch.setattr(dev.platform, "mac_ver", lambda: (release, ("", "", ""), "arm64"))
    assert ("macOS 15 eller nyere" in dev.unfit_system()) is is_too_old


def test_a_folder_too_deep_for_windows_is_told_before_anything_is_made(
    windows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "takes_long_paths", lambda: False)
    monkeypatch.setattr(dev, "ROOT", Path("C:/" + "m" * 80))
    dev.require_short_path()
    monkeypatch.setattr(dev, "ROOT", Path("C:/" + "m" * 81))
    with pytest.raises(dev.SetupError, match=r"Flyt den for eksempel til C:\\moedevaerk"):
        dev.make_venv()
    assert not (windows / ".venv").exists()
    monkeypatch.setattr(dev, "takes_long_paths", lambda: True)
    dev.require_short_path()


@pytest.mark.parametrize("on_linux", [True, False])
def test_nothing_is_compiled_where_nobody_has_a_compiler(
    on_linux: bool, windows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: list[str] = []
    monkeypatch.setattr(dev, "LINUX", on_linux)
    monkeypatch.setattr(dev, "python", lambda *arguments, env=None: typed.extend(arguments))
    dev.install("run")
    assert ("--only-binary=:all:" in typed) is not on_linux


def test_tools_speak_utf_8_where_the_code_page_has_no_such_letters(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    told = "import sys; print('╔═ ” ø'); sys.exit(sys.flags.utf8_mode)"
    monkeypatch.setattr(dev, "CHECKS", {"Importregler": ["-c", told]})
    assert not dev.run_checks()["Importregler"][0]
    assert "╔═ ” ø" in capsys.readouterr().out


@pytest.mark.parametrize("code_page", ["cp1252", "cp850", "ascii"])
def test_a_pipe_gets_utf_8_whatever_the_code_page(
    code_page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding=code_page)
    monkeypatch.setattr(dev.sys, "stderr", pipe)
    assert dev.main(["ål"]) == 2
    pipe.flush()
    assert pipe.buffer.getvalue().decode("utf-8").startswith("dev.py kender ikke ”ål”.")  # type: ignore[attr-defined]


@pytest.mark.parametrize("code_page", ["cp1252", "cp850", "ascii"])
def test_a_console_keeps_its_letters_and_never_stops_us(
    code_page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding=code_page)
    monkeypatch.setattr(console.buffer, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(dev.sys, "stderr", console)
    assert dev.main(["ål→"]) == 2
    console.flush()
    assert console.encoding == code_page


def test_without_consoles_dev_py_still_runs(root: Path) -> None:
    """As started by pythonw, which has neither."""
    program = "import sys; sys.stdout = sys.stderr = None; import dev; sys.exit(dev.main(['x']))"
    assert subprocess.run([sys.executable, "-c", program], cwd=root).returncode == 2


@pytest.mark.usefixtures("windows")
def test_the_tests_find_fonts_offscreen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt looks for a folder of fonts there, and its complaint of a missing one fails a test."""
    said = "import os; print('Fonts:', os.environ['QT_QPA_FONTDIR'])"
    for name, value in {
        "PYTHON": Path(sys.executable),
        "CHECKS": {},
        "TESTS": ["-c", said],
    }.items():
        monkeypatch.setattr(dev, name, value)
    for name in ("prepare", "offer_qpdf"):
        monkeypatch.setattr(dev, name, lambda *_: None)
    monkeypatch.delenv("QT_QPA_FONTDIR", raising=False)
    assert dev.main(["test"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Fonts: ")]
    assert list(Path(told[0].removeprefix("Fonts: ")).glob("*.ttf"))
