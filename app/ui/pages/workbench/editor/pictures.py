"""Pictures in texts, from the attachment store. Public: ``pictures_of``."""

from __future__ import annotations

from PySide6.QtGui import QImage

from app.ui.context import AppContext
from app.ui.richtext.document import ImageResolver


def pictures_of(context: AppContext) -> ImageResolver:
    """What a text editor asks for a picture by its SHA-256; None when it is not in the store."""

    def find(sha256: str) -> QImage | None:
        image = QImage(str(context.database.attachments.path_of(sha256)))
        return None if image.isNull() else image

    return find
