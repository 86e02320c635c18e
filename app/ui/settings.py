"""The user's choices and the window's memory, at work while the program runs.

Public: ``Settings`` with ``preferences``, ``change(**values)``, ``sizes``/``remember_sizes``
(splitters and columns), ``geometry``/``remember_geometry``, ``last``/``remember_last``, ``save``
and the signal ``changed``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Signal

from app.paths import AppPaths
from app.settings import Preferences, WindowState


class Settings(QObject):
    """Reads both files at start; choices are written at once, the window's memory at the end."""

    changed = Signal()

    def __init__(self, paths: AppPaths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self.preferences = Preferences.load(paths.preferences)
        self._state = WindowState.load(paths.window_state)

    def change(self, **values: Any) -> None:
        """Change choices by name and store them."""
        self.preferences = replace(self.preferences, **values)
        self.preferences.save(self._paths.preferences)
        self.changed.emit()

    def sizes(self, name: str) -> list[int] | None:
        """The remembered sizes of a splitter or a table, or None."""
        sizes = self._state.values.get(f"sizes/{name}")
        sound = isinstance(sizes, list) and all(isinstance(size, int) for size in sizes)
        return sizes if sound else None

    def remember_sizes(self, name: str, sizes: list[int]) -> None:
        """Remember sizes until the next time."""
        self._state.values[f"sizes/{name}"] = sizes

    def geometry(self) -> QByteArray:
        """The window's last place; empty the first time."""
        text = self._state.values.get("geometry", "")
        return QByteArray.fromBase64(text.encode() if isinstance(text, str) else b"")

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's place."""
        self._state.values["geometry"] = bytes(geometry.toBase64().data()).decode()

    def last(self, name: str) -> str:
        """What was last chosen under this name; empty if nothing."""
        return str(self._state.values.get(f"last/{name}", ""))

    def remember_last(self, name: str, value: str) -> None:
        """Remember what was chosen."""
        self._state.values[f"last/{name}"] = value

    def save(self) -> None:
        """Write the window's memory."""
        self._state.save()
