"""Attachment files on their way out: opened in their own program, or copied to a place.

Public: ``open_copy``, ``save_copy``. The file of the store itself is never handed out.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import FileProblem
from app.i18n import N_
from app.services.queries.items import AttachmentView
from app.storage.database import Database


def open_copy(database: Database, view: AttachmentView) -> Path:
    """Open a copy in the program that the system has for it; where the copy lies."""
    folder = Path(tempfile.mkdtemp(prefix="moedevaerk-"))
    copy = save_copy(database, view, folder / (Path(view.file_name).name or "bilag"))
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        raise FileProblem(
            N_("No program opens {name}. Save a copy and open it from there."), name=copy.name
        )
    return copy


def save_copy(database: Database, view: AttachmentView, target: Path) -> Path:
    """Copy the file to ``target``, whole or not at all. Raises ``FileProblem``."""
    source = database.attachments.path_of(view.sha256)
    if not source.is_file():
        raise FileProblem(
            N_("The file of {title} is not in the store. Restore a backup."), title=view.title
        )
    half = target.with_name(target.name + ".part")
    try:
        shutil.copyfile(source, half)
        half.replace(target)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise FileProblem(
            N_("The copy was not saved as {name}. Choose another folder."), name=target.name
        ) from error
    return target
