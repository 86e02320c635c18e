"""What can be begun from several places: a new group, an import, the sample data.

Public: ``Commands(context, window)`` with ``new_body``, ``import_papers``, ``open_sample`` and
``open_folder``; pages reach them by ``context.navigator.run("import_papers")``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError
from app.i18n import _, ngettext
from app.ui.context import AppContext

if TYPE_CHECKING:
    from app.models.draft import ImportDraft

IMPORTABLE = ("pdf", "txt")


class Commands(QObject):
    """Runs commands by name, over the window."""

    folder_chosen = Signal(object)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._by_name = {
            "new_body": self.new_body,
            "import_papers": self.import_papers,
            "open_sample": self.open_sample,
            "open_folder": self.open_folder,
        }
        context.navigator.commanded.connect(self.run)

    def run(self, name: str) -> None:
        """Run a command by its name."""
        self._by_name[name]()

    def new_body(self) -> None:
        """Ask for the name of a group and show its meetings."""
        from app.ui.dialogs.body import BodyDialog

        dialog = BodyDialog(self._context.database, self._window)
        dialog.saved.connect(self._show_body)
        dialog.open()

    def import_papers(self, paths: Sequence[Path] = ()) -> None:
        """Read papers, show what they hold, and write them when the user says so."""
        from app.ui.reading import read_papers

        chosen = list(paths) or self._choose_files()
        if chosen:
            self._context.messages.say(_("Reading …"))
            self._context.jobs.in_process(
                read_papers, chosen, owner=self, then=self._preview, key="import"
            )

    def open_sample(self) -> None:
        """Fill the empty database with sample data."""
        from app.services.sample import load_sample

        try:
            load_sample(self._context.database)
        except AppError as error:
            self._context.messages.show_error(error)
            return
        self._context.navigator.open("meetings")

    def open_folder(self) -> None:
        """Ask for a folder that has data already, and work there from now on."""
        folder = QFileDialog.getExistingDirectory(self._window, _("Choose the folder of the data"))
        if folder:
            self.folder_chosen.emit(Path(folder))

    def _choose_files(self) -> list[Path]:
        patterns = " ".join(f"*.{ending}" for ending in IMPORTABLE)
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._window,
            _("Import minutes"),
            "",
            _("Minutes ({patterns})").format(patterns=patterns),
        )
        return [Path(name) for name in chosen]

    def _preview(self, drafts: list[ImportDraft | AppError]) -> None:
        from app.ui.dialogs.import_preview import ImportPreview

        problems = [draft for draft in drafts if isinstance(draft, AppError)]
        readable = [draft for draft in drafts if not isinstance(draft, AppError)]
        self._context.messages.clear()
        if problems:
            self._context.messages.show_error(problems[0])
        if readable:
            dialog = ImportPreview(self._context.database, readable, self._window)
            dialog.imported.connect(self._show_imported)
            dialog.open()

    def _show_imported(self, result: Any) -> None:
        count = len(result.created)
        known = len(result.known) + len(result.occupied)
        words = ngettext("{count} meeting imported.", "{count} meetings imported.", count)
        if not count:
            words = ngettext(
                "{count} meeting is in the data already and is unchanged.",
                "{count} meetings are in the data already and are unchanged.",
                known,
            )
        undo = (_("Undo"), self._context.history.take_back) if count else ("", None)
        if result.meetings:
            self._context.navigator.open("meeting", meeting_id=result.meetings[0])
        self._context.messages.say(words.format(count=count or known), *undo)

    def _show_body(self, body_id: UUID) -> None:
        self._context.navigator.open("meetings", body_id=body_id)
        self._context.messages.say(
            _("The group has been created."), _("Undo"), self._context.history.take_back
        )
