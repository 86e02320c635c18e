"""Chips: status that is read, and filters that are set.

Public: ``Chip(text, tone, icon)`` (status, never a button), ``paint_chip``/``chip_size`` for table
cells, ``FilterChip(label)`` with ``set_value``, ``cleared`` and ``clicked``.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme import keep, theme
from app.ui.tokens import Role, Tone
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width


class Chip(QWidget):
    """A word on a soft fill, 22 px high; ``bare`` leaves the fill out ("Mangler indstilling")."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        icon: str = "",
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bare = bare
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(text, tone, icon)
        keep(self, self.updateGeometry)

    def show_status(self, text: str, tone: Tone, icon: str = "") -> None:
        """Another status in the same place."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._icon, self._bare)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            box = QRectF(self.rect())
            paint_chip(painter, box, self._text, self._tone, self._icon, self._bare)


def chip_size(text: str, icon: str = "", bare: bool = False) -> QSize:
    """Room a chip needs."""
    px = theme().px
    width = text_width(_font(bare), text) + (0 if bare else px(18))
    return QSize(width + (px(18 if bare else 17) if icon else 0), px(22))


def paint_chip(
    painter: QPainter, box: QRectF, text: str, tone: Tone, icon: str = "", bare: bool = False
) -> None:
    """A chip filling ``box``."""
    px, tokens = theme().px, theme().tokens
    foreground = "text2" if tone is Tone.NEUTRAL else tone.value
    if not bare:
        rounded(painter, box, box.height() / 2, QColor(tone.fill(tokens)))
    left = box.left() + (0 if bare else px(9))
    if icon:
        side = px(14 if bare else 13)
        at = QPointF(left - (0 if bare else px(1)), box.top() + (box.height() - side) / 2)
        draw_icon(painter, icon, at, side, foreground)
        left += side + px(4)
    painter.setFont(_font(bare))
    painter.setPen(theme().color(foreground))
    words = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class FilterChip(QAbstractButton):
    """A filter: its label, the value in force in bold, and × to take it away."""

    cleared = Signal()

    def __init__(
        self, label: str, icon: str = "chevron-down", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label, self._icon, self._value = label, icon, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        wants_ring(self)
        self.set_value("")
        keep(self, self.updateGeometry)

    def set_value(self, value: str) -> None:
        """The value in force, or nothing."""
        self._value = value
        self.setAccessibleName(f"{self._label}: {value}" if value else self._label)
        self.setToolTip(_("Remove the filter with Delete") if value else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().px
        label = text_width(theme().font(Role.BASE), self._label)
        value = text_width(theme().font(Role.BUTTON), self._value) + px(6) if self._value else 0
        return QSize(px(12) + label + value + px(8) + px(16) + px(10), px(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._value:
            self.cleared.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cross = event.position().x() > self.width() - theme().px(32)
        if self._value and cross and self.isDown():
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors, active = theme(), bool(self._value)
            fill = "accent_soft" if active else "hover" if self.underMouse() else "surface"
            border = "accent_line" if active else "line"
            rounded(painter, QRectF(self.rect()), 6, colors.color(fill), colors.color(border))
            self._draw_words(painter, "accent" if active else "text2")

    def _draw_words(self, painter: QPainter, color: str) -> None:
        px, left = theme().px, theme().px(12)
        painter.setPen(theme().color("accent" if self._value else "text2"))
        for text, role in ((self._label, Role.BASE), (self._value, Role.BUTTON)):
            painter.setFont(theme().font(role))
            box = QRectF(left, 0, self.width(), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            left += text_width(theme().font(role), text) + px(6)
        at = QPointF(self.width() - px(26), (self.height() - px(16)) / 2)
        draw_icon(painter, "x" if self._value else self._icon, at, px(16), color)


def _font(bare: bool) -> QFont:
    font = theme().font(Role.CHIP)
    if bare:
        font.setWeight(QFont.Weight.DemiBold)
    return font
