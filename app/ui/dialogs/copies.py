"""The copies of the data, and whether they would hold. Public: ``CopiesDialog(context, parent)``;
the signal ``chosen(Copy)`` once the user has confirmed. ``RestoreQuestion`` asks her.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _, decimal, moment, ngettext
from app.services.backups import copies_of, copy_state
from app.storage.backup import Copy
from app.storage.restoring import CopyState
from app.ui.context import AppContext
from app.ui.dialogs.base import Confirmation, Dialog
from app.ui.tables import Cell, Column, RowsModel
from app.ui.theme import theme
from app.ui.tokens import Tone
from app.ui.widgets import WrapLabel
from app.ui.widgets.table_view import TableView

_NAMED = 5  # attachments that are named; more are counted


@dataclass(frozen=True)
class CopyRow:
    """A copy in the list; ``state`` is ``None`` until it has been read through."""

    copy: Copy
    size: int
    state: CopyState | None = None

    @property
    def id(self) -> Path:
        """The row's key."""
        return self.copy.path


class CopiesDialog(Dialog):
    """Newest first; they are read through one after the other while the list stands."""

    chosen = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Copies of your data"), parent)
        self.setMinimumWidth(theme().px(680))
        self._context, self._database = context, context.database
        copies = copies_of(self._database)
        words = (
            _("Choose the copy that you want to go back to. Nothing happens before you confirm.")
            if copies
            else _(
                "There are no copies yet. One is made each time you close the program after "
                "changes."
            )
        )
        self.body.addWidget(WrapLabel(words, tone="text2"))
        self.model = RowsModel(_columns())
        self.table = TableView(self.model, _("Copies of your data"))
        self.table.setMinimumHeight(theme().px(36 + 6 * 43))
        self.body.addWidget(self.table)
        self.add_close_button(_("Close"))
        self.restore = self.add_accept_button(_("Restore …"))
        self.table.opened.connect(lambda _row: self.accept())
        self.table.selectionModel().currentRowChanged.connect(self._allow)
        self._fill(copies)
        self.table.setFocus()

    def accept(self) -> None:
        """Ask before the chosen copy takes the place of the data."""
        row: CopyRow | None = self.table.current_row()
        if row is None or row.state is None or not row.state.is_whole:
            return
        question = RestoreQuestion(row.state, self)
        question.accepted.connect(lambda: self._choose(row.copy))
        question.open()

    def _choose(self, copy: Copy) -> None:
        super().accept()
        self.chosen.emit(copy)

    def _fill(self, copies: list[Copy]) -> None:
        self.model.set_rows([CopyRow(copy, _size_of(copy.path)) for copy in copies])
        if copies:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._allow()
        self._read_on(copies)

    def _read_on(self, left: list[Copy]) -> None:
        if left:
            self._context.jobs.in_thread(
                copy_state,
                self._database,
                left[0],
                owner=self,
                then=lambda state: self._note(state, left[1:]),
            )

    def _note(self, state: CopyState, left: list[Copy]) -> None:
        """Show what a copy is; the chosen row stays chosen."""
        chosen = self.table.current_row()
        self.model.set_rows(
            [
                CopyRow(row.copy, row.size, state if row.copy == state.copy else row.state)
                for row in self.model.rows
            ]
        )
        if chosen is not None:
            self.table.select_id(chosen.id)
        self._allow()
        self._read_on(left)

    def _allow(self, *_indexes: object) -> None:
        row: CopyRow | None = self.table.current_row()
        self.restore.setEnabled(row is not None and row.state is not None and row.state.is_whole)


class RestoreQuestion(Confirmation):
    """What will happen, and which attachments the copy cannot give back."""

    def __init__(self, state: CopyState, parent: QWidget | None = None) -> None:
        words = _(
            "Meetings, groups, decisions and attachments become as they were on {time}; what has "
            "been changed since is not in them. First a copy is made of the data as they are now, "
            "so that you can come back to them."
        ).format(time=moment(state.copy.made_at))
        if state.lacking:
            words = f"{words}\n\n{_lacking_words(state.lacking)}"
        super().__init__(
            _("Restore this copy?"), words, _("Restore the copy"), _("Keep the data"), False, parent
        )
        self.setMinimumWidth(theme().px(520))


def _lacking_words(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    words = ngettext(
        "{count} attachment cannot be restored, its file is missing: {names}.",
        "{count} attachments cannot be restored, their files are missing: {names}.",
        len(names),
    )
    return words.format(count=len(names), names=shown)


def _columns() -> list[Column]:
    return [
        Column("made_at", _("Made"), _made, 320, stretch=True),
        Column("size", _("Size"), lambda row: _size(row.size), 90, numeric=True),
        Column("state", _("State"), lambda row: _state(row.state), 190),
    ]


def _made(row: CopyRow) -> str:
    return moment(row.copy.made_at, weekday=True)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # thinned away meanwhile
        return 0


def _size(size: int) -> str:
    return f"{decimal(max(size / 1_000_000, 0.1))}\u00a0MB"


def _state(state: CopyState | None) -> Cell:
    if state is None:
        return Cell(_("Being checked …"), tone=Tone.NEUTRAL, chip=True)
    if not state.is_whole:
        return Cell(_("Cannot be used"), "circle-alert", Tone.RED, chip=True)
    if state.lacking:
        count = len(state.lacking)
        words = ngettext("Lacks {count} attachment", "Lacks {count} attachments", count)
        return Cell(words.format(count=count), "circle-alert", Tone.AMBER, chip=True)
    return Cell(_("Whole"), "check", Tone.GREEN, chip=True)
