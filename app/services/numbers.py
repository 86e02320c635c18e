"""Positions and numbers of a meeting's items, kept in step."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import orm

from app.models.agenda import AgendaItem
from app.models.meeting import Meeting, MeetingState
from app.models.numbering import Numbered, numbers
from app.services.finding import owned
from app.services.ordering import reorder


def items_of(session: orm.Session, meeting_id: UUID) -> list[AgendaItem]:
    """The items of a meeting in their order."""
    return owned(session, AgendaItem, AgendaItem.meeting_id, meeting_id, AgendaItem.position)


def renumber(session: orm.Session, meeting: Meeting, items: list[AgendaItem] | None = None) -> None:
    """Give the items, in the order given or stored, their positions and numbers."""
    session.flush()
    ordered = items_of(session, meeting.id) if items is None else items
    reorder(ordered)
    is_released = meeting.state is not MeetingState.DRAFT
    known = [Numbered(i.id, i.kind, i.number, i.number_at_dispatch) for i in ordered]
    given = numbers(known, is_released=is_released)
    for item in ordered:
        item.number = given[item.id]
