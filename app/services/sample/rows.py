"""Making rows of the sample data: keys, people and files by their names in the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import orm

from app.models.base import Base
from app.models.sample import sample_key
from app.services.attachments import TakenFile

_Row = TypeVar("_Row", bound=Base)


@dataclass
class SampleRows:
    """The session, and what the data call by name."""

    session: orm.Session
    files: dict[str, TakenFile]
    members: dict[str, list[str]] = field(default_factory=dict)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)

    def add(self, entity: type[_Row], path: tuple[object, ...], **values: Any) -> UUID:
        """The row at the path, made unless it has stayed behind from another loading; its key."""
        key = sample_key(*path)
        with self.session.no_autoflush:
            if self.session.get(entity, key) is None:
                self.session.add(entity(id=key, **values))
        return key
