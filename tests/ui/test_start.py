"""The start: what must not happen before the first paint, and what must after it."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import gc
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.paths import AppPaths
from app.ui import application
from app.ui.application import begin, end
application._SETTLED_MS = 0
heavy = ("sqlalchemy", "reportlab", "pypdfium2", "pikepdf", "babel", "alembic", "sqlcipher3",
         "PySide6.QtSvg", "app.ui.pages", "app.ui.widgets.buttons", "app.ui.actions")
app = QApplication(["moedevaerk"])
window = begin(app, AppPaths.standard(Path(sys.argv[1])))
window.painted.connect(lambda: print(sorted(name for name in heavy if name in sys.modules)))
def look():
    if window.is_furnished and window.page is not None and gc.get_freeze_count():
        timer.stop()
        print(gc.get_freeze_count() > 50_000)
        print(window.page_key, window.windowTitle(), window.menuBar().actions() != [])
        window.close()
timer = QTimer()
timer.timeout.connect(look)
timer.start(5)
print("end", app.exec())
end(window)
"""


def test_the_window_paints_first_and_is_furnished_then(tmp_path: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["[]", "True", "first_start Mødeværk True", "end 0"]
    assert (tmp_path / "moedevaerk.db").is_file()
    assert not (tmp_path / "moedevaerk.db.owner").exists()
