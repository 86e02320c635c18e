"""What a step changed: row images, and the notice that screens get."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from app.storage.actions import MELTING, Action

Image = Mapping[str, Any]
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
        after = {**(first.after or {}), **(last.after or {})}
        row = RowChange(first.table, first.key, first.before, after)
        return Step(self.action, self.actor, later.at, (row,))

    def _goes_on_in(self, later: Step) -> bool:
        if self.action is not later.action or self.action not in MELTING:
            return False
        if self.actor != later.actor or later.at - self.at > MELTING_SPAN:
            return False
        if len(self.rows) != 1 or len(later.rows) != 1:
            return False
        mine, its = self.rows[0], later.rows[0]
        if mine.before is None or mine.after is None or its.before is None or its.after is None:
            return False
        return (mine.table, mine.key) == (
            its.table,
            its.key,
        ) and its.after.keys() <= mine.after.keys()
