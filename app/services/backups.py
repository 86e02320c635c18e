"""Copies by hand and at close."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.storage import backup
from app.storage.backup import Copy
from app.storage.database import Database


def back_up(database: Database, folder: Path) -> Copy:
    """Make a checked copy in ``folder`` now. Raises ``FileProblem``."""
    return backup.make_copy(database.path, database.attachments, folder, dt.datetime.now())


def back_up_at_close(database: Database, folder: Path) -> Copy | None:
    """Make a checked copy when something was changed since opening, and thin the older ones."""
    if not database.has_changed:
        return None
    copy = back_up(database, folder)
    backup.thin(folder, dt.datetime.now())
    database.has_changed = False
    return copy


def latest_copy(folder: Path) -> Copy | None:
    """The newest copy in the folder."""
    found = backup.copies(folder)
    return found[0] if found else None
