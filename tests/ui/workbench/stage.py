"""A window with one meeting in it, for the tests and for pictures.

By hand: ``QT_QPA_PLATFORM=offscreen python -m tests.ui.workbench.stage FOLDER``.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.models.agenda_words import ItemKind
from app.models.meeting import MeetingState
from app.models.richtext import text_of
from app.paths import AppPaths
from app.services import bodies, items, meetings, recommendations, sections
from app.services.queries.items import item_rows, item_view
from app.settings import Appearance
from app.storage.database import Database
from app.ui.application import dress, make_context
from app.ui.context import AppContext
from app.ui.main_window import MainWindow
from app.ui.page_list import page_list
from app.ui.theme import Theme, theme

TITLES = (
    ("Rammer for fælles indkøb 2026: udkast til høring", "2025-011482", 35),
    ("Ventetid på støttede boliger", "2025-009317", 25),
    ("Fra skole til job: fælles tjekliste", "2025-010044", 20),
    ("Tilsyn på tværs: erfaringer fra det første år", "2024-081260", 20),
    ("Program for temadag om nye boformer", "2025-006120", 15),
    ("Status fra netværkene", "2025-001002", 15),
    ("Orienteringspunkter", "", 10),
    ("Aftale med ekstern leverandør om drift", "2025-012870", 20),
)
WORDS = (
    "Ventetiden på en støttet bolig steg gennem 2024. Sekretariatet har samlet tal fra seks "
    "steder og lægger op til, at gruppen drøfter en fælles venteliste."
)


@dataclass(frozen=True)
class Filled:
    """What ``fill`` made."""

    body_id: UUID
    meeting_id: UUID


def fill(database: Database, count: int | None = None) -> Filled:
    """A group with a draft meeting of 12 items, or of ``count`` items."""
    members = [
        bodies.NewMember("Bente Rask", "direktør", "Fjordby Kommune"),
        bodies.NewMember("Ole Winther", "chef", "Havneby Kommune"),
        bodies.NewMember("Mette Koch", "områdechef", "Regionen"),
    ]
    body_id = bodies.create_body(
        database, "Styregruppen for Boliger", short_name="SG Bolig", members=members,
        default_place="Regionshuset, mødelokale A",
        default_start=dt.time(12), default_end=dt.time(16),
    )  # fmt: skip
    meeting_id = meetings.create_meeting(database, body_id, dt.date(2025, 5, 8))
    many = [TITLES[at % len(TITLES)] for at in range(count - 4 if count else len(TITLES))]
    for title, case_number, minutes in many:
        _item(database, meeting_id, title, case_number, minutes)
    return Filled(body_id, meeting_id)


def _item(database: Database, meeting_id: UUID, title: str, case_number: str, minutes: int) -> None:
    kind = ItemKind.INFORMATION if title.startswith("Orientering") else ItemKind.CASE
    item_id = items.create_item(
        database, meeting_id, title=title, kind=kind, is_closed=title.startswith("Aftale")
    )
    items.edit_item(database, item_id, case_number_printed=case_number, duration_min=minutes)
    view = item_view(database, item_id)
    for section in view.sections[:2]:
        sections.edit_section_text(database, section.id, text_of(WORDS))
    if "Tilsyn" not in title:
        for found in view.recommendations:
            recommendations.add_point(database, found.id, text_of("drøfter tallene for ventetid"))


def ids(database: Database, meeting_id: UUID) -> list[UUID]:
    """The items in their order, read afresh."""
    return [row.id for row in item_rows(database, meeting_id)]


def titles(database: Database, meeting_id: UUID) -> list[str]:
    """Their titles."""
    return [row.title for row in item_rows(database, meeting_id)]


def open_window(app: QApplication, folder: Path) -> tuple[AppContext, MainWindow]:
    """A shown window over a new database below ``folder``."""
    if app.applicationName() != "moedevaerk":
        dress(app)
    made = app.findChild(Theme, "theme")
    context = make_context(app, AppPaths.standard(folder), made)
    context.theme.set_appearance(Appearance.LIGHT)
    context.slot.fill(Database.create(folder / "moedevaerk.db", "Ida Thorup"))
    window = MainWindow(context, page_list())
    window.resize(1440, 900)
    window.show()
    return context, window


def wait(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _pictures(folder: Path) -> None:
    app = QApplication([])
    data = folder / "data"
    context, window = open_window(app, data)
    context.settings.change(name="Ida Thorup")
    filled = fill(context.database)
    old = meetings.create_meeting(context.database, filled.body_id, dt.date(2025, 3, 17))
    meetings.change_state(context.database, old, MeetingState.HELD)
    window.open("meetings")
    wait(200)
    window.grab().save(str(folder / "meetings.png"))
    window.open("meeting", meeting_id=filled.meeting_id)
    rows = ids(context.database, filled.meeting_id)
    window.page.agenda.list.choose(rows[3])
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        for size in (100, 130):
            theme().set_appearance(appearance)
            theme().set_text_size(size)
            wait(3500)
            window.grab().save(str(folder / f"workbench-{appearance}-{size}.png"))
    theme().set_appearance(Appearance.LIGHT)
    theme().set_text_size(100)
    _dialogs(window, folder)
    theme().set_text_size(130)
    window.resize(1100, 700)
    wait(500)
    window.grab().save(str(folder / "workbench-small-130.png"))
    theme().set_text_size(100)
    wait(500)
    window.grab().save(str(folder / "workbench-small.png"))
    context.jobs.shut_down()
    context.database.close()


def _dialogs(window: MainWindow, folder: Path) -> None:
    from app.ui.dialogs.new_meeting import ask_new_meeting

    page = window.page
    openers = {
        "details": page.details.trigger,
        "export": page.export.trigger,
        "state": lambda: page.head.stepper.asked.emit("agenda_sent"),
        "new": lambda: ask_new_meeting(page.context, window),
    }
    for name, show in openers.items():
        show()
        wait(1200)
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.grab().save(str(folder / f"dialog-{name}.png"))
            dialog.reject()
        wait(100)


if __name__ == "__main__":
    _pictures(Path(sys.argv[1]))
