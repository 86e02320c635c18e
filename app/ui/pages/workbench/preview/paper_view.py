"""White pages on the desk, one below the other; only those in sight need pictures.

Public: ``PaperView`` with ``page`` (the one that is read, from 0), ``show_paper``, ``add_images``,
``missing``, ``scale``, ``show_spot``, ``set_zoom``; signals ``settled`` (nobody has scrolled for a
moment) and ``page_shown``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.i18n import _
from app.ui.theme import keep, theme

if TYPE_CHECKING:
    from app.reports.pages import PageImage

_SIDE = 28
_TOP = 22
_BETWEEN = 20
_STEP = 60
_WHOLE = -math.inf  # with all that is free above the page
_NEAR_TOP, _ABOVE = 120, 40
_LINE = 12.0  # points above and below a place that are seen with it
_KEPT = 30  # pages farther away are drawn again when they come into sight
ZOOMS = (0.75, 1.0, 1.25, 1.5, 2.0, 2.5)


class PaperView(QAbstractScrollArea):
    """Scrolls over the pages of one paper; zoom 1 fits the width."""

    settled = Signal()
    page_shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("surface", "desk")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.zoom = 1.0
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._images: dict[int, QImage] = {}
        self._drawn_at: dict[int, float] = {}
        self.page = 0
        self._place = (0, _WHOLE)  # of the upper edge: a page and points from its top
        self._is_going = False
        self._rest = QTimer(self, singleShot=True, interval=60)
        self._rest.timeout.connect(self.settled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        keep(self, self._lay_out)

    @property
    def scale(self) -> float:
        """Pixels on screen a point of the paper, before the screen's own density."""
        width = self._sizes[0][0] if self._sizes else 595.0
        return max(self.width() - 2 * _SIDE, 100) * self.zoom / width

    @property
    def sharp_scale(self) -> float:
        """Pixels a point that pictures should have."""
        return round(self.scale * self.devicePixelRatioF(), 3)

    @property
    def page_count(self) -> int:
        """Number of pages."""
        return len(self._sizes)

    def show_paper(
        self, sizes: Sequence[tuple[float, float]], images: Mapping[int, PageImage], scale: float
    ) -> None:
        """Other pages in the old ones' place; the reader stays where he was."""
        self._sizes = tuple(sizes)
        self._images.clear()
        self._drawn_at.clear()
        self.add_images(images, scale)
        last = max(len(self._sizes) - 1, 0)
        self.page = min(self.page, last)
        if not sizes or self._place[0] > last:
            self._place = last, _WHOLE
        self._lay_out()

    def add_images(self, images: Mapping[int, PageImage], scale: float) -> None:
        """Pictures of pages, drawn at ``scale`` pixels a point."""
        for page, image in images.items():
            form = QImage.Format.Format_RGBX8888
            picture = QImage(image.pixels, image.width, image.height, image.stride, form)
            self._images[page] = picture.copy()
            self._drawn_at[page] = scale
        for page in [one for one in self._images if abs(one - self.page) > _KEPT]:
            del self._images[page], self._drawn_at[page]
        self.viewport().update()

    def come_to(self, page: int, top: float) -> None:
        """Scroll to about a place of a page, unless it is in sight; the page is shown whole where
        it has room."""
        line = (page, top - _LINE), (page, top + _LINE)
        if not self.shows_span(*line):
            is_whole = self._sizes[page][1] * self.scale <= self.viewport().height()
            self.show_spot(page, 0 if is_whole else top)

    def shows_span(self, start: tuple[int, float], end: tuple[int, float]) -> bool:
        """Whether some of what stands between two places is in sight; each is a page and points
        from its top."""
        first, last = (self._tops()[page] + top * self.scale for page, top in (start, end))
        above = self.verticalScrollBar().value()
        below = above + self.viewport().height()
        return min(last, below) - max(first, above) >= min(_ABOVE, last - first)

    def missing(self) -> list[int]:
        """Pages in sight without a sharp picture."""
        return [p for p in self._in_sight() if self._drawn_at.get(p) != self.sharp_scale]

    def show_spot(self, page: int, top: float) -> None:
        """Scroll so that a place on a page is in sight; a page that starts there is shown whole."""
        if not 0 <= page < len(self._sizes):
            return
        begins = top * self.scale < _NEAR_TOP
        self._place = page, _WHOLE if begins else top - _ABOVE / self.scale
        self._go_to_place()
        self._read(page)

    def missing_around(self, count: int) -> list[int]:
        """The nearest pages without a sharp picture, at most ``count`` away."""
        near = sorted(range(len(self._sizes)), key=lambda page: abs(page - self.page))
        lacking = [page for page in near if self._drawn_at.get(page) != self.sharp_scale]
        return [page for page in lacking if abs(page - self.page) <= count]

    def set_zoom(self, zoom: float) -> None:
        """Larger or smaller, keeping the same place in sight."""
        self.zoom = zoom
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), theme().color("desk"))
        for page in self._in_sight():
            self._paint_page(painter, page)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def step_zoom(self, by: int) -> None:
        """The next size up or down."""
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - self.zoom))
        self.set_zoom(ZOOMS[min(max(nearest + by, 0), len(ZOOMS) - 1)])

    def step_page(self, by: int) -> None:
        """The next or the previous page."""
        if self._sizes:
            self.show_spot(min(max(self.page + by, 0), self.page_count - 1), 0)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        box = self._box(page)
        painter.fillRect(box, theme().color("page"))
        image = self._images.get(page)
        if image is not None:
            # White paper takes the colour of the page, which is darker in the dark scheme.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(QRectF(box), image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(theme().color("line"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _box(self, page: int) -> QRect:
        width, height = (round(side * self.scale) for side in self._sizes[page])
        left = max((self.width() - width) // 2, _SIDE) - self.horizontalScrollBar().value()
        return QRect(left, self._tops()[page] - self.verticalScrollBar().value(), width, height)

    def _go_to_place(self) -> None:
        page, top = self._place
        if page < len(self._sizes):
            below = round(max(top * self.scale, -_gap(page)))
            self._is_going = True
            self.verticalScrollBar().setValue(self._tops()[page] + below)
            self._is_going = False

    def _tops(self) -> list[int]:
        """Where each page begins, in pixels from the top of the first."""
        tops, top = [], _TOP
        for _width, height in self._sizes:
            tops.append(top)
            top += round(height * self.scale) + _BETWEEN
        return tops

    def _in_sight(self) -> list[int]:
        first = self.verticalScrollBar().value()
        last = first + self.viewport().height()
        return [
            page
            for page, top in enumerate(self._tops())
            if top < last and top + self._sizes[page][1] * self.scale > first
        ]

    def _lay_out(self) -> None:
        """Give the pages their places; the one that is read stays, at whatever size."""
        self._is_going = True
        self._set_bars()
        self._is_going = False
        self._go_to_place()
        if (pages := self._in_sight()) and self.page not in pages:
            self._read(max(pages, key=self._height_in_sight))
        self.viewport().update()
        self._rest.start()

    def _set_bars(self) -> None:
        tops, view = self._tops(), self.viewport().size()
        height = tops[-1] + round(self._sizes[-1][1] * self.scale) + _TOP if tops else 0
        width = round(max((w for w, _h in self._sizes), default=0) * self.scale) + 2 * _SIDE
        for bar, whole, shown in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), width, self.width()),
        ):
            bar.setRange(0, max(whole - shown, 0))
            bar.setPageStep(shown)
            bar.setSingleStep(_STEP)

    def _scrolled(self) -> None:
        self._rest.start()
        if not self._is_going and (pages := self._in_sight()):
            self._keep_place()
            self._read(max(pages, key=self._height_in_sight))

    def _keep_place(self) -> None:
        tops, value = self._tops(), self.verticalScrollBar().value()
        page = max((at for at, top in enumerate(tops) if top - _gap(at) <= value), default=0)
        self._place = page, (value - tops[page]) / self.scale

    def _height_in_sight(self, page: int) -> int:
        return self._box(page).intersected(self.viewport().rect()).height()

    def _read(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self.page_shown.emit(page)


def _gap(page: int) -> int:
    """Pixels free above a page."""
    return _BETWEEN if page else _TOP
