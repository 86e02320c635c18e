"""Who was there -> lines of the head, each person with name, title and place of that day."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import _, pgettext
from app.labels import label
from app.models.agenda import AgendaItem
from app.models.meeting import Attendance, AttendanceRole, AttendanceStatus, Meeting, SourceLayout
from app.models.presence import attended
from app.models.visibility import Edition, shows_attendance
from app.reports.data import HeadLine


def chair_lines(meeting: Meeting) -> list[HeadLine]:
    """Who is in the chair, for an agenda."""
    chairing = [a for a in meeting.attendances if a.role is AttendanceRole.CHAIRING]
    return [
        HeadLine(
            pgettext("paper", "Chair"), "; ".join(_person(one, with_role=False) for one in chairing)
        )
    ]


def people_lines(meeting: Meeting, edition: Edition) -> list[HeadLine]:
    """The lists of people: in the paper's own order when imported, else present before absent."""
    groups: dict[tuple[AttendanceStatus, str], list[Attendance]] = {}
    for attendance in _shown(meeting, edition):
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


def _shown(meeting: Meeting, edition: Edition) -> list[Attendance]:
    """Everybody but those who came for closed items alone, who tell what these are about."""
    return [
        one
        for one in meeting.attendances
        if shows_attendance(
            role=one.role,
            is_for_closed_only=_is_for_closed_only(one, meeting.items),
            edition=edition,
        )
    ]


def _is_for_closed_only(attendance: Attendance, items: Sequence[AgendaItem]) -> bool:
    """Whether every item that somebody was there for is closed; no span means all the items."""
    there = attended(attendance, items)
    return bool(there) and all(item.is_closed for item in there)


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
