"""The shell: navigation at the left, one page at a time, menu, messages.

Public: ``MainWindow(context, pages)`` and ``PageSpec``. A page is made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.actions import make_action
from app.ui.context import AppContext
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Entry, NavigationBar
from app.ui.widgets.layouts import STRETCH, row
from app.ui.widgets.seats import mark_icon

SMALLEST = (1100, 700)
FIRST_SIZE = (1440, 900)
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


class MainWindow(QMainWindow):
    """The window; ``painted`` is emitted once, after the first paint."""

    painted = Signal()
    retry_asked = Signal()

    def __init__(self, context: AppContext, pages: list[PageSpec]) -> None:
        super().__init__()
        self.context = context
        self._specs = {spec.key: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._was_painted = False
        self.setWindowTitle("Mødeværk")
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(*SMALLEST)
        self._lay_out(pages)
        context.history.attach(self, context.slot)
        self._menus()
        context.navigator.asked.connect(self._open_at)
        context.bus.changed.connect(self._pass_on)
        context.slot.filled.connect(self._drop_pages)
        context.history.went.connect(self._show_place)
        context.messages.attach(self._stack)
        context.settings.changed.connect(self.show_author)
        self.show_author()
        self._restore()

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while the data are being opened."""
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

    def show_problem(self, text: str) -> None:
        """The data cannot be opened: say why, and offer to try again."""
        self.navigation.setEnabled(False)
        self._waiting.show_problem(text)
        self._stack.setCurrentWidget(self._waiting)

    def open(self, key: str, **where: Any) -> Page:
        """Show a page at a place."""
        page = self._pages.get(key) or self._make(key)
        self._stack.setCurrentWidget(page)
        page.open(**where)
        self.navigation.setEnabled(True)
        self.navigation.select(self._specs[key].navigation_key or key)
        self.navigation.setVisible(not page.hides_navigation)
        self._fit_navigation()
        self._fill_page_menu(page)
        self.setWindowTitle(f"{page.title} – Mødeværk" if page.title else "Mødeværk")
        return page

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_navigation()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_navigation()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt alone shows or hides the menu bar, as on Windows."""
        if event.key() == Qt.Key.Key_Alt and self._alt_alone:
            self.menuBar().setVisible(not self.menuBar().isVisible())
            if self.menuBar().isVisible():
                self.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
        super().keyReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt_alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.context.settings.remember_geometry(self.saveGeometry())
        if self.page_key:
            self.context.settings.remember_last("page", self.page_key)
        self.context.settings.save()
        super().closeEvent(event)

    def _lay_out(self, pages: list[PageSpec]) -> None:
        entries = [
            Entry(spec.key, spec.text, spec.icon, spec.shortcut, spec.at_foot)
            for spec in pages
            if spec.icon
        ]
        self.navigation = NavigationBar(entries)
        self.navigation.chosen.connect(self._open_at)
        self._stack = QStackedWidget()
        self._waiting = _Waiting()
        self._waiting.retry_asked.connect(self.retry_asked)
        self._waiting.folder_asked.connect(lambda: self.context.navigator.run("open_folder"))
        self._stack.addWidget(self._waiting)
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(middle)

    def _make(self, key: str) -> Page:
        page = self._pages[key] = self._specs[key].make(self.context)
        self._stack.addWidget(page)
        return page

    def _drop_pages(self) -> None:
        """Another database: what the pages hold is of the old one."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def _open_at(self, key: str, where: object = None) -> None:
        self.open(key, **(where if isinstance(where, dict) else {}))

    def _pass_on(self, changes: Any, initiator: object) -> None:
        for page in self._pages.values():
            if page is not initiator:
                page.reload(changes)

    def _show_place(self, changes: Any) -> None:
        """After undo or redo: go where the change can be seen, unless it can be seen here."""
        from app.services.queries.places import place_of

        if self.page is None or self.page.shows(changes):
            return
        place = place_of(self.context.database, changes)
        if place is not None:
            self.open("meeting", meeting_id=place.meeting_id, item_id=place.item_id)

    def _fit_navigation(self) -> None:
        page = self.page
        narrow = self.width() < COLLAPSE_BELOW or (page is not None and page.collapses_navigation)
        self.navigation.set_collapsed(narrow)

    def _menus(self) -> None:
        self._alt_alone = False
        bar, window = self.menuBar(), Qt.ShortcutContext.WindowShortcut
        file_menu, edit_menu = bar.addMenu(_("File")), bar.addMenu(_("Edit"))
        self._page_menu = bar.addMenu(_("Page"))
        go_menu = bar.addMenu(_("Go to"))
        for key, command in (("new_body", "new_body"), ("import", "import_papers")):
            run = partial(self.context.navigator.run, command)
            file_menu.addAction(make_action(key, self, lambda _=False, run=run: run(), window))
        file_menu.addSeparator()
        if "settings" in self._specs:
            show = make_action("settings", self, lambda: self.open("settings"), window)
            file_menu.addAction(show)
            file_menu.addSeparator()
        file_menu.addAction(make_action("quit", self, self.close, window))
        edit_menu.addAction(self.context.history.undo)
        edit_menu.addAction(self.context.history.redo)
        for spec in self._specs.values():
            if spec.icon and not spec.at_foot:
                go_menu.addAction(self._go_action(spec))
        go_menu.addSeparator()
        go_menu.addAction(make_action("full_screen", self, self._full_screen, window))
        bar.setVisible(bar.isNativeMenuBar())

    def _go_action(self, spec: PageSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(lambda: self.open(spec.key))
        self.addAction(action)
        return action

    def _fill_page_menu(self, page: Page) -> None:
        self._page_menu.clear()
        for action in page.menu_actions():
            self._page_menu.addAction(action)
        self._page_menu.menuAction().setVisible(bool(page.menu_actions()))

    def _full_screen(self, on: bool) -> None:
        self.showFullScreen() if on else self.showNormal()

    def _restore(self) -> None:
        if not self.restoreGeometry(self.context.settings.geometry()):
            self.resize(*FIRST_SIZE)


class _Waiting(QWidget):
    """What stands there until the data are open: nothing, or why they cannot be opened."""

    retry_asked = Signal()
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._problem = EmptyState(
            "hard-drive", _("The data cannot be opened"), "", _("Try again"), "rotate-ccw"
        )
        self._problem.setFixedWidth(theme().px(480))
        self._problem.clicked.connect(self.retry_asked)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(row(STRETCH, self._problem, STRETCH))
        self._other = Button(_("Choose another folder …"), "folder-open")
        self._other.clicked.connect(self.folder_asked)
        self._other.hide()
        layout.addSpacing(12)
        layout.addWidget(self._other, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_problem(self, text: str) -> None:
        """The sentence of what happened and what to do."""
        self._problem.set_text(_("The data cannot be opened"), text)
        self._problem.show()
        self._other.show()
