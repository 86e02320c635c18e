"""Fonts and colours of the text, laid over the document without being part of it.

A change of colours therefore costs no undo step and never reaches what is stored.
"""

from __future__ import annotations

import re

from PySide6.QtGui import (
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.ui.richtext.document.block_state import BlockRole, BlockState, read_state
from app.ui.richtext.document.char_format import CONFIDENTIAL, is_bold
from app.ui.richtext.document.style import EditorStyle

_SIZE = {BlockRole.HEADING: 19 / 15.5, BlockRole.SUBHEADING: 16.5 / 15.5}


class Looks(QSyntaxHighlighter):
    """Dresses headings, captions, tables, links and confidential words, block by changed block."""

    def __init__(self, document: QTextDocument, style: EditorStyle) -> None:
        super().__init__(document)
        self._style = style
        self._opening = ""

    def set_style(self, style: EditorStyle) -> None:
        """Dress everything anew."""
        self._style = style
        self.rehighlight()

    def rehighlight(self) -> None:
        """Dress everything, then lay it out once; Qt would do so block by block, and for each cell
        with its whole table.
        """
        document = self.document()
        document.setLayoutEnabled(False)
        super().rehighlight()
        document.setLayoutEnabled(True)
        document.markContentsDirty(0, document.characterCount() - 1)

    def set_opening(self, words: str) -> None:
        """Words that stand out where the text begins with them."""
        if words != self._opening:
            self._opening = words
            self.rehighlightBlock(self.document().firstBlock())

    def highlightBlock(self, text: str) -> None:
        """Qt's hook: dress the current block."""
        block = self.currentBlock()
        state = read_state(block.blockFormat())
        base = self._base(block, state)
        for part in block.textFormats():
            look = self._stretch(part.format, base)
            if look is not None:
                self.setFormat(part.start, part.length, look)
        if block.blockNumber() == 0 and base is None and not state.marked:
            self._raise_opening(text)

    def _raise_opening(self, text: str) -> None:
        """Semibold, as on paper, with the full stop behind it."""
        found = re.match(rf"{re.escape(self._opening)}(?!\w)\.?", text, re.IGNORECASE)
        for at in range(found.end() if self._opening and found else 0):
            look = QTextCharFormat(self.format(at))
            look.setFontWeight(QFont.Weight.DemiBold)
            self.setFormat(at, 1, look)

    def _stretch(
        self, words: QTextCharFormat, base: QTextCharFormat | None
    ) -> QTextCharFormat | None:
        """The dress of one stretch, or nothing for plain body text."""
        confidential = words.boolProperty(CONFIDENTIAL)
        if base is None and not words.isAnchor() and not confidential:
            return None
        look = QTextCharFormat(base) if base is not None else QTextCharFormat()
        if is_bold(words):
            look.setFontWeight(QFont.Weight.Bold)
        if words.isAnchor():
            look.setForeground(self._style.accent)
            look.setFontUnderline(True)
        if confidential:
            self._mark_confidential(look)
        return look

    def _mark_confidential(self, look: QTextCharFormat) -> None:
        """A fill, and dots below it for those who do not see the fill."""
        look.setBackground(self._style.confidential_fill)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(self._style.confidential)

    def _base(self, block: QTextBlock, state: BlockState) -> QTextCharFormat | None:
        """What the whole block wears because of its role or its place in a table."""
        match state.role:
            case BlockRole.HEADING | BlockRole.SUBHEADING:
                return self._serif(state.role)
            case BlockRole.TABLE_CAPTION:
                return self._sans(14, QFont.Weight.DemiBold)
            case BlockRole.PICTURE_CAPTION | BlockRole.AUTHOR:
                return self._sans(13.5, QFont.Weight.Normal, muted=True)
        table = QTextCursor(block).currentTable()
        if table is None:
            return None
        head = table.cellAt(block.position()).row() < table.format().headerRowCount()
        return self._sans(14.5, QFont.Weight.DemiBold if head else QFont.Weight.Normal)

    def _serif(self, role: BlockRole) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setFontPointSize(self._style.points(_SIZE[role]))
        return look

    def _sans(self, pixels: float, weight: QFont.Weight, *, muted: bool = False) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontFamilies([self._style.sans.family()])
        look.setFontPointSize(self._style.sans.pointSizeF() * pixels / 15)
        look.setFontWeight(weight)
        if muted:
            look.setForeground(self._style.muted)
        return look
