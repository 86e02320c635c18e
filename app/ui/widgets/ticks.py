"""Boxes and dots to tick. Public: ``CheckBox``, ``RadioButton``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from app.ui.theme import keep, set_role, theme
from app.ui.tokens import Role
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width


class CheckBox(QCheckBox):
    """A check box in the design's shape."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        _dress(self)

    def sizeHint(self) -> QSize:
        return _tick_size(self)

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_tick(self, self._draw_box)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        colors, is_enabled = theme(), self.isEnabled()
        if self.isChecked():
            rounded(painter, box, 5, colors.color("accent" if is_enabled else "control"))
            side = colors.px(14)
            at = box.center() - QPointF(side / 2, side / 2)
            draw_icon(painter, "check", at, side, "on_accent")
        else:
            border = colors.color("control" if is_enabled else "line")
            rounded(painter, box, 5, colors.color("surface"), border)


class RadioButton(QRadioButton):
    """A radio button in the design's shape."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        _dress(self)

    def sizeHint(self) -> QSize:
        return _tick_size(self)

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_tick(self, self._draw_box)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        colors, radius = theme(), box.width() / 2
        if self.isChecked():
            rounded(painter, box, radius, colors.color("accent"))
            inset = box.width() * 0.28
            dot = box.adjusted(inset, inset, -inset, -inset)
            rounded(painter, dot, radius, colors.color("surface"))
        else:
            rounded(painter, box, radius, colors.color("surface"), colors.color("control"))


def _dress(tick: QAbstractButton) -> None:
    tick.setAccessibleName(tick.text())
    tick.setCursor(Qt.CursorShape.PointingHandCursor)
    set_role(tick, Role.BASE)
    wants_ring(tick, 5)
    keep(tick, tick.updateGeometry)


def _tick_size(tick: QAbstractButton) -> QSize:
    px = theme().px
    return QSize(px(26) + text_width(tick.font(), tick.text()), px(24))


def _paint_tick(tick: QAbstractButton, draw_box: Callable[[QPainter, QRectF], None]) -> None:
    """The box, 18 px wide, and the words beside it."""
    with painter_on(tick) as painter:
        side = theme().px(18)
        draw_box(painter, QRectF(0, (tick.height() - side) // 2, side, side))
        painter.setFont(tick.font())
        painter.setPen(theme().color("text" if tick.isEnabled() else "control"))
        words = QRectF(theme().px(26), 0, tick.width(), tick.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, tick.text())
