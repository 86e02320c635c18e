"""The shell: navigation at the left, one page at a time.

Public: ``MainWindow(context, pages)`` and ``PageSpec``. ``MainWindow()`` is only the ground, which
paints at once; ``furnish(context, pages)`` puts the rest in and imports what that needs. A page is
made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.i18n import _
from app.paths import APPLICATION
from app.ui.settings import Settings
from app.ui.theme import theme

if TYPE_CHECKING:
    from app.ui.context import AppContext
    from app.ui.menus import Menus
    from app.ui.pages.page import Page
    from app.ui.widgets.navigation import NavigationBar

SMALLEST = (1100, 700)
FIRST_SIZE = (1440, 900)
FRAME = 40
COLLAPSE_BELOW = 1280


@dataclass(frozen=True)
class PageSpec:
    """A page that exists: where it stands in the navigation and how it is made.

    ``icon`` empty: not in the navigation (a start page, the workbench of one meeting).
    """

    key: str
    text: str
    make: Callable[[AppContext], Page]
    icon: str = ""
    shortcut: str = ""
    at_foot: bool = False
    navigation_key: str = ""


def first_size_fills(screen: QSize) -> bool:
    """True for a screen that a window of the first size, with its frame, would not fit on."""
    width, height = FIRST_SIZE
    holds_one = screen.width() >= SMALLEST[0] and screen.height() >= SMALLEST[1]
    return holds_one and (screen.width() <= width or screen.height() <= height + FRAME)


class MainWindow(QMainWindow):
    """The window; ``painted`` is emitted once, after the first paint."""

    painted = Signal()

    context: AppContext
    navigation: NavigationBar
    _stack: QStackedWidget
    _waiting: QWidget

    def __init__(self, context: AppContext | None = None, pages: Sequence[PageSpec] = ()) -> None:
        super().__init__()
        self._specs: dict[str, PageSpec] = {}
        self._pages: dict[str, Page] = {}
        self._menus: Menus | None = None
        self._strip = 0
        self._was_painted = self._is_abandoned = False
        self.setWindowTitle(APPLICATION)
        self.setMinimumSize(*SMALLEST)
        if context is not None:
            self.stand_as_before(context.settings)
            self.furnish(context, pages)

    def stand_as_before(self, settings: Settings) -> None:
        """Take the place that the window had last; its navigation is at first an empty strip."""
        if not self.restoreGeometry(settings.geometry()):
            self.resize(*FIRST_SIZE)
            if first_size_fills(self.screen().availableSize()):
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self._strip = sum(settings.sizes("navigation") or ())

    def furnish(self, context: AppContext, pages: Sequence[PageSpec]) -> None:
        """Put in navigation, menus and the place of the pages."""
        from app.ui.leaving import Leaving
        from app.ui.menus import Menus
        from app.ui.widgets.seats import mark_icon

        self.context = context
        self._specs = {spec.key: spec for spec in pages}
        self.setWindowIcon(mark_icon())
        self._lay_out()
        context.history.attach(self, context.slot)
        self._menus = Menus(self)
        self._leaving = Leaving(self, self._pages.values, self._close)
        context.navigator.asked.connect(self._open_at)
        context.bus.changed.connect(self._pass_on)
        context.slot.emptied.connect(self._drop_pages)
        context.history.went.connect(self._show_place)
        context.messages.attach(self._stack)
        context.settings.changed.connect(self.show_author)
        self.show_author()
        self._fit_navigation()

    @property
    def is_furnished(self) -> bool:
        """Whether there is more than the ground."""
        return self._menus is not None

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while the data are being opened."""
        from app.ui.pages.page import Page

        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def page_key(self) -> str:
        """Key of the page that is shown."""
        return next((key for key, page in self._pages.items() if page is self.page), "")

    @property
    def first_page(self) -> str:
        """Key of the first page of the navigation."""
        return next(key for key, spec in self._specs.items() if spec.icon)

    def can_start_with(self, key: str) -> bool:
        """Whether a page of this key stands in the navigation's main part."""
        spec = self._specs.get(key)
        return spec is not None and bool(spec.icon) and not spec.at_foot

    @property
    def specs(self) -> list[PageSpec]:
        """The pages that exist, in the order of the navigation."""
        return list(self._specs.values())

    def show_problem(self, problem: QWidget) -> None:
        """The data cannot be opened: show why in place of the pages."""
        self._stack.removeWidget(self._waiting)
        self._waiting.deleteLater()
        self._waiting = problem
        self._stack.addWidget(problem)
        self._stack.setCurrentWidget(problem)
        self.navigation.hide()

    def open(self, key: str, **where: Any) -> Page:
        """Show a page at a place; one that cannot show it has opened another by then."""
        page = self._pages.get(key) or self._make(key)
        self._stack.setCurrentWidget(page)
        page.open(**where)
        if page is self.page:
            self._surround(key, page)
        return page

    def _surround(self, key: str, page: Page) -> None:
        """What stands around the page that is shown."""
        self.navigation.select(self._specs[key].navigation_key or key)
        self.navigation.setVisible(not page.hides_navigation)
        self._fit_navigation()
        if self._menus is not None:
            self._menus.fill_page_menu(page)
        self._show_title()

    def prepare(self, key: str) -> None:
        """Make a page before it is asked for, so that it opens at once."""
        if key in self._specs and key not in self._pages:
            self._make(key).prepare()

    def show_author(self) -> None:
        """The author's name at the foot of the navigation."""
        name = self.context.settings.preferences.name
        self.navigation.set_author(name, _("Saved on this computer") if name else "")

    def event(self, event: QEvent) -> bool:
        result = super().event(event)
        if event.type() is QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            self.painted.emit()
        return result

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_furnished:
            painter = QPainter(self)
            painter.fillRect(0, 0, self._strip, self.height(), theme().color("window"))
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_navigation()

    def flush(self) -> str:
        """Let the pages save what is typed; what would be lost with the data just now."""
        return self._leaving.words_at_risk()

    def when_saved(self, go_on: Callable[[], object]) -> None:
        """Let the pages save what is typed, then go on; what cannot be saved is asked about."""
        self._leaving.when_saved(go_on)

    def closeEvent(self, event: QCloseEvent) -> None:
        is_asked = self.is_furnished and not self._is_abandoned
        if is_asked and self._leaving.keeps_window():
            event.ignore()
            return
        if self.is_furnished:
            self._remember(self.context.settings)
        super().closeEvent(event)

    def _close(self) -> None:
        """Close without saving; the words are put aside."""
        self._is_abandoned = True
        self.close()

    def _remember(self, settings: Settings) -> None:
        settings.remember_geometry(self.saveGeometry())
        strip = 0 if self.navigation.isHidden() else self.navigation.width()
        settings.remember_sizes("navigation", [strip])
        if self.page_key:
            settings.remember_last("page", self.page_key)
        settings.save()

    def _lay_out(self) -> None:
        from app.ui.widgets.layouts import row
        from app.ui.widgets.navigation import Entry, NavigationBar

        shown = [spec for spec in self.specs if spec.icon]
        entries = [Entry(s.key, s.text, s.icon, s.shortcut, s.at_foot) for s in shown]
        self.navigation = NavigationBar(entries)
        self.navigation.chosen.connect(self._open_at)
        self._stack = QStackedWidget()
        self._waiting = QWidget()
        self._stack.addWidget(self._waiting)
        layout = row(self.navigation, self._stack, spacing=0)
        layout.setStretch(1, 1)
        middle = QWidget()
        middle.setLayout(layout)
        self.setCentralWidget(middle)

    def _make(self, key: str) -> Page:
        page = self._pages[key] = self._specs[key].make(self.context)
        self._stack.addWidget(page)
        page.windowTitleChanged.connect(self._show_title)
        return page

    def _show_title(self) -> None:
        title = self.page.title if self.page is not None else ""
        self.setWindowTitle(f"{title} – {APPLICATION}" if title else APPLICATION)

    def _drop_pages(self) -> None:
        """The database is closed: what the pages hold, and what was said, is of no use any more."""
        self.context.messages.clear()
        self._stack.setCurrentWidget(self._waiting)
        while self._pages:
            _key, page = self._pages.popitem()
            self._stack.removeWidget(page)
            page.deleteLater()

    def _open_at(self, key: str, where: object = None) -> None:
        self.open(key, **(where if isinstance(where, dict) else {}))

    def _pass_on(self, changes: Any, initiator: object) -> None:
        for page in self._pages.values():
            if page is not initiator:
                page.reload(changes)

    def _show_place(self, changes: Any) -> None:
        """After undo or redo: go where the change can be seen, unless it can be seen here."""
        from app.services.queries.places import place_of

        if self.page is None or self._begins_or_ends() or self.page.shows(changes):
            return
        place = place_of(self.context.database, changes)
        if place is not None:
            self.open("meeting", meeting_id=place.meeting_id, item_id=place.item_id)

    def _begins_or_ends(self) -> bool:
        """From the first start to the list once there are data again; back when all are gone."""
        from app.services.queries.bodies import has_bodies

        ways = {"first_start": self.first_page, self.first_page: "first_start"}
        if self.page_key not in ways:
            return False
        is_misplaced = (self.page_key == "first_start") == has_bodies(self.context.database)
        if is_misplaced:
            self.open(ways[self.page_key])
        return is_misplaced

    def _fit_navigation(self) -> None:
        if self.is_furnished:
            narrow = self.width() < COLLAPSE_BELOW
            wants_room = self.page is not None and self.page.collapses_navigation
            self.navigation.set_collapsed(narrow or wants_room)
