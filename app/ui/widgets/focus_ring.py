"""The ring round what has the keyboard: 2 px accent, 2 px outside.

Public: ``FocusRing.install(app)`` once; ``wants_ring(widget)`` on widgets that should get it;
``Ring(host, radius)`` by itself.
Fields and lists show their focus themselves. A click with the mouse shows no ring, a key does.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QWidget

from app.ui.theme import theme
from app.ui.widgets.painting import painter_on, rounded

_OUTSIDE = 4


def wants_ring(widget: QWidget, radius: int = 6, *, outside: int = _OUTSIDE) -> None:
    """Let the ring appear round this widget when it is reached by the keyboard.

    ``outside`` is from its edge to the ring's, less where words stand close to it.
    """
    widget.setProperty("focus_ring", (radius, outside))


class FocusRing(QObject):
    """Moves one ring from widget to widget."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: Ring | None = None
        app.focusChanged.connect(self._focus_moved)

    @classmethod
    def install(cls, app: QApplication) -> FocusRing:
        """Start following the focus of the whole application, once."""
        return app.findChild(cls) or cls(app)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None:
            self._ring.leave()
            self._ring = None
        measures = new.property("focus_ring") if new is not None else None
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and measures is not None and not by_mouse:
            self._ring = Ring(new, *measures)


class Ring(QWidget):
    """One ring, laid over the nearest ancestor that has room for it; follows the widget."""

    def __init__(self, widget: QWidget, radius: int, outside: int = _OUTSIDE) -> None:
        self._widget, self._radius, self._outside = widget, radius, outside
        self._host = _host(widget, outside)
        super().__init__(self._host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched = _chain(widget, self._host)
        for link in self._watched:
            link.installEventFilter(self)
        self._follow()
        self.show()

    def leave(self) -> None:
        """Stop following and go; the host may have died with the widget."""
        if not shiboken6.isValid(self):
            return
        for link in self._watched:
            if shiboken6.isValid(link):
                link.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Show):
            self.setVisible(self._widget.isVisible())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            rounded(
                painter, QRectF(self.rect()), self._radius + self._outside,
                border=theme().color("accent"), width=2,
            )  # fmt: skip

    def _follow(self) -> None:
        self.setGeometry(_around(self._widget, self._host, self._outside))
        self.raise_()


def _around(widget: QWidget, host: QWidget, outside: int) -> QRect:
    corner = widget.mapTo(host, QPoint(0, 0))
    return QRect(corner, widget.size()).adjusted(-outside, -outside, outside, outside)


def _host(widget: QWidget, outside: int) -> QWidget:
    """The nearest ancestor wide enough for the ring, but inside a scrolled area."""
    host = widget.parentWidget() or widget
    while not host.isWindow() and not _holds(host, widget, outside):
        above = host.parentWidget()
        if above is None or isinstance(above.parentWidget(), QScrollArea):
            break
        host = above
    return host


def _holds(host: QWidget, widget: QWidget, outside: int) -> bool:
    return not isinstance(host, QSplitter) and host.rect().contains(_around(widget, host, outside))


def _chain(widget: QWidget, host: QWidget) -> list[QWidget]:
    links, link = [widget], widget.parentWidget()
    while link is not None and link is not host:
        links.append(link)
        link = link.parentWidget()
    return links
