"""The preview pane: edition, product, zoom, pages, and which page of how many.

Public: ``PreviewPane(context)`` with ``show_meeting``, ``follow(item_id)``, ``refresh``; the signal
``closed``.

Typing -> a pause -> the data are read in a thread -> the worker sets the paper and draws the pages
in sight -> the old pages make way. Stale answers are dropped by ``Jobs``.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import AppError
from app.i18n import _, sentence
from app.models.meeting import MeetingState
from app.models.visibility import Edition
from app.ui.context import AppContext
from app.ui.crash import report
from app.ui.pages.workbench.preview.bars import PreviewFoot, PreviewHead
from app.ui.pages.workbench.preview.cursor import CursorWords
from app.ui.pages.workbench.preview.paper_view import PaperView
from app.ui.pages.workbench.preview.work import PreviewPaper, draw_pages, render_paper
from app.ui.widgets import EmptyState
from app.ui.widgets.layouts import column

if TYPE_CHECKING:
    from app.reports.data import MeetingPaper, Product
    from app.reports.pages import PageImage
    from app.storage.database import Database

PAUSE_MS = 250
_LEAST = 310  # px wide
AHEAD, _AT_A_TIME = 12, 2
_WITH_AGENDA = (MeetingState.DRAFT, MeetingState.AGENDA_SENT)


class PreviewPane(QWidget):
    """Shows one meeting's paper and follows the item that is written in."""

    closed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._meeting_id: UUID | None = None
        self._item_id: UUID | None = None
        self._paper: PreviewPaper | None = None
        self._follows = True
        self._is_stale = False
        self._reported: set[str] = set()
        self._words = "", ""  # at the cursor, and not yet looked up
        self.edition = Edition.OPEN
        self.product: Product = "agenda"
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """As wide as its bars, and never a mere strip."""
        return super().minimumSizeHint().expandedTo(QSize(_LEAST, 0))

    def show_meeting(self, meeting_id: UUID, state: MeetingState, item_id: UUID | None) -> None:
        """The paper of another meeting: its agenda until it has been held, then its minutes."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self._paper = meeting_id, None
            self.view.show_paper((), {}, 1)
            self.show_state(state)
        self._item_id, self._follows = item_id, True
        self.refresh(0)

    def show_state(self, state: MeetingState) -> None:
        """The paper that is written in this state; the user may choose the other one."""
        self._set_product("agenda" if state in _WITH_AGENDA else "minutes")

    def follow(self, item_id: UUID | None) -> None:
        """Another item is being written in: show its page."""
        self._item_id, self._follows, self._words = item_id, True, ("", "")
        if self._paper is not None and not self._pause.isActive():
            self._go_to_item()

    def follow_cursor(self, editor: QWidget) -> None:
        """Show what is written at the cursor in one of the editor's fields, as it moves."""
        CursorWords(editor).rested.connect(self.follow_words)

    def follow_words(self, before: str, behind: str) -> None:
        """The cursor stands between these words of the item: show them, now or once printed."""
        self._words = before, behind
        if not self._is_stale and not self._pause.isActive():
            self._go_to_words()

    def refresh(self, after_ms: int = PAUSE_MS) -> None:
        """The data have changed: set the paper again after a pause."""
        self._is_stale = True
        if self.isVisible():
            self._pause.start(after_ms)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._context.jobs.warm("app.reports.export", "app.reports.pages")
        if self._is_stale:
            self._pause.start(0)

    def _lay_out(self) -> None:
        self.head, self.foot = PreviewHead(), PreviewFoot()
        self.view = PaperView()
        self.problem = EmptyState("circle-alert", "", "", _("Try again"), "rotate-ccw")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(_on_desk(self.problem))
        self.head.edition.chosen.connect(self._choose_edition)
        self.head.zoom_in.clicked.connect(lambda: self.view.step_zoom(1))
        self.head.zoom_out.clicked.connect(lambda: self.view.step_zoom(-1))
        self.head.close_button.clicked.connect(self.closed)
        self.foot.product.chosen.connect(self._choose_product)
        self.foot.stepped.connect(self.view.step_page)
        self.view.page_shown.connect(lambda page: self.foot.show_page(page, self.view.page_count))
        self.view.settled.connect(self._draw_missing)
        self.problem.clicked.connect(lambda: self.refresh(0))
        layout = column(self.head, self._stack, self.foot, spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _choose_edition(self, key: str) -> None:
        self.edition, self._follows = Edition(key), True
        self.refresh(0)

    def _choose_product(self, product: Product) -> None:
        self._set_product(product)
        self._follows = True
        self.refresh(0)

    def _set_product(self, product: Product) -> None:
        self.product = product
        self.foot.product.set_value(product)

    def _read(self) -> None:
        if self._meeting_id is None:
            return
        self._is_stale, asked = False, self._asked()
        self._context.jobs.in_thread(
            collect, self._context.database, *asked,
            owner=self, then=partial(self._set, asked), failed=self._fail, key="paper",
        )  # fmt: skip

    def _asked(self) -> tuple[UUID | None, Product, Edition]:
        """Which paper is asked for just now."""
        return self._meeting_id, self.product, self.edition

    def _set(self, asked: object, paper: MeetingPaper) -> None:
        wanted = self._item_id if self._follows and self._item_id else self.view.page
        scale = self.view.sharp_scale
        folder: Path = self._context.database.attachments.folder

        def show(made: PreviewPaper) -> None:
            if asked == self._asked():  # otherwise the one that is asked for is on its way
                self._show(made, scale)

        self._context.jobs.in_process(
            render_paper, paper, folder, wanted, scale,
            owner=self, then=show, failed=self._fail, key="set",
        )  # fmt: skip

    def _show(self, paper: PreviewPaper, scale: float) -> None:
        before, self._paper = self._paper, paper
        self._stack.setCurrentIndex(0)
        self.view.show_paper(paper.sizes, paper.images, scale)
        if self._follows or self._has_moved(before) or not self._shows_item():
            self._go_to_item()
        self._go_to_words()
        self.foot.show_page(self.view.page, self.view.page_count)

    def _has_moved(self, before: PreviewPaper | None) -> bool:
        """Whether the item begins on another page than before: it was closed or opened, or moved
        by what is before it."""
        if before is None or self._paper is None or self._item_id is None:
            return False
        pages = {paper.page_of_item.get(self._item_id) for paper in (before, self._paper)}
        return None not in pages and len(pages) > 1

    def _shows_item(self) -> bool:
        """Whether the reader still sees the item after pages before it have come or gone."""
        if self._paper is None or self._item_id is None:
            return True
        span = self._paper.span_of_item(self._item_id)
        return span is None or self.view.shows_span(*span)

    def _go_to_item(self) -> None:
        if self._paper is None or self._item_id not in self._paper.page_of_item:
            return
        self._follows = False
        page = self._paper.page_of_item[self._item_id]
        self.view.show_spot(page, self._paper.top_of_item[self._item_id])

    def _go_to_words(self) -> None:
        if self._paper is None or self._item_id is None or not self.view.page_count:
            return
        near = self.view.page if self._words[0] else self._paper.page_of_item.get(self._item_id, 0)
        spot = self._paper.spot_of_words(self._item_id, *self._words, near)
        if spot is not None:
            self._words = "", ""
            self.view.come_to(*spot)

    def _draw_missing(self) -> None:
        """Pages in sight first; then, a few at a time, those the reader may come to."""
        paper, scale = self._paper, self.view.sharp_scale
        in_sight = self.view.missing()
        pages = in_sight or self.view.missing_around(AHEAD)[:_AT_A_TIME]
        if paper is None or not pages:
            return

        def take(images: dict[int, PageImage]) -> None:
            if paper is self._paper:
                self.view.add_images(images, scale)
                self._draw_missing()

        self._context.jobs.in_process(
            draw_pages, paper.pdf, pages, scale,
            owner=self, then=take, failed=self._fail, key="images" if in_sight else "ahead",
        )  # fmt: skip

    def _fail(self, error: BaseException) -> None:
        words = sentence(error) if isinstance(error, AppError) else _("The paper could not be set.")
        self.problem.set_text(_("The pages cannot be shown"), words)
        self._stack.setCurrentIndex(1)
        if not isinstance(error, AppError):
            self._report_once(error)

    def _report_once(self, error: BaseException) -> None:
        """A bug, which each key press would bring again."""
        fault = report(error)
        if fault not in self._reported:
            self._reported.add(fault)
            raise error


def collect(database: Database, meeting_id: UUID, product: Product, edition: Edition) -> Any:
    """The paper's data; runs in a thread."""
    from app.reports.collect import collect_meeting

    with database.read() as session:
        return collect_meeting(session, meeting_id, product, edition)


def _on_desk(content: QWidget) -> QWidget:
    made = QWidget()
    made.setProperty("surface", "desk")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = column(content, margins=(28, 22, 28, 22))
    layout.addStretch(1)
    made.setLayout(layout)
    return made
