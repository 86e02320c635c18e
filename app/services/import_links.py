"""Minutes and the later item that approves them: attached to it, or named there by their date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, RecommendationPoint, RecommendationSet
from app.models.agenda_words import ItemKind
from app.models.attachment import Attachment, AttachmentKind
from app.models.decision import Decision, Outcome
from app.models.draft import ImportDraft, ItemDraft
from app.models.fuzzy_date import MONTHS
from app.models.meeting import Meeting, MeetingState
from app.models.richtext import plain

_WITHIN = dt.timedelta(days=400)
_MONTH_NAMES = {number: name for name, number in MONTHS.items()}


def link_attached(
    session: orm.Session,
    drafts: Sequence[ImportDraft],
    rows: Mapping[int, Meeting],
    created: Collection[UUID],
) -> None:
    """Minutes attached inside a paper belong to the item that approves them (domain I8, I11).

    ``rows`` are the meetings by the ``id()`` of their drafts, but for those left out; the items of
    one that was not ``created`` now stay as they are.
    """
    for meeting in (meeting for draft in drafts for meeting in draft.meetings):
        outer = rows.get(id(meeting))
        if outer is None or outer.id not in created:
            continue
        for item in meeting.items:
            for inner in filter(None, (rows.get(id(one)) for one in item.attached_minutes)):
                _approve(session, outer, item, inner)


def _approve(session: orm.Session, outer: Meeting, item: ItemDraft, inner: Meeting) -> None:
    row = session.scalar(
        sa.select(AgendaItem).where(
            AgendaItem.meeting_id == outer.id,
            AgendaItem.number == item.number,
            AgendaItem.kind == ItemKind.MINUTES_APPROVAL,
        )
    )
    if row is not None and inner.id != outer.id:
        row.approves_meeting_id = inner.id


def link_minutes(session: orm.Session, body_id: UUID, created: Collection[UUID]) -> None:
    """Tie each approving item of the body to the earlier meeting that its words name.

    Works in whatever order the papers are imported. An item that is tied already keeps its tie. An
    imported meeting whose minutes were approved there is approved. Only what concerns one of the
    ``created`` meetings is touched: what was there and was changed by hand since stays so.
    """
    meetings = list(session.scalars(sa.select(Meeting).where(Meeting.body_id == body_id)))
    by_id = {meeting.id: meeting for meeting in meetings}
    for item in session.scalars(
        sa.select(AgendaItem).where(
            AgendaItem.kind == ItemKind.MINUTES_APPROVAL, AgendaItem.meeting_id.in_(by_id)
        )
    ):
        outer = by_id[item.meeting_id]
        earlier = by_id.get(item.approves_meeting_id) if item.approves_meeting_id else None
        earlier = earlier or _named(_words_of(session, item), outer, meetings)
        if earlier is None or outer.state is MeetingState.DRAFT:
            continue
        if outer.id in created or earlier.id in created:
            _link(session, item, earlier)


def _words_of(session: orm.Session, item: AgendaItem) -> str:
    """Attachment titles and points of the item."""
    titles = session.scalars(
        sa.select(Attachment.title_verbatim).where(Attachment.item_id == item.id)
    )
    points = session.scalars(
        sa.select(RecommendationPoint.text)
        .join(RecommendationSet)
        .where(RecommendationSet.item_id == item.id)
    )
    return " \n".join([item.title, *titles, *(plain(text) for text in points)]).casefold()


def _named(words: str, outer: Meeting, meetings: list[Meeting]) -> Meeting | None:
    """The latest earlier meeting whose date stands in the words."""
    found = [
        meeting
        for meeting in meetings
        if dt.timedelta(0) < outer.date - meeting.date <= _WITHIN
        and any(spelling in words for spelling in _spellings(meeting.date))
    ]
    return max(found, key=lambda meeting: meeting.date, default=None)


def _spellings(day: dt.date) -> tuple[str, ...]:
    """How papers write the day; the ones without a year are safe only within a year."""
    month = _MONTH_NAMES[day.month]
    return (
        f" {day.day}. {month}",
        f" {day.day:02}.{day.month:02}.{day.year}",
        f" {day.day:02}.{day.month:02}.{day.year % 100:02}",
        f" {day.day}.{day.month}.{day.year}",
        f" {day.day}.{day.month}.{day.year % 100:02}",
    )


def _link(session: orm.Session, item: AgendaItem, earlier: Meeting) -> None:
    if item.approves_meeting_id is None:
        item.approves_meeting_id = earlier.id
    attachment = session.scalar(
        sa.select(Attachment)
        .where(Attachment.item_id == item.id, Attachment.kind == AttachmentKind.MINUTES)
        .order_by(Attachment.position)
        .limit(1)
    )
    if attachment is not None and attachment.minutes_of_meeting_id is None:
        attachment.minutes_of_meeting_id = earlier.id
    is_approved = session.scalar(
        sa.select(Decision.id)
        .where(Decision.item_id == item.id, Decision.outcome == Outcome.APPROVED)
        .limit(1)
    )
    if is_approved and earlier.state is MeetingState.HELD and earlier.source_sha256:
        earlier.state = MeetingState.APPROVED
