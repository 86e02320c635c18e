"""Going from one place to another.

Public: ``Navigator`` with ``open(key, **where)`` and ``run(command)`` (names:
``app.ui.commands``).
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal


class Navigator(QObject):
    """Pages ask here; the window listens. ``where`` says what to show, mostly ids."""

    asked = Signal(str, object)
    commanded = Signal(str)

    def open(self, key: str, **where: Any) -> None:
        """Show the page ``key`` ("meetings", "decisions" …) at a place."""
        self.asked.emit(key, where)

    def run(self, command: str) -> None:
        """Begin something that belongs to no page: "new_body", "import_papers" …"""
        self.commanded.emit(command)
