"""The program's window over made data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from app.paths import AppPaths
from app.settings import Appearance
from app.storage.database import Database
from app.ui.application import dress, make_context
from app.ui.main_window import MainWindow
from app.ui.page_list import page_list
from app.ui.theme import Theme

_Made = TypeVar("_Made")


def stage(
    application: QApplication, folder: Path, fill: Callable[[Database], _Made]
) -> tuple[MainWindow, _Made]:
    """The window over data in ``folder``, shown, and what ``fill`` made of them."""
    dress(application)
    look = application.findChild(Theme, "theme") or Theme(application, Appearance.LIGHT)
    context = make_context(application, AppPaths.standard(folder), look)
    database = Database.create(context.paths.database, "Prøve")
    made = fill(database)
    context.slot.fill(database)
    window = MainWindow(context, page_list())
    window.resize(1440, 900)
    window.show()
    return window, made


def strike(window: MainWindow) -> None:
    """Close it, and the data."""
    window.context.jobs.shut_down()
    window.close()
    window.context.database.close()
