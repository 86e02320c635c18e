"""Files and folders outside the program.

Public: ``choose_files(parent, title, settings, pattern)``, which begins where the last file was
chosen; ``show_folder(folder)``.
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
    words = f"{title} – {APPLICATION}"
    names, _pattern = QFileDialog.getOpenFileNames(parent, words, _begin(settings), pattern)
    if names:
        settings.remember_last(_LAST, str(Path(names[0]).parent))
    return [Path(name) for name in names]


def _begin(settings: Settings) -> str:
    """Where the last file was chosen, else the user's documents, else home.

    Of a folder that is not there the dialog makes the name of a file.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = (settings.last(_LAST), documents)
    return next((one for one in folders if one and Path(one).is_dir()), str(Path.home()))


def show_folder(folder: Path) -> None:
    """Open the folder in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
