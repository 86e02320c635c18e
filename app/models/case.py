"""Cases: a subject that travels over meetings and years."""

from __future__ import annotations

import enum
import uuid

from sqlalchemy import orm

from app.models.base import Base, children, parent, reference, word


class CaseStatus(enum.StrEnum):
    """Whether somebody still works on it."""

    OPEN = "open"
    RESTING = "resting"
    CLOSED = "closed"


class Case(Base):
    """A subject over time. A printed number is not the case: one subject gets many numbers."""

    __tablename__ = "case"

    title: orm.Mapped[str]
    subject_tags: orm.Mapped[str] = orm.mapped_column(default="")
    concerns_children: orm.Mapped[bool] = orm.mapped_column(default=False)
    status: orm.Mapped[CaseStatus] = word(CaseStatus, CaseStatus.OPEN)

    numbers: orm.Mapped[list[CaseNumber]] = children(
        back_populates="case", order_by="CaseNumber.position"
    )


class CaseNumber(Base):
    """A number that some archive gave the case; kept as text, never reformatted."""

    __tablename__ = "case_number"

    case_id: orm.Mapped[uuid.UUID] = reference("case.id")
    position: orm.Mapped[int] = orm.mapped_column(default=0)
    number: orm.Mapped[str]

    case: orm.Mapped[Case] = parent(back_populates="numbers")
