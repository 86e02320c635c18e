"""What can be begun from several places: a meeting, a group, an import, the sample data.

Public: ``Commands(context, window)`` with ``new_meeting``, ``new_body``, ``import_papers``,
``open_sample``, ``remove_sample`` and ``open_folder``; pages reach them by
``context.navigator.run("new_body")``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import AppError
from app.i18n import _, ngettext, register_date, sentence
from app.paths import resources_dir
from app.ui.context import AppContext
from app.ui.folders import choose_files, choose_folder
from app.ui.receipts import newest_step, say_undoable

if TYPE_CHECKING:
    from app.models.draft import ImportDraft
    from app.services.importing import ImportResult
    from app.ui.dialogs.body import BodyDialog
    from app.ui.main_window import MainWindow

IMPORTABLE = ("pdf", "txt")


class Commands(QObject):
    """Runs commands by name, over the window."""

    folder_chosen = Signal(object)

    def __init__(self, context: AppContext, window: MainWindow) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._by_name = {
            "new_meeting": self.new_meeting,
            "new_body": self.new_body,
            "import_papers": self.import_papers,
            "open_sample": self.open_sample,
            "remove_sample": self.remove_sample,
            "open_folder": self.open_folder,
        }
        context.navigator.commanded.connect(self.run)

    def run(self, name: str) -> None:
        """Run a command by its name; until there are data, another folder is all there is."""
        if self._context.slot.is_filled or name == "open_folder":
            self._by_name[name]()

    def new_meeting(self) -> None:
        """Ask for a meeting, of the group in view where there is one, and open it.

        Where there is no group yet, that is asked for first.
        """
        page = self._window.page
        self._ask_meeting(page.body_in_view() if page else None)

    def new_body(self) -> None:
        """Ask for the name of a group and show its meetings."""
        self._ask_body().open()

    def import_papers(self, paths: Sequence[Path] = ()) -> None:
        """Read papers, show what they hold, and write them when the user says so."""
        from app.ui.reading import read_papers

        chosen = list(paths) or self._choose_files()
        if chosen:
            self._context.messages.say(_("Reading …"), stays=True)
            self._context.jobs.in_process(
                read_papers, chosen,
                owner=self, then=self._preview, failed=self._give_up, key="import",
            )  # fmt: skip

    def open_sample(self) -> None:
        """Fill the empty database with sample data."""
        from app.services.sample import load_sample

        try:
            load_sample(self._context.database, resources_dir() / "sample")
        except AppError as error:
            self._context.messages.show_error(error)
            return
        self._context.navigator.open("meetings")

    def remove_sample(self) -> None:
        """Begin with one's own data: what was made beside the sample stays."""
        from app.services.sample import own_items_in_sample

        if count := own_items_in_sample(self._context.database):
            self._ask_about_own(count)
        else:
            self._remove_sample()

    def _ask_about_own(self, count: int) -> None:
        from app.ui.dialogs.base import Confirmation

        words = ngettext(
            "{count} item that you made stands in a meeting of the sample and is removed with it. "
            "It can be undone.",
            "{count} items that you made stand in meetings of the sample and are removed with "
            "them. It can be undone.",
            count,
        )
        question = Confirmation(
            _("Remove the sample data?"),
            words.format(count=count),
            _("Remove sample data"),
            _("Keep them"),
            parent=self._window,
        )
        question.accepted.connect(self._remove_sample)
        question.open()

    def _remove_sample(self) -> None:
        from app.services.queries.bodies import has_bodies
        from app.services.sample import remove_sample

        try:
            remove_sample(self._context.database)
        except AppError as error:
            self._context.messages.show_error(error)
            return
        if not has_bodies(self._context.database):
            self._context.navigator.open("first_start")
        say_undoable(self._context, _("The sample data are removed."))

    def open_folder(self) -> None:
        """Ask for a folder that has data already, and work there from now on."""
        title = _("Choose the folder of the data")
        if folder := choose_folder(self._window, title, self._context.data_dir):
            self.folder_chosen.emit(folder)

    def _ask_meeting(self, body_id: UUID | None) -> None:
        from app.ui.dialogs.new_meeting import ask_new_meeting

        if not ask_new_meeting(self._context, self._window, body_id):
            dialog = self._ask_body(_("A meeting belongs to a group. Create the group first."))
            dialog.saved.connect(self._ask_meeting)
            dialog.open()

    def _ask_body(self, note: str = "") -> BodyDialog:
        from app.ui.dialogs.body import BodyDialog

        dialog = BodyDialog(self._context.database, self._window, note=note)
        dialog.saved.connect(self._show_body)
        return dialog

    def _choose_files(self) -> list[Path]:
        patterns = " ".join(f"*.{ending}" for ending in IMPORTABLE)
        return choose_files(
            self._window,
            _("Import minutes"),
            self._context.settings,
            _("Minutes ({patterns})").format(patterns=patterns),
        )

    def _preview(self, drafts: list[ImportDraft | AppError]) -> None:
        from app.ui.dialogs.import_preview import ImportPreview

        problems = [draft for draft in drafts if isinstance(draft, AppError)]
        readable = [draft for draft in drafts if not isinstance(draft, AppError)]
        self._context.messages.clear()
        if readable:
            dialog = ImportPreview(self._context.database, readable, self._window, problems)
            dialog.imported.connect(self._show_imported)
            dialog.open()
        elif problems:
            words = " ".join(sentence(problem) for problem in problems)
            self._context.messages.say(words, is_error=True)

    def _give_up(self, error: BaseException) -> None:
        """Nothing is being read any more; the error goes where all do."""
        self._context.messages.clear()
        raise error

    def _show_imported(self, result: ImportResult) -> None:
        count, there = len(result.created), [*result.known, *result.occupied]
        parts = [_words_of_imported(count, is_all=not there)] if count else []
        parts += [self._words_of_those_there(there)] if there else []
        done = newest_step(self._context) if count else None
        if result.meetings:
            self._context.navigator.open("meeting", meeting_id=result.meetings[0])
        if done is not None:
            say_undoable(self._context, " ".join(parts), done)
        else:
            self._context.messages.say(" ".join(parts))

    def _words_of_those_there(self, meeting_ids: Sequence[UUID]) -> str:
        """Which meetings were left as they are, by group and date."""
        from app.services.queries.meetings import meeting_row

        rows = [meeting_row(self._context.database, one) for one in dict.fromkeys(meeting_ids)]
        names = [f"{row.body_name} {register_date(row.date)}" for row in rows]
        words = ngettext(
            "Was there already and is unchanged: {meetings}.",
            "Were there already and are unchanged: {meetings}.",
            len(names),
        )
        return words.format(meetings=", ".join(names))

    def _show_body(self, body_id: UUID) -> None:
        done = newest_step(self._context)
        self._context.navigator.open("meetings", body_id=body_id)
        say_undoable(self._context, _("The group has been created."), done)


def _words_of_imported(count: int, *, is_all: bool) -> str:
    if count == 1 and is_all:
        return _("The meeting is imported.")
    words = ngettext("{count} meeting imported.", "{count} meetings imported.", count)
    return words.format(count=count)
