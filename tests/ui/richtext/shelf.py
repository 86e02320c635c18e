"""A store of pictures in memory, and ways to look for what became of them."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.errors import AppError, FileProblem
from app.i18n import sentence
from app.models.richtext import Image, RichText
from app.ui.richtext import RichTextEdit
from app.ui.richtext.pictures.actions import Fetch, Fetched
from app.ui.richtext.pictures.dialog import PictureDialog


@dataclass
class Shelf:
    """A store in memory that answers at once."""

    kept: dict[str, bytes] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    is_full: bool = False
    chosen: list[Path] = field(default_factory=list)

    def __call__(self, sha256: str) -> QImage | None:
        return QImage.fromData(self.kept[sha256]) if sha256 in self.kept else None

    def choose(self, _parent: QWidget, _title: str, _pattern: str) -> list[Path]:
        return self.chosen

    def keep(self, data: bytes) -> str:
        if self.is_full:
            raise FileProblem("The file {name} was not added. ", name="billede")
        sha256 = hashlib.sha256(data).hexdigest()
        self.kept[sha256] = data
        return sha256

    def fetch(self, _owner: QObject, read: Fetch, then: Callable[[Fetched], None]) -> None:
        then(read())

    def tell(self, error: AppError) -> None:
        self.told.append(sentence(error))


def question(editor: RichTextEdit) -> PictureDialog | None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = [one for one in editor.findChildren(PictureDialog) if one.isVisible()]
    return found[0] if found else None


def dropped(*paths: Path) -> QMimeData:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return source


def pictures(content: RichText) -> list[Image]:
    return [block for block in content.blocks if isinstance(block, Image)]
