"""Lucide icons in the theme's colours.

Public: ``pixmap(name, size, color, ratio)``, ``icon(name, size)`` (a QIcon of today's colours) and
``set_icon(target, name, size)`` (for a QAction or button: stays right when the theme changes).
Names are Lucide's file names without ``.svg``; ``size`` is in px at 100 %; ``color`` a token.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from app.paths import resources_dir
from app.ui.theme import keep, theme


def pixmap(name: str, size: int, color: str = "text2", ratio: float = 0) -> QPixmap:
    """The icon ``size`` pixels wide, in a token's colour, sharp at ``ratio`` (0: all screens)."""
    ratio = ratio or _sharpest()
    return _render(name, size, theme().color(color).name(), ratio)


def icon(
    name: str,
    size: int = 16,
    color: str = "text2",
    checked: str = "accent",
    disabled: str = "control",
) -> QIcon:
    """A QIcon of ``size`` real pixels with its normal, checked and disabled colours of now."""
    made, pixels = QIcon(), size
    made.addPixmap(pixmap(name, pixels, color), QIcon.Mode.Normal, QIcon.State.Off)
    made.addPixmap(pixmap(name, pixels, checked), QIcon.Mode.Normal, QIcon.State.On)
    made.addPixmap(pixmap(name, pixels, disabled), QIcon.Mode.Disabled, QIcon.State.Off)
    return made


def set_icon(
    target: QAction | QAbstractButton, name: str, size: int = 16, color: str = "text2"
) -> None:
    """Show an icon on an action or button, now and after each change of theme."""

    def restyle() -> None:
        if isinstance(target, QAbstractButton):
            side = theme().px(size)
            target.setIconSize(QSize(side, side))
            target.setIcon(icon(name, side, color))
        else:  # Qt draws the icons of menus and fields in one size
            target.setIcon(icon(name, size, color))

    keep(target, restyle)


@lru_cache(maxsize=512)
def _render(name: str, size: int, color: str, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    svg = _svg(name).replace("currentColor", color).replace("STROKE", f"{_stroke(size)}")
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _stroke(size: int) -> float:
    """Stroke in the 24 px grid: small icons need a bolder line to stay visible."""
    return 1.75 if size >= 16 else 2.2


@cache
def _svg(name: str) -> str:
    text = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return re.sub(r'stroke-width="[^"]*"', 'stroke-width="STROKE"', text, count=1)


def _sharpest() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
