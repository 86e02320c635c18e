"""Every room of the program stands in the import rules, so that a new one cannot slip past them."""

import tomllib
from pathlib import Path

import app
from tests.architecture.source import APP


def test_every_room_has_an_import_rule(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    ruled = {module for rule in contracts for module in rule.get("source_modules", [])}
    rooms = {f"app.{path.stem}" for path in APP.iterdir() if is_module(path)}
    assert rooms - ruled == rooms & {"app.__init__", "app.__main__", "app.main", "app.cli"}


def is_module(path: Path) -> bool:
    return path.suffix == ".py" or (path / "__init__.py").exists()


def test_the_program_and_its_package_have_one_version(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["version"] == app.__version__
