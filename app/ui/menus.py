"""The menu bar: what can be done, and the keys for it. On Windows and Linux it shows with Alt.

Public: ``Menus(window)`` fills the window's menu bar, ``fill_page_menu`` the menu of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from app.i18n import _
from app.ui.actions import make_action
from app.ui.edit_menu import EditMenu
from app.ui.icons import set_icon

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow, PageSpec
    from app.ui.pages.page import Page

_WINDOW = Qt.ShortcutContext.WindowShortcut
_BEGIN_A_GROUP = ("rename_item", "move_up", "delete_item", "add_attachments")
"""The actions of a page that a line stands above."""


class Menus(QObject):
    """The menus of the window, made once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.bar = _Bar(window)
        window.setMenuBar(self.bar)
        self._fill_file_menu()
        self.edit = EditMenu(window.context.history, self.bar.text_in_hand, window)
        self.bar.addMenu(self.edit)
        self._page_menu = self.bar.addMenu(_("&Page"))
        self._fill_go_menu()
        self._fill_help_menu()
        if not self.bar.isNativeMenuBar():
            self.bar.hide()
            window.installEventFilter(_AltKey(self.bar))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window may leave the full screen by other ways than the menu."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._full.setChecked(self._window.isFullScreen())
        return False

    def fill_page_menu(self, page: Page) -> None:
        """What this page offers."""
        self._page_menu.clear()
        actions = page.menu_actions()
        _leave_in_place(actions)
        for action in actions:
            if action.objectName() in _BEGIN_A_GROUP:
                self._page_menu.addSeparator()
            self._page_menu.addAction(action)
        self._page_menu.menuAction().setVisible(bool(actions))

    def _fill_file_menu(self) -> None:
        window, menu = self._window, self.bar.addMenu(_("&File"))
        commands = {"new_meeting": "new_meeting", "new_body": "new_body", "import": "import_papers"}
        for key, command in commands.items():
            run = partial(window.context.navigator.run, command)
            menu.addAction(make_action(key, window, lambda _=False, run=run: run(), _WINDOW))
        menu.addSeparator()
        if any(spec.key == "settings" for spec in window.specs):
            show = make_action("settings", window, lambda: window.open("settings"), _WINDOW)
            menu.addAction(show)
            menu.addSeparator()
        menu.addAction(make_action("quit", window, window.close, _WINDOW))

    def _fill_go_menu(self) -> None:
        menu = self.bar.addMenu(_("&Go to"))
        for spec in self._places():
            menu.addAction(self._go_action(spec))
        menu.addSeparator()
        self._full = make_action("full_screen", self._window, self._full_screen, _WINDOW)
        menu.addAction(self._full)

    def _places(self) -> list[PageSpec]:
        """The pages that have keys and a place in the menu."""
        return [spec for spec in self._window.specs if self._window.can_start_with(spec.key)]

    def _go_action(self, spec: PageSpec) -> QAction:
        action = QAction(spec.text, self._window)
        action.setShortcut(QKeySequence(spec.shortcut))
        set_icon(action, spec.icon)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda: self._window.open(spec.key))
        self._window.addAction(action)
        return action

    def _fill_help_menu(self) -> None:
        menu = self.bar.addMenu(_("&Help"))
        menu.addAction(make_action("help", self._window, self._show_help, _WINDOW))
        menu.addAction(make_action("about", self._window, self._show_about, _WINDOW))

    def _show_help(self) -> None:
        from app.ui.dialogs.help import HelpDialog

        over = QApplication.activeModalWidget() or self._window
        if not isinstance(over, HelpDialog):
            HelpDialog(self._places(), over).open()

    def _show_about(self) -> None:
        from app.ui.dialogs.about import AboutDialog

        AboutDialog(self._window.context.data_dir, self._window).open()

    def _full_screen(self) -> None:
        """In or out; a window that filled the screen before does so again."""
        full = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(self._window.windowState() ^ full)
        self._full.setChecked(self._window.isFullScreen())


def _leave_in_place(actions: Iterable[QAction]) -> None:
    """On macOS Qt would take "Omdøb" for *About* and put it into another menu."""
    for action in actions:
        action.setMenuRole(QAction.MenuRole.NoRole)
        menu = action.menu()
        if isinstance(menu, QMenu):
            _leave_in_place(menu.actions())


class _Bar(QMenuBar):
    """A menu bar that comes when it is called and goes when it has been used."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setAccessibleName(_("Menu bar"))

    def call(self) -> None:
        """Show it with the focus, or hide it again."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self.show()
        self.setFocus(Qt.FocusReason.MenuBarFocusReason)

    def text_in_hand(self) -> QWidget | None:
        """What has the focus, or had it before the bar was called."""
        focused = QApplication.focusWidget()
        before = self._before if shiboken6.isValid(self._before) else None
        return before if focused is self or focused is None else focused

    def leave(self) -> None:
        """Hide it; what had the focus before has it again, also below a dialog.

        Qt would give it to the next in the window, whatever that does.
        """
        before, self._before = self._before, None
        has_focus = self._window.focusWidget() in (self, None)
        if has_focus and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.MenuBarFocusReason)
        elif has_focus and self._window.page is not None:
            self._window.page.take_focus()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the bar; the first arrow opens the first menu."""
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in keys and self.activeAction() is None:
            self.setActiveAction(self.actions()[0])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._leave_if_unused)

    def _leave_if_unused(self) -> None:
        if self.isVisible() and not self.hasFocus() and QApplication.activePopupWidget() is None:
            self.leave()


class _AltKey(QObject):
    """Calls the bar when Alt is pressed and released with nothing in between.

    Keys that are taken by a shortcut never reach the window, so everything in the application is
    watched, but only while Alt is held down.
    """

    _BETWEEN = (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.FocusOut,
        QEvent.Type.WindowDeactivate,
    )

    def __init__(self, bar: _Bar) -> None:
        super().__init__(bar)
        self._bar, self._watching = bar, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            self._key(event)
        elif self._watching and event.type() in self._BETWEEN:
            self._watch(False)
        return False

    def _key(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Alt:
            self._watch(False)
        elif event.type() is not QEvent.Type.KeyRelease:
            self._watch(event.modifiers() in (Qt.KeyboardModifier.AltModifier, _NO_MODIFIER))
        elif self._watching and not event.isAutoRepeat():
            self._watch(False)
            self._bar.call()

    def _watch(self, on: bool) -> None:
        app = QApplication.instance()
        if app is not None and on != self._watching:
            self._watching = on
            app.installEventFilter(self) if on else app.removeEventFilter(self)


_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
