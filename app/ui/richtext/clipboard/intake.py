"""What is pasted or dropped into an editor: pictures, files, text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from app.models.richtext import plain
from app.ui.richtext.clipboard import mime_data
from app.ui.richtext.clipboard.clip_pictures import MARK, Clip, take_marks
from app.ui.richtext.editing.insertion import insert_text
from app.ui.richtext.pictures.file import is_picture_name

if TYPE_CHECKING:
    from app.ui.richtext.editor import RichTextEdit


def takes(editor: RichTextEdit, source: QMimeData) -> bool:
    """Whether there is something in it for the editor."""
    if source.hasUrls() or mime_data.can_read(source):
        return True
    return source.hasImage() and editor.pictures.can_add


def take(editor: RichTextEdit, source: QMimeData) -> None:
    """Pictures are asked about, other files passed on, everything else becomes structured text.

    A program that copies words or cells often adds a picture of them: words go before it.
    """
    if files := mime_data.local_files(source):
        _take_files(editor, files)
        return
    clip = mime_data.read(source, with_pictures=editor.pictures.can_add)
    is_picture = not plain(clip.text).strip(MARK + "\n ")
    if is_picture and source.hasImage() and editor.pictures.can_add:
        editor.pictures.add_image(QImage(source.imageData()))
    elif clip.sources:
        _insert_with_pictures(editor, clip)
    elif clip.text.blocks:
        editor.insert_rich(clip.text)


def _insert_with_pictures(editor: RichTextEdit, clip: Clip) -> None:
    """The words at once; each picture is read and asked about, and goes where it stood."""
    cursor = editor.textCursor()
    start = cursor.selectionStart()
    cursor.beginEditBlock()
    insert_text(cursor, clip.text, editor.editor_style)
    places = take_marks(cursor, start)
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    editor.pictures.add_from_clip(list(zip(clip.sources, places, strict=False)))


def _take_files(editor: RichTextEdit, files: list[str]) -> None:
    pictures = [name for name in files if editor.pictures.can_add and is_picture_name(name)]
    others = [name for name in files if name not in pictures]
    if others:
        editor.files_dropped.emit(others)
    editor.pictures.add_files([Path(name) for name in pictures])
