"""Putting things into the text and changing them: tables, links, footnotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from app.models.richtext import OBJECT, Paragraph, RichText, iter_runs
from app.ui.richtext.clipboard.mime_data import selected_text
from app.ui.richtext.editing import tables
from app.ui.richtext.editing.containers import go_to_line
from app.ui.richtext.editing.objects import (
    change_footnote,
    footnote_at,
    footnote_words,
    forward,
    insert_footnote,
    link_address,
    link_at,
)
from app.ui.richtext.footnote_dialog import FootnoteDialog
from app.ui.richtext.insert_dialogs import LinkDialog, TableDialog
from app.ui.richtext.links import OpenLinkDialog, can_open

if TYPE_CHECKING:
    from app.ui.richtext.editor import RichTextEdit


class InsertActions:
    """What the insert commands of one editor do."""

    def __init__(self, editor: RichTextEdit) -> None:
        self._editor = editor
        self.doers: dict[str, Callable[[], None]] = {
            "table": self._ask_for_table,
            "link": self._edit_link,
            "open_link": self._open_link_here,
            "footnote": self._edit_footnote,
            "caption": self._go_to_line,
        }

    def _show(self, cursor: QTextCursor) -> None:
        """Go on writing where the cursor stands."""
        cursor.setPosition(cursor.selectionEnd())
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()

    # --- Tables

    def _ask_for_table(self) -> None:
        dialog = TableDialog(self._editor)
        dialog.answered.connect(self.insert_table)
        dialog.open()

    def insert_table(self, rows: int, columns: int) -> None:
        """Put an empty table below the paragraph of the cursor."""
        cursor = self._editor.textCursor()
        tables.insert_table(cursor, rows, columns, self._editor.editor_style)
        self._show(cursor)

    def _go_to_line(self) -> None:
        """Write the caption of what the cursor stands in, or who is quoted."""
        cursor = self._editor.textCursor()
        go_to_line(cursor, self._editor.editor_style)
        self._show(cursor)
        self._editor.viewport().update()

    # --- Links

    def _edit_link(self) -> None:
        here = self._editor.textCursor()
        cursor = forward(here) if here.hasSelection() else link_at(here) or here
        words, address = cursor.selectedText(), cursor.charFormat().anchorHref()
        if not _are_alike(selected_text(cursor)):
            words = " ".join(words.replace(OBJECT, "").split())
            dialog = LinkDialog(words, address, self._editor, are_words_fixed=True)
            dialog.answered.connect(lambda _words, address: self._lead(cursor, address))
        else:
            dialog = LinkDialog(words, address, self._editor)
            dialog.answered.connect(lambda words, address: self._put_link(cursor, words, address))
        dialog.open()

    def _open_link_here(self) -> None:
        self.open_link(link_address(self._editor.textCursor()))

    def open_link(self, address: str) -> None:
        """Show where a link leads, and go there when that is wanted."""
        if can_open(address):
            OpenLinkDialog(address, self._editor).open()

    def _put_link(self, cursor: QTextCursor, words: str, address: str) -> None:
        """Let words, which look as those they stand for, lead to the address."""
        if words == cursor.selectedText():
            self._lead(cursor, address)
            return
        look = QTextCharFormat(cursor.charFormat())
        look.setAnchor(bool(address))
        look.setAnchorHref(address)
        look.clearProperty(QTextCharFormat.Property.ObjectType.value)
        cursor.insertText(words, look)
        self._show(cursor)

    def _lead(self, cursor: QTextCursor, address: str) -> None:
        """Let what is selected lead to the address; its looks and notes stay."""
        look = QTextCharFormat()
        look.setAnchor(bool(address))
        look.setAnchorHref(address)
        cursor.mergeCharFormat(look)
        self._show(cursor)

    # --- Footnotes

    def _edit_footnote(self) -> None:
        """Ask for the words of the note beside the cursor, or of a new one."""
        cursor = self._editor.textCursor()
        mark = footnote_at(cursor)
        dialog = FootnoteDialog(footnote_words(mark) if mark else "", self._editor)
        dialog.answered.connect(lambda words: self._put_footnote(mark, cursor, words))
        if mark is not None:
            dialog.deleted.connect(lambda: self._delete(mark))
        dialog.open()

    def _put_footnote(self, mark: QTextCursor | None, cursor: QTextCursor, words: str) -> None:
        if mark is not None:
            change_footnote(mark, words)
        else:
            insert_footnote(cursor, words)
        self._show(mark or cursor)

    def delete_footnote(self) -> None:
        """Take the note beside the cursor away."""
        mark = footnote_at(self._editor.textCursor())
        if mark is not None:
            self._delete(mark)

    def _delete(self, what: QTextCursor) -> None:
        what.removeSelectedText()
        self._show(what)


def _are_alike(text: RichText) -> bool:
    """Whether it is one line of one look without notes, so that other words can take its place."""
    runs = [replace(run, link="") for run in iter_runs(text)]
    looks = {replace(run, text="") for run in runs}
    return (
        len(text.blocks) <= 1
        and all(isinstance(block, Paragraph) for block in text.blocks)
        and len(looks) <= 1
        and not any(run.footnote or "\n" in run.text for run in runs)
    )
