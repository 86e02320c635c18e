"""A copy takes the place of the open data. Public: ``Restoring.over(window)`` with ``ask()``, the
list of the copies, and ``begin(copy)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.i18n import _, moment
from app.services.backups import restore_open
from app.ui.dialogs.base import Dialog
from app.ui.dialogs.copies import CopiesDialog
from app.ui.main_window import MainWindow
from app.ui.starter import aftermath, first_page
from app.ui.widgets import WrapLabel

if TYPE_CHECKING:
    from app.storage.backup import Copy
    from app.storage.database import Database
    from app.storage.restoring import Restored


class Restoring(QObject):
    """Saves what is typed, keeps the user out while the file is replaced, shows the data anew."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._context = window, window.context
        self._wait: _Wait | None = None

    @classmethod
    def over(cls, window: QWidget) -> Restoring:
        """The one of this window."""
        assert isinstance(window, MainWindow)
        return window.findChild(cls) or cls(window)

    def ask(self) -> None:
        """Show the copies; the one that is chosen is restored."""
        dialog = CopiesDialog(self._context, self._window)
        dialog.chosen.connect(self.begin)
        dialog.open()

    def begin(self, copy: Copy) -> None:
        """Restore the copy once all is saved."""
        self._window.when_saved(lambda: self._start(copy))

    def _start(self, copy: Copy) -> None:
        self._wait = _Wait(self._window)
        self._wait.open()
        self._context.jobs.in_thread(
            restore_open,
            self._context.database,
            copy,
            owner=self,
            then=lambda done: self._show(*done),
            failed=self._tell,
        )

    def _show(self, database: Database, restored: Restored) -> None:
        self._end_wait()
        self._context.slot.fill(database)
        self._window.open(first_page(self._window, database))
        told = _("The copy of {time} is restored.").format(time=moment(restored.copy.made_at))
        words = " ".join([told, *aftermath(restored)])
        before, is_error = restored.before, bool(restored.lost)
        if before is None:
            self._context.messages.say(words, is_error=is_error)
        else:
            self._context.messages.say(
                words, _("Undo"), lambda: self.begin(before), is_error=is_error
            )

    def _tell(self, error: BaseException) -> None:
        self._end_wait()
        if not isinstance(error, AppError):
            raise error
        self._context.messages.show_error(error)

    def _end_wait(self) -> None:
        if self._wait is not None:
            self._wait.accept()
            self._wait = None


class _Wait(Dialog):
    """Nothing can be written meanwhile; Esc does not end it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Restoring the copy …"), parent)
        words = _("First a copy is made of the data as they are now.")
        self.body.addWidget(WrapLabel(words, tone="text2"))

    def reject(self) -> None:
        """It ends when the work does."""
