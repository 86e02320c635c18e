"""Chips: status that is read, and filters that are in force.

Public: ``paint_chip`` and ``chip_size`` for status in lists and tables; ``FilterChip(label)``
with ``set_value``, whose ``clicked`` takes the filter away.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.i18n import _
from app.ui.theme import keep, theme
from app.ui.tokens import Role, Tone
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width

_EDGES = {("selected", Tone.ACCENT): "accent_line", ("hover", Tone.NEUTRAL): "line"}
_MOST_VALUE, _LEAST_VALUE = 320, 60  # of a filter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def chip_size(text: str, icon: str = "", bare: bool = False) -> QSize:
    """Room a chip needs."""
    px = theme().px
    width = text_width(_font(bare), text) + (0 if bare else px(18))
    return QSize(width + (px(18 if bare else 17) if icon else 0), px(22))


def paint_chip(
    painter: QPainter,
    box: QRectF,
    text: str,
    tone: Tone,
    icon: str = "",
    bare: bool = False,
    ground: str = "",
) -> None:
    """A word on a soft fill, filling ``box``; ``bare`` leaves the fill out.

    On a ``ground`` of nearly the same colour it has an edge.
    """
    colors, px = theme(), theme().px
    if not bare:
        edge = _EDGES.get((ground, tone))
        border = colors.color(edge) if edge else None
        rounded(painter, box, box.height() / 2, colors.color(tone.fill), border)
    left = box.left() + (0 if bare else px(9))
    if icon:
        side = px(14 if bare else 13)
        at = QPointF(left - (0 if bare else px(1)), box.top() + (box.height() - side) / 2)
        draw_icon(painter, icon, at, side, tone.words)
        left += side + px(4)
    painter.setFont(_font(bare))
    painter.setPen(colors.color(tone.words))
    painter.drawText(QRectF(left, box.top(), box.right() - left, box.height()), _MIDDLE, text)


def _font(bare: bool) -> QFont:
    font = theme().font(Role.CHIP)
    if bare:
        font.setWeight(QFont.Weight.DemiBold)
    return font


class FilterChip(PaintedButton):
    """A filter in force: its label, the value in bold, and × to take it away.

    A long value is cut short where there is no room; the tooltip has all of it.
    """

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        wants_ring(self)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_value("")
        keep(self, self.updateGeometry)

    def set_value(self, value: str) -> None:
        """What the filter lets pass."""
        self._value = value
        self._tell_value()
        self.setAccessibleName(f"{self._label}: {value}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().px
        value = min(text_width(theme().font(Role.BUTTON), self._value), px(_MOST_VALUE))
        return QSize(self._width_beside_value() + value, px(34))

    def minimumSizeHint(self) -> QSize:
        least = self._width_beside_value() + theme().px(_LEAST_VALUE)
        return self.sizeHint().boundedTo(QSize(least, self.sizeHint().height()))

    def value_shown(self) -> str:
        """The value as it stands in the room there is."""
        room = self.width() - self._width_beside_value()
        metrics = QFontMetrics(theme().font(Role.BUTTON))
        return metrics.elidedText(self._value, Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_value()

    def _width_beside_value(self) -> int:
        px = theme().px
        label = text_width(theme().font(Role.BASE), self._label)
        return px(12) + label + px(6) + px(8) + px(16) + px(10)

    def _tell_value(self) -> None:
        """How the filter goes away, and its whole value where that is cut short."""
        way = _("Remove the filter with Delete")
        is_whole = self.value_shown() == self._value
        self.setToolTip(way if is_whole else f"{self._value}\n{way}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors, px = theme(), theme().px
            frame = QRectF(self.rect())
            rounded(painter, frame, 6, colors.color("accent_soft"), colors.color("accent_line"))
            painter.setPen(colors.color("accent"))
            left = px(12)
            for text, role in ((self._label, Role.BASE), (self.value_shown(), Role.BUTTON)):
                painter.setFont(colors.font(role))
                painter.drawText(QRectF(left, 0, self.width(), self.height()), _MIDDLE, text)
                left += text_width(painter.font(), text) + px(6)
            at = QPointF(self.width() - px(26), (self.height() - px(16)) / 2)
            draw_icon(painter, "x", at, px(16), "accent")
