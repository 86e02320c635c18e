"""From the first paint to the first page: open the data off the GUI thread, then choose what to
show.

Public: ``Starter(window)`` with ``begin``, ``move_to(folder)``, the signal ``ready(key)`` (empty
when the data cannot be opened); ``close_data`` for the end; ``first_page`` and ``moment``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError, UnusableFile
from app.i18n import _, moment
from app.paths import AppPaths
from app.ui.context import AppContext
from app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from app.storage.backup import Copy
    from app.storage.database import Database
    from app.storage.restoring import Restored
    from app.ui.pages.problem import Ways

log = logging.getLogger(__name__)
IDLE_MS = 400
_LOOK_MS = 100
_UNCOPIED = "uncopied"  # the data of which no copy could be made when they were closed


class Starter(QObject):
    """Fills the context's slot and opens the last page, or the first start."""

    ready = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._context = window, window.context
        self._paths = self._context.paths
        self._made: Path | None = None  # the database that the last move made

    def begin(self) -> None:
        """Start opening; called after the first paint, and again on "Prøv igen"."""
        self._context.jobs.in_thread(
            open_data,
            self._paths,
            self._context.settings.preferences.name,
            owner=self,
            then=self._opened,
            failed=self._failed,
        )

    def move_to(self, folder: Path) -> None:
        """Work in another folder, now and the next time; where that fails, all stays as it is."""
        paths = self._paths.at(folder)
        if self._context.slot.is_filled and paths == self._paths:
            return
        self._window.when_saved(lambda: self._open_elsewhere(paths))

    def _open_elsewhere(self, paths: AppPaths) -> None:
        self._context.jobs.in_thread(
            make_data_elsewhere,
            paths,
            self._context.settings.preferences.name,
            owner=self,
            then=lambda made: self._moved(paths, *made),
            failed=self._tell,
        )

    def _moved(self, paths: AppPaths, database: Database, is_new: bool) -> None:
        if self._context.jobs.will_change_data:  # an attachment for the data that are left
            QTimer.singleShot(_LOOK_MS, self, lambda: self._moved(paths, database, is_new))
            return
        if self._window.flush():  # typed while the other data were opened, and not to be saved
            _let_go(database, is_new=is_new)
            self._window.when_saved(lambda: self._open_elsewhere(paths))
            return
        self._leave()
        self._made = database.path if is_new else None
        before, self._paths = self._paths, paths
        self._opened(database)
        try:
            paths.remember()
        except AppError as error:
            self._tell(error)
            return
        if is_new:
            self._tell_empty(paths.data_dir, before.data_dir)

    def _leave(self) -> None:
        """Let go of the data; those that a move made and nobody used are taken away again."""
        slot = self._context.slot
        is_new = slot.is_filled and slot.database.path == self._made
        if is_new and slot.database.discard_untouched():
            slot.empty()
        else:
            close_data(self._context)

    def _tell_empty(self, folder: Path, before: Path) -> None:
        """Nobody should take an empty folder for lost data."""
        words = _(
            "There were no data in {folder}, so you begin afresh there. Your data are still in "
            "{before}."
        )
        self._context.messages.say(
            words.format(folder=folder, before=before),
            _("Go back"),
            lambda: self.move_to(before),
            is_error=True,
        )

    def _opened(self, database: Database) -> None:
        self._context.slot.fill(database)
        key = first_page(self._window, database)
        self._window.open(key)
        self._tell_uncopied(database.path)
        self.ready.emit(key)
        if key != "first_start":
            QTimer.singleShot(IDLE_MS, self._window, self._prepare)

    def _tell_uncopied(self, path: Path) -> None:
        """Nobody saw what happened after the window had closed."""
        settings = self._context.settings
        if settings.last(_UNCOPIED) != str(path):
            return
        settings.remember_last(_UNCOPIED, "")
        settings.save()
        self._context.messages.say(
            _("There was no backup the last time the program was closed. Make one now."),
            _("Settings"),
            lambda: self._window.open("settings"),
            is_error=True,
        )

    def _prepare(self) -> None:
        """What most cases need, and what a run that was cut off has left, once all is shown."""
        from app.ui.pages.workbench.editor.attachments.files_out import remove_left_copies

        self._window.prepare("meeting")
        remove_left_copies()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        from app.ui.pages.problem import ProblemPage

        self._window.show_problem(ProblemPage(error, self._paths.database, self._ways(error)))
        self.ready.emit("")

    def _ways(self, error: AppError) -> Ways:
        """What can be done about it."""
        from app.services.backups import latest_copy
        from app.ui.pages.problem import Ways

        copy = latest_copy(self._paths.backups) if isinstance(error, UnusableFile) else None
        usual = self._paths.usual_dir
        return Ways(
            again=self.begin,
            choose=lambda: self._context.navigator.run("open_folder"),
            leave=self._window.close,
            copy_made_at=copy.made_at if copy else None,
            restore=self._restore,
            use_usual=(lambda: self.move_to(usual)) if usual and self._paths.is_chosen else None,
        )

    def _restore(self) -> None:
        from app.services.backups import restore_copy

        self._context.jobs.in_thread(
            restore_copy, self._paths.database, owner=self, then=self._restored, failed=self._tell
        )

    def _restored(self, restored: Restored) -> None:
        told = _("The copy of {time} is in use.").format(time=moment(restored.copy.made_at))
        self.begin()
        self._context.messages.say(" ".join([told, *aftermath(restored)]))

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self._context.messages.show_error(error)


def _let_go(database: Database, *, is_new: bool) -> None:
    """Data that were opened in vain; those that were made for it are taken away again."""
    if not (is_new and database.discard_untouched()):
        database.close()


def aftermath(restored: Restored) -> list[str]:
    """What a restoring left behind, a sentence each: the unusable file, attachments without one."""
    told = []
    if restored.aside is not None:
        kept = _("The file that could not be used is kept as {name}.")
        told.append(kept.format(name=restored.aside.name))
    if restored.lost:
        lost = _("These attachments could not be restored: {names}.")
        told.append(lost.format(names=", ".join(restored.lost)))
    return told


def first_page(window: MainWindow, database: Database) -> str:
    """Where data that have just been opened are shown: on the last page, if there is anything."""
    from app.services.queries.bodies import has_bodies

    if not has_bodies(database):
        return "first_start"
    last = window.context.settings.last("page")
    return last if window.can_start_with(last) else window.first_page


def open_data(paths: AppPaths, actor: str) -> Database:
    """Open the database or make it, but never in a folder that was chosen because it had one.

    Imports SQLAlchemy, which takes a while.
    """
    paths.require_chosen()
    return make_data(paths, actor)


def make_data(paths: AppPaths, actor: str) -> Database:
    """Open the database or make it."""
    from app.storage.database import Database

    return Database.open_or_create(paths.database, actor)


def make_data_elsewhere(paths: AppPaths, actor: str) -> tuple[Database, bool]:
    """The data of another folder, and whether there were none, so that they were made."""
    is_new = not paths.database.exists()
    return make_data(paths, actor), is_new


Make = Callable[[Callable[[], "Copy | None"]], "Copy | None"]


def close_data(context: AppContext, make: Make = lambda copying: copying()) -> None:
    """Copy what has changed, then let go of the file.

    ``make`` is handed the copying and does it. A copy that fails is logged, and told when the data
    are opened again.
    """
    if not context.slot.is_filled:
        return
    from app.services.backups import back_up_at_close
    from app.storage.backup import FOLDER

    database = context.database
    try:
        folder = database.path.parent / FOLDER
        copy = make(partial(back_up_at_close, database, folder))
        if copy is not None and copy.rotten:
            log.warning("the copy at close lacks %d damaged attachments", len(copy.rotten))
    except AppError as error:
        log.error("no copy at close: %s", error)
        context.settings.remember_last(_UNCOPIED, str(database.path))
        context.settings.save()
    finally:
        database.close()
        context.slot.empty()
