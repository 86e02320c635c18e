"""Pictures in texts, in the attachment store. Public: ``pictures_of``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.i18n import _
from app.ui.context import AppContext
from app.ui.folders import choose_files
from app.ui.richtext.pictures.actions import Fetch, Fetched


class StoredPictures:
    """What a text editor sees of the store (``PictureStore``)."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def __call__(self, sha256: str) -> QImage | None:
        """The picture kept under a SHA-256; None when it is not in the store."""
        image = QImage(str(self._context.database.attachments.path_of(sha256)))
        return None if image.isNull() else image

    def choose(self, parent: QWidget, title: str, pattern: str) -> list[Path]:
        """Ask for files."""
        return choose_files(parent, title, self._context.settings, pattern)

    def keep(self, data: bytes) -> str:
        """Keep a picture; the row that shows it is written later, with the text."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / _("picture")
            path.write_bytes(data)
            return self._context.database.attachments.add(path).sha256

    def fetch(self, owner: QObject, read: Fetch, then: Callable[[Fetched], None]) -> None:
        """Read and scale in a thread."""
        self._context.jobs.in_thread(read, owner=owner, then=then, changes_data=True)

    def tell(self, error: AppError) -> None:
        """As a message over the window."""
        self._context.messages.show_error(error)


def pictures_of(context: AppContext) -> StoredPictures:
    """The store of pictures for the text editors of a page."""
    return StoredPictures(context)
