"""Layouts without words.

Public: ``row(*parts)``, ``column(*parts)`` (a part is a widget, a layout, a number of px, or
``STRETCH``), ``clear_layout``.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STRETCH = object()
Box = TypeVar("Box", bound=QBoxLayout)
Margins = tuple[int, int, int, int]


def row(*parts: object, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Parts side by side."""
    return _fill(QHBoxLayout(), parts, spacing, margins)


def column(*parts: object, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Parts one below the other."""
    return _fill(QVBoxLayout(), parts, spacing, margins)


def clear_layout(layout: QLayout) -> None:
    """Take everything out and delete the widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _fill(layout: Box, parts: tuple[object, ...], spacing: int, margins: Margins) -> Box:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif part is STRETCH:
            layout.addStretch(1)
        else:
            raise TypeError(f"{part!r} cannot stand in a layout")
    return layout
