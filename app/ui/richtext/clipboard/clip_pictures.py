"""Pictures that come with the words of a clip: where they stand, and how they are read.

Public: ``Clip``, ``Source``, ``MARK``, ``reader_of(source)``, ``take_marks(cursor, start)``.
Nothing is fetched: a picture is in the clip itself or in a file that was written for it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor

from app.errors import FileProblem
from app.models.richtext import RichText
from app.ui.richtext.clipboard.paste_html import MARK
from app.ui.richtext.document.block_state import BlockState, read_state
from app.ui.richtext.pictures.file import ReadPicture, picture_from, read_picture
from app.ui.richtext.positions import stretch

__all__ = ["MARK", "Clip", "Source", "reader_of", "take_marks"]

_WORD_FOLDERS = ("msohtmlclip", "TemporaryItems")  # Word keeps them elsewhere on some systems
_KEEP = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True)
class Source:
    """Where a picture is to be found, and the words that stand for it there."""

    address: str
    alternative: str = ""


@dataclass(frozen=True)
class Clip:
    """A text with a ``MARK`` where each picture was, and the pictures in that order."""

    text: RichText
    sources: tuple[Source, ...] = ()


def reader_of(source: Source) -> Callable[[], ReadPicture] | None:
    """What reads the picture, raising ``FileProblem``; None for one that is not in the clip."""
    kind, _colon, rest = source.address.partition(":")
    if kind.lower() == "data":
        return partial(_read, partial(_from_data, rest))
    path = _own_file(source.address)
    return partial(_read, partial(read_picture, path)) if path is not None else None


def _read(read: Callable[[], ReadPicture]) -> ReadPicture:
    try:
        return read()
    except (FileProblem, ValueError, binascii.Error) as error:
        raise FileProblem(
            "A picture in what you pasted cannot be read or is too large. "
            "Save it as a smaller PNG or JPEG file and insert that."
        ) from error


def _from_data(words: str) -> ReadPicture:
    head, _comma, body = words.partition(",")
    data = unquote_to_bytes(body)
    if head.lower().endswith(";base64"):
        data = base64.b64decode(data)
    return picture_from(data, "")


def _own_file(address: str) -> Path | None:
    """A file below the folder for temporary files: a page of the web must not name others."""
    url = QUrl(address)
    if not url.isLocalFile() or url.host():
        return None
    try:
        path, home = Path(url.toLocalFile()).resolve(), Path(gettempdir()).resolve()
    except OSError:
        return None
    is_words = any(part.startswith(_WORD_FOLDERS) for part in path.parts[:-1])
    return path if path.is_relative_to(home) or is_words else None


def take_marks(cursor: QTextCursor, start: int) -> list[QTextCursor]:
    """Take the marks from ``start`` to the cursor out of the document; where each picture goes."""
    places = []
    while (found := cursor.document().find(MARK, start)) and not found.isNull():
        if found.selectionEnd() > cursor.position():
            break
        found.removeSelectedText()
        _close_up(found)
        start = found.position()
        _leave_list(found)
        places.append(found)
    return places


def _leave_list(place: QTextCursor) -> None:
    """Below the list, which counts on."""
    while read_state(place.block().blockFormat()).level and place.currentTable() is None:
        place.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        following = place.block().next()
        if not following.isValid() or not read_state(following.blockFormat()).level:
            return
        place.setPosition(following.position())


def _close_up(place: QTextCursor) -> None:
    """An empty paragraph waits for the picture; an empty point or a second blank goes away."""
    block = place.block()
    if block.length() > 1:
        at, words = place.positionInBlock(), block.text()
        sides = stretch(words, at - 1, 1) if at else "", stretch(words, at, 1)
        if all(side in (" ", "") for side in sides):
            place.deleteChar() if at + 1 < block.length() else None
        return
    is_plain = read_state(block.blockFormat()) == BlockState() and place.currentTable() is None
    if not is_plain and block.previous().isValid():
        before = QTextCursor(block.previous())
        if before.currentTable() == place.currentTable() and before.currentFrame() == (
            place.currentFrame()
        ):
            place.deletePreviousChar()
