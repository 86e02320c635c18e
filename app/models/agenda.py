"""Agenda items and their parts, each in its own order."""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda_words import ItemKind, SectionKind
from app.models.base import Base, children, parent, reference, rich_text, word
from app.models.body import Body
from app.models.case import Case
from app.models.meeting import Meeting
from app.models.person import Person
from app.models.richtext import RichText

if TYPE_CHECKING:
    from app.models.attachment import Attachment
    from app.models.decision import Decision, Statement
    from app.models.follow_up import FollowUp
    from app.models.forwarding import Forwarding


class ListStyle(enum.StrEnum):
    """How the points of a recommendation are set."""

    NUMBERED = "numbered"
    BULLETS = "bullets"
    LINES = "lines"
    SENTENCE = "sentence"


class AgendaItem(Base):
    """An item of an agenda.

    ``position`` orders, ``number`` is printed, ``number_at_dispatch`` is what was printed when the
    agenda left the house (domain R5, R6). ``closed_reason`` never reaches an open edition.
    ``approves_meeting`` is the earlier meeting whose minutes the item approves (domain R3, I8).
    """

    __tablename__ = "agenda_item"

    meeting_id: orm.Mapped[uuid.UUID] = reference("meeting.id")
    case_id: orm.Mapped[uuid.UUID | None] = reference("case.id")
    position: orm.Mapped[int]
    number: orm.Mapped[int | None]
    number_at_dispatch: orm.Mapped[int | None]
    title: orm.Mapped[str] = orm.mapped_column(default="")
    kind: orm.Mapped[ItemKind] = word(ItemKind, ItemKind.CASE)
    is_closed: orm.Mapped[bool] = orm.mapped_column(default=False)
    closed_reason: orm.Mapped[str] = orm.mapped_column(default="")
    added_at_meeting: orm.Mapped[bool] = orm.mapped_column(default=False)
    added_by: orm.Mapped[str] = orm.mapped_column(default="")
    time_from: orm.Mapped[dt.time | None]
    time_to: orm.Mapped[dt.time | None]
    duration_min: orm.Mapped[int | None]
    case_number_printed: orm.Mapped[str] = orm.mapped_column(default="")
    prepared_by: orm.Mapped[str] = orm.mapped_column(default="")
    carried_from_item_id: orm.Mapped[uuid.UUID | None] = reference("agenda_item.id")
    approves_meeting_id: orm.Mapped[uuid.UUID | None] = reference("meeting.id")

    meeting: orm.Mapped[Meeting] = parent(back_populates="items", foreign_keys=[meeting_id])
    approves_meeting: orm.Mapped[Meeting | None] = parent(foreign_keys=[approves_meeting_id])
    case: orm.Mapped[Case | None] = parent()
    presenters: orm.Mapped[list[ItemPresenter]] = children(
        back_populates="item", order_by="ItemPresenter.position"
    )
    sections: orm.Mapped[list[ItemSection]] = children(
        back_populates="item", order_by="ItemSection.position"
    )
    sub_items: orm.Mapped[list[SubItem]] = children(
        back_populates="item", order_by="SubItem.position"
    )
    recommendation_sets: orm.Mapped[list[RecommendationSet]] = children(
        back_populates="item", order_by="RecommendationSet.position"
    )
    decisions: orm.Mapped[list[Decision]] = children(
        back_populates="item", order_by="Decision.position"
    )
    statements: orm.Mapped[list[Statement]] = children(
        back_populates="item", order_by="Statement.position"
    )
    follow_ups: orm.Mapped[list[FollowUp]] = children(
        back_populates="item",
        order_by="FollowUp.position",
        foreign_keys="FollowUp.item_id",
    )
    forwardings: orm.Mapped[list[Forwarding]] = children(
        back_populates="item",
        order_by="Forwarding.sequence_no",
        foreign_keys="Forwarding.item_id",
    )
    attachments: orm.Mapped[list[Attachment]] = children(
        back_populates="item", order_by="Attachment.position"
    )


class ItemPresenter(Base):
    """Who presents the item (indleder, oplægsholder), as printed."""

    __tablename__ = "item_presenter"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    position: orm.Mapped[int] = orm.mapped_column(default=0)
    person_id: orm.Mapped[uuid.UUID | None] = reference("person.id")
    name_as_printed: orm.Mapped[str]

    item: orm.Mapped[AgendaItem] = parent(back_populates="presenters")
    person: orm.Mapped[Person | None] = parent()


class ItemSection(Base):
    """A section of an item under the label as printed. The same kind may occur twice."""

    __tablename__ = "item_section"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    position: orm.Mapped[int]
    label_verbatim: orm.Mapped[str] = orm.mapped_column(default="")
    kind: orm.Mapped[SectionKind] = word(SectionKind, SectionKind.OTHER)
    author_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    text: orm.Mapped[RichText] = rich_text()

    item: orm.Mapped[AgendaItem] = parent(back_populates="sections")
    author_body: orm.Mapped[Body | None] = parent()


class SubItem(Base):
    """A point below an information item, in a number space of its own."""

    __tablename__ = "sub_item"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    position: orm.Mapped[int]
    number_text: orm.Mapped[str] = orm.mapped_column(default="")
    title: orm.Mapped[str] = orm.mapped_column(default="")
    reporter: orm.Mapped[str] = orm.mapped_column(default="")
    text: orm.Mapped[RichText] = rich_text()
    case_id: orm.Mapped[uuid.UUID | None] = reference("case.id")

    item: orm.Mapped[AgendaItem] = parent(back_populates="sub_items")
    case: orm.Mapped[Case | None] = parent()


class RecommendationSet(Base):
    """A recommendation of one body to another: its lead and its points (domain R9, R10)."""

    __tablename__ = "recommendation_set"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    position: orm.Mapped[int] = orm.mapped_column(default=0)
    from_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    to_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    from_text: orm.Mapped[str] = orm.mapped_column(default="")
    lead_in_verbatim: orm.Mapped[str] = orm.mapped_column(default="")
    list_style: orm.Mapped[ListStyle] = word(ListStyle, ListStyle.NUMBERED)
    section_id: orm.Mapped[uuid.UUID | None] = reference("item_section.id")
    is_put_to_decision: orm.Mapped[bool] = orm.mapped_column(default=True)

    item: orm.Mapped[AgendaItem] = parent(back_populates="recommendation_sets")
    from_body: orm.Mapped[Body | None] = parent(foreign_keys=[from_body_id])
    to_body: orm.Mapped[Body | None] = parent(foreign_keys=[to_body_id])
    section: orm.Mapped[ItemSection | None] = parent()
    points: orm.Mapped[list[RecommendationPoint]] = children(
        back_populates="recommendation_set", order_by="RecommendationPoint.position"
    )


class RecommendationPoint(Base):
    """One "at"-point. ``number_text`` is its printed mark, ``verb`` the first word when known."""

    __tablename__ = "recommendation_point"

    recommendation_set_id: orm.Mapped[uuid.UUID] = reference("recommendation_set.id")
    position: orm.Mapped[int]
    number_text: orm.Mapped[str] = orm.mapped_column(sa.String(20), default="")
    verb: orm.Mapped[str] = orm.mapped_column(default="")
    text: orm.Mapped[RichText] = rich_text()

    recommendation_set: orm.Mapped[RecommendationSet] = parent(back_populates="points")
