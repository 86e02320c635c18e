"""Meetings, who was there, and what an imported paper left over."""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from typing import TYPE_CHECKING

from sqlalchemy import orm

from app.models.base import Base, children, parent, reference, word
from app.models.body import Body
from app.models.person import Person

if TYPE_CHECKING:
    from app.models.agenda import AgendaItem


class MeetingState(enum.StrEnum):
    """Kladde, Dagsorden udsendt, Afholdt, Referat i høring, Godkendt: in this order."""

    DRAFT = "draft"
    AGENDA_SENT = "agenda_sent"
    HELD = "held"
    MINUTES_IN_REVIEW = "minutes_in_review"
    APPROVED = "approved"

    @property
    def is_held(self) -> bool:
        """True once people have met."""
        return self not in (MeetingState.DRAFT, MeetingState.AGENDA_SENT)


class MeetingMode(enum.StrEnum):
    """How people meet."""

    PHYSICAL = "physical"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"


class SourceLayout(enum.StrEnum):
    """Which layout the meeting's paper had when it was imported; ``own`` was made here."""

    A = "a"
    B = "b"
    C = "c"
    FORUM = "forum"
    UNKNOWN = "unknown"
    OWN = "own"


class AttendanceStatus(enum.StrEnum):
    """Whether the person came."""

    PRESENT = "present"
    ABSENT = "absent"
    APOLOGIES = "apologies"
    OTHER_PARTICIPANT = "other_participant"
    NOT_ATTENDING = "not_attending"


class AttendanceRole(enum.StrEnum):
    """As what the person came."""

    CHAIRING = "chairing"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    SECRETARIAT = "secretariat"
    KKR = "kkr"
    GUEST = "guest"
    CONSULTANT = "consultant"


class Meeting(Base):
    """One meeting of a body; what was announced of the next stands in the ``next_`` columns."""

    __tablename__ = "meeting"

    body_id: orm.Mapped[uuid.UUID] = reference("body.id")
    date: orm.Mapped[dt.date] = orm.mapped_column(index=True)
    start: orm.Mapped[dt.time | None]
    end: orm.Mapped[dt.time | None]
    place_text: orm.Mapped[str] = orm.mapped_column(default="")
    mode: orm.Mapped[MeetingMode] = word(MeetingMode, MeetingMode.PHYSICAL)
    title_override: orm.Mapped[str] = orm.mapped_column(default="")
    case_number: orm.Mapped[str] = orm.mapped_column(default="")
    other_info: orm.Mapped[str] = orm.mapped_column(default="")
    state: orm.Mapped[MeetingState] = word(MeetingState, MeetingState.DRAFT)
    state_reason: orm.Mapped[str] = orm.mapped_column(default="")
    dispatched_at: orm.Mapped[dt.datetime | None]
    next_date: orm.Mapped[dt.date | None]
    next_start: orm.Mapped[dt.time | None]
    next_end: orm.Mapped[dt.time | None]
    next_place: orm.Mapped[str] = orm.mapped_column(default="")
    next_text: orm.Mapped[str] = orm.mapped_column(default="")
    source_layout: orm.Mapped[SourceLayout] = word(SourceLayout, SourceLayout.OWN)
    source_name: orm.Mapped[str] = orm.mapped_column(default="")
    source_sha256: orm.Mapped[str] = orm.mapped_column(default="", index=True)

    body: orm.Mapped[Body] = parent()
    items: orm.Mapped[list[AgendaItem]] = children(
        back_populates="meeting",
        order_by="AgendaItem.position",
        foreign_keys="AgendaItem.meeting_id",
    )
    attendances: orm.Mapped[list[Attendance]] = children(
        back_populates="meeting", order_by="Attendance.print_order"
    )
    joint_bodies: orm.Mapped[list[MeetingJointBody]] = children(back_populates="meeting")
    unplaced_lines: orm.Mapped[list[UnplacedLine]] = children(
        back_populates="meeting", order_by="UnplacedLine.line"
    )


class MeetingJointBody(Base):
    """Another body that holds the meeting jointly (fællesmøde)."""

    __tablename__ = "meeting_joint_body"

    meeting_id: orm.Mapped[uuid.UUID] = reference("meeting.id")
    body_id: orm.Mapped[uuid.UUID] = reference("body.id")

    meeting: orm.Mapped[Meeting] = parent(back_populates="joint_bodies")
    body: orm.Mapped[Body] = parent()


class Attendance(Base):
    """A person at a meeting, with name, title and organisation as they were that day."""

    __tablename__ = "attendance"

    meeting_id: orm.Mapped[uuid.UUID] = reference("meeting.id")
    person_id: orm.Mapped[uuid.UUID | None] = reference("person.id")
    name_as_printed: orm.Mapped[str]
    title_snapshot: orm.Mapped[str] = orm.mapped_column(default="")
    organisation_snapshot: orm.Mapped[str] = orm.mapped_column(default="")
    group_label: orm.Mapped[str] = orm.mapped_column(default="")
    status: orm.Mapped[AttendanceStatus] = word(AttendanceStatus, AttendanceStatus.PRESENT)
    role: orm.Mapped[AttendanceRole] = word(AttendanceRole, AttendanceRole.MEMBER)
    substitutes_for_id: orm.Mapped[uuid.UUID | None] = reference("attendance.id")
    substitutes_for_text: orm.Mapped[str] = orm.mapped_column(default="")
    print_order: orm.Mapped[int] = orm.mapped_column(default=0)

    meeting: orm.Mapped[Meeting] = parent(back_populates="attendances")
    person: orm.Mapped[Person | None] = parent()
    spans: orm.Mapped[list[AttendanceSpan]] = children(back_populates="attendance")


class AttendanceSpan(Base):
    """From which item to which the person was there; no span means the whole meeting."""

    __tablename__ = "attendance_span"

    attendance_id: orm.Mapped[uuid.UUID] = reference("attendance.id")
    from_item_id: orm.Mapped[uuid.UUID | None] = reference("agenda_item.id")
    to_item_id: orm.Mapped[uuid.UUID | None] = reference("agenda_item.id")
    note: orm.Mapped[str] = orm.mapped_column(default="")

    attendance: orm.Mapped[Attendance] = parent(back_populates="spans")


class UnplacedLine(Base):
    """A line of an imported paper that found no place; kept until somebody has dealt with it."""

    __tablename__ = "unplaced_line"

    meeting_id: orm.Mapped[uuid.UUID] = reference("meeting.id")
    page: orm.Mapped[int | None]
    line: orm.Mapped[int]
    text: orm.Mapped[str]

    meeting: orm.Mapped[Meeting] = parent(back_populates="unplaced_lines")
