"""People of an imported paper: matched by alias within the body, otherwise new."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem
from app.models.draft import AttendanceDraft
from app.models.follow_up import FollowUp
from app.models.meeting import Attendance, AttendanceRole, AttendanceStatus, Meeting
from app.models.person import Membership, MembershipRole, Person, PersonAlias
from app.models.presence import spans_of
from app.services.fields import name_key
from app.services.numbers import items_of

_SEATS = {
    AttendanceRole.MEMBER: MembershipRole.MEMBER,
    AttendanceRole.CHAIRING: MembershipRole.CHAIR,
}


def add_attendances(
    session: orm.Session, meeting: Meeting, people: Sequence[AttendanceDraft]
) -> None:
    """The lists of the paper in their printed order, each person with the snapshot of the day.

    A remark behind a name ("fra punkt 3") tells for which items the person was there; the items
    are there already.
    """
    items = items_of(session, meeting.id)
    known = known_people(session, meeting.body_id)
    rows: list[Attendance] = []
    for order, person in enumerate(people):
        key = name_key(person.name)
        known[key] = known.get(key) or _new_person(session, person)
        rows.append(_row(meeting, person, known[key], order))
        rows[-1].spans = spans_of(person.note, items) if person.note else []
    session.add_all(rows)
    session.flush()
    first = {name_key(row.name_as_printed): row for row in reversed(rows)}
    for row in rows:
        if row.substitutes_for_text and (member := first.get(name_key(row.substitutes_for_text))):
            row.substitutes_for_id = member.id


def seat_members(session: orm.Session, meetings: Sequence[Meeting]) -> None:
    """Seats in a group that has none, for the members of its newest meeting, if it is among these.

    A group that has seats keeps them: an old paper lists those who have left.
    """
    for body_id in {meeting.body_id for meeting in meetings}:
        seated = sa.select(Membership.id).where(Membership.body_id == body_id).limit(1)
        of_body = sa.select(Meeting).where(Meeting.body_id == body_id)
        newest = session.scalars(of_body.order_by(Meeting.date.desc()).limit(1)).one()
        if session.scalar(seated) is None and newest in meetings:
            _seat(session, newest)


def _seat(session: orm.Session, meeting: Meeting) -> None:
    """A seat, whose beginning is not known, for each member on the lists, there or not."""
    members = (
        sa.select(Person, Attendance.role)
        .join(Attendance, Attendance.person_id == Person.id)
        .where(Attendance.meeting_id == meeting.id, Attendance.role.in_(_SEATS))
        .order_by(Attendance.print_order)
    )
    roles: dict[Person, AttendanceRole] = {}
    for person, role in session.execute(members):
        roles.setdefault(person, role)  # some papers list a person twice
    for position, (person, role) in enumerate(roles.items()):
        seat = Membership(person=person, role=_SEATS[role], position=position)
        seat.body_id = meeting.body_id
        session.add(seat)


def known_people(session: orm.Session, body_id: UUID) -> dict[str, UUID]:
    """``name_key`` of a name or alias -> person, for those with a seat in the body, at a meeting of
    it or with something to do for it.

    A name that two of them share is left out: it takes a reader to tell them apart.
    """
    seated = sa.select(Membership.person_id).where(Membership.body_id == body_id)
    met = (
        sa.select(Attendance.person_id)
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(Meeting.body_id == body_id, Attendance.person_id.is_not(None))
    )
    asked = (
        sa.select(FollowUp.actor_person_id)
        .join(FollowUp.item)
        .join(AgendaItem.meeting)
        .where(Meeting.body_id == body_id, FollowUp.actor_person_id.is_not(None))
    )
    ids = {key for query in (seated, met, asked) for key in session.scalars(query)}
    names: dict[str, set[UUID]] = {}
    for person in session.scalars(sa.select(Person).where(Person.id.in_(ids))):
        names.setdefault(name_key(person.name), set()).add(person.id)
    for alias in session.scalars(sa.select(PersonAlias).where(PersonAlias.person_id.in_(ids))):
        names.setdefault(name_key(alias.name_as_printed), set()).add(alias.person_id)
    return {name: next(iter(found)) for name, found in names.items() if name and len(found) == 1}


def _new_person(session: orm.Session, person: AttendanceDraft) -> UUID:
    row = Person(name=person.name, title=person.title, organisation=person.organisation)
    session.add(row)
    session.flush()
    session.add(PersonAlias(person_id=row.id, name_as_printed=person.name))
    return row.id


def _row(meeting: Meeting, person: AttendanceDraft, person_id: UUID, order: int) -> Attendance:
    return Attendance(
        meeting_id=meeting.id,
        person_id=person_id,
        name_as_printed=person.name,
        title_snapshot=person.title,
        organisation_snapshot=person.organisation,
        group_label=person.group_label,
        status=AttendanceStatus(person.status),
        role=AttendanceRole(person.role),
        substitutes_for_text=person.substitutes_for,
        print_order=order,
    )
