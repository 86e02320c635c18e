"""The QApplication and what is made once for it.

Public: ``create_application`` (``dress``), ``make_context``, ``run(paths)`` (the whole life of the
window).
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.paths import APPLICATION, AppPaths
from app.ui.bus import ChangeBus
from app.ui.commands import Commands
from app.ui.context import AppContext, DatabaseSlot
from app.ui.crash import install_excepthook
from app.ui.fonts import load_fonts
from app.ui.history import HistoryActions
from app.ui.jobs import Jobs
from app.ui.main_window import MainWindow
from app.ui.messages import Messages
from app.ui.navigator import Navigator
from app.ui.page_list import page_list
from app.ui.settings import Settings
from app.ui.starter import Starter, close_data
from app.ui.theme import Theme
from app.ui.widgets.focus_ring import FocusRing


def create_application(arguments: list[str]) -> QApplication:
    """The application with its fonts and Qt's own words in Danish, still without a theme."""
    app = QApplication(arguments)
    dress(app)
    return app


def dress(app: QApplication) -> None:
    """Names, style, Danish, fonts and the focus ring: what is done once in the life of the app."""
    app.setApplicationName("moedevaerk")
    app.setApplicationDisplayName(APPLICATION)
    app.setDesktopFileName("moedevaerk")
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_da", folder):
        app.installTranslator(translator)
    load_fonts()
    FocusRing.install(app)


def make_context(app: QApplication, paths: AppPaths, theme: Theme | None = None) -> AppContext:
    """All that pages share, with an empty slot for the database."""
    settings = Settings(paths, app)
    chosen = settings.preferences
    look = theme or Theme(app, chosen.appearance, chosen.text_size)
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
    app = create_application(arguments if arguments is not None else sys.argv)
    context = make_context(app, paths)
    install_excepthook(context.messages, paths.log_dir)
    window = MainWindow(context, page_list())
    starter = Starter(window)
    commands = Commands(context, window)
    commands.folder_chosen.connect(starter.move_to)
    window.painted.connect(starter.begin)
    window.show()
    code = app.exec()
    context.jobs.shut_down()
    close_data(context)
    return code


def _raise_in_hook(error: BaseException) -> None:
    """Nobody waits for this error: hand it to the hook as if it had been raised here."""
    sys.excepthook(type(error), error, error.__traceback__)
