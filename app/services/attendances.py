"""Who came to a meeting, and as what."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.models.meeting import Attendance
from app.services.finding import get, update
from app.storage.actions import Action
from app.storage.database import Database

EDITABLE = frozenset({"status", "role", "substitutes_for_text"})


def edit_attendance(database: Database, attendance_id: UUID, **values: Any) -> None:
    """Change status, role or whom the person stands in for (names in ``EDITABLE``)."""
    with database.write(Action.EDIT_ATTENDANCE) as session:
        update(get(session, Attendance, attendance_id), values, EDITABLE)
