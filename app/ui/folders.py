"""Folders outside the program: which one a file dialog begins in, and showing one to the user.

Public: ``folder_to_begin_in(settings)``, ``remember_folder(settings, file)``, ``show_folder``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from app.ui.settings import Settings

_LAST = "folder"


def folder_to_begin_in(settings: Settings) -> str:
    """Where the last file was chosen; at first, or when that is gone, the user's documents."""
    last = settings.last(_LAST)
    if last and Path(last).is_dir():
        return last
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def remember_folder(settings: Settings, file: str) -> None:
    """A file has been chosen: the next dialog begins beside it."""
    settings.remember_last(_LAST, str(Path(file).parent))


def show_folder(folder: Path) -> None:
    """Open the folder in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
