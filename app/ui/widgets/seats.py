"""Twelve seats round a table: the mark, and the drawing of the first start.

Public: ``SeatsMark(size)``, ``SeatsTable(names, title, subtitle)``, ``mark_icon()`` for the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets.painting import painter_on, rounded

SEATS = 12
AMBER_SEAT = 1  # clockwise from the top: the region


class SeatsMark(QWidget):
    """The product's mark, ``size`` px at 100 %."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._size), theme().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            _paint_mark(painter, QRectF(self.rect()))


def mark_icon() -> QIcon:
    """The mark as the window's icon."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        with painter_on(picture) as painter:
            _paint_mark(painter, QRectF(picture.rect()))
        made.addPixmap(picture)
    return made


def _paint_mark(painter: QPainter, box: QRectF) -> None:
    """Ring and seats in a square; measures are shares of its side."""
    side = box.width()
    painter.setPen(QPen(theme().color("accent"), side * 0.068))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.center(), side * 0.185, side * 0.185)
    for seat in range(SEATS):
        painter.save()
        painter.translate(box.center())
        painter.rotate(seat * 360 / SEATS)
        pill = QRectF(-side * 0.055, -side * 0.485, side * 0.11, side * 0.16)
        fill = theme().color("amber_solid" if seat == AMBER_SEAT else "accent")
        rounded(painter, pill, side * 0.055, fill)
        painter.restore()


class SeatsTable(QWidget):
    """The big drawing: a round table, seats with a name each."""

    def __init__(self, names: Sequence[str], title: str, subtitle: str) -> None:
        super().__init__()
        self._names, self._title, self._subtitle = names, title, subtitle
        self.setAccessibleName(f"{title}, {subtitle}: {', '.join(names)}")
        self.setMinimumSize(480, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), theme().color("accent_soft"))
            centre = QPointF(self.width() / 2, self.height() / 2)
            scale = min(theme().text_size / 100, self.width() / 620)
            self._paint_table(painter, centre, scale)
            for index, name in enumerate(self._names):
                angle = index * 2 * pi / len(self._names) - pi / 2
                self._paint_seat(painter, centre, angle, scale, index == AMBER_SEAT)
                self._paint_name(painter, centre, angle, scale, name, index == AMBER_SEAT)

    def _paint_table(self, painter: QPainter, centre: QPointF, scale: float) -> None:
        colors = theme()
        painter.setBrush(colors.color("surface"))
        painter.setPen(QPen(colors.color("accent"), 3))
        painter.drawEllipse(centre, 112 * scale, 112 * scale)
        painter.setPen(QPen(colors.color("accent_line"), 1))
        painter.drawEllipse(centre, 97 * scale, 97 * scale)
        for text, role, color, dy in (
            (self._title, Role.ITEM_TITLE, "text", -11),
            (self._subtitle, Role.BASE, "text2", 19),
        ):
            painter.setFont(_drawn_font(role, scale))
            painter.setPen(colors.color(color))
            box = QRectF(centre.x() - 95, centre.y() + dy * scale - 20, 190, 40)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_seat(
        self, painter: QPainter, centre: QPointF, angle: float, scale: float, amber: bool
    ) -> None:
        painter.save()
        painter.translate(centre)
        painter.rotate(angle * 180 / pi + 90)
        seat = QRectF(-26 * scale, -170 * scale, 52 * scale, 30 * scale)
        rounded(painter, seat, 12 * scale, theme().color("amber_solid" if amber else "accent"))
        painter.restore()

    def _paint_name(
        self, painter: QPainter, centre: QPointF, angle: float, scale: float, name: str, amber: bool
    ) -> None:
        font = _drawn_font(Role.STRONG if amber else Role.LIST_TITLE, scale)
        painter.setFont(font)
        painter.setPen(theme().color("amber" if amber else "text2"))
        radius = (190 if abs(cos(angle)) > 0.1 else 197) * scale
        at = centre + QPointF(cos(angle) * radius, sin(angle) * radius)
        metrics = QFontMetricsF(font)
        lines = _lines(metrics, name)
        step = metrics.height() * _TIGHT
        left = at.x() + _shift(max(map(metrics.horizontalAdvance, lines)), cos(angle))
        top = at.y() - (metrics.height() + step * (len(lines) - 1)) / 2 + metrics.ascent()
        for number, line in enumerate(lines):
            painter.drawText(QPointF(left, top + number * step), line)


def _drawn_font(role: Role, scale: float) -> QFont:
    """Names grow and shrink with the drawing, but stay readable."""
    font = theme().font(role)
    font.setPointSizeF(font.pointSizeF() * 100 / theme().text_size * max(scale, _SMALLEST_TEXT))
    return font


def _lines(metrics: QFontMetricsF, name: str) -> list[str]:
    """A name in lines that are short enough."""
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= _NAME_WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shift(width: float, side: float) -> float:
    """Where a name begins: centred above and below, growing outwards at the sides."""
    if side > 0.1:
        return 0
    return -width if side < -0.1 else -width / 2


_SMALLEST_TEXT = 0.87
_NAME_WIDTH = 120
_TIGHT = 0.85  # from line to line, of the height of the font
