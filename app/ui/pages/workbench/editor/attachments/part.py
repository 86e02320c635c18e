"""Bilag: the list, adding by dialog and drop, opening, saving copies.

Public: ``AttachmentsPart(context, saver)`` with ``show_item``, ``add_files``, ``choose_files``,
``tab``, and ``restructured`` when the list has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.errors import AppError
from app.i18n import _, ngettext, sentence
from app.services.attachments import (
    TakenFile,
    TakenIn,
    add_taken,
    attach_taken,
    delete_attachment,
    move_attachment,
    rename_attachment,
    set_attachment_closed,
)
from app.services.queries.items import AttachmentView, ItemView, item_view
from app.ui.context import AppContext
from app.ui.folders import choose_file, choose_files, choose_target
from app.ui.pages.workbench.editor.attachments import files_out
from app.ui.pages.workbench.editor.attachments.coming import Intake, added_words
from app.ui.pages.workbench.editor.attachments.drop_zone import DropZone
from app.ui.pages.workbench.editor.attachments.list_view import AttachmentList
from app.ui.pages.workbench.editor.attachments.model import (
    AttachmentModel,
    Openness,
    following_words,
)
from app.ui.pages.workbench.editor.content.part_label import PartLabel
from app.ui.pages.workbench.editor.fields.inset import Inset
from app.ui.pages.workbench.editor.fields.menus import show_menu
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.editor.tabs import Tab
from app.ui.receipts import say_undoable
from app.ui.tokens import Tone
from app.ui.widgets import Banner
from app.ui.widgets.layouts import column


class AttachmentsPart(QWidget):
    """The attachments of one item."""

    restructured = Signal(object)
    place = "attachments"

    def __init__(self, context: AppContext, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self._item_id: UUID | None = None
        self._intake = Intake(context, self)
        self.label = PartLabel(_("Attachments"))
        self.model = AttachmentModel(self)
        self.list = AttachmentList(self.model)
        self.zone = DropZone()
        self.banner = Banner("", Tone.RED, link=_("Close"))
        self._banner_row = QWidget()
        self._banner_row.setLayout(column(self.banner, margins=(0, 0, 0, 8)))
        self.banner.clicked.connect(self._banner_row.hide)
        self._banner_row.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        box = QWidget()
        box.setLayout(column(self.label, self.list, 8, self._banner_row, self.zone, spacing=1))
        layout.addWidget(Inset(box))
        self._connect()

    @property
    def tab(self) -> Tab:
        """How the tab shows it."""
        count = self.model.rowCount()
        return Tab(self.place, self.label.text, bool(count), count or None)

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [self.list, self.zone.link]

    def show_item(self, view: ItemView) -> None:
        """Show the attachments of an item, or news of them."""
        if view.id != self._item_id:
            self._banner_row.hide()
            self.list.setCurrentIndex(self.model.index(-1))
        self._item_id = view.id
        self._show_coming()
        current = self.list.current_view
        rows = [self._as_written(row) for row in view.attachments]
        self.model.show_rows(rows, is_item_closed=view.is_closed)
        if current is not None and self.model.row_of(current.id) >= 0:
            self.list.select(self.model.row_of(current.id))
        self.list.setVisible(bool(view.attachments))

    def flush(self) -> None:
        """Save the title that is being written."""
        self.list.commit_title()

    def release(self) -> None:
        """There is no item."""
        self._item_id = None
        self.model.show_rows(())

    def focus_first(self) -> None:
        """The list, or what adds to it."""
        target: QWidget = self.list if self.model.rowCount() else self.zone.link
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_files(self) -> None:
        """Ask which files to add."""
        self.add_files(choose_files(self, _("Add attachments"), self._context.settings))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files to the item shown: into the store in a thread, then rows of all good ones."""
        if paths and self._item_id is not None:
            self._banner_row.hide()
            self._intake.take(self._item_id, paths, partial(self._attach, self._item_id))

    def _attach(self, item_id: UUID, taken: TakenIn) -> None:
        refused = [sentence(problem) for problem in taken.refused]
        fresh, known = self._part_from_known(item_id, taken.files)
        if known:
            self._tell_known(item_id, known)
        if not fresh:
            self._say_refused(refused)
        elif self._saver.attempt(partial(add_taken, self._context.database, item_id, fresh)):
            self.restructured.emit(None)
            is_seen = item_id == self._item_id and self.isVisible()
            item = None if is_seen else item_view(self._context.database, item_id)
            self._say(" ".join([added_words(len(fresh), item), *refused]))

    def _say_refused(self, refused: Sequence[str]) -> None:
        if refused:
            self._context.messages.say(" ".join(refused), is_error=True)

    def _part_from_known(
        self, item_id: UUID, files: Sequence[TakenFile]
    ) -> tuple[list[TakenFile], list[TakenFile]]:
        """The files that are new to the item, and those that it has already."""
        held = {one.sha256 for one in item_view(self._context.database, item_id).attachments}
        fresh: list[TakenFile] = []
        known: list[TakenFile] = []
        for file in files:
            (known if file.sha256 in held else fresh).append(file)
            held.add(file.sha256)
        return fresh, known

    def _tell_known(self, item_id: UUID, files: Sequence[TakenFile]) -> None:
        words = ngettext(
            "{names} is attached to the item already and was not added again.",
            "{names} are attached to the item already and were not added again.",
            len(files),
        ).format(names=", ".join(file.file_name for file in files))
        if item_id == self._item_id:
            self.banner.set_text(words)
            self._banner_row.show()
        else:
            self._context.messages.say(words)

    def _show_coming(self) -> None:
        self.zone.show_work(self._intake.words_for(self._item_id))

    # --- One attachment

    def menu(self, view: AttachmentView) -> QMenu:
        """What can be done with an attachment."""
        menu, row = QMenu(self), self.model.row_of(view.id)
        menu.addAction(_("Rename"), partial(self._rename_here, view)).setShortcut("F2")
        if view.sha256:
            menu.addAction(_("Open file"), partial(self._open_file, view)).setShortcut("Return")
            menu.addAction(_("Save a copy …"), partial(self._save_copy, view))
        else:
            menu.addAction(_("Add the file …"), partial(self._choose_file, view))
        own = _("Open to the public") if view.is_closed else _("Close to the public")
        follows = self._follows_item(view)
        openness = menu.addAction(following_words(follows) or own, partial(self._toggle, view))
        openness.setShortcut("L")
        openness.setEnabled(not follows)
        menu.addSeparator()
        up = menu.addAction(_("Move up"), partial(self._move, view.id, row - 1))
        down = menu.addAction(_("Move down"), partial(self._move, view.id, row + 1))
        up.setShortcut("Alt+Up")
        down.setShortcut("Alt+Down")
        up.setEnabled(row > 0)
        down.setEnabled(row < self.model.rowCount() - 1)
        menu.addSeparator()
        menu.addAction(_("Delete attachment"), partial(self._delete, view)).setShortcut("Delete")
        for action in menu.actions():
            action.setShortcutVisibleInContextMenu(True)
        return menu

    def _connect(self) -> None:
        self._intake.changed.connect(self._show_coming)
        self.zone.clicked.connect(self.choose_files)
        self.list.openness_asked.connect(self._toggle)
        self.list.deletion_asked.connect(self._delete)
        self.list.file_asked.connect(self._open_or_choose)
        self.list.menu_asked.connect(self._show_menu)
        self.list.moved.connect(self._move)
        self.model.renamed.connect(self._rename)

    def _show_menu(self, view: AttachmentView, at: QPoint) -> None:
        show_menu(self.menu(view), at)

    def _rename_here(self, view: AttachmentView) -> None:
        index = self.model.index(self.model.row_of(view.id))
        self.list.setCurrentIndex(index)
        self.list.edit(index)

    def _rename(self, attachment_id: UUID, title: str) -> None:
        act = partial(rename_attachment, self._context.database, attachment_id)
        self._saver.keep((attachment_id, "title"), title, act)
        self.restructured.emit(None)

    def _as_written(self, row: AttachmentView) -> AttachmentView:
        """With the title that could not be saved yet."""
        return replace(row, title=self._saver.unsaved((row.id, "title"), row.title))

    def _follows_item(self, view: AttachmentView) -> bool:
        return self.model.openness_of(view) is Openness.FOLLOWS_ITEM

    def _toggle(self, view: AttachmentView) -> None:
        if self._follows_item(view):
            self._context.messages.say(_("The attachment follows the item, which is closed."))
            return
        database = self._context.database
        self._change(partial(set_attachment_closed, database, view.id, not view.is_closed))

    def _move(self, attachment_id: UUID, row: int) -> None:
        self._change(partial(move_attachment, self._context.database, attachment_id, row))

    def _delete(self, view: AttachmentView) -> None:
        row = self.model.row_of(view.id)
        if self._change(partial(delete_attachment, self._context.database, view.id)):
            if self.model.rowCount():
                self.list.select(min(row, self.model.rowCount() - 1))
            self._say(_("The attachment is deleted."))

    def _change(self, act: Callable[[], object]) -> bool:
        done = self._saver.attempt(act)
        self.restructured.emit(None)
        return done

    def _say(self, words: str) -> None:
        """A receipt with the way back."""
        say_undoable(self._context, words)

    # --- The file

    def _open_or_choose(self, view: AttachmentView) -> None:
        self._open_file(view) if view.sha256 else self._choose_file(view)

    def _open_file(self, view: AttachmentView) -> None:
        self._saver_free(partial(files_out.open_copy, self._context.database, view))

    def _save_copy(self, view: AttachmentView) -> None:
        name = files_out.name_of(view)
        target = choose_target(self, _("Save a copy"), self._context.settings, name)
        if target:
            act = partial(files_out.save_copy, self._context.database, view, target)
            if self._saver_free(act):
                self._context.messages.say(_("The copy is saved."))

    def _choose_file(self, view: AttachmentView) -> None:
        path = choose_file(self, _("Add the file"), self._context.settings)
        if path and self._item_id is not None:
            self._banner_row.hide()
            self._intake.take(self._item_id, [path], partial(self._give_file, view.id))

    def _give_file(self, attachment_id: UUID, taken: TakenIn) -> None:
        self._say_refused([sentence(problem) for problem in taken.refused])
        for file in taken.files:
            self._change(partial(attach_taken, self._context.database, attachment_id, file))

    def _saver_free(self, act: Callable[[], object]) -> bool:
        """Do something with a file that changes no data."""
        try:
            act()
        except AppError as error:
            self._context.messages.show_error(error)
            return False
        return True
