"""House rules that no linter knows."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.architecture.source import APP, ROOT, lines, modules, name, tracked_files, tree

LONGEST_FILE, LONGEST_FUNCTION = 300, 30
LONGER_FILES = {
    "dev.py": 500,  # runs before anything is installed, so it is one file
    "tests/cli/test_main.py": 320,
    "tests/models/test_richtext.py": 320,
    "tests/services/test_random_user.py": 360,
    "tests/ui/richtext/test_editor.py": 320,
    "tests/ui/workbench/editor/test_nothing_lost.py": 320,
    "tests/ui/workbench/test_page.py": 360,
}
LONGER_FUNCTIONS = {
    "tests/importing/made_papers.py paper_a": 35,
    "tests/reports/samples.py readiness_item": 50,
    "tests/reports/samples.py rich_item": 45,
    "tests/services/test_decisions.py"
    " test_what_binds_a_decision_is_kept_and_its_deadline_read_from_the_meeting": 40,
    "tests/ui/workbench/editor/scene.py _details": 35,
    "tests/ui/workbench/editor/scene.py _pictures": 50,
    "tests/ui/workbench/stage.py _pictures": 35,
}
"""What is longer, and must not grow; nothing new comes in here."""
HEX_COLOUR = re.compile(r"""["'`(\s:]#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b""")
ITEM_WIDGETS = re.compile(r"\bQ(List|Table|Tree)Widget\b")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
COLOUR_SOURCES = {"app/ui/theme.py", "app/ui/tokens.py", "app/reports/style.py"}


def test_colours_come_from_the_tokens() -> None:
    painted = [path for path in modules() if name(path) not in COLOUR_SOURCES]
    assert [place for place, line in lines(painted) if HEX_COLOUR.search(line)] == []


def test_the_colour_pattern_sees_colours() -> None:
    assert HEX_COLOUR.search('ink = "#15597A"')
    assert HEX_COLOUR.search("border: 1px solid #abc;")
    assert not HEX_COLOUR.search("see issue #1234567")


def test_screens_use_item_models() -> None:
    found = [place for place, line in lines(modules(APP / "ui")) if ITEM_WIDGETS.search(line)]
    assert found == []


def test_screens_never_name_sqlalchemy() -> None:
    imported = [(name(path), word) for path in modules(APP / "ui") for word in imports(path)]
    assert [found for found in imported if found[1].split(".")[0] == "sqlalchemy"] == []


def imports(path: Path) -> list[str]:
    """The modules a file imports, wherever in the file."""
    found: list[str] = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


def test_nothing_is_left_unfinished() -> None:
    assert [place for place, line in lines(modules()) if UNFINISHED.search(line)] == []


def test_files_stay_short() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in written()}
    assert too_long(lengths.items(), LONGER_FILES, LONGEST_FILE) == []


def test_functions_stay_short() -> None:
    functions = [
        (f"{name(path)} {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path in written()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert too_long(functions, LONGER_FUNCTIONS, LONGEST_FUNCTION) == []


def test_what_may_be_longer_is_still_there() -> None:
    known = {name(path) for path in written()}
    assert {place.split()[0] for place in (*LONGER_FILES, *LONGER_FUNCTIONS)} <= known


def too_long(
    lengths: Iterable[tuple[str, int]], longer: dict[str, int], limit: int
) -> list[tuple[str, int]]:
    return [(place, length) for place, length in lengths if length > longer.get(place, limit)]


def written() -> list[Path]:
    """The Python to read."""
    own = [path for folder in ("app", "packaging", "tests") for path in modules(ROOT / folder)]
    return [*own, ROOT / "dev.py"]


def test_tracked_files_name_no_machine_and_no_package_index() -> None:
    """A clone works anywhere: no path of the folder it was written in, no address of a mirror."""
    foreign = [str(ROOT) + "/", "--index" + "-url", "--extra-index" + "-url", "pypi" + ".org"]
    texts = {name(path): readable(path) for path in tracked_files()}
    found = [(path, word) for path, text in texts.items() for word in foreign if word in text]
    assert found == []


def test_an_unpacked_archive_without_git_is_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = set(tracked_files())
    monkeypatch.setenv("PATH", "")
    found = set(tracked_files())
    assert kept <= found
    assert ROOT / "dev.py" in found
    assert not [path for path in found if ".venv" in path.parts or path.suffix == ".pyc"]


def readable(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
