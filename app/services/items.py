"""Agenda items: add, change, move, close, delete.

Once the minutes are approved the agenda stays as it is: what changes it raises ``InvalidInput``.
Texts may still be corrected.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import orm

from app.errors import InvalidInput
from app.models.agenda import AgendaItem, ItemPresenter, ItemSection, RecommendationSet
from app.models.agenda_words import FORMAL_KINDS, TAIL_KINDS, ItemKind, SectionKind
from app.models.body import Body, SectionTemplate
from app.models.meeting import Meeting, MeetingState
from app.models.numbering import tail_start
from app.services.durations import checked_minutes
from app.services.fields import one_line, update
from app.services.finding import get, owned
from app.services.numbers import items_of, renumber
from app.services.ordering import moved
from app.services.presence import leave_item
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree

EDITABLE = frozenset({"kind", "duration_min", "case_number_printed", "closed_reason"})


def create_item(
    database: Database,
    meeting_id: UUID,
    *,
    title: str = "",
    kind: ItemKind = ItemKind.CASE,
    is_closed: bool = False,
    after_item_id: UUID | None = None,
) -> UUID:
    """A new item with the body's sections.

    It lands after the given item, otherwise before the formal tail (domain R6). Once the agenda
    has left the house it is an extra item: it takes the next free number and always lands before
    the tail.
    """
    with database.write(Action.CREATE_ITEM) as session:
        meeting = _changeable(get(session, Meeting, meeting_id))
        is_extra = meeting.state is not MeetingState.DRAFT
        items = items_of(session, meeting_id)
        item = AgendaItem(
            meeting_id=meeting_id, position=len(items), title=one_line(title), kind=kind,
            is_closed=is_closed, added_at_meeting=is_extra,
            case_number_printed="" if kind in FORMAL_KINDS else meeting.case_number,
        )  # fmt: skip
        session.add(item)
        session.flush()
        _add_sections(session, meeting, item)
        index = _landing_index(items, None if is_extra else after_item_id)
        renumber(session, meeting, moved(items, item, index))
    return item.id


def _changeable(meeting: Meeting) -> Meeting:
    """The meeting, as long as its agenda may change; raises ``InvalidInput`` after approval."""
    if meeting.state is MeetingState.APPROVED:
        raise InvalidInput(
            "The minutes are approved, so the agenda stays as it is. Set the meeting back to "
            "minutes in review to change the agenda."
        )
    return meeting


def _landing_index(items: list[AgendaItem], after_item_id: UUID | None) -> int:
    for index, item in enumerate(items):
        if item.id == after_item_id:
            return index + 1
    return tail_start([item.kind for item in items])


def _add_sections(session: orm.Session, meeting: Meeting, item: AgendaItem) -> None:
    if item.kind in FORMAL_KINDS:
        return
    templates = owned(
        session, SectionTemplate, SectionTemplate.body_id, meeting.body_id, SectionTemplate.position
    )
    body = get(session, Body, meeting.body_id)
    for position, template in enumerate(templates):
        section = ItemSection(
            item_id=item.id, position=position, kind=template.kind, label_verbatim=template.label
        )
        session.add(section)
        if template.kind is SectionKind.RECOMMENDATION and item.kind is ItemKind.CASE:
            session.flush()
            session.add(
                RecommendationSet(
                    item_id=item.id,
                    to_body_id=body.id,
                    lead_in_verbatim=body.recommendation_lead,
                    section_id=section.id,
                )
            )


def rename_item(database: Database, item_id: UUID, title: str) -> None:
    """Change the title; line breaks and double spaces are folded."""
    with database.write(Action.EDIT_TITLE) as session:
        item = get(session, AgendaItem, item_id)
        item.title = one_line(title)


def edit_item(database: Database, item_id: UUID, **values: Any) -> None:
    """Change fields named in ``EDITABLE``; raises ``InvalidInput`` for impossible minutes."""
    checked_minutes(values.get("duration_min"))
    with database.write(Action.EDIT_ITEM) as session:
        item = get(session, AgendaItem, item_id)
        update(item, values, EDITABLE)
        if "kind" in values:
            renumber(session, get(session, Meeting, item.meeting_id))


def set_presenters(database: Database, item_id: UUID, names: Sequence[str]) -> None:
    """Replace the presenters of an item by these names."""
    with database.write(Action.EDIT_ITEM) as session:
        item = get(session, AgendaItem, item_id)
        old = owned(session, ItemPresenter, ItemPresenter.item_id, item.id, ItemPresenter.position)
        wanted = [one_line(name) for name in names if name.strip()]
        if [presenter.name_as_printed for presenter in old] == wanted:
            return
        for presenter in old:
            delete_tree(session, presenter)
        for position, name in enumerate(wanted):
            session.add(ItemPresenter(item_id=item.id, position=position, name_as_printed=name))


def move_item(database: Database, item_id: UUID, to_index: int) -> None:
    """Move an item to a place in the agenda, counted from 0 among the items.

    Raises ``InvalidInput`` for an item that has been sent out: its number never moves (domain R5).
    An extra item lands before the formal tail at the latest (domain R6).
    """
    with database.write(Action.MOVE_ITEM) as session:
        item = get(session, AgendaItem, item_id)
        meeting = _changeable(get(session, Meeting, item.meeting_id))
        if meeting.state is not MeetingState.DRAFT and item.number_at_dispatch is not None:
            raise InvalidInput(
                "The agenda has been sent, so the numbers are fixed. "
                "Take the meeting back to draft if the order must change."
            )
        items = items_of(session, meeting.id)
        if meeting.state is not MeetingState.DRAFT and item.kind not in TAIL_KINDS:
            to_index = min(to_index, tail_start([one.kind for one in items if one is not item]))
        renumber(session, meeting, moved(items, item, to_index))


def set_closed(
    database: Database, item_id: UUID, is_closed: bool, *, reason: str | None = None
) -> None:
    """Close an item, or open it again. It keeps its number in every edition (domain I2).

    The ground stays unless another is given; it waits, shown nowhere, while the item is open.
    """
    action = Action.CLOSE_ITEM if is_closed else Action.OPEN_ITEM
    with database.write(action) as session:
        item = get(session, AgendaItem, item_id)
        _changeable(get(session, Meeting, item.meeting_id))
        item.is_closed = is_closed
        if reason is not None:
            item.closed_reason = reason.strip()


def delete_item(database: Database, item_id: UUID) -> None:
    """Delete an item with all that belongs to it. After dispatch the numbers of the others stay."""
    with database.write(Action.DELETE_ITEM) as session:
        item = get(session, AgendaItem, item_id)
        meeting = _changeable(get(session, Meeting, item.meeting_id))
        leave_item(session, item)
        delete_tree(session, item)
        renumber(session, meeting)
