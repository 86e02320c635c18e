"""From the first paint to the first page: open the data off the GUI thread, then choose what to
show.

Public: ``Starter(window)`` with ``begin``, the signal ``ready(key)``; ``close_data`` for the end.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.i18n import sentence
from app.ui.context import AppContext
from app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from app.storage.database import Database

log = logging.getLogger(__name__)
IDLE_MS = 400


class Starter(QObject):
    """Fills the context's slot and opens the last page, or the first start."""

    ready = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._context = window, window.context
        window.retry_asked.connect(self.begin)

    def begin(self) -> None:
        """Start opening; called after the first paint, and again on "Prøv igen"."""
        name = self._context.settings.preferences.name
        file = Path(self._context.settings.last("folder") or self._context.paths.data_dir)
        file /= self._context.paths.database.name
        self._context.jobs.in_thread(
            open_data, file, name, owner=self, then=self._opened, failed=self._failed
        )

    def move_to(self, folder: Path) -> None:
        """Work in another folder, now and the next time."""
        is_home = folder == self._context.paths.data_dir
        self._context.settings.remember_last("folder", "" if is_home else str(folder))
        close_data(self._context)
        self._context.slot.empty()
        self.begin()

    def _opened(self, database: Database) -> None:
        self._context.slot.fill(database)
        key = self._first_page(database)
        self._window.open(key)
        self.ready.emit(key)
        if key != "first_start":
            QTimer.singleShot(IDLE_MS, self._window, lambda: self._window.prepare("meeting"))

    def _first_page(self, database: Database) -> str:
        from app.services.queries.registers import body_rows

        if not body_rows(database):
            return "first_start"
        last = self._context.settings.last("page")
        return last if self._window.can_start_with(last) else self._window.first_page

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.show_problem(sentence(error))
        self.ready.emit("")


def open_data(path: Path, actor: str) -> Database:
    """Open the database or make it; imports SQLAlchemy, which takes a while."""
    from app.storage.database import Database

    return Database.open_or_create(path, actor)


def close_data(context: AppContext) -> None:
    """Copy what has changed, then let go of the file. A copy that fails is logged, not fatal."""
    if not context.slot.is_filled:
        return
    from app.services.backups import back_up_at_close

    database = context.database
    try:
        back_up_at_close(database, database.path.parent / "backups")
    except AppError as error:
        log.error("no copy at close: %s", error)
    finally:
        database.close()
