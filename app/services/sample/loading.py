"""The sample data from their files into the database.

All rows come in one write, so that one *Fortryd* takes them away again. Keys follow from the data,
so that the same sample has the same keys everywhere.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any
from uuid import UUID

from app.errors import InvalidInput
from app.models.meeting import Meeting
from app.models.sample import sample_key
from app.services.attachments import TakenFile, take_in_all
from app.services.sample.bodies import add_bodies
from app.services.sample.meetings import add_meeting
from app.services.sample.rows import SampleRows
from app.storage.actions import Action
from app.storage.database import Database


def load_sample(database: Database, folder: Path) -> list[UUID]:
    """Put the sample data of the folder into the database; the meetings' ids, oldest first.

    The folder is ``resources/sample``: text files, and the attachments as they are. Raises
    ``InvalidInput`` while any of the meetings is there. Groups and people that stayed when the
    meetings were deleted are used again.
    """
    meetings = [_read(path) for path in sorted(folder.glob("meeting-*.toml"))]
    with database.read() as session:
        if any(session.get(Meeting, sample_key("meeting", one["date"])) for one in meetings):
            raise InvalidInput("The sample data are in already.")
    files = _take_in(database, meetings, folder / "attachments")
    with database.write(Action.LOAD_SAMPLE) as session:
        rows = SampleRows(session, files)
        add_bodies(rows, _read(folder / "bodies.toml"))
        return [add_meeting(rows, meeting) for meeting in meetings]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _take_in(
    database: Database, meetings: list[dict[str, Any]], folder: Path
) -> dict[str, TakenFile]:
    """The attachments' files, in the store before the first row is written."""
    names = sorted(
        {
            attachment["file"]
            for meeting in meetings
            for item in meeting["items"]
            for attachment in item.get("attachments", ())
        }
    )
    files = take_in_all(database, [folder / name for name in names])
    return dict(zip(names, files, strict=True))
