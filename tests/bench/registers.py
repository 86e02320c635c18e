"""A register of thousands of decisions, beside a bare QTableView over the same rows.

By hand: ``python -m tests.bench.registers``.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from operator import truediv
from pathlib import Path
from typing import Any
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sqlalchemy as sa
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from app.models.agenda import AgendaItem
from app.models.decision import Decision, Outcome
from app.models.meeting import Meeting, MeetingState
from app.models.richtext import text_of
from app.services.bodies import create_body
from app.services.items import rename_item
from app.storage.actions import Action
from app.storage.database import Database
from app.ui.main_window import MainWindow
from app.ui.pages.register import RegisterPage
from tests.bench._stage import stage, strike

MEETINGS, ITEMS, DECISIONS, TURNS = 100, 20, 2, 7
_WORDS = text_of("Godkendt som indstillet med en bemærkning om det videre arbejde.")

_PLAIN = sa.text(
    "SELECT item.number, item.title, decision.outcome, decision.text FROM decision "
    "JOIN agenda_item AS item ON item.id = decision.item_id "
    "JOIN meeting ON meeting.id = item.meeting_id "
    "ORDER BY meeting.date DESC, item.position, decision.position"
)


class _Bare(QAbstractTableModel):
    """Words in four columns, and nothing else."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, _parent: Any = QModelIndex()) -> int:
        return len(self._rows)

    def columnCount(self, _parent: Any = QModelIndex()) -> int:
        return len(self._rows[0])

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        shown = role == Qt.ItemDataRole.DisplayRole
        return self._rows[index.row()][index.column()] if shown else None


def measure() -> dict[str, float]:
    """Milliseconds to the painted rows of a register of 4,000 that is read anew, and of bare Qt
    over plain SQL, turn by turn; how long the window stood still at most; and from a key in the
    filter to its rows."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        window, item_id = stage(application, Path(folder), partial(fill, meetings=MEETINGS))
        page = window.open("decisions")
        assert isinstance(page, RegisterPage)
        _settle(window)
        database = window.context.database
        window.open("settings")
        turns, bare = [], []
        for turn in range(TURNS + 1):
            change = partial(rename_item, database, item_id, f"Sag om kajen {turn}")
            turns.append(_read_anew(window, change))
            bare.append(_bare(database))
        keys = [_press(window, page, "godkendt"[: 1 + turn]) for turn in range(TURNS)]
        strike(window)
    return _figures(turns[1:], bare[1:], keys)


def _figures(
    turns: list[tuple[float, float]], bare: list[float], keys: list[float]
) -> dict[str, float]:
    total, still = zip(*turns, strict=True)
    key = statistics.median(keys)
    return {
        "register_ms": round(statistics.median(total), 1),
        "register_bare_ms": round(statistics.median(bare), 1),
        "register_ratio": round(statistics.median(map(truediv, total, bare)), 2),
        "register_still_ms": round(statistics.median(still), 1),
        "register_still_ratio": round(statistics.median(map(truediv, still, bare)), 2),
        "register_key_ms": round(key, 1),
        "register_key_ratio": round(key / statistics.median(bare), 2),
    }


def fill(database: Database, meetings: int) -> UUID:
    """Meetings with items and decisions, in one step; the key is that of the last item."""
    body_id = create_body(database, "Styregruppen for Fjordområdet", short_name="SG Fjord")
    with database.write(Action.IMPORT_MEETING) as session:
        for number in range(meetings):
            day = dt.date(2010, 1, 1) + dt.timedelta(days=number * 30)
            meeting = Meeting(body_id=body_id, date=day, state=MeetingState.HELD)
            session.add(meeting)
            session.flush()
            for place in range(ITEMS):
                item = AgendaItem(
                    meeting_id=meeting.id, position=place, number=place + 1,
                    title=f"Sag {number}.{place} om ventetid og vagt",
                )  # fmt: skip
                session.add(item)
                session.flush()
                session.add_all(
                    Decision(item_id=item.id, position=n, outcome=Outcome.APPROVED, text=_WORDS)
                    for n in range(DECISIONS)
                )
    return item.id


def _read_anew(window: MainWindow, change: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds from going to the register, after a change, to its painted rows; and the longest
    that anything else had to wait for meanwhile."""
    window.open("settings")
    change()
    QApplication.processEvents()
    started = turned = time.perf_counter()
    window.open("decisions")
    longest = 0.0
    while True:
        QApplication.processEvents()
        now = time.perf_counter()
        longest, turned = max(longest, now - turned), now
        if window.context.jobs.is_idle:
            break
        time.sleep(0.002)
        turned = time.perf_counter()
    window.grab()
    return (time.perf_counter() - started) * 1000, longest * 1000


def _settle(window: MainWindow) -> None:
    while not window.context.jobs.is_idle:
        QApplication.processEvents()
        time.sleep(0.002)


def _press(window: MainWindow, page: RegisterPage, words: str) -> float:
    """The pause that waits for the next key is not counted, nor what a thread does in it."""
    page.filter.setText(words)
    _settle(window)
    started = time.perf_counter()
    page._show()
    page.grab()
    return (time.perf_counter() - started) * 1000


def _bare(database: Database) -> float:
    started = time.perf_counter()
    with database.read() as session:
        rows = [tuple(map(str, found)) for found in session.execute(_PLAIN)]
    model, table = _Bare(rows), QTableView()
    table.setModel(model)
    table.resize(1440, 900)
    table.show()
    QApplication.processEvents()
    table.grab()
    spent = (time.perf_counter() - started) * 1000
    table.close()
    return spent


if __name__ == "__main__":
    print(measure())
