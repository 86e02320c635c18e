"""Attachments: a row about a file that is never changed (domain I10)."""

from __future__ import annotations

import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import orm

from app.models.agenda import AgendaItem, SubItem
from app.models.base import Base, parent, reference, word
from app.models.meeting import Meeting


class AttachmentKind(enum.StrEnum):
    """What sort of paper it is."""

    NOTE = "note"
    REPORT = "report"
    MINUTES = "minutes"
    TERMS = "terms"
    SLIDES = "slides"
    LETTER = "letter"
    TABLE = "table"
    OTHER = "other"


class Attachment(Base):
    """A paper attached to an item. ``sha256`` names the file in the store; it is empty while only
    the title is known, as after an import. The printed title and the file name are two fields.
    """

    __tablename__ = "attachment"

    item_id: orm.Mapped[uuid.UUID] = reference("agenda_item.id")
    sub_item_id: orm.Mapped[uuid.UUID | None] = reference("sub_item.id")
    position: orm.Mapped[int]
    number: orm.Mapped[int | None]
    title_verbatim: orm.Mapped[str]
    file_name: orm.Mapped[str] = orm.mapped_column(default="")
    sha256: orm.Mapped[str] = orm.mapped_column(sa.String(64), default="", index=True)
    size: orm.Mapped[int | None] = orm.mapped_column(sa.BigInteger)
    page_count: orm.Mapped[int | None]
    kind: orm.Mapped[AttachmentKind] = word(AttachmentKind, AttachmentKind.OTHER)
    is_case_presentation: orm.Mapped[bool] = orm.mapped_column(default=False)
    is_closed: orm.Mapped[bool] = orm.mapped_column(default=False)
    contains_personal_data: orm.Mapped[bool] = orm.mapped_column(default=False)
    appended_after_meeting: orm.Mapped[bool] = orm.mapped_column(default=False)
    minutes_of_meeting_id: orm.Mapped[uuid.UUID | None] = reference("meeting.id")
    excludes_own_attachments: orm.Mapped[bool] = orm.mapped_column(default=False)
    own_page_labels: orm.Mapped[str] = orm.mapped_column(default="")

    item: orm.Mapped[AgendaItem] = parent(back_populates="attachments")
    sub_item: orm.Mapped[SubItem | None] = parent()
    minutes_of_meeting: orm.Mapped[Meeting | None] = parent()
