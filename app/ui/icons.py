"""Lucide icons in the theme's colours.

Public: ``pixmap(name, size, color, ratio)``, and ``set_icon(action, name)``, which stays right
when the theme changes.
Names are Lucide's file names without ``.svg``; ``color`` is a token.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resources_dir
from app.ui.theme import keep, theme


def pixmap(name: str, size: int, color: str, ratio: float) -> QPixmap:
    """The icon ``size`` pixels wide, in a token's colour, sharp at ``ratio``."""
    return _render(name, size, theme().color(color).name(), ratio)


def set_icon(action: QAction, name: str) -> None:
    """Show an icon on an action, now and after each change of theme."""
    keep(action, lambda: action.setIcon(_icon(name)))


def _icon(name: str) -> QIcon:
    """Normal, checked and disabled; Qt draws the icons of menus and fields in one size."""
    made = QIcon()
    for color, mode, state in (
        ("text2", QIcon.Mode.Normal, QIcon.State.Off),
        ("accent", QIcon.Mode.Normal, QIcon.State.On),
        ("control", QIcon.Mode.Disabled, QIcon.State.Off),
    ):
        made.addPixmap(pixmap(name, 16, color, _sharpest()), mode, state)
    return made


@lru_cache(maxsize=512)
def _render(name: str, size: int, color: str, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    svg = _svg(name).replace("currentColor", color).replace("STROKE", f"{_stroke(name, size)}")
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


_QUIET = ("pin",)  # beside words, which they must not be louder than


def _stroke(name: str, size: int) -> float:
    """Stroke in the 24 px grid: small icons need a bolder line to stay visible."""
    return 1.75 if size >= 16 or name in _QUIET else 2.2


@cache
def _svg(name: str) -> str:
    text = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return re.sub(r'stroke-width="[^"]*"', 'stroke-width="STROKE"', text, count=1)


def _sharpest() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
