"""Opening a meeting of 40 items: from the click in the list to the painted window.

By hand: ``python -m tests.bench.opening``.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import tempfile
import time
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.models.richtext import text_of
from app.services.bodies import create_body
from app.services.items import create_item, edit_item
from app.services.meetings import create_meeting
from app.services.queries.items import item_rows, item_view
from app.services.recommendations import add_point
from app.services.sections import edit_section_text
from app.storage.database import Database
from app.ui.main_window import MainWindow
from tests.bench._stage import stage, strike

ITEMS, ROUNDS = 40, 12
_WORDS = "Kommunerne har drøftet forslaget og peger på en fælles model for ventetid. " * 12


def measure() -> dict[str, float]:
    """Milliseconds to the painted workbench: the first time in a run, then the median and the
    worst of going to and fro between two meetings; and from one item to the next. The page is made
    beforehand, as the program does while it is idle after the start (``preparing_ms``)."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        window, meetings = stage(application, Path(folder), _fill)
        window.context.settings.remember_last("preview", "hidden")  # drawn in its own process
        window.open("meetings")
        _paint(window)
        started = time.perf_counter()
        window.prepare("meeting")
        preparing = (time.perf_counter() - started) * 1000
        for meeting_id in meetings:  # at a case, whose texts weigh more than the fixed items
            item_id = item_rows(window.context.database, meeting_id)[6].id
            window.context.settings.remember_last(f"item/{meeting_id}", str(item_id))
        first = _opened(window, meetings[0])
        later = [_opened(window, meetings[round_ % 2]) for round_ in range(1, ROUNDS + 1)]
        steps = [_stepped(window) for _step in range(ROUNDS)]
        strike(window)
    return {
        "preparing_ms": round(preparing, 1),
        "opening_first_ms": round(first, 1),
        "opening_ms": round(statistics.median(later), 1),
        "opening_worst_ms": round(max(later), 1),
        "next_item_ms": round(statistics.median(steps), 1),
    }


def _fill(database: Database) -> list[UUID]:
    body_id = create_body(database, "Styregruppen for Fjordområdet", short_name="SG Fjord")
    made = []
    for day in (dt.date(2030, 2, 7), dt.date(2030, 4, 11)):
        meeting_id = create_meeting(database, body_id, day, start=dt.time(9), end=dt.time(12))
        for number in range(ITEMS - 4):
            item_id = create_item(database, meeting_id, title=f"Sag {number} om ventetid og vagt")
            edit_item(database, item_id, case_number_printed=f"2030-{number:06}", duration_min=10)
            view = item_view(database, item_id)
            for section in view.sections[:3]:
                edit_section_text(database, section.id, text_of(_WORDS))
            add_point(database, view.recommendations[0].id, text_of("drøfter tallene"))
        made.append(meeting_id)
    return made


def _opened(window: MainWindow, meeting_id: UUID) -> float:
    started = time.perf_counter()
    window.open("meeting", meeting_id=meeting_id)
    _paint(window)
    return (time.perf_counter() - started) * 1000


def _stepped(window: MainWindow) -> float:
    started = time.perf_counter()
    window.page.agenda.list.step(1)
    _paint(window)
    return (time.perf_counter() - started) * 1000


def _paint(window: MainWindow) -> None:
    """Let layouts settle and the whole window be drawn."""
    QApplication.processEvents()
    window.grab()


if __name__ == "__main__":
    print(measure())
