"""What is drawn around a picture: that it is chosen, that it is confidential."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCharFormat

from app.ui.richtext.document.char_format import CONFIDENTIAL
from app.ui.richtext.document.style import EditorStyle
from app.ui.widgets.painting import draw_icon, rounded

_CHOSEN, _HIDDEN, _BADGE, _LOCK = 3, 2, 26, 15  # px


def draw_frames(
    painter: QPainter, block: QTextBlock, area: QRectF, style: EditorStyle, chosen: int
) -> None:
    """Frame the pictures of a block; ``chosen`` is the position of the selected one, or -1."""
    for position, place, look in _pictures(block, area):
        if look.boolProperty(CONFIDENTIAL):
            _draw_hidden(painter, place, style)
        if position == chosen:
            rounded(painter, place, 0, None, style.accent, style.px(_CHOSEN))


def _draw_hidden(painter: QPainter, place: QRectF, style: EditorStyle) -> None:
    """A frame and a lock in its corner, for those who do not see the frame."""
    rounded(painter, place, 0, None, style.confidential, style.px(_HIDDEN))
    side = style.px(_BADGE)
    badge = QRectF(place.left(), place.top(), side, side)
    painter.fillRect(badge, style.confidential_fill)
    rounded(painter, badge, 0, None, style.confidential, style.px(_HIDDEN))
    inner = round(style.px(_LOCK))
    corner = badge.center() - QPointF(inner / 2, inner / 2)
    draw_icon(painter, "lock", corner, inner, "heather")


def _pictures(block: QTextBlock, area: QRectF) -> Iterator[tuple[int, QRectF, QTextCharFormat]]:
    """Position, place and format of each picture in the block."""
    for part in block.textFormats():
        line = block.layout().lineForTextPosition(part.start)
        if not part.format.isImageFormat() or not line.isValid():
            continue
        left, right = (_x(line.cursorToX(part.start + step)) for step in (0, 1))
        top = area.top() + line.y()
        yield (
            block.position() + part.start,
            QRectF(area.left() + left, top, right - left, line.height()),
            part.format,
        )


def _x(found: object) -> float:
    """PySide gives the position along with the place."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
