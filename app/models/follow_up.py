"""Follow-ups: who does what by when, and for whom."""

from __future__ import annotations

import datetime as dt
import enum
import uuid

from sqlalchemy import orm

from app.models.agenda import AgendaItem
from app.models.base import Base, parent, reference, word
from app.models.body import Body
from app.models.decision import Decision
from app.models.fuzzy_date import FuzzyDate, Precision
from app.models.person import Person


class ActorKind(enum.StrEnum):
    """What sort of actor the follow-up has."""

    PERSON = "person"
    BODY = "body"
    SECRETARIAT = "secretariat"
    ALL_MUNICIPALITIES = "all_municipalities"


class FollowUpStatus(enum.StrEnum):
    """Where the follow-up stands."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    DROPPED = "dropped"


class FollowUp(Base):
    """An action that a decision asks for. It may lack a date, never an action (domain I9)."""

    __tablename__ = "follow_up"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    decision_id: orm.Mapped[uuid.UUID | None] = reference("decision.id")
    position: orm.Mapped[int] = orm.mapped_column(default=0)
    actor_kind: orm.Mapped[ActorKind] = word(ActorKind, ActorKind.SECRETARIAT)
    actor_person_id: orm.Mapped[uuid.UUID | None] = reference("person.id")
    actor_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    action: orm.Mapped[str]
    due_verbatim: orm.Mapped[str] = orm.mapped_column(default="")
    due_from: orm.Mapped[dt.date | None]
    due_to: orm.Mapped[dt.date | None]
    due_precision: orm.Mapped[Precision] = word(Precision, Precision.NONE)
    due: orm.Mapped[FuzzyDate] = orm.composite(
        "due_verbatim", "due_from", "due_to", "due_precision"
    )
    recipient_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    status: orm.Mapped[FollowUpStatus] = word(FollowUpStatus, FollowUpStatus.OPEN)
    waiting_for_text: orm.Mapped[str] = orm.mapped_column(default="")
    closed_in_item_id: orm.Mapped[uuid.UUID | None] = reference("agenda_item.id")
    note: orm.Mapped[str] = orm.mapped_column(default="")

    item: orm.Mapped[AgendaItem] = parent(back_populates="follow_ups", foreign_keys=[item_id])
    decision: orm.Mapped[Decision | None] = parent()
    actor_person: orm.Mapped[Person | None] = parent()
    actor_body: orm.Mapped[Body | None] = parent(foreign_keys=[actor_body_id])
    recipient_body: orm.Mapped[Body | None] = parent(foreign_keys=[recipient_body_id])
    closed_in_item: orm.Mapped[AgendaItem | None] = parent(foreign_keys=[closed_in_item_id])
