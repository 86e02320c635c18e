"""The way of a picture into the text: chosen, pasted or dropped, asked about, kept, put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from app.errors import AppError, InvalidInput
from app.i18n import _
from app.models.richtext import Image
from app.ui.richtext.clipboard.clip_pictures import Source, reader_of
from app.ui.richtext.document.char_format import IMAGE_PREFIX
from app.ui.richtext.document.rich_document import ImageResolver
from app.ui.richtext.editing.objects import picture_at
from app.ui.richtext.pictures.changes import (
    change_picture,
    delete_picture,
    insert_picture,
    shown_picture,
)
from app.ui.richtext.pictures.dialog import PictureDialog
from app.ui.richtext.pictures.file import ReadPicture, name_filter, read_picture, taken_picture

if TYPE_CHECKING:
    from app.ui.richtext.editor import RichTextEdit

_IMAGE = QTextDocument.ResourceType.ImageResource.value
Fetched = ReadPicture | Exception
Fetch = Callable[[], Fetched]


@runtime_checkable
class PictureStore(Protocol):
    """An editor's door to the store of pictures and to files, given from outside."""

    def __call__(self, sha256: str) -> QImage | None:
        """The picture kept under a SHA-256."""

    def choose(self, parent: QWidget, title: str, pattern: str) -> list[Path]:
        """The files that the user points out."""

    def keep(self, data: bytes) -> str:
        """Keep a picture's bytes; their SHA-256. Raises ``FileProblem``."""

    def fetch(self, owner: QObject, read: Fetch, then: Callable[[Fetched], None]) -> None:
        """Call ``read`` where it stalls nobody, then ``then``, unless ``owner`` is gone."""

    def tell(self, error: AppError) -> None:
        """Say what went wrong."""


@dataclass(frozen=True)
class _Asked:
    """A picture that waits: how it is read, what is said of it, where it goes if not at the
    cursor."""

    read: Callable[[], ReadPicture]
    alternative: str = ""
    place: QTextCursor | None = None


class PictureActions:
    """What the picture commands of one editor do; some show pictures and can keep none."""

    def __init__(self, editor: RichTextEdit, image_of: ImageResolver | None) -> None:
        self._editor = editor
        self._store = image_of if isinstance(image_of, PictureStore) else None
        self._waiting: list[_Asked] = []
        self._is_busy, self._turn = False, 0

    @property
    def can_add(self) -> bool:
        """Whether new pictures can be put in."""
        return self._store is not None and not self._editor.isReadOnly()

    def choose(self) -> None:
        """Change the picture beside the cursor, or ask for a file with a new one."""
        if picture_at(self._editor.textCursor()) is not None:
            self.edit()
            return
        if self._store is not None:
            pattern = f"{_('Pictures')} ({name_filter()})"
            self.add_files(self._store.choose(self._editor, _("Insert picture"), pattern))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Ask about the picture in each file and put it in."""
        self._add([_Asked(partial(read_picture, path)) for path in paths])

    def add_image(self, image: QImage) -> None:
        """Ask about a picture of the clipboard and put it in."""
        self._add([_Asked(partial(taken_picture, image))])

    def add_from_clip(self, pictures: Sequence[tuple[Source, QTextCursor]]) -> None:
        """Ask about the pictures of a clip and put each in at its place; tell of those that are not
        in it."""
        asked = [(reader_of(source), source, place) for source, place in pictures]
        if self._store is not None and any(read is None for read, _source, _place in asked):
            self._store.tell(
                InvalidInput(
                    "Pictures on the web are not fetched. Save them as files and insert those."
                )
            )
        self._add(
            [_Asked(read, source.alternative, place) for read, source, place in asked if read]
        )

    def edit(self) -> None:
        """Ask about the picture beside the cursor."""
        found = picture_at(self._editor.textCursor())
        if found is None or self._editor.isReadOnly():
            return
        picture = shown_picture(found)
        name = QUrl(f"{IMAGE_PREFIX}{picture.sha256}")
        image = self._editor.document().resource(_IMAGE, name)
        dialog = PictureDialog(picture, image, is_new=False, parent=self._editor)
        dialog.answered.connect(partial(self._change, found))
        dialog.open()

    def delete(self) -> None:
        """Take the picture beside the cursor away."""
        found = picture_at(self._editor.textCursor())
        if found is not None:
            delete_picture(found, self._editor.editor_style)
            self._go_on(found)

    def toggle_confidential(self) -> bool:
        """Hide the picture beside the cursor from the open edition, or no longer; False: none."""
        found = picture_at(self._editor.textCursor())
        if found is None:
            return False
        picture = shown_picture(found)
        changed = replace(picture, confidential=not picture.confidential)
        change_picture(found, changed, self._editor.editor_style)
        self._editor.setTextCursor(found)
        return True

    def forget(self) -> None:
        """Another text is shown: pictures that are still being read do not belong in it."""
        self._turn += 1
        self._waiting.clear()

    def _add(self, pictures: list[_Asked]) -> None:
        self._waiting.extend(pictures)
        if not self._is_busy:
            self._read_next()

    def _read_next(self, *_closed: object) -> None:
        """One picture after the other: each has a question of its own."""
        self._is_busy = bool(self._waiting)
        if self._waiting and self._store is not None:
            asked = self._waiting.pop(0)
            then = partial(self._ask, self._turn, asked)
            self._store.fetch(self._editor, partial(_attempt, asked.read), then)

    def _ask(self, turn: int, asked: _Asked, read: Fetched) -> None:
        if isinstance(read, ReadPicture) and turn != self._turn:
            read = InvalidInput("Another text is shown now. Put the picture in where it belongs.")
        if isinstance(read, Exception):
            try:
                self._tell(read)
            finally:
                self._read_next()
            return
        picture = Image("", asked.alternative)
        dialog = PictureDialog(picture, read.image, is_new=True, parent=self._editor)
        dialog.answered.connect(partial(self._put_in, read, asked.place))
        dialog.finished.connect(self._read_next)
        dialog.open()

    def _tell(self, error: Exception) -> None:
        """Say what hinders a picture; a bug is not ours to tell."""
        assert self._store is not None
        if not isinstance(error, AppError):
            raise error
        self._store.tell(error)

    def _put_in(self, read: ReadPicture, place: QTextCursor | None, asked: Image) -> None:
        assert self._store is not None
        try:
            sha256 = self._store.keep(read.data)
        except AppError as error:
            self._store.tell(error)
            return
        cursor = place or self._editor.textCursor()
        insert_picture(cursor, replace(asked, sha256=sha256), self._editor.editor_style)
        if place is None:
            self._go_on(cursor)

    def _change(self, found: QTextCursor, picture: Image) -> None:
        if picture_at(found) is not None:  # the text may have changed under the question
            change_picture(found, picture, self._editor.editor_style)
            self._go_on(found)

    def _go_on(self, cursor: QTextCursor) -> None:
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()


def _attempt(read: Callable[[], ReadPicture]) -> Fetched:
    """The picture, or what hinders it: also a bug, for the next picture waits for an answer."""
    try:
        return read()
    except Exception as error:
        return error
