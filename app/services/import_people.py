"""People of an imported paper: matched by alias within the body, otherwise new."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.draft import AttendanceDraft
from app.models.meeting import (
    Attendance,
    AttendanceRole,
    AttendanceSpan,
    AttendanceStatus,
    Meeting,
)
from app.models.person import Membership, MembershipRole, Person, PersonAlias
from app.services.import_bodies import fold


def add_attendances(
    session: orm.Session, meeting: Meeting, people: Sequence[AttendanceDraft]
) -> None:
    """The lists of the paper in their printed order, each person with the snapshot of the day.

    A remark behind a name ("fra punkt 3") tells when the person was there.
    """
    known = known_people(session, meeting.body_id)
    rows: dict[str, Attendance] = {}
    for order, person in enumerate(people):
        person_id = known.get(fold(person.name)) or _new_person(session, meeting, person, order)
        known[fold(person.name)] = person_id
        rows.setdefault(fold(person.name), row := _row(meeting, person, person_id, order))
        session.add(row)
        if person.note:
            session.flush()
            session.add(AttendanceSpan(attendance_id=row.id, note=person.note))
    session.flush()
    for person in people:
        member = rows.get(fold(person.substitutes_for)) if person.substitutes_for else None
        if member is not None:
            rows[fold(person.name)].substitutes_for_id = member.id


def known_people(session: orm.Session, body_id: UUID) -> dict[str, UUID]:
    """Folded name or alias -> person, for those with a seat in the body or at one of its meetings.

    A name that two of them share is left out: it takes a reader to tell them apart.
    """
    seated = sa.select(Membership.person_id).where(Membership.body_id == body_id)
    met = (
        sa.select(Attendance.person_id)
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(Meeting.body_id == body_id, Attendance.person_id.is_not(None))
    )
    ids = set(session.scalars(seated)) | {one for one in session.scalars(met) if one is not None}
    names: dict[str, set[UUID]] = {}
    for person in session.scalars(sa.select(Person).where(Person.id.in_(ids))):
        names.setdefault(fold(person.name), set()).add(person.id)
    for alias in session.scalars(sa.select(PersonAlias).where(PersonAlias.person_id.in_(ids))):
        names.setdefault(fold(alias.name_as_printed), set()).add(alias.person_id)
    return {name: next(iter(found)) for name, found in names.items() if name and len(found) == 1}


def _new_person(
    session: orm.Session, meeting: Meeting, person: AttendanceDraft, order: int
) -> UUID:
    """A new person; members of the body get a seat whose beginning is not known."""
    row = Person(name=person.name, title=person.title, organisation=person.organisation)
    session.add(row)
    session.flush()
    session.add(PersonAlias(person_id=row.id, name_as_printed=person.name))
    if person.role in ("member", "chairing"):
        role = MembershipRole.CHAIR if person.role == "chairing" else MembershipRole.MEMBER
        session.add(
            Membership(person_id=row.id, body_id=meeting.body_id, role=role, position=order)
        )
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
