"""Small drawing helpers for widgets that paint themselves.

Public: ``painter_on``, ``rounded``, ``draw_icon``, ``text_width``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintDevice, QPainter, QPainterPath, QPen

from app.ui import icons


@contextmanager
def painter_on(device: QPaintDevice) -> Iterator[QPainter]:
    """An antialiased painter that is ended in any case."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1,
) -> None:
    """A rounded box; the border lies inside ``rect``."""
    if fill is not None:
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.fillPath(path, fill)
    if border is not None:
        inset, half = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), width / 2
        path = QPainterPath()
        path.addRoundedRect(inset, radius - half, radius - half)
        painter.strokePath(path, QPen(border, width))


def draw_icon(painter: QPainter, name: str, at: QPointF, size: int, color: str) -> None:
    """An icon with its top left corner at ``at``, ``size`` px wide, in a token's colour."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        QPointF(round(at.x()), round(at.y())), icons.pixmap(name, size, color, ratio)
    )


def text_width(font: QFont, text: str) -> int:
    """Width of one line, rounded up."""
    return int(QFontMetricsF(font).horizontalAdvance(text)) + 1
