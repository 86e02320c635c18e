"""The QApplication and what is made once for it.

Public: ``create_application`` (``dress``), ``make_context``; ``run(paths)``, the whole life of the
window, in its two halves ``begin`` and ``end``.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.paths import APPLICATION, AppPaths
from app.ui.main_window import MainWindow
from app.ui.settings import Settings
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.context import AppContext

_SETTLED_MS = 3000
"""By then what is there stays to the end; looking through it for garbage takes a tenth of a second,
in which nothing would be painted."""


def create_application(arguments: list[str]) -> QApplication:
    """The application with its fonts and Qt's own words in Danish, still without a theme."""
    app = QApplication(arguments)
    dress(app)
    return app


def dress(app: QApplication) -> None:
    """Names, style, Danish, fonts and the focus ring: what is done once in the life of the app."""
    _name(app)
    _equip(app)


def _name(app: QApplication) -> None:
    app.setApplicationName("moedevaerk")
    app.setApplicationDisplayName(APPLICATION)
    app.setDesktopFileName("moedevaerk")


def _equip(app: QApplication) -> None:
    from app.ui.fonts import load_fonts
    from app.ui.qt_words import install_danish
    from app.ui.widgets.focus_ring import FocusRing

    app.setStyle("Fusion")  # what it hands back takes PySide several milliseconds to describe
    app.setFont(app.font())  # a style brings back the system's own fonts for menus and tables
    install_danish(app)
    load_fonts()
    FocusRing.install(app)


def make_context(
    app: QApplication,
    paths: AppPaths,
    theme: Theme | None = None,
    settings: Settings | None = None,
) -> AppContext:
    """All that pages share, with an empty slot for the database."""
    from app.ui.bus import ChangeBus
    from app.ui.context import AppContext, DatabaseSlot
    from app.ui.history import HistoryActions
    from app.ui.jobs import Jobs
    from app.ui.messages import Messages
    from app.ui.navigator import Navigator

    settings = settings or Settings(paths, app)
    look = theme or _theme(app, settings)
    settings.changed.connect(lambda: look.set_appearance(settings.preferences.appearance))
    settings.changed.connect(lambda: look.set_text_size(settings.preferences.text_size))
    bus, messages = ChangeBus(app), Messages(app)
    return AppContext(
        paths=paths,
        settings=settings,
        theme=look,
        bus=bus,
        jobs=Jobs(_raise_in_hook, app),
        messages=messages,
        navigator=Navigator(app),
        slot=DatabaseSlot(bus),
        history=HistoryActions(bus, messages, app),
    )


def run(paths: AppPaths, arguments: list[str] | None = None) -> int:
    """Show the window, open the data after the first paint, and close them at the end."""
    app = QApplication(arguments if arguments is not None else sys.argv)
    window = begin(app, paths)
    code = app.exec()
    if not end(window):
        logging.shutdown()
        os._exit(code)  # Qt would wait for the thread, perhaps for ever
    return code


def begin(app: QApplication, paths: AppPaths) -> MainWindow:
    """Show the ground of the window in the user's colours; once painted, it is furnished."""
    _name(app)
    settings = Settings(paths, app)
    theme = _theme(app, settings)
    window = MainWindow()
    window.stand_as_before(settings)

    def furnish() -> None:
        from app.ui.page_list import page_list

        _equip(app)
        window.furnish(make_context(app, paths, theme, settings), page_list())
        _set_going(window)

    # Not in the paint event itself: the frame goes to the screen when that has returned.
    window.painted.connect(lambda: QTimer.singleShot(0, furnish))
    window.show()
    return window


def _set_going(window: MainWindow) -> None:
    """Commands, the hook for bugs, and the data."""
    from app.ui.commands import Commands
    from app.ui.crash import install_excepthook
    from app.ui.starter import Starter

    context = window.context
    install_excepthook(context.messages, context.paths.log_dir)
    starter = Starter(window)
    Commands(context, window).folder_chosen.connect(starter.move_to)
    starter.begin()
    QTimer.singleShot(_SETTLED_MS, window, gc.freeze)


def end(window: MainWindow) -> bool:
    """Stop what is under way, copy the data where they have changed, and let go of them.

    False when a thread could not be stopped.
    """
    if not window.is_furnished:
        return True
    from app.ui.farewell import with_words
    from app.ui.pages.workbench.editor.attachments.files_out import remove_copies
    from app.ui.starter import close_data

    all_ended = window.context.jobs.shut_down()
    close_data(window.context, with_words)
    remove_copies()
    return all_ended


def _theme(app: QApplication, settings: Settings) -> Theme:
    chosen = settings.preferences
    return Theme(app, chosen.appearance, chosen.text_size)


def _raise_in_hook(error: BaseException) -> None:
    """Nobody waits for this error: hand it to the hook as if it had been raised here."""
    sys.excepthook(type(error), error, error.__traceback__)
