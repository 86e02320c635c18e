"""Where things lie: the user's data and the program's own resources."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

APPLICATION = "Mødeværk"


@dataclass(frozen=True)
class AppPaths:
    """Folders and files of one user's data; nothing is created by asking."""

    data_dir: Path
    log_dir: Path

    @classmethod
    def standard(cls, data_dir: Path | None = None) -> AppPaths:
        """The system's own places, or everything below ``data_dir``."""
        if data_dir is not None:
            return cls(data_dir, data_dir / "log")
        dirs = PlatformDirs("moedevaerk", appauthor=False, roaming=False)
        return cls(Path(dirs.user_data_dir), Path(dirs.user_log_dir))

    @property
    def database(self) -> Path:
        """The database file; attachments and lock lie beside it."""
        return self.data_dir / "moedevaerk.db"

    @property
    def backups(self) -> Path:
        """Folder of the automatic copies."""
        return self.data_dir / "backups"

    @property
    def preferences(self) -> Path:
        """The user's choices."""
        return self.data_dir / "preferences.json"

    @property
    def window_state(self) -> Path:
        """Sizes and last places; may be deleted at any time."""
        return self.data_dir / "window.json"


def resources_dir() -> Path:
    """Fonts, icons and catalogues: beside the source, inside the wheel or in the bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"
