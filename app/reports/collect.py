"""Database -> report data: one meeting in one edition, without what the edition may not show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.errors import NotFound
from app.i18n import N_, _, clock_span, pgettext
from app.labels import label
from app.models.agenda import AgendaItem, RecommendationSet
from app.models.decision import Decision, Statement
from app.models.follow_up import FollowUp
from app.models.meeting import (
    Attendance,
    AttendanceRole,
    AttendanceStatus,
    Meeting,
    MeetingState,
    SourceLayout,
)
from app.models.visibility import Edition
from app.reports.collect_item import collect_item
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
        head=tuple(_head(meeting, product)),
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


def _head(meeting: Meeting, product: Product) -> list[HeadLine]:
    time = clock_span(meeting.start, meeting.end)
    lines = [
        HeadLine(pgettext("paper", "Meeting"), meeting.title_override),
        HeadLine(pgettext("paper", "Time"), time[:1].upper() + time[1:]),
        HeadLine(pgettext("paper", "Place"), meeting.place_text),
        *(_people(meeting) if product == "minutes" else _chair(meeting)),
    ]
    if product == "minutes":
        lines.append(HeadLine(pgettext("paper", "Other information"), meeting.other_info))
    return [line for line in lines if line.words.strip()]


def _chair(meeting: Meeting) -> list[HeadLine]:
    chairing = [a for a in meeting.attendances if a.role is AttendanceRole.CHAIRING]
    return [
        HeadLine(
            pgettext("paper", "Chair"), "; ".join(_person(one, with_role=False) for one in chairing)
        )
    ]


def _people(meeting: Meeting) -> list[HeadLine]:
    """The lists of people: in the paper's own order when imported, else present before absent."""
    groups: dict[tuple[AttendanceStatus, str], list[Attendance]] = {}
    for attendance in meeting.attendances:
        groups.setdefault((attendance.status, attendance.group_label), []).append(attendance)
    keys = list(groups)
    is_own = meeting.source_layout is SourceLayout.OWN
    if is_own:
        order = list(AttendanceStatus)
        keys.sort(key=lambda key: order.index(key[0]))
    printed = [heading for _status, heading in keys]
    return [
        HeadLine(
            _group_label(status, heading, is_shared=printed.count(heading) > 1),
            _names(groups[status, heading], with_titles=not is_own),
        )
        for status, heading in keys
    ]


def _group_label(status: AttendanceStatus, printed: str, *, is_shared: bool) -> str:
    """The heading as printed; one that people of several statuses stand under also says which."""
    heading = printed.strip().rstrip(":")
    if not heading:
        return label(status)
    says_status = is_shared and status is not AttendanceStatus.PRESENT
    return f"{heading} ({label(status).lower()})" if says_status else heading


def _names(attendances: Sequence[Attendance], *, with_titles: bool) -> str:
    return "; ".join(_person(attendance, with_titles=with_titles) for attendance in attendances)


def _person(attendance: Attendance, *, with_role: bool = True, with_titles: bool = False) -> str:
    """``Karen Vestergaard, Hjørring (mødeleder)``; the title of those who are no members too.

    ``with_titles`` prints every title, as an imported paper did.
    """
    is_member = attendance.role in (AttendanceRole.MEMBER, AttendanceRole.CHAIRING)
    hides_title = is_member and attendance.organisation_snapshot and not with_titles
    parts = (
        attendance.name_as_printed,
        "" if hides_title else attendance.title_snapshot,
        attendance.organisation_snapshot,
    )
    words = ", ".join(part for part in parts if part)
    remarks = [_remark(attendance), *(span.note for span in attendance.spans)] if with_role else []
    told = ", ".join(remark for remark in remarks if remark)
    return f"{words} ({told})" if told else words


def _remark(attendance: Attendance) -> str:
    if attendance.role is AttendanceRole.CHAIRING:
        return _("chairing the meeting")
    if attendance.role is AttendanceRole.SUBSTITUTE or attendance.substitutes_for_text:
        member = attendance.substitutes_for_text
        return _("substitute for {member}").format(member=member) if member else _("substitute")
    told = attendance.title_snapshot or attendance.organisation_snapshot
    if attendance.role is AttendanceRole.SECRETARIAT and not told:
        return label(attendance.role).lower()
    return ""
