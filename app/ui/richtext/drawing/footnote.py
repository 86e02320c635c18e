"""The mark of a footnote inside the text: its number, raised, in the accent colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from app.models.richtext import OBJECT
from app.ui.richtext.document.char_format import is_footnote

if TYPE_CHECKING:
    from app.ui.richtext.editor import RichTextEdit

_SIZE, _RAISE = 0.68, 0.36  # of the body's size


class FootnoteMarks(QPyTextObject):
    """Draws the marks of one editor's document."""

    def __init__(self, editor: RichTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor

    def intrinsicSize(self, document: QTextDocument, position: int, look: QTextFormat) -> QSizeF:
        """As wide as the number, as high as the words beside it."""
        metrics = QFontMetricsF(self._font())
        width = metrics.horizontalAdvance(str(_number(document, position))) + 1
        return QSizeF(width, QFontMetricsF(self._editor.editor_style.body).ascent())

    def drawObject(
        self,
        painter: QPainter,
        area: QRectF | QRect,
        document: QTextDocument,
        position: int,
        look: QTextFormat,
    ) -> None:
        """The number."""
        style = self._editor.editor_style
        painter.setFont(self._font())
        is_dressed = look.hasProperty(
            QTextFormat.Property.ForegroundBrush.value
        )  # selected, linked
        painter.setPen(look.foreground().color() if is_dressed else style.accent)
        raised = area.bottom() - _RAISE * QFontMetricsF(style.body).ascent()
        painter.drawText(QPointF(area.left(), raised), str(_number(document, position)))

    def _font(self) -> QFont:
        font = QFont(self._editor.editor_style.sans)
        font.setPointSizeF(self._editor.editor_style.points(_SIZE))
        font.setWeight(QFont.Weight.DemiBold)
        return font


def _number(document: QTextDocument, position: int) -> int:
    """Which footnote of the text this is, from 1 on."""
    count, block, last = 1, document.begin(), document.findBlock(position)
    while block.isValid() and block.position() <= last.position():
        if OBJECT in block.text():
            count += sum(
                1
                for part in block.textFormats()
                if is_footnote(part.format) and block.position() + part.start < position
            )
        block = block.next()
    return count
