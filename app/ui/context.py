"""What a page gets in its constructor.

Public: ``AppContext`` (frozen), ``DatabaseSlot`` (the database arrives after the first paint).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.paths import AppPaths
from app.ui.bus import ChangeBus
from app.ui.jobs import Jobs
from app.ui.messages import Messages
from app.ui.navigator import Navigator
from app.ui.settings import Settings
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.storage.database import Database
    from app.ui.history import HistoryActions


class DatabaseSlot(QObject):
    """Holds the open database; empty until it has been opened."""

    filled = Signal()
    emptied = Signal()

    def __init__(self, bus: ChangeBus) -> None:
        super().__init__(bus)
        self._bus = bus
        self._database: Database | None = None

    @property
    def is_filled(self) -> bool:
        """Whether there is a database."""
        return self._database is not None

    @property
    def database(self) -> Database:
        """The database; asking before it is open is a bug."""
        if self._database is None:
            raise RuntimeError("the database is not open yet")
        return self._database

    def empty(self) -> None:
        """The database has been closed; another one may come."""
        self._database = None
        self.emptied.emit()

    def fill(self, database: Database) -> None:
        """From now on this is the database, and the bus tells of its changes."""
        if self.is_filled:
            self.empty()
        self._database = database
        database.on_change(self._bus.announce)
        self.filled.emit()


@dataclass(frozen=True)
class AppContext:
    """Everything a page may use, and nothing it may change."""

    paths: AppPaths
    settings: Settings
    theme: Theme
    bus: ChangeBus
    jobs: Jobs
    messages: Messages
    navigator: Navigator
    slot: DatabaseSlot
    history: HistoryActions

    @property
    def database(self) -> Database:
        """The open database."""
        return self.slot.database

    @property
    def data_dir(self) -> Path:
        """Where the data lie that are open, or that would be opened."""
        return self.database.path.parent if self.slot.is_filled else self.paths.data_dir
