"""Notices of change, with who caused them.

Public: ``ChangeBus`` with the signal ``changed(Changes, initiator)`` and ``by(initiator)``.

A page wraps its own service calls in ``with bus.by(self):`` and skips the notices it caused
itself; undo and redo have no initiator, so that everybody reloads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.storage.changes import Changes


class ChangeBus(QObject):
    """Passes on what the database announces; ``announce`` is its listener."""

    changed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._initiator: object | None = None

    @contextmanager
    def by(self, initiator: object) -> Iterator[None]:
        """Whatever is announced inside was caused by ``initiator``."""
        before, self._initiator = self._initiator, initiator
        try:
            yield
        finally:
            self._initiator = before

    def announce(self, changes: Changes) -> None:
        """Tell everybody; a step back or forward has no initiator."""
        self.changed.emit(changes, None if changes.is_history else self._initiator)
