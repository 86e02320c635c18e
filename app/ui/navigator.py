"""Going from one place to another. Public: ``Navigator`` with ``open(key, **where)``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal


class Navigator(QObject):
    """Pages ask here; the window listens. ``where`` says what to show, mostly ids."""

    asked = Signal(str, object)

    def open(self, key: str, **where: Any) -> None:
        """Show the page ``key`` ("meetings", "decisions" …) at a place."""
        self.asked.emit(key, where)
