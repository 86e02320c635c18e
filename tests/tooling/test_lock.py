"""The lock files hold what pyproject.toml asks for, by hash, for every platform."""

import re
import tomllib
from pathlib import Path

import pytest

LOCKS = ("run", "dev")
PINNED = re.compile(r"^(?P<name>[a-z0-9.-]+)==[^ ;]+(?P<marker> ; [^\\]+)? \\$")
ANOTHER_PLATFORM = {
    "colorama": "win32",
    "pywin32-ctypes": "win32",
    "pefile": "win32",
    "macholib": "darwin",
}


def locked(root: Path, lock: str) -> dict[str, tuple[str, int]]:
    """Package -> its marker and the number of its hashes."""
    found: dict[str, tuple[str, int]] = {}
    name = ""
    for line in (root / "packaging" / "lock" / f"{lock}.txt").read_text("utf-8").splitlines():
        if pinned := PINNED.match(line):
            name = pinned["name"]
            found[name] = (pinned["marker"] or "", 0)
        elif line.startswith("    --hash=sha256:"):
            found[name] = (found[name][0], found[name][1] + 1)
        else:
            assert line.lstrip().startswith("#"), line
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_each_package_has_hashes(root: Path, lock: str) -> None:
    packages = locked(root, lock)
    assert len(packages) > 10
    assert [name for name, (_, hashes) in packages.items() if hashes == 0] == []


def test_each_dependency_is_locked(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run, everything = set(locked(root, "run")), set(locked(root, "dev"))
    assert names(project["dependencies"]) <= run
    assert names(project["optional-dependencies"]["dev"]) | run <= everything


def names(requirements: list[str]) -> set[str]:
    found = [re.match(r"[\w.-]+", requirement) for requirement in requirements]
    return {match.group().lower().replace("_", "-") for match in found if match}


def test_both_locks_pin_the_same_releases(root: Path) -> None:
    run, everything = locked(root, "run"), locked(root, "dev")
    assert {name: run[name] for name in run} == {name: everything[name] for name in run}


def test_packages_of_other_platforms_are_locked_with_their_marker(root: Path) -> None:
    packages = locked(root, "dev")
    wrong = [n for n, platform in ANOTHER_PLATFORM.items() if platform not in packages[n][0]]
    assert wrong == []


@pytest.mark.parametrize("lock", LOCKS)
def test_macs_get_the_last_pikepdf_that_has_files_for_all_of_them(root: Path, lock: str) -> None:
    text = (root / "packaging" / "lock" / f"{lock}.txt").read_text(encoding="utf-8")
    pins = re.findall(r"(?m)^pikepdf==(\d+)\.(\d+)\S* ; (\S+ \S+ \S+) ", text)
    rules = {rule: (int(major), int(minor)) for major, minor, rule in pins}
    assert set(rules) == {"sys_platform == 'darwin'", "sys_platform != 'darwin'"}
    assert (10, 0) <= rules["sys_platform == 'darwin'"] < (10, 14)
