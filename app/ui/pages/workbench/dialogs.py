"""The dialogs of the workbench, opened over its meeting. Public: ``WorkbenchDialogs(page)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.models.meeting import MeetingState

if TYPE_CHECKING:
    from app.ui.pages.workbench.page import WorkbenchPage


class WorkbenchDialogs(QObject):
    """Each saves what is typed before it shows what is stored."""

    def __init__(self, page: WorkbenchPage) -> None:
        super().__init__(page)
        self._page = page

    def edit_details(self) -> None:
        """Date, time, place, people."""
        from app.ui.pages.workbench.details_dialog import DetailsDialog

        page = self._page
        page.editor.flush()
        if page.meeting_id is not None:
            DetailsDialog(page.context, page.meeting_id, page.window()).open()

    def ask_state(self, key: str) -> None:
        """What it takes to reach a state."""
        from app.ui.pages.workbench.state_dialog import StateDialog

        page = self._page
        page.editor.flush()
        if page.fields is not None:
            rows, state = page.agenda.model.rows, MeetingState(key)
            dialog = StateDialog(page.context, page.fields, rows, state, page.window())
            # The step that was pressed may have made way for another by then.
            dialog.accepted.connect(page.focus_item)
            dialog.open()

    def ask_back(self) -> None:
        """What it takes to leave the approval."""
        self.ask_state(MeetingState.MINUTES_IN_REVIEW.value)

    def show_lines(self) -> None:
        """The lines of the imported paper that have no place."""
        from app.ui.pages.workbench.unplaced_dialog import UnplacedDialog

        page = self._page
        if page.meeting_id is not None:
            UnplacedDialog(page.context, page.meeting_id, page.window()).open()

    def export(self) -> None:
        """The paper that is in the preview, as a file."""
        from app.ui.pages.workbench.export_dialog import ExportDialog

        page = self._page
        page.editor.flush()
        if page.fields is not None:
            product, edition = page.preview.product, page.preview.edition
            ExportDialog(page.context, page.fields, product, edition, page.window()).open()
