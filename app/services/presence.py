"""For which items somebody was there, kept true when one of them goes."""

from __future__ import annotations

from itertools import chain, groupby
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem
from app.models.meeting import Attendance, AttendanceSpan
from app.models.presence import spans_of
from app.models.visibility import is_called_in
from app.services.numbers import items_of
from app.storage.deletion import delete_tree


def leave_item(session: orm.Session, item: AgendaItem) -> None:
    """Let no span begin or end at the item, before it is deleted.

    A span is left with its other items, for an end that is open means the rest of the meeting. One
    that held this item alone goes, and with the last of them who was called in for it: nobody was.
    A member stays on the list, and the remark as it was printed.
    """
    items = items_of(session, item.meeting_id)
    order = [one.id for one in items]
    found = session.scalars(
        sa.select(AttendanceSpan)
        .join(Attendance, AttendanceSpan.attendance_id == Attendance.id)
        .where(Attendance.meeting_id == item.meeting_id)
        .order_by(AttendanceSpan.attendance_id)
    ).all()
    for attendance_id, spans in groupby(found, lambda span: span.attendance_id):
        lost: list[AttendanceSpan] = []
        kept: list[AttendanceSpan] = []
        for span in chain.from_iterable(_tied(session, one, items) for one in spans):
            (kept if _keeps(span, order, item.id) else lost).append(span)
        if lost:
            _lose(session, session.get_one(Attendance, attendance_id), lost, kept)


def _tied(
    session: orm.Session, span: AttendanceSpan, items: list[AgendaItem]
) -> list[AttendanceSpan]:
    """A remark that is older than its items goes by their numbers, which will change: it is tied
    to the items that it names now."""
    tied = [] if span.from_item_id or span.to_item_id else spans_of(span.note, items)
    if not any(one.from_item_id or one.to_item_id for one in tied):
        return [span]
    for one in tied:
        one.attendance_id = span.attendance_id
    session.add_all(tied)
    delete_tree(session, span)
    return tied


def _keeps(span: AttendanceSpan, order: list[UUID], gone: UUID) -> bool:
    """Whether the span holds more than the item; an end of it at the item moves inwards."""
    if gone not in (span.from_item_id, span.to_item_id):
        return True
    start = order.index(span.from_item_id) if span.from_item_id else 0
    end = order.index(span.to_item_id) if span.to_item_id else len(order) - 1
    first, last = sorted((start, end))  # the ends may have changed places since
    left = [key for key in order[first : last + 1] if key != gone]
    if left:
        inner = left[0] if order[first] == gone else left[-1]
        span.from_item_id = inner if span.from_item_id == gone else span.from_item_id
        span.to_item_id = inner if span.to_item_id == gone else span.to_item_id
    return bool(left)


def _lose(
    session: orm.Session,
    attendance: Attendance,
    lost: list[AttendanceSpan],
    kept: list[AttendanceSpan],
) -> None:
    if not kept and is_called_in(attendance.role):
        delete_tree(session, attendance)
        return
    note = next((span.note for span in lost if span.note), "")
    if note and not kept:
        kept = [AttendanceSpan(attendance_id=attendance.id)]
        session.add_all(kept)
    if note:
        kept[0].note = note
    for span in lost:
        delete_tree(session, span)
