"""The last thing that is seen where the copy at close takes long. Public: ``with_words(work)``."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.i18n import _
from app.paths import APPLICATION
from app.ui.tokens import Role
from app.ui.widgets import Label, SeatsMark
from app.ui.widgets.layouts import column, row

_Answer = TypeVar("_Answer")

_PATIENCE_S, _LOOK_S = 1.0, 0.05
_WITHOUT_CLOSE = (
    Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
)


def with_words(work: Callable[[], _Answer]) -> _Answer:
    """Run ``work()`` in a thread; where it takes over a second, a small window says what it is.

    Raises what it raises.
    """
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(work)
        wait([answer], _PATIENCE_S)
        if not answer.done():
            _wait_in_sight(answer)
        return answer.result()


def _wait_in_sight(answer: Future[Any]) -> None:
    window = _Farewell()
    window.show()
    while not answer.done():
        QApplication.processEvents()
        wait([answer], _LOOK_S)
    window.hide()
    window.deleteLater()


class _Farewell(QWidget):
    """It goes by itself; closing it would only hide what still runs."""

    def __init__(self) -> None:
        super().__init__(None, _WITHOUT_CLOSE)
        self.setWindowTitle(APPLICATION)
        words = column(
            Label(_("A backup is being made …"), Role.STRONG),
            Label(_("Mødeværk closes when it is done."), tone="text2"),
            spacing=2,
        )
        self.setLayout(row(SeatsMark(36), words, spacing=14, margins=(24, 20, 28, 20)))
        self.setAccessibleName(_("A backup is being made …"))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
