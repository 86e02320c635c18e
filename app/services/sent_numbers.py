"""Numbers that attachments went out under, though they have been taken off since.

No row tells of them any more; the journal does, which keeps what every row was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.attachment import Attachment
from app.models.meeting import Meeting, MeetingState
from app.storage.journal import journal


def sent_numbers(session: orm.Session, meeting: Meeting, item_id: UUID) -> Iterator[int]:
    """The numbers of the item's attachments that were there when the meeting last left the draft,
    or was imported, and were deleted afterwards."""
    left = _left_draft(session, meeting)
    if left is None:
        return
    gone = sa.select(journal.c.row_id, journal.c.before).where(
        journal.c.sequence > left.sequence,
        journal.c.table_name == Attachment.__tablename__,
        journal.c.after.is_(None),
    )
    for row_id, before in session.execute(gone):
        image = json.loads(before)
        was_sent = sa.exists().where(
            journal.c.row_id == row_id, journal.c.before.is_(None), journal.c.at <= left.at
        )
        is_numbered = image["item_id"] == str(item_id) and image["number"] is not None
        if is_numbered and session.scalar(sa.select(was_sent)):
            yield image["number"]


def _left_draft(session: orm.Session, meeting: Meeting) -> sa.Row[int, str, str, str] | None:
    entries = (
        sa.select(journal.c.sequence, journal.c.at, journal.c.before, journal.c.after)
        .where(journal.c.row_id == meeting.id, journal.c.after.is_not(None))
        .order_by(journal.c.sequence.desc())
    )
    for entry in session.execute(entries):
        was = json.loads(entry.before).get("state") if entry.before else MeetingState.DRAFT
        became = json.loads(entry.after).get("state", MeetingState.DRAFT)
        if was == MeetingState.DRAFT != became:
            return entry
    return None
