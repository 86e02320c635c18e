"""All mapped classes, so that one import makes the metadata whole."""

from __future__ import annotations

from app.models import (
    agenda,
    attachment,
    body,
    case,
    decision,
    follow_up,
    forwarding,
    meeting,
    person,
)
from app.models.base import Base

MODULES = (agenda, attachment, body, case, decision, follow_up, forwarding, meeting, person)
metadata = Base.metadata

__all__ = ["MODULES", "metadata"]
