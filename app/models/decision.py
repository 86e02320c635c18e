"""Decisions and the remarks that were minuted."""

from __future__ import annotations

import datetime as dt
import enum
import uuid

from sqlalchemy import orm

from app.models.agenda import AgendaItem, RecommendationPoint, SubItem
from app.models.base import Base, parent, reference, rich_text, word
from app.models.body import Body
from app.models.fuzzy_date import FuzzyDate, Precision
from app.models.person import Person
from app.models.richtext import RichText


class Outcome(enum.StrEnum):
    """What became of it. No outcome means not answered, which is not ``not_applicable``."""

    APPROVED = "approved"
    DISCUSSED = "discussed"
    NOTED = "noted"
    ENDORSED = "endorsed"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    NOT_APPLICABLE = "not_applicable"


class Modifier(enum.StrEnum):
    """How an outcome is bound (domain R11, R13)."""

    PLAIN = "plain"
    WITH_RESERVATION = "with_reservation"
    WITH_ADDITION = "with_addition"
    IN_PART = "in_part"
    CONDITIONAL = "conditional"


class Decision(Base):
    """A decision: the answer to one point of a recommendation, or free when ``point`` is empty.

    Reservation, condition and dissent travel with it in every extract (domain I5).
    ``condition_due`` is when the condition is to be met, in the words that were used.
    """

    __tablename__ = "decision"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    sub_item_id: orm.Mapped[uuid.UUID | None] = reference("sub_item.id")
    point_id: orm.Mapped[uuid.UUID | None] = reference("recommendation_point.id")
    position: orm.Mapped[int] = orm.mapped_column(default=0)
    outcome: orm.Mapped[Outcome | None] = word(Outcome)
    modifier: orm.Mapped[Modifier] = word(Modifier, Modifier.PLAIN)
    outcome_text_verbatim: orm.Mapped[str] = orm.mapped_column(default="")
    text: orm.Mapped[RichText] = rich_text()
    reservation_text: orm.Mapped[str] = orm.mapped_column(default="")
    condition_text: orm.Mapped[str] = orm.mapped_column(default="")
    condition_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    condition_due_verbatim: orm.Mapped[str] = orm.mapped_column(default="")
    condition_due_from: orm.Mapped[dt.date | None]
    condition_due_to: orm.Mapped[dt.date | None]
    condition_due_precision: orm.Mapped[Precision] = word(Precision, Precision.NONE)
    condition_due: orm.Mapped[FuzzyDate] = orm.composite(
        "condition_due_verbatim", "condition_due_from", "condition_due_to",
        "condition_due_precision",
    )  # fmt: skip
    dissent_text: orm.Mapped[str] = orm.mapped_column(default="")
    is_standing_rule: orm.Mapped[bool] = orm.mapped_column(default=False)
    valid_from: orm.Mapped[dt.date | None]
    valid_to: orm.Mapped[dt.date | None]
    anchored_in_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    delegated_to_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    delegation_scope: orm.Mapped[str] = orm.mapped_column(default="")
    delegated_until: orm.Mapped[dt.date | None]
    supersedes_id: orm.Mapped[uuid.UUID | None] = reference("decision.id")

    item: orm.Mapped[AgendaItem] = parent(back_populates="decisions")
    sub_item: orm.Mapped[SubItem | None] = parent()
    point: orm.Mapped[RecommendationPoint | None] = parent()
    condition_body: orm.Mapped[Body | None] = parent(foreign_keys=[condition_body_id])
    anchored_in_body: orm.Mapped[Body | None] = parent(foreign_keys=[anchored_in_body_id])
    delegated_to_body: orm.Mapped[Body | None] = parent(foreign_keys=[delegated_to_body_id])

    @property
    def says_nothing(self) -> bool:
        """No outcome, no words and nothing that binds: an answer that was begun and taken back."""
        return self.modifier is Modifier.PLAIN and not any(
            (
                self.outcome, self.outcome_text_verbatim, self.text, self.reservation_text,
                self.condition_text, self.condition_body_id, self.condition_due_verbatim,
                self.dissent_text, self.is_standing_rule, self.valid_from, self.valid_to,
                self.anchored_in_body_id, self.delegated_to_body_id, self.delegation_scope,
                self.delegated_until, self.supersedes_id,
            )
        )  # fmt: skip


class Statement(Base):
    """A remark minuted under somebody's name, or one body's answer in a round."""

    __tablename__ = "statement"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    position: orm.Mapped[int] = orm.mapped_column(default=0)
    person_id: orm.Mapped[uuid.UUID | None] = reference("person.id")
    body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    name_as_printed: orm.Mapped[str] = orm.mapped_column(default="")
    text: orm.Mapped[RichText] = rich_text()

    item: orm.Mapped[AgendaItem] = parent(back_populates="statements")
    person: orm.Mapped[Person | None] = parent()
    body: orm.Mapped[Body | None] = parent()

    @property
    def shown_name(self) -> str:
        """Who made it: as printed, otherwise by the register."""
        if self.name_as_printed or (self.person is None and self.body is None):
            return self.name_as_printed
        return self.person.name if self.person else self.body.shown_name if self.body else ""
