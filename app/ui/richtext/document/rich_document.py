"""The document behind an editor: it shows pictures of the store and never reads anything else."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextDocument

from app.ui.richtext.document.char_format import IMAGE_PREFIX

ImageResolver = Callable[[str], QImage | None]
_PICTURE = re.compile(re.escape(IMAGE_PREFIX) + r"([0-9a-f]{64})")
_MISSING = (64, 48)


class RichDocument(QTextDocument):
    """A text document that asks ``image_of`` for pictures by SHA-256 and loads nothing by address.

    Qt's own document reads files and, through its parts, addresses named in pasted text; this one
    never passes a request on. An unknown picture is an empty frame: were it nothing, Qt would try
    the disk.
    """

    def __init__(
        self, parent: QObject | None = None, image_of: ImageResolver | None = None
    ) -> None:
        super().__init__(parent)
        self._image_of = image_of

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:
        """The picture of the store that ``name`` stands for; nothing for style sheets and pages."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        address = name.toString() if isinstance(name, QUrl) else name
        found = _PICTURE.fullmatch(address)
        image = self._image_of(found.group(1)) if found and self._image_of else None
        return image or _empty_frame()


def _empty_frame() -> QImage:
    """What stands for a picture that is not there."""
    image = QImage(*_MISSING, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setPen(QGuiApplication.palette().mid().color())
    painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return image
