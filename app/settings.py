"""What the user has chosen and where the windows stood: two small files, written whole."""

from __future__ import annotations

import contextlib
import dataclasses
import enum
import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.errors import FileProblem
from app.paths import put


class Appearance(enum.StrEnum):
    """Light or dark: as the system, or always the same."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


TEXT_SIZES = (100, 115, 130)
"""Text sizes on offer, in per cent."""


@dataclass(frozen=True)
class Preferences:
    """The user's choices. ``text_size`` is in per cent, ``name`` stands in the journal."""

    appearance: Appearance = Appearance.SYSTEM
    text_size: int = 100
    name: str = ""

    @classmethod
    def load(cls, path: Path) -> Preferences:
        """The stored choices; what is missing or cannot be read has its default."""
        data = read_json(path)
        try:
            appearance = Appearance(data.get("appearance", Appearance.SYSTEM))
        except ValueError:
            appearance = Appearance.SYSTEM
        size = data.get("text_size")
        name = str(data.get("name", "")).encode(errors="replace").decode()
        return cls(appearance, size if size in TEXT_SIZES else 100, name)

    def save(self, path: Path) -> None:
        """Store the choices. Raises ``FileProblem`` when the folder does not take them."""
        try:
            write_json(path, dataclasses.asdict(self))
        except OSError as error:
            raise FileProblem(
                "Your choices were not saved. Check that {folder} can be written to and has room.",
                folder=str(path.parent),
            ) from error


@dataclass
class WindowState:
    """Sizes, splitters, column widths and last places by name; safe to delete at any time."""

    path: Path
    values: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> WindowState:
        """The stored state, empty when there is none or it cannot be read."""
        return cls(path, read_json(path))

    def save(self) -> None:
        """Store the state where the folder takes it; nobody is told when it does not."""
        with contextlib.suppress(OSError):
            write_json(self.path, self.values)


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file; empty for a missing or unreadable one."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write an object to a JSON file by way of a synced temporary file.

    Half of a surrogate pair, which is no text, becomes a question mark.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        put(Path(temporary), path)
    finally:
        with contextlib.suppress(OSError):
            Path(temporary).unlink(missing_ok=True)
