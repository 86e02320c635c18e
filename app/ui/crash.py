"""Bugs: one dialog with a report that can be copied; the program lives on.

Public: ``install_excepthook(messages, log_dir)``, ``report(error)``. The report names files, lines
and kinds of errors, never values: what somebody has written stays on the computer.
"""

from __future__ import annotations

import logging
import platform
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtWidgets import QApplication

from app import __version__
from app.errors import AppError
from app.paths import APPLICATION
from app.ui.messages import Messages
from app.ui.traces import way_of

if TYPE_CHECKING:
    from app.ui.dialogs.crash import CrashDialog

log = logging.getLogger(__name__)


class _Hook:
    """What Python calls for each exception that nobody caught."""

    def __init__(self, messages: Messages, log_dir: Path) -> None:
        self._messages, self._log_dir = messages, log_dir
        self._dialog: CrashDialog | None = None

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, AppError):
            self._messages.show_error(error)
        elif issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            self._report(error)

    def _report(self, error: BaseException) -> None:
        text = report(error)
        log.error("%s", text)
        if self._dialog is None:
            from app.ui.dialogs.crash import CrashDialog

            self._dialog = CrashDialog(text, self._log_dir, QApplication.activeWindow())
            self._dialog.finished.connect(self._forget)
            self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None


def install_excepthook(messages: Messages, log_dir: Path) -> None:
    """Let every exception that nobody caught become a message or a report."""
    sys.excepthook = _Hook(messages, log_dir)


def report(error: BaseException) -> str:
    """Versions and the way through the code, without a single value."""
    made_by = (
        f"{APPLICATION} {__version__}, PySide6 {PySide6.__version__}, "
        f"Python {platform.python_version()}, {platform.platform()}"
    )
    return "\n".join([made_by, *way_of(error)])
