"""Set-up on a Mac, which the test plays: `dev.py setup` with the files that a Mac gets.

They are fetched anew for each processor and Python, so this is not part of every run:
`python3 dev.py test -m elsewhere -n 0`.
"""

import ast
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev
from tests.tooling.mac import Library, Mac

pytestmark = [pytest.mark.elsewhere, pytest.mark.timeout(900)]

MACS = [(machine, f"3.{minor}") for machine in ("arm64", "x86_64") for minor in (11, 14)]
UNUSED = ("/qml/", "/sqldrivers/", "/qmltooling/", "/designer/", "/libqpdf.", "virtualkeyboard")
"""In the paths of plug-ins that the program does not use and whose libraries Qt leaves out."""


@pytest.fixture(scope="module", params=MACS, ids="-".join)
def mac(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mac]:
    """A Mac after `dev.py setup`, called twice: the second time there is nothing left to do."""
    folder = tmp_path_factory.mktemp("mac")
    mac = Mac(*request.param, folder / "site")
    with pytest.MonkeyPatch.context() as monkeypatch:
        mac.play(monkeypatch, folder)
        assert dev.main(["setup"]) == 0
        monkeypatch.setattr(dev, "install", None)
        assert dev.main(["setup"]) == 0
    yield mac
    shutil.rmtree(folder)


def test_every_library_is_for_the_processor_and_the_oldest_macos(mac: Mac) -> None:
    files = {path: mac.reads(path) for path in mac.libraries()}
    assert len(files) > 100
    fit = {
        path: [one for one in read if one.machine == mac.machine] for path, read in files.items()
    }
    assert [path for path, read in fit.items() if not read] == []
    too_new = [one for read in fit.values() for one in read if one.oldest > (dev.MACOS_OLDEST, 0)]
    assert too_new == []


def test_every_library_finds_those_it_loads(mac: Mac) -> None:
    read = [one for path in mac.libraries() for one in mac.reads(path)]
    used = [one for one in read if one.machine == mac.machine and is_used(one)]
    names = {one.path.name for one in used}
    assert {"libqcocoa.dylib", "libqoffscreen.dylib", "libqsvg.dylib", "QtWidgets"} <= names
    assert {one.path: lost for one in used if (lost := list(one.missing()))} == {}


def is_used(library: Library) -> bool:
    return not any(folder in library.path.as_posix() for folder in UNUSED)


def test_every_module_that_the_program_imports_is_there(mac: Mac, root: Path) -> None:
    wanted = {name for path in root.glob("app/**/*.py") for name in imported(path)}
    assert {"PySide6.QtWidgets", "sqlcipher3.dbapi2", "pikepdf"} <= wanted
    assert sorted(name for name in wanted if mac.module(name) is None) == []


def imported(path: Path) -> set[str]:
    """The modules of other packages that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module or "")
    own = {"app", *sys.stdlib_module_names}
    return {name for name in found if name.partition(".")[0] not in own}
