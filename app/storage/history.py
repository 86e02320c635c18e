"""Undo and redo: the steps of this session and how they are played back."""

from __future__ import annotations

import contextlib
import enum
from collections.abc import Iterable, Iterator
from dataclasses import replace

import sqlalchemy as sa

from app.models.base import Base
from app.storage.actions import Action
from app.storage.changes import RowChange, Step

DEPTH = 1000


class Turn(enum.Enum):
    """Which way a field goes that takes back, or does again, words by its own undo."""

    BACK = enum.auto()
    FORTH = enum.auto()


class History:
    """Steps that can be undone and redone, newest last."""

    def __init__(self) -> None:
        self.undoable: list[Step] = []
        self.redoable: list[Step] = []
        self._sealed = False
        self._turn: Turn | None = None

    @contextlib.contextmanager
    def turning(self, turn: Turn) -> Iterator[None]:
        """What a field stores inside, it has taken back or done again: nothing new was written."""
        self._turn = turn
        try:
            yield
        finally:
            self._turn = None

    def add(self, step: Step) -> None:
        """A new step; what was undone before it can no longer be redone.

        Words that a field took back can be redone here too, when the field has forgotten them.
        """
        melted = self.undoable[-1].melted_with(step) if self.undoable and not self._sealed else None
        self._sealed = False
        if self._turn is Turn.BACK and melted:
            self.redoable.append(replace(step, rows=step.inverse_rows()))
        elif self._turn is Turn.FORTH and self.redoable and self.redoable[-1].rows == step.rows:
            self.redoable.pop()
        else:
            self.redoable.clear()
        if melted and _is_nothing(melted):
            self.undoable.pop()
        elif melted:
            self.undoable[-1] = melted
        else:
            self.undoable.append(step)
            del self.undoable[:-DEPTH]

    def moved_back(self) -> None:
        """The newest step has been undone."""
        self.redoable.append(self.undoable.pop())
        self._sealed = True

    def moved_forward(self) -> None:
        """The newest undone step has been done again."""
        self.undoable.append(self.redoable.pop())
        self._sealed = True

    @property
    def undo_action(self) -> Action | None:
        """What *Fortryd* would take back."""
        return self.undoable[-1].action if self.undoable else None

    @property
    def redo_action(self) -> Action | None:
        """What *Gentag* would do again."""
        return self.redoable[-1].action if self.redoable else None


def _is_nothing(step: Step) -> bool:
    """Typed and taken back again: undoing it would show nothing."""
    return all(row.before == row.after for row in step.rows)


def play(connection: sa.Connection, rows: Iterable[RowChange]) -> None:
    """Apply row changes in order; foreign keys are checked at commit."""
    for row in rows:
        table = Base.metadata.tables[row.table]
        if row.before is None and row.after is not None:
            result = connection.execute(table.insert().values(**row.after))
        elif row.after is None:
            result = connection.execute(table.delete().where(table.c.id == row.key))
        else:
            change = table.update().where(table.c.id == row.key).values(**row.after)
            result = connection.execute(change)
        if result.rowcount != 1:
            raise RuntimeError(f"{row.table} {row.key} is not as the step left it")
