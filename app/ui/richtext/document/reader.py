"""Document -> block tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import (
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextTable,
    QTextTableCell,
)

from app.models.richtext import (
    Cell,
    Image,
    RichText,
    Run,
    Runs,
    Table,
    normalise,
)
from app.ui.richtext.document.assembly import Entry, Picture, assemble
from app.ui.richtext.document.block_state import BlockRole, read_state
from app.ui.richtext.document.char_format import (
    CONFIDENTIAL,
    FOOTNOTE,
    is_footnote,
    picture_of,
    run_of,
)
from app.ui.richtext.document.nesting import Line, nest


def from_document(document: QTextDocument) -> RichText:
    """The text that the document shows, normalised."""
    return normalise(RichText(tuple(assemble(_entries(document)))))


def read_runs(block: QTextBlock) -> Runs:
    """The runs of one block; pictures in it are left out."""
    return tuple(piece for piece in _pieces(block) if isinstance(piece, Run))


def _entries(document: QTextDocument) -> Iterator[Entry]:
    tables = {t.firstPosition(): t for t in document.rootFrame().childFrames()}
    block = document.begin()
    while block.isValid():
        table = tables.get(block.position())
        if isinstance(table, QTextTable):
            yield from _table(table)
            block = document.findBlock(table.lastPosition() + 1)
        else:
            yield from _block_entries(block)
            block = block.next()


def _block_entries(block: QTextBlock) -> Iterator[Line | Picture]:
    """The block as a line, or as lines and pictures where pictures stand in it."""
    state, runs = read_state(block.blockFormat()), []
    for piece in _pieces(block):
        if isinstance(piece, Run):
            runs.append(piece)
            continue
        if runs:
            yield Line(state, tuple(runs))
        yield Picture(piece)
        state, runs = replace(state, marked=False, start=None, role=BlockRole.TEXT), []
    if runs or state.role is not BlockRole.TEXT or not block.length() > 1:
        yield Line(state, tuple(runs))


def _pieces(block: QTextBlock) -> Iterator[Run | Image]:
    """Runs and pictures of a block in order; the words of a footnote hang on the run before it."""
    held: Run | None = None
    for words, look in _stretches(block):
        if look.isImageFormat():
            if held:
                yield held
                held = None
            for _copy in words:  # the same picture twice makes one stretch
                yield picture_of(look)
        elif is_footnote(look):
            if held and held.confidential != look.boolProperty(CONFIDENTIAL):
                yield held  # the note of open words may be confidential by itself
                held = None
            for _mark in words:  # two notes of the same words make one stretch
                held = held or run_of("", look)
                yield replace(held, footnote=look.stringProperty(FOOTNOTE))
                held = None
        else:
            if held:
                yield held
            held = run_of(words, look)
    if held:
        yield held


def _stretches(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    """Words and their format; positions in Qt count UTF-16 units."""
    text, formats = block.text(), block.textFormats()
    if len(formats) == 1:
        yield text, formats[0].format
        return
    units = text.encode("utf-16-le")
    for part in formats:
        words = units[2 * part.start : 2 * (part.start + part.length)]
        yield words.decode("utf-16-le", "replace"), part.format


def _table(table: QTextTable) -> Iterator[Table | Picture]:
    pictures: list[Picture] = []
    rows = tuple(
        tuple(_cell(table.cellAt(y, x), pictures) for x in range(table.columns()))
        for y in range(table.rows())
    )
    yield Table(rows, table.format().headerRowCount())
    yield from pictures


def _cell(cell: QTextTableCell, pictures: list[Picture]) -> Cell:
    """The cell's paragraphs and lists; pictures have no place in cells and go after the table."""
    lines = []
    block, end = cell.firstCursorPosition().block(), cell.lastPosition()
    while block.isValid() and block.position() <= end:
        for entry in _block_entries(block):
            if isinstance(entry, Line):
                lines.append(entry)
            else:
                pictures.append(entry)
        block = block.next()
    return Cell(nest(lines))
