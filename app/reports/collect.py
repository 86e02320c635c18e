"""Database -> report data: one meeting in one edition, without what the edition may not show."""

from __future__ import annotations

from functools import cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.errors import NotFound
from app.i18n import N_, _, clock_span, pgettext
from app.models.agenda import AgendaItem, RecommendationSet
from app.models.decision import Decision, Statement
from app.models.follow_up import FollowUp
from app.models.meeting import Attendance, Meeting, MeetingState, SourceLayout
from app.models.visibility import Edition
from app.reports.collect_item import collect_item
from app.reports.collect_people import chair_lines, people_lines
from app.reports.data import HeadLine, MeetingPaper, Product

_BEFORE_MINUTES = frozenset({MeetingState.DRAFT, MeetingState.AGENDA_SENT, MeetingState.HELD})


def collect_meeting(
    session: orm.Session, meeting_id: UUID, product: Product, edition: Edition
) -> MeetingPaper:
    """Everything the paper prints. Raises ``NotFound`` for a meeting that is not there."""
    meeting = _load(session, meeting_id)
    body = meeting.body
    name = body.shown_name
    lines = (line for line in (body.name, body.sender) if line and line != name)
    return MeetingPaper(
        product=product,
        edition=edition,
        body_name=name,
        sender_lines=tuple(dict.fromkeys(lines)),
        held_on=meeting.date,
        head=tuple(_head(meeting, product, edition)),
        items=tuple(collect_item(item, product, edition) for item in meeting.items),
        status=_status(meeting, product),
    )


@cache
def _whole_meeting() -> sa.Select[Meeting]:
    """The query for a meeting with all that a paper prints, put together once."""
    items = orm.selectinload(Meeting.items)
    follow_ups = items.selectinload(AgendaItem.follow_ups)
    statements = items.selectinload(AgendaItem.statements)
    sets = items.selectinload(AgendaItem.recommendation_sets)
    decisions = items.selectinload(AgendaItem.decisions)
    return (
        sa.select(Meeting)
        .where(Meeting.id == sa.bindparam("meeting_id"))
        .options(
            orm.joinedload(Meeting.body),
            orm.selectinload(Meeting.attendances).selectinload(Attendance.spans),
            items.immediateload(AgendaItem.meeting),  # it is here already: no query
            items.selectinload(AgendaItem.presenters),
            items.selectinload(AgendaItem.sections),
            items.selectinload(AgendaItem.sub_items),
            decisions.joinedload(Decision.condition_body),
            decisions.joinedload(Decision.anchored_in_body),
            decisions.joinedload(Decision.delegated_to_body),
            items.selectinload(AgendaItem.attachments),
            sets.selectinload(RecommendationSet.points),
            follow_ups.joinedload(FollowUp.actor_person),
            follow_ups.joinedload(FollowUp.actor_body),
            statements.joinedload(Statement.person),
            statements.joinedload(Statement.body),
        )
    )


def _load(session: orm.Session, meeting_id: UUID) -> Meeting:
    meeting = session.scalars(_whole_meeting(), {"meeting_id": meeting_id}).first()
    if meeting is None:
        raise NotFound(N_("This is no longer in the data; it may have been deleted."))
    return meeting


def _status(meeting: Meeting, product: Product) -> str:
    """ "Kladde" until the paper is released; an imported paper was released elsewhere."""
    if product == "agenda":
        return _("Draft") if meeting.state is MeetingState.DRAFT else ""
    if meeting.source_layout is not SourceLayout.OWN:
        return ""
    if meeting.state in _BEFORE_MINUTES:
        return _("Draft")
    return pgettext("paper", "In review") if meeting.state is MeetingState.MINUTES_IN_REVIEW else ""


# --- the head


def _head(meeting: Meeting, product: Product, edition: Edition) -> list[HeadLine]:
    time = clock_span(meeting.start, meeting.end)
    lines = [
        HeadLine(pgettext("paper", "Meeting"), meeting.title_override),
        HeadLine(pgettext("paper", "Time"), time[:1].upper() + time[1:]),
        HeadLine(pgettext("paper", "Place"), meeting.place_text),
        *(people_lines(meeting, edition) if product == "minutes" else chair_lines(meeting)),
    ]
    if product == "minutes":
        lines.append(HeadLine(pgettext("paper", "Other information"), meeting.other_info))
    return [line for line in lines if line.words.strip()]
