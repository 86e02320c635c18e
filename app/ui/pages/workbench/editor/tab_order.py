"""The keyboard's way through the editor is the way one reads. Public: ``put_in_order``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def put_in_order(host: QWidget) -> None:
    """Chain what takes the focus in the order of the layouts; widgets used again may have moved."""
    stops = list(_stops(host))
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if content is not None:
        yield from _stops(content)
    elif isinstance(widget, QAbstractScrollArea):
        return
    elif widget.layout() is not None:
        yield from _stops_in(widget.layout())
    else:
        for child in widget.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            yield from _stops(child)


def _stops_in(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = item.widget(), item.layout()
        if widget is not None and not widget.isHidden():
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)
