"""Imported papers into the data: all of them in one step or none, and no meeting twice."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from uuid import UUID

from sqlalchemy import orm

from app.models.draft import ImportDraft
from app.models.meeting import Meeting
from app.services.import_links import link_attached, link_minutes
from app.services.import_meetings import NOTHING, Given, Incoming, find_meeting, make_meeting
from app.services.import_people import seat_members
from app.storage.actions import Action
from app.storage.database import Database


@dataclass(slots=True)
class ImportResult:
    """What an import did.

    ``created`` are new meetings, ``known`` those that came from the same file before, ``occupied``
    those that were in the data from elsewhere and were left as they are.
    """

    created: list[UUID] = field(default_factory=list)
    known: list[UUID] = field(default_factory=list)
    occupied: list[UUID] = field(default_factory=list)

    @property
    def meetings(self) -> list[UUID]:
        """Every meeting the papers tell of."""
        return [*self.created, *self.known, *self.occupied]


def import_drafts(
    database: Database,
    drafts: Sequence[ImportDraft],
    given: Mapping[int, Given] | None = None,
    left_out: Container[int] = (),
) -> ImportResult:
    """Write the meetings of all drafts that are not in the data yet.

    ``given`` holds, by the number of a meeting over all drafts, what its paper does not say; one
    whose number is ``left_out`` is not written. Raises ``InvalidInput`` when group or date of
    another is still missing; then none is written. A meeting that is there is never changed.
    """
    result = ImportResult()
    with database.write(Action.IMPORT_MEETING) as session:
        rows: dict[int, Meeting] = {}
        for number, one in enumerate(_incoming(drafts, given)):
            if number not in left_out:
                taken = _taken(one, rows)
                rows[id(one.meeting)] = _take_in(session, one, taken, result)
        seat_members(session, [row for row in rows.values() if row.id in result.created])
        link_attached(session, drafts, rows, result.created)
        for body_id in {row.body_id for row in rows.values()} if result.created else ():
            link_minutes(session, body_id, result.created)
    return result


def _taken(incoming: Incoming, rows: Mapping[int, Meeting]) -> set[UUID]:
    """What the other meetings of its draft are; ``rows`` by the identity of their drafts."""
    others = [one for one in incoming.draft.meetings if one is not incoming.meeting]
    return {rows[id(one)].id for one in others if id(one) in rows}


def _take_in(
    session: orm.Session, incoming: Incoming, taken: Container[UUID], result: ImportResult
) -> Meeting:
    """The row of a meeting, found or made."""
    incoming.check()
    found = find_meeting(session, incoming, taken)
    if found is None:
        made = make_meeting(session, incoming)
        result.created.append(made.id)
        return made
    is_same = found.source_sha256 == incoming.draft.source_sha256
    (result.known if is_same else result.occupied).append(found.id)
    return found


def meetings_there(
    database: Database,
    drafts: Sequence[ImportDraft],
    given: Mapping[int, Given] | None = None,
) -> list[UUID | None]:
    """For each meeting over all drafts the one in the data that it would be taken for."""
    with database.read() as session:
        incoming = list(_incoming(drafts, given))
        rows: dict[int, Meeting] = {}
        for one in incoming:
            if found := find_meeting(session, one, _taken(one, rows)):
                rows[id(one.meeting)] = found
        return [found.id if (found := rows.get(id(one.meeting))) else None for one in incoming]


def _incoming(
    drafts: Sequence[ImportDraft], given: Mapping[int, Given] | None
) -> Iterator[Incoming]:
    numbers = count()
    for draft in drafts:
        for meeting in draft.meetings:
            yield Incoming(draft, meeting, (given or {}).get(next(numbers), NOTHING))
