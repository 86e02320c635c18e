"""Where things lie: the user's data and the program's own resources; what a file may be called."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from platformdirs import PlatformDirs

from app.errors import FileProblem
from app.patience import put as put

APPLICATION = "Mødeværk"
LONGEST_NAME = 120  # letters of a file's name: no system gives it less than twice as many bytes
_FORBIDDEN_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


@dataclass(frozen=True)
class AppPaths:
    """Folders and files of one user's data; nothing is created by asking.

    ``usual_dir`` is where the data lie as long as nobody has chosen a folder; ``None`` when
    ``--data-dir`` named one for this run.
    """

    data_dir: Path
    log_dir: Path
    config_dir: Path
    usual_dir: Path | None = None

    @classmethod
    def standard(cls, data_dir: Path | None = None) -> AppPaths:
        """The system's own places and the chosen data folder, or everything below ``data_dir``.

        Raises ``FileProblem`` when what was chosen cannot be read: other data would be opened.
        """
        if data_dir is not None:
            return cls(data_dir, data_dir / "log", data_dir)
        paths = cls.usual()
        return paths.at(Path(chosen)) if (chosen := _first_words(paths.place)) else paths

    @classmethod
    def usual(cls) -> AppPaths:
        """The system's own places, whatever was chosen; no file is looked at."""
        dirs = PlatformDirs("moedevaerk", appauthor=False, roaming=False)
        folder = Path(dirs.user_data_dir)
        return cls(folder, Path(dirs.user_log_dir), Path(dirs.user_config_dir), folder)

    @property
    def database(self) -> Path:
        """The database file; attachments and lock lie beside it."""
        return self.data_dir / "moedevaerk.db"

    @property
    def attachments(self) -> Path:
        """Folder of the attachments, named by their hashes."""
        return self.data_dir / "attachments"

    @property
    def backups(self) -> Path:
        """Folder of the automatic copies."""
        return self.data_dir / "backups"

    @property
    def preferences(self) -> Path:
        """The user's choices."""
        return self.config_dir / "preferences.json"

    @property
    def window_state(self) -> Path:
        """Sizes and last places; may be deleted at any time."""
        return self.config_dir / "window.json"

    @property
    def place(self) -> Path:
        """Names the data folder that the user has chosen, for window and command line alike."""
        return self.config_dir / "data-folder.txt"

    @property
    def is_chosen(self) -> bool:
        """Whether the data lie in a folder that the user has chosen."""
        return self.usual_dir is not None and self.data_dir != self.usual_dir

    def at(self, folder: Path) -> AppPaths:
        """The same with the data in another folder."""
        return replace(self, data_dir=folder)

    def remember(self) -> None:
        """Work in this data folder from now on, unless ``--data-dir`` named it.

        Raises ``FileProblem`` when the system does not keep it.
        """
        try:
            if self.is_chosen:
                self.config_dir.mkdir(parents=True, exist_ok=True)
                whole = self.place.with_suffix(".part")
                whole.write_text(f"{self.data_dir}\n", encoding="utf-8")
                put(whole, self.place)
            elif self.usual_dir is not None:
                self.place.unlink(missing_ok=True)
        except (OSError, UnicodeError) as error:  # the latter for a name that is no text
            raise FileProblem(
                "The choice of folder was not saved. Check that {folder} can be written to.",
                folder=str(self.config_dir),
            ) from error

    def require_chosen(self) -> None:
        """Raise ``FileProblem`` when the chosen folder does not answer: it was not empty."""
        if self.is_chosen and not _is_there(self.database):
            raise FileProblem(
                "The data folder {folder} does not answer or has no data. Connect the drive, or "
                "choose another folder.",
                folder=str(self.data_dir),
            )


def _first_words(file: Path) -> str:
    """What the file says; one that is garbled names a folder that is not there, and is told of."""
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise FileProblem(
            "{file} says where your data lie, but it cannot be read. Give yourself access to it, "
            "or name the folder after --data-dir.",
            file=str(file),
        ) from error


def _is_there(file: Path) -> bool:
    """Whether it can be seen; older Pythons raise for a folder that is shut."""
    try:
        return file.exists()
    except OSError:
        return False


def clean_name(words: str) -> str:
    """The words as a file name that every system takes, Windows too; empty if none are left."""
    clean = " ".join(_FORBIDDEN_IN_NAMES.sub(" ", words).split()).strip(" .")
    return f"_{clean}" if _DEVICE.match(clean) else clean


def resources_dir() -> Path:
    """Fonts, icons and catalogues: beside the source, inside the wheel or in the bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"
