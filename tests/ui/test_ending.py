"""The end of the program: whatever still runs, the data are let go of and the process ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys, threading
from pathlib import Path
from app.paths import AppPaths
from app.ui import application

begin = application.begin
never = threading.Event()

def begin_and_close(app, paths):
    window = begin(app, paths)

    def close():
        jobs = window.context.jobs
        if {is_hung}:
            jobs.in_thread(never.wait, 600, owner=window, then=print)
        else:
            jobs.in_thread(threading.Event().wait, 0.5, owner=window, then=print)
        window.close()

    def close_when_open():
        if window.is_furnished and window.context.slot.is_filled:
            close()
        else:
            application.QTimer.singleShot(50, close_when_open)

    close_when_open()
    return window

application.begin = begin_and_close
sys.exit(application.run(AppPaths.standard(Path(sys.argv[1])), ["moedevaerk"]))
"""


def run_and_close(folder: Path, *, is_hung: bool) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(is_hung=is_hung), str(folder)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_a_drive_that_never_answers_keeps_no_process(tmp_path: Path) -> None:
    done = run_and_close(tmp_path, is_hung=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "moedevaerk.db").exists()


def test_an_answer_that_comes_at_the_end_harms_nothing(tmp_path: Path) -> None:
    done = run_and_close(tmp_path, is_hung=False)
    assert (done.returncode, done.stderr) == (0, "")
