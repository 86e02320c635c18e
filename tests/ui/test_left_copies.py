"""What a run that was cut off has left in the system's folder for temporary files."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.ui.pages.workbench.editor.attachments.files_out import remove_copies, remove_left_copies

OPENER = """
import sys
from types import SimpleNamespace
from app.ui.pages.workbench.editor.attachments.files_out import _Copies
place = _Copies.place_for(SimpleNamespace(sha256="0" * 64))
(place / "bilag.pdf").write_text("fortroligt")
print(place.parent, flush=True)
sys.stdin.read()
"""


def test_copies_of_a_killed_run_go_and_those_of_one_at_work_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TEMP", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "moedevaerk-andet").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", OPENER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        assert folder.parent == tmp_path
        remove_left_copies()
        assert len(list(folder.rglob("bilag.pdf"))) == 1
        process.kill()
        process.wait()
    remove_left_copies()
    remove_copies()
    assert [path.name for path in tmp_path.iterdir()] == ["moedevaerk-andet"]
