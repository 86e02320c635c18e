"""A growing line, folded to a few lines while nobody writes in it. Public: ``FoldingLine``."""

from __future__ import annotations

import math
from html import escape

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QTextLine

from app.ui.pages.workbench.editor.fields.growing_line import STAYS, GrowingLine
from app.ui.richtext.positions import stretch
from app.ui.theme import theme

_FOLDED = 3  # lines


class FoldingLine(GrowingLine):
    """The last line in sight ends in "…" where more follows; the tooltip has it all."""

    _is_open = False

    @property
    def is_cut(self) -> bool:
        """Whether some of the words are out of sight."""
        return not self._is_open and len(self._lines()) > _FOLDED

    @property
    def words_shown(self) -> list[str]:
        """The lines in sight."""
        lines, words = self._lines(), self.toPlainText()
        shown = [stretch(words, line.textStart(), line.textLength()).strip() for line in lines]
        if not self.is_cut:
            return shown
        rest = stretch(words, lines[_FOLDED - 1].textStart())
        metrics, room = QFontMetricsF(self.font()), self.viewport().width()
        return [*shown[: _FOLDED - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """All of it is there to be written in."""
        self._fold(is_open=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self._fold(is_open=False)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Folded, it begins with its first line."""
        if self.is_cut and self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(0)
        else:
            super().scrollContentsBy(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        last = self._lines()[_FOLDED - 1]
        above = QRect(0, 0, self.viewport().width(), math.floor(last.y()))
        super().paintEvent(QPaintEvent(event.rect() & above))
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(theme().color(self._tone))
        painter.drawText(QPointF(last.x(), last.y() + last.ascent()), self.words_shown[-1])
        painter.end()

    def _whole_height(self) -> float:
        if not self.is_cut:
            return super()._whole_height()
        last = self._lines()[_FOLDED - 1]
        return last.y() + last.height()

    def _fit_height(self, *size: object) -> None:
        super()._fit_height(*size)
        self.setToolTip(f"<p>{escape(self.text())}</p>" if self.is_cut else "")

    def _fold(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self.verticalScrollBar().setValue(0)
        self._fit_height()
        self.viewport().update()

    def _lines(self) -> list[QTextLine]:
        layout = self.document().firstBlock().layout()
        return [layout.lineAt(at) for at in range(layout.lineCount())]
