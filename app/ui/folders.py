"""Files and folders outside the program.

Public: ``choose_files``, ``choose_file`` and ``choose_target``, which begin where the last file was
chosen; ``choose_folder``, ``usual_folder`` and ``show_folder(folder)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.paths import APPLICATION
from app.ui.settings import Settings

_LAST = "folder"


def choose_files(parent: QWidget, title: str, settings: Settings, pattern: str = "") -> list[Path]:
    """Ask for files; none when the user goes back. ``pattern`` is as Qt writes it."""
    names, _pattern = QFileDialog.getOpenFileNames(parent, _words(title), _begin(settings), pattern)
    return [_remembered(settings, name) for name in names]


def choose_file(parent: QWidget, title: str, settings: Settings) -> Path | None:
    """Ask for one file."""
    name, _pattern = QFileDialog.getOpenFileName(parent, _words(title), _begin(settings))
    return _remembered(settings, name) if name else None


def choose_target(parent: QWidget, title: str, settings: Settings, name: str) -> Path | None:
    """Ask where to save a file; ``name`` is what it would be called."""
    suggested = str(Path(_begin(settings)) / name)
    chosen, _pattern = QFileDialog.getSaveFileName(parent, _words(title), suggested)
    return _remembered(settings, chosen) if chosen else None


def choose_folder(parent: QWidget, title: str, here: Path) -> Path | None:
    """Ask for a folder, beginning ``here``."""
    chosen = QFileDialog.getExistingDirectory(parent, _words(title), str(here))
    return Path(chosen) if chosen else None


def usual_folder(settings: Settings, last: str) -> Path:
    """Where something of this kind was done ``last``, else the user's documents, else home.

    Of a folder that is not there a dialog would make the name of a file.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = (settings.last(last), documents)
    return next((Path(one) for one in folders if one and Path(one).is_dir()), Path.home())


def _words(title: str) -> str:
    return f"{title} – {APPLICATION}"


def _remembered(settings: Settings, name: str) -> Path:
    path = Path(name)
    settings.remember_last(_LAST, str(path.parent))
    settings.save()
    return path


def _begin(settings: Settings) -> str:
    return str(usual_folder(settings, _LAST))


def show_folder(folder: Path) -> None:
    """Open the folder in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
