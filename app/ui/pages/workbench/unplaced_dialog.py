"""The lines of an imported paper that found no place. Public: ``UnplacedDialog``."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.queries.meetings import UnplacedRow, unplaced_rows
from app.ui.context import AppContext
from app.ui.dialogs.base import Dialog
from app.ui.receipts import say_undoable
from app.ui.tables import Column, RowsModel
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets import Button, WrapLabel
from app.ui.widgets.table_view import TableView


class UnplacedDialog(Dialog):
    """Page, line and text of each; copy a line, write it where it belongs, mark it as placed."""

    def __init__(
        self, context: AppContext, meeting_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Lines without a place"), parent)
        self.setMinimumWidth(theme().px(760))
        self._context, self._meeting_id = context, meeting_id
        words = _("Copy a line, put it where it belongs, and mark it as placed.")
        self.body.addWidget(WrapLabel(words, tone="text2"))
        self.model = RowsModel(_columns())
        self.table = TableView(self.model, _("Lines without a place"))
        self.table.setMinimumHeight(theme().px(36 + 4 * 43))
        self.text = WrapLabel("", Role.BODY)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.table)
        self.body.addWidget(self.text)
        self.copy = Button(_("Copy"), "copy")
        self.place = Button(_("Mark as placed"), "check")
        self.copy.clicked.connect(self._copy)
        self.place.clicked.connect(self._place)
        for button in (self.copy, self.place):
            self.add_button(button)
        self.add_close_button(_("Close"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self._copy)
        context.history.serve(self, self._take)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.reload()

    def reload(self) -> None:
        """Read the lines again; when none is left the dialog closes."""
        at = self.table.currentIndex().row()
        rows = unplaced_rows(self._context.database, self._meeting_id)
        self.model.set_rows(rows)
        if not rows:
            self.accept()
            return
        self.table.setCurrentIndex(self.model.index(min(max(at, 0), len(rows) - 1), 0))
        self._show_chosen()

    def _show_chosen(self, *_indexes: object) -> None:
        line: UnplacedRow | None = self.table.current_row()
        self.text.setText(line.text if line else "")

    def _take(self, step: str) -> None:
        self._context.history.take(step)
        self.reload()

    def _copy(self) -> None:
        """The words that are marked, else the whole line."""
        line: UnplacedRow | None = self.table.current_row()
        if line is not None:
            QGuiApplication.clipboard().setText(self.text.selectedText() or line.text)
            self._context.messages.say(_("The line is copied."))

    def _place(self) -> None:
        from app.services.unplaced import place_line

        line: UnplacedRow | None = self.table.current_row()
        if line is not None:
            place_line(self._context.database, line.id)
            say_undoable(self._context, _("The line is marked as placed."))
            self.reload()


def _columns() -> list[Column]:
    return [
        Column("page", _("Page"), lambda line: str(line.page or ""), 64, numeric=True),
        Column("line", _("Line"), lambda line: str(line.line), 64, numeric=True),
        Column("text", _("Text"), lambda line: line.text, 480, stretch=True),
    ]
