"""Where the tabs stand: apart where there is room, close where there is little.

Public: ``TabStrip`` with ``inner`` (parent of the tabs), ``arrange``, ``reveal``, ``turn``;
``StripTab`` (what it needs of a tab), ``HEIGHT``.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import keep, theme

HEIGHT = 39
_BETWEEN, _CLOSE = 22, 8  # px between tabs, and where there is little room


class StripTab(QAbstractButton):
    """A tab; ``is_whole`` tells it whether all of it is in sight."""

    is_whole = True


class TabStrip(QWidget):
    """Shows as many of the tabs as there is room for and scrolls sideways; a tab that is cut at an
    edge is not drawn."""

    scrolled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.inner = QWidget(self)
        self._width = self._wish = 0
        self._shown: list[StripTab] = []
        self._current: StripTab | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        keep(self, lambda: self.arrange(self._shown))

    def sizeHint(self) -> QSize:
        return QSize(self._wish, theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, theme().px(HEIGHT))

    def arrange(self, buttons: list[StripTab]) -> None:
        self._shown = buttons
        self._wish = self._place(theme().px(_BETWEEN))
        self._width = self._wish
        self.updateGeometry()
        self._fit()

    @property
    def least_width(self) -> int:
        """Of all tabs as close as they may stand."""
        gaps = max(len(self._shown) - 1, 0)
        return sum(tab.sizeHint().width() for tab in self._shown) + gaps * theme().px(_CLOSE)

    def has_more(self, by: int) -> bool:
        """Whether there are tabs out of sight, before (-1) or behind (1)."""
        return self.inner.x() < 0 if by < 0 else self.inner.x() + self._width > self.width()

    def turn(self, by: int) -> None:
        """Bring the next tab into sight, before (-1) or behind (1)."""
        left, right = -self.inner.x(), self.width() - self.inner.x()
        if by < 0:
            cut = [tab for tab in self._shown if tab.x() < left][-1:]
        else:
            cut = [tab for tab in self._shown if tab.x() + tab.width() > right][:1]
        for tab in cut:
            self.reveal(tab)

    def reveal(self, button: QWidget) -> None:
        """Scroll so that the whole tab is seen."""
        left, right = button.x(), button.x() + button.width()
        if left + self.inner.x() < 0:
            self._scroll(-left)
        elif right + self.inner.x() > self.width():
            past = right - self.width()
            first = next((tab.x() for tab in self._shown if tab.x() >= past), past)
            self._scroll(-min(first, left))  # begin with a whole tab

    def stay_at(self, button: StripTab) -> None:
        """Scroll to the tab of the cursor, and keep it in sight when the room changes."""
        self._current = button
        self.reveal(button)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().x() or event.angleDelta().y()
        self._scroll(self.inner.x() + turned // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._current in self._shown:
            self.reveal(self._current)

    def _fit(self) -> None:
        """Move the tabs together before any of them goes out of sight."""
        gaps = max(len(self._shown) - 1, 1)
        spare = (self.width() - self._wish) // gaps
        px = theme().px
        self._width = self._place(max(px(_CLOSE), min(px(_BETWEEN), px(_BETWEEN) + spare)))
        self._scroll(self.inner.x())

    def _place(self, between: int) -> int:
        """Put the tabs in their places; the width of all."""
        left = 0
        for button in self._shown:
            size = button.sizeHint()
            button.setGeometry(left, 0, size.width(), size.height())
            left += size.width() + between
        width = max(left - between, 0)
        self.inner.resize(width, theme().px(HEIGHT))
        return width

    def _scroll(self, left: int) -> None:
        self.inner.move(min(max(left, self.width() - self._width), 0), 0)
        for tab in self._shown:
            place = tab.geometry().translated(self.inner.pos())
            tab.is_whole = place.left() >= 0 and place.right() < self.width()
            tab.update()
        self.scrolled.emit()
