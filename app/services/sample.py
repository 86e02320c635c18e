"""Sample data: fictional people and cases over four meetings, written for the purpose.

They lie as text in ``resources/sample``. All rows come in one write, so that one *Fortryd* takes
them away again. Keys follow from the data, so that the same sample has the same keys everywhere.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any
from uuid import UUID

from app.errors import InvalidInput
from app.models.meeting import Meeting
from app.services.sample_bodies import add_bodies
from app.services.sample_meetings import add_meeting
from app.services.sample_rows import SampleFile, SampleRows, sample_key
from app.storage.actions import Action
from app.storage.database import Database

# Found from here rather than through app.paths, which services do not know; the bundle keeps both.
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sample"


def load_sample(database: Database) -> list[UUID]:
    """Put the sample data into the database; the meetings' ids, oldest first.

    Raises ``InvalidInput`` while any of the meetings is there. Groups and people that stayed when
    the meetings were deleted are used again.
    """
    meetings = [_read(path) for path in sorted(FOLDER.glob("meeting-*.toml"))]
    with database.read() as session:
        if any(session.get(Meeting, sample_key("meeting", one["date"])) for one in meetings):
            raise InvalidInput("The sample data are in already.")
    files = _take_in(database, meetings, FOLDER / "attachments")
    with database.write(Action.LOAD_SAMPLE) as session:
        rows = SampleRows(session, files)
        add_bodies(rows, _read(FOLDER / "bodies.toml"))
        return [add_meeting(rows, meeting) for meeting in meetings]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _take_in(
    database: Database, meetings: list[dict[str, Any]], folder: Path
) -> dict[str, SampleFile]:
    """The attachments' files, in the store before the first row is written."""
    from app.services.attachments import page_count

    names = {
        attachment["file"]
        for meeting in meetings
        for item in meeting["items"]
        for attachment in item.get("attachments", ())
    }
    return {
        name: SampleFile(database.attachments.add(folder / name), page_count(folder / name, name))
        for name in sorted(names)
    }
