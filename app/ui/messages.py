"""What the program says: receipts with "Fortryd", and errors with what to do.

Public: ``Messages`` with ``say``, ``show_error``, ``clear``, ``review``, ``attach(window)``. Errors
stay until they are closed; ``erred`` tells that one is said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError, InvalidInput
from app.i18n import sentence

if TYPE_CHECKING:
    from app.ui.widgets.notices import Toast

Do = Callable[[], object]
Holds = Callable[[], bool]


def _always() -> bool:
    return True


class Messages(QObject):
    """The one place where pages say something; shown as a toast over the window."""

    erred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._toast: Toast | None = None
        self._do: Do | None = None
        self._holds: Holds = _always
        self._kept: tuple[str, str, bool, bool] | None = None

    @property
    def text(self) -> str:
        """What stands there now; empty when nothing does."""
        if self._toast is None or self._toast.isHidden():
            return ""
        return self._toast.accessibleName()

    def attach(self, window: QWidget) -> None:
        """Show messages over this widget, what was said before it existed included."""
        self._window, self._toast = window, None
        self._show_kept()

    def say(
        self,
        text: str,
        action: str = "",
        do: Do | None = None,
        *,
        is_error: bool = False,
        stays: bool = False,
        holds: Holds = _always,
    ) -> None:
        """One sentence, and perhaps one thing to do about it ("Fortryd").

        An error ``stays`` until it is closed; ``holds`` tells ``review`` whether it is still true.
        """
        self._show(text, action, do, is_error, not (is_error or stays), holds)

    def show_error(self, error: AppError, action: str = "", do: Do | None = None) -> None:
        """The error's sentence; it stays, unless only what was given could not be used."""
        self._show(sentence(error), action, do, True, isinstance(error, InvalidInput), _always)

    def review(self) -> None:
        """Take away what stands there if it does not hold any more."""
        if self.text and not self._holds():
            self.clear()

    def clear(self) -> None:
        """Take away what stands there."""
        self._kept = None
        if self._toast is not None:
            self._toast.hide()

    def _show(
        self, text: str, action: str, do: Do | None, error: bool, fades: bool, holds: Holds
    ) -> None:
        self._do, self._holds, self._kept = do, holds, (text, action, error, fades)
        self._show_kept()
        if error:
            self.erred.emit()

    def _show_kept(self) -> None:
        """The toast is made when there is something to say."""
        if self._window is None or self._kept is None:
            return
        from app.ui.widgets.notices import Toast

        if self._toast is None:
            self._toast = Toast(self._window)
            self._toast.acted.connect(self._act)
        self._toast.show_message(*self._kept)

    def _act(self) -> None:
        if self._do is not None:
            self._do()
