"""Keeping the cursor of a growing field in sight of the form that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget

_ROOM = 60  # px kept free above and below the cursor


def reveal(spot: QRect, viewport: QWidget) -> None:
    """Scroll the form around ``viewport``, if there is one, so that ``spot`` can be seen."""
    form = viewport.parentWidget()
    while form is not None and not isinstance(form, QScrollArea):
        form = form.parentWidget()
    inside = form.widget() if form is not None else None
    if form is not None and inside is not None:
        centre = viewport.mapTo(inside, spot.center())
        form.ensureVisible(centre.x(), centre.y(), 0, _ROOM)
