"""The tables of the first schema, one module for each part of the model.

They stay as they are: what changed since is a revision of its own.
"""

from app.storage.migrations.first_schema import (
    agenda,
    attachment,
    body,
    case,
    decision,
    follow_up,
    forwarding,
    journal,
    meeting,
    person,
)
from app.storage.migrations.first_schema.base import metadata

MODULES = (
    agenda, attachment, body, case, decision, follow_up, forwarding, journal, meeting, person,
)  # fmt: skip

__all__ = ["MODULES", "metadata"]
