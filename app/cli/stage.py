"""The window on a stage without a screen: opened, walked through, photographed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.paths import AppPaths
from app.settings import Appearance
from app.ui.application import create_application, make_context
from app.ui.main_window import MainWindow
from app.ui.page_list import page_list
from app.ui.starter import Starter, close_data

SIZE = (1440, 900)
PATIENCE = 60.0
"""Seconds until something that should happen counts as broken."""


class Stage:
    """A window over one data folder, opened on entering; closed with its data on leaving."""

    def __init__(self, paths: AppPaths) -> None:
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else create_application([""])
        self._paths = paths

    def __enter__(self) -> Stage:
        self.context = make_context(self.app, self._paths)
        self.window = MainWindow(self.context, page_list())
        starter = Starter(self.window)
        ready: list[str] = []
        starter.ready.connect(ready.append)
        self.window.painted.connect(starter.begin)
        self.window.resize(*SIZE)
        self.window.show()
        self.until(lambda: bool(ready))
        self.settle()
        return self

    def __exit__(self, *_: object) -> None:
        self.window.close()
        self.context.jobs.shut_down()
        close_data(self.context)
        for part in (self.window, self.context.theme):  # the application has one theme at a time
            part.deleteLater()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def dress(self, appearance: Appearance) -> None:
        """Light or dark."""
        self.context.theme.set_appearance(appearance)

    def go(self, key: str, **where: Any) -> None:
        """Show a page at a place and wait for what it loads."""
        self.window.open(key, **where)
        self.settle()

    def settle(self) -> None:
        """Let timers, jobs and paints come to rest."""
        quiet_since = time.monotonic()
        end = quiet_since + PATIENCE
        while time.monotonic() < min(end, quiet_since + 0.4):
            self.app.processEvents()
            if not self.context.jobs.is_idle:
                quiet_since = time.monotonic()
            time.sleep(0.005)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for it; raises ``TimeoutError``."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to rest")
            self.app.processEvents()
            time.sleep(0.005)

    def picture(self) -> QImage:
        """What the window shows."""
        return self.window.grab().toImage()

    def save(self, path: Path) -> None:
        """The picture as PNG; raises ``OSError`` when it cannot be written."""
        if not self.picture().save(str(path), "PNG"):  # type: ignore[call-overload]
            raise OSError(f"{path} was not written")

    def colours(self) -> int:
        """How many colours the window shows, looked at every eighth pixel."""
        image = self.picture()
        return len(
            {
                image.pixel(x, y)
                for x in range(0, image.width(), 8)
                for y in range(0, image.height(), 8)
            }
        )
