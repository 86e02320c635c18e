"""What must not happen before the window has painted."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path
from app.paths import AppPaths
from app.ui.application import create_application, make_context
from app.ui.main_window import MainWindow
from app.ui.page_list import page_list
app = create_application(["moedevaerk"])
context = make_context(app, AppPaths.standard(Path(sys.argv[1])))
window = MainWindow(context, page_list())
window.painted.connect(app.quit)
window.show()
app.exec()
heavy = ("sqlalchemy", "reportlab", "pypdfium2", "pikepdf", "babel", "alembic", "sqlcipher3")
print(sorted(name for name in heavy if name in sys.modules))
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        cwd=root, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
