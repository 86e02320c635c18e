"""Block tree -> document."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextLength, QTextTableFormat

from app.models.richtext import (
    OBJECT,
    Block,
    Heading,
    Image,
    InnerBlock,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Run,
    Runs,
    Table,
    normalise,
)
from app.ui.richtext.document.block_state import BlockRole, BlockState, block_format
from app.ui.richtext.document.char_format import char_format, footnote_format, image_format, to_qt
from app.ui.richtext.document.style import EditorStyle

PLAIN = QTextCharFormat()
CELL_PADDING = 6


def to_document(text: RichText, document: QTextDocument, style: EditorStyle) -> None:
    """Make ``document`` show ``text`` and nothing else; its undo steps are forgotten."""
    undoing = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(block_format(BlockState(), style))
    Writer(cursor, style).write(normalise(text).blocks)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(undoing)
    document.setModified(False)


def write_runs(cursor: QTextCursor, runs: Runs) -> None:
    """Insert runs at the cursor, with the marks of their footnotes."""
    for run in runs:
        cursor.insertText(to_qt(run.text), char_format(run))
        if run.footnote:
            cursor.insertText(OBJECT, footnote_format(run))


def table_format(style: EditorStyle, header_rows: int) -> QTextTableFormat:
    """How tables are laid out; their lines are drawn by ``painting``."""
    made = QTextTableFormat()
    made.setHeaderRowCount(header_rows)
    made.setBorder(0)
    made.setCellSpacing(0)
    made.setCellPadding(style.px(CELL_PADDING))
    made.setTopMargin(style.px(4))
    made.setBottomMargin(style.px(8))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


class Writer:
    """Writes blocks at a cursor.

    ``fresh``: the block it stands in is empty and free to use. ``base``: what a plain paragraph
    becomes here (a point, when writing into a list).
    """

    def __init__(
        self,
        cursor: QTextCursor,
        style: EditorStyle,
        *,
        fresh: bool = True,
        in_cell: bool = False,
        base: BlockState = BlockState(),
    ) -> None:
        self.cursor, self._style, self._base = cursor, style, base
        self._fresh, self._in_cell = fresh, in_cell
        self._opens_quote = False

    def write(self, blocks: tuple[Block, ...]) -> None:
        """Write normalised blocks one after the other."""
        for block in blocks:
            self._block(block)

    def open(self, state: BlockState) -> None:
        """Begin a block."""
        if self._opens_quote:
            state, self._opens_quote = replace(state, opens_quote=True), False
        made = block_format(state, self._style, in_cell=self._in_cell)
        if self._fresh:
            self.cursor.setBlockFormat(made)
            self._fresh = False
        else:
            self.cursor.insertBlock(made, PLAIN)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._inners((block,), self._base)
            case List():
                outside = self._base.unlisted()
                self._inners((block,), replace(outside, level=max(self._base.level - 1, 0)))
            case Heading(runs=runs, level=level):
                self.open(BlockState(BlockRole.HEADING if level == 1 else BlockRole.SUBHEADING))
                write_runs(self.cursor, runs)
            case Quote():
                self._quote(block)
            case Table():
                self._table(block)
            case Image():
                self._image(block)

    def _inners(self, blocks: tuple[InnerBlock, ...], base: BlockState) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self.open(base)
                write_runs(self.cursor, block.runs)
            else:
                self._list(block, base)

    def _list(self, block: List, base: BlockState) -> None:
        further = replace(
            base,
            level=base.level + 1,
            marked=False,
            start=None,
            ordered=block.ordered,
            list_style=block.style if block.ordered else "decimal",
        )
        for index, item in enumerate(block.items):
            start = block.start if block.ordered and index == 0 else None
            self._item(item, replace(further, marked=True, start=start), further)

    def _item(self, item: ListItem, first: BlockState, further: BlockState) -> None:
        self.open(first)
        rest = item.blocks
        if rest and isinstance(rest[0], Paragraph):
            write_runs(self.cursor, rest[0].runs)
            rest = rest[1:]
        self._inners(rest, further)

    def _quote(self, block: Quote) -> None:
        self._opens_quote = True
        self._inners(block.blocks, BlockState(quoted=True))
        if block.author:
            self._line(BlockState(BlockRole.AUTHOR, quoted=True), Run(block.author))

    def _image(self, block: Image) -> None:
        self.open(BlockState(BlockRole.PICTURE))
        self.cursor.insertImage(image_format(block))
        if block.caption:
            caption = Run(block.caption, confidential=block.confidential)
            self._line(BlockState(BlockRole.PICTURE_CAPTION), caption)

    def _line(self, state: BlockState, words: Run) -> None:
        self.open(state)
        write_runs(self.cursor, (words,))

    def _table(self, block: Table) -> None:
        if block.caption:
            self._line(BlockState(BlockRole.TABLE_CAPTION), Run(block.caption))
        elif self._fresh:  # Qt keeps a line before a table: it must not look like the block before
            self.cursor.setBlockFormat(block_format(BlockState(), self._style))
        made = table_format(self._style, block.header_rows)
        table = self.cursor.insertTable(len(block.rows), len(block.rows[0]), made)
        for y, row in enumerate(block.rows):
            for x, cell in enumerate(row):
                inside = Writer(table.cellAt(y, x).firstCursorPosition(), self._style, in_cell=True)
                inside.cell(cell.blocks)
        self.cursor.setPosition(table.lastPosition() + 1)
        self.cursor.setBlockFormat(block_format(BlockState(), self._style))
        self._fresh = True

    def cell(self, blocks: tuple[InnerBlock, ...]) -> None:
        """Fill the empty cell that the cursor stands in."""
        if blocks:
            self._inners(blocks, BlockState())
        else:
            self.open(BlockState())
