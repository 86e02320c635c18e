"""The import rules of pyproject.toml forbid what docs/architecture.md forbids, and no more.

Each rule is tried on a small made-up program in which every room imports everything there is.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PACKAGES = {"models", "storage", "services", "reports", "importing", "ui"}
LEAVES = {"errors", "i18n", "labels", "paths", "patience", "settings"}
TOP = {"cli", "main", "__main__"}
EVERYTHING = PACKAGES | LEAVES
OUTSIDE = {"sqlalchemy", "PySide6", "gettext", "reportlab"}

MAY_IMPORT = {
    "models": {"sqlalchemy"},
    "storage": {"models", "errors", "patience", "sqlalchemy", "gettext", "reportlab"},
    "services": {"models", "storage", "errors", "patience", "sqlalchemy", "gettext", "reportlab"},
    "reports": {"models"} | LEAVES - {"settings"} | OUTSIDE - {"PySide6"},
    "importing": {"models"} | LEAVES - {"settings"} | OUTSIDE - {"PySide6"},
    "ui": EVERYTHING | OUTSIDE - {"sqlalchemy"},
    "errors": {"paths", "patience", "gettext", "reportlab"},
    "paths": {"errors", "patience", "gettext", "reportlab"},
    "patience": {"errors", "paths", "gettext", "reportlab"},
    "i18n": {"models", "gettext", "reportlab"} | LEAVES,
    "labels": {"models", "gettext", "reportlab"} | LEAVES,
    "settings": {"models", "gettext", "reportlab"} | LEAVES,
    "main": EVERYTHING | TOP | OUTSIDE,
    "cli": EVERYTHING | TOP | OUTSIDE,
}


def pairs() -> set[tuple[str, str]]:
    targets = EVERYTHING | TOP | OUTSIDE
    return {(room, target) for room in MAY_IMPORT for target in targets if room != target}


def broken_on_purpose(folder: Path) -> None:
    """A program named app whose rooms hold one importing module for each target."""
    app = folder / "app"
    for room in EVERYTHING | TOP:
        (app / room).mkdir(parents=True)
        (app / room / "__init__.py").touch()
    (app / "__init__.py").touch()
    for room, target in pairs():
        module = target if target in OUTSIDE else f"app.{target}"
        (app / room / f"tries_{target}.py").write_text(f"import {module}\n", encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", folder)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("rules")
    broken_on_purpose(folder)
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=folder, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_every_forbidden_import_is_reported_and_no_other(report: str) -> None:
    reported = set(re.findall(r"app\.(\w+)\.tries_(\w+) -> ", report))
    expected = {(room, target) for room, target in pairs() if target not in MAY_IMPORT[room]}
    assert reported == expected


def test_every_rule_can_fail(report: str) -> None:
    assert "BROKEN" in report
    assert "KEPT" not in report
