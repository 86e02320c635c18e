"""From starting the program to its first paint, beside a bare QMainWindow, turn by turn."""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.paths import AppPaths, resources_dir
from app.services.sample import load_sample
from app.storage.database import Database

ROOT = Path(__file__).resolve().parents[2]
TURNS = 15

BARE = """
import sys, time
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() is QEvent.Type.Paint:
            print(time.monotonic(), flush=True)
            app.quit()
        return done
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

OURS = """
import sys, time
from pathlib import Path
from app import main
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.ui.application import begin, end
def tell(*_):
    print(time.monotonic(), flush=True)
def look():
    if window.is_furnished and window.page is not None:
        tell()
        app.quit()
app = QApplication(sys.argv)
window = begin(app, main._paths(Path(sys.argv[1])))
window.painted.connect(tell)
timer = QTimer()
timer.timeout.connect(look)
timer.start(5)
app.exec()
end(window)
"""


def measure() -> dict[str, float]:
    """Median milliseconds to the first paint (ours, bare) and page, and median ratio of a turn."""
    compileall.compile_dir(ROOT / "app", quiet=1)  # Qt's packages come compiled, ours may not be
    bare, first_paint, first_page = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        with Database.create(AppPaths.standard(Path(folder)).database) as database:
            load_sample(database, resources_dir() / "sample")
        for _ in range(TURNS + 1):
            bare.append(_run(BARE)[0])
            paint, page = _run(OURS, folder)
            first_paint.append(paint)
            first_page.append(page)
    # The first turn reads the files from the disk; it is not counted on either side.
    del bare[0], first_paint[0], first_page[0]
    ratios = [ours / theirs for ours, theirs in zip(first_paint, bare, strict=True)]
    return {
        "start_ms": round(statistics.median(first_paint), 1),
        "start_bare_ms": round(statistics.median(bare), 1),
        "start_ratio": round(statistics.median(ratios), 2),
        "start_page_ms": round(statistics.median(first_page), 1),
    }


def _run(program: str, *arguments: str) -> list[float]:
    """Milliseconds from starting the process to each line that it printed."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [(float(line) - started) * 1000 for line in done.stdout.split()]
