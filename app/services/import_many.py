"""Several imported papers in one step: all of them or none.

``given`` holds, by the number of a meeting over all drafts, what its paper does not say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from uuid import UUID

from sqlalchemy import orm

from app.models.draft import ImportDraft, MeetingDraft
from app.models.meeting import Meeting
from app.services import importing
from app.services.import_links import link_minutes
from app.services.importing import ImportResult
from app.storage.actions import Action
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in for a paper that does not say which group met, or when.

    ``body_name`` is the name of a group that may not be there yet; it is made then.
    """

    body_id: UUID | None = None
    date: dt.date | None = None
    body_name: str = ""


NOTHING = Given()


def import_drafts(
    database: Database,
    drafts: Sequence[ImportDraft],
    given: Mapping[int, Given] | None = None,
    actor: str = "",
) -> ImportResult:
    """Write the meetings of all drafts that are not in the data yet, as ``import_draft`` does.

    Raises ``InvalidInput`` when group or date of one is still missing; then none is written.
    """
    result, numbers = ImportResult(), count()
    with database.write(Action.IMPORT_MEETING, actor) as session:
        bodies: set[UUID] = set()
        for draft in drafts:
            said = [
                (meeting, (given or {}).get(next(numbers), NOTHING)) for meeting in draft.meetings
            ]
            rows = _take_all(session, draft, said, result)
            bodies |= {row.body_id for row in rows.values()}
        for body_id in bodies if result.created else ():
            link_minutes(session, body_id, result.created)
    return result


def _take_all(
    session: orm.Session,
    draft: ImportDraft,
    said: Sequence[tuple[MeetingDraft, Given]],
    result: ImportResult,
) -> dict[int, Meeting]:
    rows: dict[int, Meeting] = {}
    for meeting, one in said:
        only = replace(draft, meetings=[meeting])
        importing.check_can_be_placed(only, one.body_id, one.date, one.body_name)
        rows[id(meeting)] = importing.take_in_meeting(
            session, draft, meeting, result, one.body_id, one.date, one.body_name
        )
    session.flush()
    importing.link_attached(session, draft, rows, result)
    return rows


def meetings_there(
    database: Database,
    drafts: Sequence[ImportDraft],
    given: Mapping[int, Given] | None = None,
) -> list[UUID | None]:
    """For each meeting over all drafts the one in the data that it would be taken for."""
    numbers = count()
    with database.read() as session:
        return [
            _there(session, draft, meeting, (given or {}).get(next(numbers), NOTHING))
            for draft in drafts
            for meeting in draft.meetings
        ]


def _there(
    session: orm.Session, draft: ImportDraft, meeting: MeetingDraft, given: Given
) -> UUID | None:
    held_on = meeting.date or given.date
    if held_on is None:
        return None
    body = importing.named_body(session, meeting, given.body_id, given.body_name)
    found = importing.existing_meeting(session, draft, meeting, body, held_on)
    return found.id if found else None
