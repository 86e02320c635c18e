"""What stands around the words: bullets, dashes, numbers, quotation bars, table lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextTable,
)

from app.i18n import N_, _
from app.models.richtext import OBJECT, number_label
from app.ui.richtext.document.block_state import (
    BULLET_INDENT,
    NUMBER_INDENT,
    BlockRole,
    BlockState,
    left_margin,
    read_state,
)
from app.ui.richtext.document.numbering import PointNumbers
from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.document.writer import CELL_PADDING
from app.ui.richtext.drawing.picture_frame import draw_frames

_PROMPTS = {
    BlockRole.TABLE_CAPTION: N_("Write a caption for the table"),
    BlockRole.PICTURE_CAPTION: N_("Write a caption for the picture"),
    BlockRole.AUTHOR: N_("Write who is quoted"),
}
_DOT, _DASH, _BAR = 5.0, 8.0, 3.0


class Surroundings:
    """Paints one exposed part of a document; made anew for each paint event.

    ``chosen`` is the position of the picture that is selected, or -1.
    """

    def __init__(
        self,
        painter: QPainter,
        document: QTextDocument,
        style: EditorStyle,
        exposed: QRectF,
        chosen: int = -1,
    ) -> None:
        self._painter, self._document, self._chosen = painter, document, chosen
        self._style, self._exposed = style, exposed
        self._layout = document.documentLayout()
        self._numbers = PointNumbers()

    def paint(self, first: QTextBlock) -> None:
        """Paint from ``first``, the topmost block in sight, to the lower edge."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for table in self._document.rootFrame().childFrames():
            if isinstance(table, QTextTable):
                self._table(table)
        block = first
        while block.isValid():
            area = self._layout.blockBoundingRect(block)
            if area.top() > self._exposed.bottom() and not self._beside_others(block):
                return
            self._block(block, area)
            block = block.next()

    def _beside_others(self, block: QTextBlock) -> bool:
        """True in tables, where a later block may stand higher."""
        return self._document.frameAt(block.position()) is not self._document.rootFrame()

    def _block(self, block: QTextBlock, area: QRectF) -> None:
        state = read_state(block.blockFormat())
        if state.quoted:
            self._quote_bar(block, area)
        if block.length() == 1 and state.role in _PROMPTS:
            self._prompt(block, area, _(_PROMPTS[state.role]))
        if OBJECT in block.text():
            draw_frames(self._painter, block, area, self._style, self._chosen)
        if state.marked:
            number = self._numbers.number(block, state)
            self._mark(block, area, state, number)
        elif not state.level:
            self._numbers.leave(0)

    def _prompt(self, block: QTextBlock, area: QRectF, words: str) -> None:
        """What an empty caption is for, until it is written."""
        line = block.layout().lineAt(0)
        self._painter.setFont(self._style.sans)
        self._painter.setPen(self._style.muted)
        place = QPointF(area.left() + line.x(), area.top() + line.y() + line.ascent())
        self._painter.drawText(place, words)

    def _mark(self, block: QTextBlock, area: QRectF, state: BlockState, number: int) -> None:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        edge = area.left() + line.x()
        base = area.top() + line.y() + line.ascent()
        if state.ordered:
            label = number_label(number, state.list_style)
            self._number(QPointF(edge, base), label, edge - area.left())
        elif state.level == 1:
            self._dot(edge, base)
        else:
            self._dash(edge, base)

    def _dot(self, edge: float, base: float) -> None:
        px = self._style.px
        middle = base - QFontMetricsF(self._style.body).xHeight() / 2
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._style.accent)
        centre = QPointF(edge - px(BULLET_INDENT) + px(6.5), middle - px(0.5))
        self._painter.drawEllipse(centre, px(_DOT) / 2, px(_DOT) / 2)

    def _dash(self, edge: float, base: float) -> None:
        px = self._style.px
        top = QFontMetricsF(self._style.body).tightBoundingRect("–").top()
        middle = round(base) + round(top) + 1.5  # as high as a dash in the words
        self._painter.setPen(QPen(self._style.text2, px(1)))
        left = edge - px(BULLET_INDENT) + px(2)
        self._painter.drawLine(QPointF(left, middle), QPointF(left + px(_DASH), middle))

    def _number(self, words: QPointF, label: str, room: float) -> None:
        """The label left of the words; one that is wider than its room is set smaller."""
        px, font = self._style.px, QFont(self._style.sans)
        font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(label)
        fitting = max(min(1.0, (room - px(2)) / width), 0.5)
        font.setPointSizeF(font.pointSizeF() * fitting)
        indented, beside = px(NUMBER_INDENT), width * fitting + px(2 if fitting < 1 else 6)
        self._painter.setFont(font)
        self._painter.setPen(self._style.accent)
        self._painter.drawText(words - QPointF(max(indented, beside), 0), label)

    def _quote_bar(self, block: QTextBlock, area: QRectF) -> None:
        """A bar at the left, running through to the next block of the quotation."""
        px = self._style.px
        state = read_state(block.blockFormat())
        left = area.left() + block.layout().lineAt(0).x() - px(left_margin(state))
        bottom, after = area.bottom(), block.next()
        if after.isValid():
            following = read_state(after.blockFormat())
            if following.quoted and not following.opens_quote:
                bottom = self._layout.blockBoundingRect(after).top()
        top = round(area.top())
        bar = QRectF(round(left), top, round(px(_BAR)), round(bottom) - top)
        self._painter.fillRect(bar, self._style.quote_bar)

    def _table(self, table: QTextTable) -> None:
        """A line under each row, a stronger one under the head."""
        if not self._layout.frameBoundingRect(table).intersects(self._exposed):
            return
        left = self._cell_area(table, 0, 0).left()
        right = self._document.textWidth()
        head = table.format().headerRowCount()
        for row in range(table.rows()):
            strong = row + 1 == head
            pen = QPen(self._style.head_rule if strong else self._style.rule, 1.5 if strong else 1)
            self._painter.setPen(pen)
            y = round(self._row_bottom(table, row)) + 0.5
            self._painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _row_bottom(self, table: QTextTable, row: int) -> float:
        return max(self._cell_area(table, row, x).bottom() for x in range(table.columns()))

    def _cell_area(self, table: QTextTable, row: int, column: int) -> QRectF:
        """The room of a cell's words with the padding around them; as high as the words alone."""
        cell, padding = table.cellAt(row, column), self._style.px(CELL_PADDING)
        first = self._layout.blockBoundingRect(cell.firstCursorPosition().block())
        last = self._layout.blockBoundingRect(cell.lastCursorPosition().block())
        return first.united(last).adjusted(-padding, -padding, padding, padding)
