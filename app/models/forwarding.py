"""Forwarding of a decision or an item to another body."""

from __future__ import annotations

import datetime as dt
import enum
import uuid

from sqlalchemy import orm

from app.models.agenda import AgendaItem
from app.models.attachment import Attachment
from app.models.base import Base, children, parent, reference, rich_text, word
from app.models.body import Body
from app.models.decision import Decision
from app.models.richtext import RichText
from app.models.visibility import Edition


class Purpose(enum.StrEnum):
    """What the receiver is asked to do with it."""

    INFORMATION = "information"
    APPROVAL = "approval"
    RECOMMENDATION = "recommendation"
    HEARING = "hearing"
    SIGNATURE = "signature"


class ForwardingStatus(enum.StrEnum):
    """How far it has come."""

    PLANNED = "planned"
    SENT = "sent"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class PayloadKind(enum.StrEnum):
    """What is sent along."""

    ATTACHMENT = "attachment"
    EXTRACT = "extract"
    CASE_PRESENTATION = "case_presentation"
    ANSWER_DRAFT = "answer_draft"


class Forwarding(Base):
    """One link of a chain: to whom, for what, in which order, what came back (domain R17–R20).

    It has no verb and no screen yet; only the sample data hold any.
    """

    __tablename__ = "forwarding"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    decision_id: orm.Mapped[uuid.UUID | None] = reference("decision.id")
    to_body_id: orm.Mapped[uuid.UUID] = reference("body.id")
    purpose: orm.Mapped[Purpose] = word(Purpose, Purpose.INFORMATION)
    sequence_no: orm.Mapped[int] = orm.mapped_column(default=1)
    needs_answer: orm.Mapped[bool] = orm.mapped_column(default=False)
    status: orm.Mapped[ForwardingStatus] = word(ForwardingStatus, ForwardingStatus.PLANNED)
    sent_on: orm.Mapped[dt.date | None]
    edition: orm.Mapped[Edition] = word(Edition, Edition.OPEN)
    answer_text: orm.Mapped[RichText] = rich_text()
    answer_item_id: orm.Mapped[uuid.UUID | None] = reference("agenda_item.id")

    item: orm.Mapped[AgendaItem] = parent(back_populates="forwardings", foreign_keys=[item_id])
    decision: orm.Mapped[Decision | None] = parent()
    to_body: orm.Mapped[Body] = parent()
    answer_item: orm.Mapped[AgendaItem | None] = parent(foreign_keys=[answer_item_id])
    payload: orm.Mapped[list[ForwardingPayload]] = children(back_populates="forwarding")


class ForwardingPayload(Base):
    """One thing that goes with a forwarding."""

    __tablename__ = "forwarding_payload"

    forwarding_id: orm.Mapped[uuid.UUID] = reference("forwarding.id")
    kind: orm.Mapped[PayloadKind] = word(PayloadKind)
    attachment_id: orm.Mapped[uuid.UUID | None] = reference("attachment.id")

    forwarding: orm.Mapped[Forwarding] = parent(back_populates="payload")
    attachment: orm.Mapped[Attachment | None] = parent()
