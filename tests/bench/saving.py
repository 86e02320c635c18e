"""A change that is saved while a register of 20,000 decisions is read in a thread.

By hand: ``python -m tests.bench.saving``.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.services.items import rename_item
from app.services.queries.registers import decision_rows
from app.storage.database import Database
from app.ui.jobs import Jobs
from app.ui.pages import at_once
from tests.bench.registers import fill

MEETINGS, SAVES, PAUSE_S = 500, 60, 0.03


def measure() -> dict[str, float]:
    """Milliseconds of a save: alone, and the longest but three of sixty beside the reading."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    jobs = Jobs(_raise, application)
    with (
        tempfile.TemporaryDirectory() as folder,
        Database.create(Path(folder) / "moedevaerk.db", "Prøve") as database,
    ):
        item_id = fill(database, MEETINGS)
        alone = [_save(database, item_id) for _turn in range(SAVES)]
        beside = []
        for _turn in range(SAVES):
            _read_on(database, jobs)
            beside.append(_save(database, item_id))
        jobs.shut_down()
    return {
        "saving_ms": round(statistics.median(alone), 1),
        "saving_beside_ms": round(sorted(beside)[-4], 1),
    }


def _read_on(database: Database, jobs: Jobs) -> None:
    """Let a moment pass in which the register is read, anew when that is done."""
    if jobs.is_idle:
        at_once.start(jobs, jobs, partial(decision_rows, database), lambda read: read.result())
    QApplication.processEvents()
    time.sleep(PAUSE_S)


def _save(database: Database, item_id: UUID) -> float:
    started = time.perf_counter()
    rename_item(database, item_id, f"Sag om kajen {started}")
    return (time.perf_counter() - started) * 1000


def _raise(error: BaseException) -> None:
    raise error


if __name__ == "__main__":
    print(measure())
