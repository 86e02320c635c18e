"""What has the keyboard can be seen: the form scrolls after it.

Public: ``Sight(area, part_of)``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.ui.richtext import RichTextEdit
from app.ui.theme import theme

_ROOM = 18  # px kept free above and below
PartOf = Callable[[QWidget], QWidget | None]


class Sight(QObject):
    """Who comes into a part by the keyboard sees all of it, as far as it has room, and in any case
    the field, or its cursor. A click moves nothing: what was clicked is in sight."""

    def __init__(self, area: QScrollArea, part_of: PartOf) -> None:
        super().__init__(area)
        self._area, self._part_of = area, part_of
        self._part: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._area.isAncestorOf(new):
            return
        part, before = self._part_of(new), self._part
        self._part = part
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            entered = part if part is not before else None
            QTimer.singleShot(0, self, partial(self._reveal, new, entered))

    def _reveal(self, widget: QWidget, entered: QWidget | None) -> None:
        """New rows have got their places by now."""
        if not shiboken6.isValid(widget) or not widget.hasFocus():
            return
        self._area.widget().layout().activate()  # type: ignore[union-attr]
        if entered is not None and shiboken6.isValid(entered):
            self._show(self._place(entered))
        whole = self._place(widget)
        if isinstance(widget, RichTextEdit) and whole.height() > self._area.viewport().height():
            cursor = widget.cursorRect()
            whole = QRect(widget.viewport().mapTo(self._area, cursor.topLeft()), cursor.size())
        self._show(whole)

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._area, QPoint(0, 0)), widget.size())

    def _show(self, place: QRect) -> None:
        """Scroll no further than it takes; the top counts where not all has room."""
        bar, room = self._area.verticalScrollBar(), theme().px(_ROOM)
        below = place.bottom() + room - self._area.viewport().height()
        way = min(max(below, 0), place.top() - room)
        bar.setValue(bar.value() + way)
