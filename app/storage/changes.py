"""What a step changed: row images, and the notice that screens get."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from app.storage.actions import MELTING, Action

Image = Mapping[str, Any]
_CHOICES = (enum.Enum, bool, UUID)
MELTING_SPAN = dt.timedelta(minutes=1)
"""A rest in the typing that is longer ends the step, however long the typing went on before."""


@dataclass(frozen=True)
class RowChange:
    """One row before and after. ``None`` means that the row did not, or no longer does, exist.

    Of a changed row only the changed columns are held.
    """

    table: str
    key: UUID
    before: Image | None
    after: Image | None

    def inverse(self) -> RowChange:
        """The change that takes this one back."""
        return RowChange(self.table, self.key, self.after, self.before)

    @property
    def is_update(self) -> bool:
        """True when the row was there before and is there after."""
        return self.before is not None and self.after is not None

    @property
    def typed(self) -> frozenset[str]:
        """The columns that hold what was typed, with what was read out of it; not what was chosen:
        a word of a list, a switch, a reference."""
        before, after = self.before or {}, self.after or {}
        return frozenset(
            name
            for name in after
            if not isinstance(after[name], _CHOICES) and not isinstance(before.get(name), _CHOICES)
        )

    def goes_on_in(self, later: RowChange) -> bool:
        """Whether both, which were typed, were so in the same field."""
        if (self.table, self.key) != (later.table, later.key):
            return False
        return self.typed <= later.typed or later.typed <= self.typed


@dataclass(frozen=True)
class Changes:
    """Notice of a committed step: which rows of which tables were touched, and why."""

    action: Action
    touched: Mapping[str, frozenset[UUID]]
    is_history: bool = False

    def ids(self, table: str) -> frozenset[UUID]:
        """Keys of the touched rows of a table."""
        return self.touched.get(table, frozenset())

    def touches(self, *tables: str) -> bool:
        """True when a row of any of the tables was touched."""
        return any(table in self.touched for table in tables)


@dataclass(frozen=True)
class Step:
    """One undoable step: its rows in the order in which they were written."""

    action: Action
    actor: str
    at: dt.datetime
    rows: tuple[RowChange, ...] = field(repr=False)

    @property
    def is_typing(self) -> bool:
        """True when nothing was done but to type in one field."""
        row = self.rows[0]
        is_one = self.action in MELTING and len(self.rows) == 1
        return is_one and row.is_update and bool(row.typed)

    def changes(self, *, is_history: bool = False) -> Changes:
        """The notice of the step."""
        touched: dict[str, set[UUID]] = {}
        for row in self.rows:
            touched.setdefault(row.table, set()).add(row.key)
        frozen = {table: frozenset(keys) for table, keys in touched.items()}
        return Changes(self.action, frozen, is_history)

    def inverse_rows(self) -> tuple[RowChange, ...]:
        """The rows that take the step back, last change first."""
        return tuple(row.inverse() for row in reversed(self.rows))

    def melted_with(self, later: Step) -> Step | None:
        """Both steps as one when ``later`` goes on typing in the same field, otherwise ``None``."""
        if not self._goes_on_in(later):
            return None
        first, last = self.rows[0], later.rows[0]
        before = {**(last.before or {}), **(first.before or {})}
        after = {**(first.after or {}), **(last.after or {})}
        row = RowChange(first.table, first.key, before, after)
        return Step(self.action, self.actor, later.at, (row,))

    def _goes_on_in(self, later: Step) -> bool:
        if self.action is not later.action or not (self.is_typing and later.is_typing):
            return False
        if self.actor != later.actor or later.at - self.at > MELTING_SPAN:
            return False
        return self.rows[0].goes_on_in(later.rows[0])
