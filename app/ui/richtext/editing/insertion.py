"""Putting a text in at the cursor: what pasting and dropping do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextCursor

from app.models.richtext import (
    Block,
    Paragraph,
    RichText,
    Run,
    Runs,
    iter_runs,
    map_runs,
    normalise,
    plain,
)
from app.ui.richtext.document.block_state import BlockRole, read_state
from app.ui.richtext.document.char_format import CONFIDENTIAL
from app.ui.richtext.document.flatten import inner_blocks
from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.document.writer import Writer, write_runs
from app.ui.richtext.editing.objects import is_hidden


def insert_text(cursor: QTextCursor, text: RichText, style: EditorStyle) -> None:
    """Replace the selection by ``text`` as one undo step; the text takes on its surroundings.

    A single paragraph joins the line. In a heading or caption only the words go in (all of them
    confidential when some are), in a table cell paragraphs and lists, in a list paragraphs become
    points. Among confidential words, or in their place, all of it is confidential.
    """
    if is_hidden(cursor):
        text = map_runs(text, _hidden)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    state = read_state(cursor.blockFormat())
    in_cell = cursor.currentTable() is not None
    blocks = normalise(text).blocks
    if state.role is not BlockRole.TEXT:
        words = " ".join(plain(text).split())
        hidden = cursor.charFormat().boolProperty(CONFIDENTIAL) or any(
            run.confidential for run in iter_runs(text)
        )
        write_runs(cursor, (Run(words, confidential=hidden),) if words else ())
    elif blocks:
        _insert_blocks(cursor, inner_blocks(blocks) if in_cell else blocks, style, in_cell)
    cursor.endEditBlock()


def _hidden(runs: Runs) -> Runs:
    return tuple(replace(run, confidential=True) for run in runs)


def _insert_blocks(
    cursor: QTextCursor, blocks: tuple[Block, ...], style: EditorStyle, in_cell: bool
) -> None:
    first, rest = blocks[0], blocks[1:]
    splits = not cursor.atBlockEnd() and (bool(rest) or not isinstance(first, Paragraph))
    if splits:
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    if isinstance(first, Paragraph):
        write_runs(cursor, first.runs)
    else:
        rest = blocks
    state = read_state(cursor.blockFormat())
    fresh = cursor.block().length() == 1
    writer = Writer(cursor, style, fresh=fresh, in_cell=in_cell, base=state.follower())
    writer.write(rest)
    if splits and isinstance(blocks[-1], Paragraph):
        cursor.deleteChar()
