"""People, the names they are printed under, and their seats."""

from __future__ import annotations

import datetime as dt
import enum
import uuid

from sqlalchemy import orm

from app.models.base import Base, children, parent, reference, word
from app.models.body import Body


class MembershipRole(enum.StrEnum):
    """What a person is in a body."""

    CHAIR = "chair"
    SHARED_CHAIR = "shared_chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    AD_HOC = "ad_hoc"
    OBSERVER = "observer"


class Person(Base):
    """A person as known today; papers keep their own snapshot of name and title (domain I7)."""

    __tablename__ = "person"

    name: orm.Mapped[str]
    title: orm.Mapped[str] = orm.mapped_column(default="")
    organisation: orm.Mapped[str] = orm.mapped_column(default="")
    email: orm.Mapped[str] = orm.mapped_column(default="")
    is_active: orm.Mapped[bool] = orm.mapped_column(default=True)

    aliases: orm.Mapped[list[PersonAlias]] = children(back_populates="person")
    memberships: orm.Mapped[list[Membership]] = children(back_populates="person")


class PersonAlias(Base):
    """A spelling under which the person has been printed."""

    __tablename__ = "person_alias"

    person_id: orm.Mapped[uuid.UUID] = reference("person.id")
    name_as_printed: orm.Mapped[str]

    person: orm.Mapped[Person] = parent(back_populates="aliases")


class Membership(Base):
    """A seat over a period: leaving, returning and changing employer are rows, not overwrites."""

    __tablename__ = "membership"

    person_id: orm.Mapped[uuid.UUID] = reference("person.id")
    body_id: orm.Mapped[uuid.UUID] = reference("body.id")
    role: orm.Mapped[MembershipRole] = word(MembershipRole, MembershipRole.MEMBER)
    from_on: orm.Mapped[dt.date | None]
    to_on: orm.Mapped[dt.date | None]
    replaces_id: orm.Mapped[uuid.UUID | None] = reference("membership.id")
    appointed_by_body_id: orm.Mapped[uuid.UUID | None] = reference("body.id")
    position: orm.Mapped[int] = orm.mapped_column(default=0)

    person: orm.Mapped[Person] = parent(back_populates="memberships")
    body: orm.Mapped[Body] = parent(foreign_keys=[body_id])
