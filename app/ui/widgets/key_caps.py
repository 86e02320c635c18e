"""Keys as they look on a keyboard. Public: ``KeyCaps(keys)`` for "Ctrl+Skift+N"."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import set_role, theme
from app.ui.tokens import Role
from app.ui.widgets.painting import painter_on, rounded, text_width

_CAPS = re.compile(r"[^+]+|(?<=\+)\+")  # the last one of "Ctrl++" is a key itself
_HEIGHT, _PADDING, _GAP = 19, 6, 3


class KeyCaps(QWidget):
    """A cap for each key that is pressed at the same time."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._caps = _CAPS.findall(keys)
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self, Role.KEY)

    def sizeHint(self) -> QSize:
        px = theme().px
        width = sum(map(self._width, self._caps)) + px(_GAP) * (len(self._caps) - 1)
        return QSize(width, px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            left, colors = 0, theme()
            for cap in self._caps:
                box = QRectF(left, 0, self._width(cap), self.height())
                rounded(painter, box, 4, colors.color("sunken"), colors.color("line"))
                painter.setPen(colors.color("text2"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
                left += self._width(cap) + colors.px(_GAP)

    def _width(self, cap: str) -> int:
        return max(text_width(self.font(), cap) + 2 * theme().px(_PADDING), theme().px(_HEIGHT))
