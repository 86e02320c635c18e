"""Buttons of the design.

Public: ``Button(text, icon, variant, size)`` with ``Variant`` and ``Size``; ``IconButton(icon,
name, shortcut, size)`` for a lone icon, which always has a tooltip and an accessible name. Both are
ordinary QAbstractButtons: ``clicked``, ``setCheckable``, ``setEnabled``, ``follow(action)``.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painted_button import is_enter
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width


class Variant(StrEnum):
    """How loud a button is: one PRIMARY in a view; DANGER_SOLID only ends a confirmation."""

    PRIMARY = "primary"
    DEFAULT = "default"
    GHOST = "ghost"
    DANGER = "danger"
    DANGER_SOLID = "danger_solid"


class Size(StrEnum):
    """Height 34 or 28 px."""

    NORMAL = "normal"
    SMALL = "small"


# height, side padding, gap, icon
_MEASURES = {Size.NORMAL: (34, 13, 7, 16), Size.SMALL: (28, 10, 6, 15)}


class Button(QPushButton):
    """A button with words, and perhaps an icon before them."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        variant: Variant = Variant.DEFAULT,
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.icon_name, self.variant, self.measure = icon, variant, size
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        wants_ring(self)
        keep(self, self._restyle)

    def follow(self, action: QAction) -> None:
        """Do what the action does, and be enabled and checked as it is."""
        _Mirror(self, action)

    def sizeHint(self) -> QSize:
        height, padding, gap, icon = _MEASURES[self.measure]
        parts = [theme().px(icon)] if self.icon_name else []
        parts += [text_width(self.font(), self.text())] if self.text() else []
        width = sum(parts) + theme().px(gap) * (len(parts) - 1) + 2 * theme().px(padding)
        return QSize(max(width, theme().px(height)), theme().px(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            fill, border, words, symbol = self._colors()
            colors = theme()
            rounded(
                painter, QRectF(self.rect()), 6,
                colors.color(fill) if fill else None, colors.color(border) if border else None,
            )  # fmt: skip
            self._draw_content(painter, words, symbol)

    def _draw_content(self, painter: QPainter, words: str, symbol: str) -> None:
        _height, _padding, gap, icon = _MEASURES[self.measure]
        icon_width = theme().px(icon) if self.icon_name else 0
        gap_width = theme().px(gap) if self.icon_name and self.text() else 0
        width = text_width(self.font(), self.text()) if self.text() else 0
        left = (self.width() - icon_width - gap_width - width) / 2
        if self.icon_name:
            at = QPointF(left, (self.height() - icon_width) / 2)
            draw_icon(painter, self.icon_name, at, icon_width, symbol)
        painter.setPen(theme().color(words))
        box = QRectF(left + icon_width + gap_width, 0, width + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _colors(self) -> tuple[str, str, str, str]:
        """Tokens of fill, border, words and icon; an empty one is not drawn."""
        hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if not self.isEnabled():
            return ("" if self.variant is Variant.GHOST else "neutral"), "", "control", "control"
        if self.variant is Variant.PRIMARY:
            return "accent_hover" if hot else "accent", "", "on_accent", "on_accent"
        if self.variant is Variant.DANGER_SOLID:
            return "red" if hot else "red_solid", "", "on_red", "on_red"
        if self.isChecked():
            return "selected", "accent_line", "accent", "accent"
        words = "red" if self.variant is Variant.DANGER else "text"
        if self.variant is Variant.GHOST:
            return "hover" if hot else "", "", "text2", "text2"
        return "hover" if hot else "surface", "line", words, "text2"

    def _restyle(self) -> None:
        font = theme().font(Role.BUTTON)
        if self.measure is Size.SMALL:
            font.setPointSizeF(theme().font(Role.LABEL).pointSizeF() * 14 / 13.5)
        self.setFont(font)
        self.updateGeometry()


class IconButton(Button):
    """A lone icon. ``name`` is its accessible name and, with the shortcut, its tooltip."""

    def __init__(
        self,
        icon: str,
        name: str,
        shortcut: str = "",
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", icon, Variant.GHOST, size, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rename(name, shortcut)

    def rename(self, name: str, shortcut: str = "") -> None:
        """Another name, for example when a click would now do the opposite."""
        self.setAccessibleName(name)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{name} ({keys})" if keys else name)

    def sizeHint(self) -> QSize:
        side = theme().px(_MEASURES[self.measure][0])
        return QSize(side, side)


class _Mirror(QObject):
    """Keeps a button as its action is; dies with the button."""

    def __init__(self, button: QPushButton, action: QAction) -> None:
        super().__init__(button)
        self._button, self._action = button, action
        button.setCheckable(action.isCheckable())
        button.clicked.connect(action.trigger)
        action.changed.connect(self.mirror)
        self.mirror()

    def mirror(self) -> None:
        self._button.setEnabled(self._action.isEnabled())
        self._button.setChecked(self._action.isChecked())
