"""Before the window closes or other data are opened: what is typed is saved, or put aside.

Public: ``Leaving(window, pages, close)`` with ``when_saved(go_on)``, ``keeps_window`` and
``words_at_risk``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.i18n import _

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.pages.page import Page

GoOn = Callable[[], object]
_LOOK_MS = 100


class Leaving(QObject):
    """Asks the pages what they cannot save, and the user what to do about it.

    ``close`` closes the window without asking.
    """

    def __init__(
        self, window: MainWindow, pages: Callable[[], Iterable[Page]], close: GoOn
    ) -> None:
        super().__init__(window)
        self._window, self._pages, self._close = window, pages, close
        self._aside = ""  # the words that were put into a file last
        self._wait = QTimer(self, interval=_LOOK_MS)
        self._wait.timeout.connect(self._look)
        window.context.messages.erred.connect(self._wait.stop)

    def words_at_risk(self) -> str:
        """Save what is typed; what cannot be saved or used and was not put into a file, as people
        read it."""
        words = "\n\n".join(filter(None, self._words()))
        return "" if words == self._aside else words

    def _words(self) -> tuple[str, str]:
        """Save what is typed; what cannot be saved just now, and what cannot be used."""
        unsaved = self._said_by_pages(lambda page: page.unsaved_words())
        return unsaved, self._said_by_pages(lambda page: page.refused_words())

    def _said_by_pages(self, words: Callable[[Page], str]) -> str:
        if not self._window.context.slot.is_filled:
            return ""
        return "\n\n".join(filter(None, map(words, self._pages())))

    def when_saved(self, go_on: GoOn) -> None:
        """Go on once all is saved, or once the user has let the rest be put into a file.

        While something is being added, nothing is done but to say so.
        """
        if self._window.context.jobs.will_change_data:
            words = _("An attachment or a picture is being added. Try again when it is there.")
            self._window.context.messages.say(words, is_error=True)
        elif not self._holds_back(go_on):
            go_on()

    def keeps_window(self) -> bool:
        """Whether the window cannot close just now.

        For what is being added it waits and then closes by itself, unless an error or a question
        comes of it, or Esc takes the message away. Nobody has to wait for a drive that does not
        answer.
        """
        if not self._window.context.jobs.will_change_data:
            return self._holds_back(self._close)
        self._say_what_is_awaited()
        self._wait.start()
        return True

    def _holds_back(self, go_on: GoOn) -> bool:
        """Save what is typed; where some of it cannot be saved or used, the user is asked first."""
        unsaved, refused = self._words()
        if unsaved or refused:
            words = "\n\n".join(filter(None, (unsaved, refused)))
            self._ask_about(words, go_on, can_retry=bool(unsaved))
        return bool(unsaved or refused)

    def _look(self) -> None:
        messages = self._window.context.messages
        if QApplication.activeModalWidget() is not None:
            self._wait.stop()
            messages.clear()
        elif not self._window.context.jobs.will_change_data:
            self._wait.stop()
            self._window.close()
        elif not messages.text:
            self._wait.stop()

    def _say_what_is_awaited(self) -> None:
        words = _("An attachment or a picture is being added. The window closes when it is there.")
        self._window.context.messages.say(
            words, _("Close without waiting"), self._close_at_once, stays=True
        )

    def _close_at_once(self) -> None:
        self._wait.stop()
        if not self._holds_back(self._close):
            self._close()

    def _ask_about(self, words: str, go_on: GoOn, *, can_retry: bool) -> None:
        """Offer to try again, or to go on with the words in a file; Esc stays where one is."""
        from app.ui.dialogs.unsaved import UnsavedDialog
        from app.ui.rescue import rescue_file

        file = rescue_file(self._window.context.database.path.parent, dt.datetime.now())
        dialog = UnsavedDialog(words, file, self._window, can_retry=can_retry)
        dialog.retried.connect(lambda: self.when_saved(go_on))
        dialog.abandoned.connect(lambda: self._put_aside(file, words, go_on))
        dialog.open()

    def _put_aside(self, file: Path, words: str, go_on: GoOn) -> None:
        """Go on without saving, the words in a file; its name is said where it is another one."""
        from app.ui.rescue import write_rescue

        messages = self._window.context.messages
        try:
            written = write_rescue(file, words)
        except AppError as error:
            messages.show_error(error)
            return
        self._aside = words
        if written == file:
            go_on()
            return
        said = _("The text is in the file {file}.").format(file=written)
        messages.say(said, _("Continue"), go_on, is_error=True)
