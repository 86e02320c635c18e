"""The workbench page: puts head, agenda, editor and preview together and keeps them in step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.errors import NotFound
from app.i18n import short_date
from app.models.meeting import MeetingState
from app.services.queries.items import item_rows
from app.services.queries.meetings import MeetingFields, meeting_fields, meeting_rows
from app.services.queries.places import place_of
from app.ui.actions import make_action
from app.ui.context import AppContext
from app.ui.pages.page import Page
from app.ui.pages.workbench.agenda_pane import AgendaPane
from app.ui.pages.workbench.banners import ApprovedBanner, UnplacedBanner
from app.ui.pages.workbench.commands import AgendaCommands
from app.ui.pages.workbench.dialogs import WorkbenchDialogs
from app.ui.pages.workbench.editor import ItemEditor
from app.ui.pages.workbench.head import WorkbenchHead
from app.ui.pages.workbench.panes import Panes
from app.ui.pages.workbench.places import SHOWN_TABLES, farthest_moved, length_of, words_at
from app.ui.pages.workbench.preview import PreviewPane
from app.ui.widgets.layouts import column

if TYPE_CHECKING:
    from app.storage.changes import Changes

ROOM_FOR_PREVIEW = 1280


class WorkbenchPage(Page):
    """One meeting at a time."""

    collapses_navigation = True

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.meeting_id: UUID | None = None
        self.fields: MeetingFields | None = None
        self._is_stale = self._is_narrow = False
        self.head = WorkbenchHead()
        self.agenda = AgendaPane()
        self.editor = ItemEditor(context)
        self.preview = PreviewPane(context)
        self.unplaced, self.approved = UnplacedBanner(), ApprovedBanner()
        self._lay_out()
        self.commands = AgendaCommands(self, context, self.agenda)
        self.dialogs = WorkbenchDialogs(self)
        self._make_actions()
        self._connect()
        self._show_preview(self.toggle_preview.isChecked())

    def open(self, **where: Any) -> None:
        """Show ``meeting_id``, at ``item_id`` or where the meeting was left."""
        meeting_id = where.get("meeting_id", self.meeting_id)
        if meeting_id is None:
            self.context.navigator.open("meetings")
            return
        if meeting_id != self.meeting_id:
            self.editor.flush()
            try:
                self._show_meeting(meeting_id, where.get("item_id"))
            except NotFound as error:
                self.context.messages.show_error(error)
                self.context.navigator.open("meetings")
                return
        elif self._is_stale:
            self._update()
            self.editor.reload(None)
        self.agenda.list.choose(where.get("item_id"))
        self.focus_item()

    def focus_item(self) -> None:
        """Put the keyboard on the item that is shown."""
        pane = self.editor if self.agenda.isHidden() else self.agenda.list
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def prepare(self) -> None:
        """Read the newest meeting: the first one to be opened is then as quick as the next."""
        newest = meeting_rows(self.context.database)[:1]
        if newest and self.meeting_id is None:
            self._show_meeting(newest[0].id)
        self.editor.form.prepare()
        self.resize(self.window().size())
        self.grab()  # polishes, lays out and loads the glyphs, which costs as much as all the rest

    def unsaved_words(self) -> str:
        self.editor.flush()
        return self.editor.saver.unsaved_words

    def refused_words(self) -> str:
        return self.editor.saver.refused_words

    def body_in_view(self) -> UUID | None:
        return self.fields.body_id if self.fields else None

    def menu_actions(self) -> list[QAction]:
        own = [self.toggle_preview, self.details, self.export]
        return [*self.commands.menu(), *self.editor.menu_actions(), *own]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- showing

    def _show_meeting(self, meeting_id: UUID, item_id: UUID | None = None) -> None:
        database = self.context.database
        self.fields = meeting_fields(database, meeting_id)
        rows = item_rows(database, meeting_id)
        self.meeting_id = self.commands.meeting_id = meeting_id
        self._is_stale = False
        if not self.editor.saver.unsaved_words:
            self.head.status.clear()
        self._show_head(self.fields, len(rows))
        self.agenda.show_meeting(rows, length_of(self.fields))
        first = rows[0].id if rows else None
        any(self.agenda.list.choose(one) for one in (item_id, self._remembered(), first))
        if not rows:
            self.editor.show_item(None)
        self.preview.show_meeting(meeting_id, self.fields.state, self.editor.item_id)

    def _update(self) -> None:
        """Read again what has changed; a meeting that is gone makes way for the list."""
        database, meeting_id = self.context.database, self.meeting_id
        assert meeting_id is not None
        self._is_stale = False
        before = self.fields
        try:
            self.fields = meeting_fields(database, meeting_id)
        except NotFound:
            self._forget()
            return
        if before is not None and before.state is not self.fields.state:
            self.preview.show_state(self.fields.state)
        rows = item_rows(database, meeting_id)
        self._show_head(self.fields, len(rows))
        self.agenda.update_rows(rows, length_of(self.fields))
        if not rows:
            self.editor.show_item(None)
        elif self.agenda.list.current_item is None:
            self.agenda.list.choose(rows[0].id)
        self.preview.refresh()

    def _show_head(self, fields: MeetingFields, count: int) -> None:
        self.title = f"{fields.body_name} {short_date(fields.date)}"
        self.setWindowTitle(self.title)
        self.head.show_meeting(fields, count)
        self.approved.show_state(fields.state)
        self.unplaced.show_meeting(self.context.database, fields.id)
        may_change = fields.state is not MeetingState.APPROVED
        self.commands.allow_changes(may_change)
        self.editor.head.openness.setEnabled(may_change)

    def _forget(self) -> None:
        self.editor.show_item(None)
        self.meeting_id = self.commands.meeting_id = self.fields = None
        self.agenda.show_meeting([], None)
        if self.isVisible():
            self.context.navigator.open("meetings")

    def _show_item(self, item_id: UUID) -> None:
        if item_id != self.editor.item_id:
            self.editor.show_item(item_id)
            self.context.settings.remember_last(f"item/{self.meeting_id}", str(item_id))
            self.preview.follow(item_id)

    def _remembered(self) -> UUID | None:
        text = self.context.settings.last(f"item/{self.meeting_id}")
        try:
            return UUID(text) if text else None
        except ValueError:
            return None

    # --- what comes from outside

    def _changed(self, changes: Changes, initiator: object) -> None:
        if self.meeting_id is None or not changes.touches(*SHOWN_TABLES):
            return
        if not self.isVisible():
            self._is_stale = True
            return
        by_editor = isinstance(initiator, QWidget) and (
            initiator is self.editor or self.editor.isAncestorOf(initiator)
        )
        before, chosen = self._order(), self.editor.item_id
        self._update()
        moved = farthest_moved(before, self._order(), chosen)
        if moved is not None and moved == chosen:
            self.preview.follow(chosen)
        if not by_editor:
            self.editor.reload(changes)
            if not self.editor.saver.unsaved_words:
                self.head.status.saved()
        if changes.is_history and self.meeting_id is not None:
            self._show_place(changes, moved)

    def _show_place(self, changes: Changes, moved: UUID | None) -> None:
        """After undo: choose the item that changed, even in another meeting."""
        place = place_of(self.context.database, changes)
        if place is None:
            return
        item_id, before = moved or place.item_id, self.editor.item_id
        if place.meeting_id != self.meeting_id:
            self.context.navigator.open(
                "meeting", meeting_id=place.meeting_id, item_id=place.item_id
            )
        elif item_id is not None:
            self.agenda.list.choose(item_id)
        if self.editor.item_id == item_id != before:
            self.editor.go_to_rows(changes)

    def _order(self) -> list[UUID]:
        return [row.id for row in self.agenda.model.rows]

    # --- the panes

    def _lay_out(self) -> None:
        self.panes = Panes(self.context.settings, self.agenda, self.editor, self.preview)
        layout = column(self.head, self.approved, self.unplaced, self.panes, spacing=0)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _make_actions(self) -> None:
        self.toggle_preview = make_action("toggle_preview", self, self._toggle_preview)
        self.toggle_preview.setChecked(self.context.settings.last("preview") != "hidden")
        self.details = make_action("meeting_details", self, self.dialogs.edit_details)
        self.export = make_action("export", self, self.dialogs.export)
        self.export.setShortcuts([self.export.shortcut(), QKeySequence("Ctrl+E")])
        self.zooms = [
            make_action("zoom_in", self, lambda: self.preview.view.step_zoom(1)),
            make_action("zoom_out", self, lambda: self.preview.view.step_zoom(-1)),
        ]
        self.editor.walk_within(self)
        self.head.preview.follow(self.toggle_preview)
        self.head.preview.setToolTip(self.toggle_preview.toolTip())
        self.head.export.follow(self.export)
        self.head.export.setToolTip(self.export.toolTip())

    def _connect(self) -> None:
        self.commands.before = self.editor.flush
        self.commands.renaming.connect(self._edit_title)
        self.commands.created.connect(lambda _item: self._edit_title())
        self.agenda.list.chosen.connect(self._show_item)
        self.agenda.list.opened.connect(lambda _item: self.editor.setFocus())
        self.editor.saving.connect(self.head.status.saving)
        self.editor.saved.connect(self.head.status.saved)
        self.editor.save_failed.connect(self.head.status.failed)
        self.editor.title_edited.connect(self._show_title)
        self.editor.place_changed.connect(self._follow_place)
        self.preview.follow_cursor(self.editor)
        self.preview.closed.connect(self.toggle_preview.trigger)
        self.unplaced.clicked.connect(self.dialogs.show_lines)
        self.approved.clicked.connect(self.dialogs.ask_back)
        self.head.details_asked.connect(self.dialogs.edit_details)
        self.head.stepper.asked.connect(self.dialogs.ask_state)
        self.context.bus.changed.connect(self._changed)

    def _follow_place(self, place: object) -> None:
        """The cursor is in another part of the item: the pages follow."""
        if self.editor.item_id is not None and self.preview.isVisible():
            words = words_at(self.context.database, self.editor.item_id, place)
            self.preview.follow_words("", words)

    def _show_title(self, title: str) -> None:
        """The list has what is typed before it is saved."""
        if self.editor.item_id is not None:
            self.agenda.model.show_title(self.editor.item_id, title)

    def _edit_title(self) -> None:
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.head.title.selectAll()

    def _toggle_preview(self, shown: bool) -> None:
        if not self._is_narrow:
            self.context.settings.remember_last("preview", "shown" if shown else "hidden")
        self._show_preview(shown)

    def _show_preview(self, shown: bool) -> None:
        self.panes.show_preview(shown=shown)
        self.toggle_preview.setChecked(shown)

    def _fit(self) -> None:
        """A narrow window has no room for the preview; a wide one shows it as the user left it."""
        narrow = self.window().width() < ROOM_FOR_PREVIEW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            wanted = self.context.settings.last("preview") != "hidden"
            self._show_preview(wanted and not narrow)
