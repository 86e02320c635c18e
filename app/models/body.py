"""Bodies: steering groups, committees, councils, and what each of them is used to."""

from __future__ import annotations

import datetime as dt
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda_words import ItemKind, SectionKind
from app.models.base import Base, children, parent, reference, word


class BodyKind(enum.StrEnum):
    """What sort of body it is (domain section 4.1)."""

    STEERING_GROUP = "steering_group"
    EXECUTIVE_COMMITTEE = "executive_committee"
    POLITICAL_COUNCIL = "political_council"
    POLITICAL_ASSEMBLY = "political_assembly"
    CHIEF_EXECUTIVE_CIRCLE = "chief_executive_circle"
    DIRECTOR_CIRCLE = "director_circle"
    CHIEF_NETWORK = "chief_network"
    NATIONAL_FORUM = "national_forum"
    EXPERT_PANEL = "expert_panel"
    STANDING_GROUP = "standing_group"
    WORKING_GROUP = "working_group"
    SUB_GROUP = "sub_group"
    COORDINATION_GROUP = "coordination_group"
    FOLLOW_GROUP = "follow_group"
    NETWORK = "network"
    PARTNERSHIP = "partnership"
    DIALOGUE_FORUM = "dialogue_forum"
    SECRETARIAT = "secretariat"
    AUTHORITY = "authority"
    ORGANISATION = "organisation"


class BodyState(enum.StrEnum):
    """Whether the body works (Aktiv), has reported back (Afrapporteret) or is closed (Nedlagt)."""

    ACTIVE = "active"
    REPORTED = "reported"
    CLOSED = "closed"


class Body(Base):
    """A body. ``name`` is the full name on papers, ``short_name`` the one on the screen.

    ``recommendation_lead`` is the fixed lead of a recommendation put to the body, ``sender`` the
    line under which its papers leave the house.
    """

    __tablename__ = "body"

    code: orm.Mapped[str] = orm.mapped_column(sa.String(40), default="")
    kind: orm.Mapped[BodyKind] = word(BodyKind, BodyKind.STEERING_GROUP)
    name: orm.Mapped[str]
    short_name: orm.Mapped[str] = orm.mapped_column(default="")
    sender: orm.Mapped[str] = orm.mapped_column(default="")
    recommendation_lead: orm.Mapped[str] = orm.mapped_column(default="")
    default_place: orm.Mapped[str] = orm.mapped_column(default="")
    default_start: orm.Mapped[dt.time | None]
    default_end: orm.Mapped[dt.time | None]
    is_external: orm.Mapped[bool] = orm.mapped_column(default=False)
    founded_on: orm.Mapped[dt.date | None]
    closed_on: orm.Mapped[dt.date | None]
    state: orm.Mapped[BodyState] = word(BodyState, BodyState.ACTIVE)

    names: orm.Mapped[list[BodyName]] = children(back_populates="body", order_by="BodyName.name")
    fixed_items: orm.Mapped[list[FixedItem]] = children(
        back_populates="body", order_by="FixedItem.position"
    )
    section_templates: orm.Mapped[list[SectionTemplate]] = children(
        back_populates="body", order_by="SectionTemplate.position"
    )

    @property
    def shown_name(self) -> str:
        """The name for lists and headings."""
        return self.short_name or self.name


class BodyName(Base):
    """A name under which the body is met, with its period. A misnomer is known, not used."""

    __tablename__ = "body_name"

    body_id: orm.Mapped[uuid.UUID] = reference("body.id")
    name: orm.Mapped[str]
    used_from: orm.Mapped[dt.date | None]
    used_to: orm.Mapped[dt.date | None]
    is_misnomer: orm.Mapped[bool] = orm.mapped_column(default=False)

    body: orm.Mapped[Body] = parent(back_populates="names")


class FixedItem(Base):
    """An item that stands on every new agenda of the body, such as Eventuelt."""

    __tablename__ = "fixed_item"

    body_id: orm.Mapped[uuid.UUID] = reference("body.id")
    position: orm.Mapped[int]
    kind: orm.Mapped[ItemKind] = word(ItemKind)
    title: orm.Mapped[str]
    duration_min: orm.Mapped[int | None]

    body: orm.Mapped[Body] = parent(back_populates="fixed_items")


class SectionTemplate(Base):
    """A section that a new case item of the body is born with, under the label the body prints."""

    __tablename__ = "section_template"

    body_id: orm.Mapped[uuid.UUID] = reference("body.id")
    position: orm.Mapped[int]
    kind: orm.Mapped[SectionKind] = word(SectionKind)
    label: orm.Mapped[str]
    is_required: orm.Mapped[bool] = orm.mapped_column(default=False)

    body: orm.Mapped[Body] = parent(back_populates="section_templates")
