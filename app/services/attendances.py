"""Who came to a meeting, and as what."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.errors import InvalidInput
from app.models.meeting import (
    Attendance,
    AttendanceRole,
    AttendanceSpan,
    AttendanceStatus,
    Meeting,
)
from app.models.presence import part_remark, spans_of
from app.services.fields import one_line, update
from app.services.finding import get
from app.services.numbers import items_of
from app.storage.actions import Action
from app.storage.database import Database
from app.storage.deletion import delete_tree

EDITABLE = frozenset({"status", "role"})


def add_attendance(database: Database, meeting_id: UUID, words: str) -> UUID:
    """Put a guest last on the list.

    ``words`` are name, title and organisation with commas between; only the name must be there. A
    remark behind them ("under punkt 3") tells for which items the guest comes. Raises
    ``InvalidInput`` without a name, and for somebody who is on the list.
    """
    told, remark = part_remark(one_line(words))
    name, title, organisation = (*map(str.strip, told.split(",", 2)), "", "")[:3]
    if not name:
        raise InvalidInput("Write the name of the person.")
    with database.write(Action.ADD_ATTENDANCE) as session:
        get(session, Meeting, meeting_id)
        _refuse_known(session, meeting_id, name, organisation or title)
        guest = Attendance(
            meeting_id=meeting_id,
            name_as_printed=name,
            title_snapshot=title,
            organisation_snapshot=organisation,
            status=AttendanceStatus.OTHER_PARTICIPANT,
            role=AttendanceRole.GUEST,
            print_order=_next_place(session, meeting_id),
        )
        guest.spans = spans_of(remark, items_of(session, meeting_id)) if remark else []
        session.add(guest)
        session.flush()
        return guest.id


def _next_place(session: orm.Session, meeting_id: UUID) -> int:
    last = sa.select(sa.func.max(Attendance.print_order)).where(Attendance.meeting_id == meeting_id)
    return (session.scalar(last) or 0) + 1


def _refuse_known(
    session: orm.Session,
    meeting_id: UUID,
    name: str,
    told: str,
    but: Attendance | None = None,
) -> None:
    """Two people of one name are told apart by their organisation (or title)."""
    for there in session.scalars(sa.select(Attendance).where(Attendance.meeting_id == meeting_id)):
        if there is but:
            continue
        known = (there.organisation_snapshot, there.title_snapshot)
        is_same = there.name_as_printed.casefold() == name.casefold()
        if is_same and (not told or not any(known) or told in known):
            raise InvalidInput(
                "{name} is on the list. Write the organisation too if this is somebody else.",
                name=there.name_as_printed,
            )


def edit_attendance(database: Database, attendance_id: UUID, **values: Any) -> None:
    """Change status or role (names in ``EDITABLE``).

    With another status the heading of an imported paper is no longer the person's own. Who comes
    as something else than a substitute attends for nobody.
    """
    with database.write(Action.EDIT_ATTENDANCE) as session:
        attendance = get(session, Attendance, attendance_id)
        before = attendance.status, attendance.role
        update(attendance, values, EDITABLE)
        if attendance.status != before[0]:
            attendance.group_label = ""
        if attendance.role not in (before[1], AttendanceRole.SUBSTITUTE):
            _tie(attendance, None)


def correct_attendance(database: Database, attendance_id: UUID, name: str, about: str) -> None:
    """Print a person otherwise at this meeting alone; place, role and status stay.

    ``about`` is title and organisation with a comma between; the half that stands there already
    keeps its own commas. A remark among the words takes the place of the old one. Raises
    ``InvalidInput`` without a name, and for somebody else on the list.
    """
    (name, of_name), (about, of_about) = part_remark(one_line(name)), part_remark(one_line(about))
    remark = of_about or of_name
    if not name:
        raise InvalidInput("Write the name of the person.")
    with database.write(Action.EDIT_ATTENDANCE) as session:
        person = get(session, Attendance, attendance_id)
        title, organisation = _halves(about, person)
        _refuse_known(session, person.meeting_id, name, organisation or title, but=person)
        person.name_as_printed = name
        person.title_snapshot, person.organisation_snapshot = title, organisation
        if remark:
            _note(session, person, remark)
        stands_in = Attendance.substitutes_for_id == person.id
        for other in session.scalars(sa.select(Attendance).where(stands_in)):
            _tie(other, person)


def _note(session: orm.Session, person: Attendance, remark: str) -> None:
    """Let the remark say, in place of what was said before, for which items somebody was there."""
    before = sa.select(AttendanceSpan).where(AttendanceSpan.attendance_id == person.id)
    for span in session.scalars(before).all():
        delete_tree(session, span)
    for span in spans_of(remark, items_of(session, person.meeting_id)):
        span.attendance_id = person.id
        session.add(span)


def _halves(about: str, person: Attendance) -> tuple[str, str]:
    title, organisation = person.title_snapshot, person.organisation_snapshot
    if title and f"{about},".startswith(f"{title},"):
        return title, about[len(title) + 1 :].strip()
    if organisation and f", {about}".endswith(f", {organisation}"):
        return about[: -len(organisation)].rstrip(", "), organisation
    head, _comma, tail = about.partition(",")
    return head.strip(), tail.strip()


def attend_for(database: Database, attendance_id: UUID, member_id: UUID | None) -> None:
    """Say whom a person attends for, which makes a substitute of them; ``None``: for nobody.

    A guest who comes instead of a member is present like one; what is said of it afterwards holds.
    Raises ``InvalidInput`` unless both are different people of one meeting.
    """
    with database.write(Action.EDIT_ATTENDANCE) as session:
        attendance = get(session, Attendance, attendance_id)
        member = get(session, Attendance, member_id) if member_id else None
        if member is not None:
            if member is attendance or member.meeting_id != attendance.meeting_id:
                raise InvalidInput("Choose somebody else on the list of the meeting.")
            attendance.role = AttendanceRole.SUBSTITUTE
            if not attendance.substitutes_for_text:
                _bring(attendance)
        _tie(attendance, member)


def _bring(attendance: Attendance) -> None:
    if attendance.status is AttendanceStatus.OTHER_PARTICIPANT:
        attendance.status, attendance.group_label = AttendanceStatus.PRESENT, ""


def _tie(attendance: Attendance, member: Attendance | None) -> None:
    attendance.substitutes_for_id = member.id if member else None
    attendance.substitutes_for_text = member.name_as_printed if member else ""


def delete_attendance(database: Database, attendance_id: UUID) -> None:
    """Take a person off the list; a substitute for them keeps their name."""
    with database.write(Action.DELETE_ATTENDANCE) as session:
        delete_tree(session, get(session, Attendance, attendance_id))
