"""The editor of one agenda item: head, tools, tabs and the scrolling form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.errors import NotFound
from app.services.queries.items import ItemView, item_view
from app.ui.actions import make_action
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.attachments.file_drops import FileDrops
from app.ui.pages.workbench.editor.fields.menus import show_menu
from app.ui.pages.workbench.editor.fields.meta_field import INSET
from app.ui.pages.workbench.editor.form import Form
from app.ui.pages.workbench.editor.head import ItemHead
from app.ui.pages.workbench.editor.measures import COLUMN, PADDING, CentredRow, side
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.editor.tab_order import put_in_order
from app.ui.pages.workbench.editor.tabs import PartTabs
from app.ui.pages.workbench.editor.tools import ToolRow
from app.ui.theme import theme
from app.ui.widgets.painting import painter_on

if TYPE_CHECKING:
    from app.storage.changes import Changes


class ItemEditor(QWidget):
    """Shows one item and saves what is typed in it.

    ``place_changed`` tells where the cursor is: the id of a section, or one of the words "head",
    "recommendation", "attachments" and "decision". ``title_edited`` comes at every key. After
    ``saving`` comes either ``saved`` or ``save_failed``.
    """

    place_changed = Signal(object)
    saving = Signal()
    saved = Signal()
    save_failed = Signal()
    title_edited = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_id: UUID | None = None
        self._context = context
        self._view: ItemView | None = None
        self._place: object = None
        self.setMinimumWidth(430)
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.saver = Saver(context, self)
        self.head = ItemHead(context, self.saver)
        self.tools = ToolRow(context.history)
        self.tabs = PartTabs()
        self.form = Form(context, self.saver)
        self.adding_action = make_action("add_attachments", self, self.form.choose_files)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.head.title)
        self._show_nothing()

    def show_item(self, item_id: UUID | None) -> None:
        """Save what is typed and show another item; ``None`` shows nothing."""
        if item_id is not None and item_id == self.item_id:
            return
        self.flush()
        self.item_id, self._view = item_id, None
        if (view := self._read()) is None:
            self._show_nothing()
            return
        before = QApplication.focusWidget()
        self._show(view)
        self.form.verticalScrollBar().setValue(0)
        self._keep_focus(before)

    def flush(self) -> None:
        """Save now what is typed, and try again what could not be saved before."""
        if self.item_id is not None:
            self.head.flush()
            self.form.flush()
        self.saver.retry()

    def reload(self, changes: Changes | None) -> None:
        """Others changed something (``None``: anything): show it, keeping what is being typed."""
        if self.saver.is_running or self.item_id is None:
            return
        self.flush()
        view = self._read()
        if view is None:
            self._show_nothing()
        else:
            was_open = self._view is not None and not self._view.is_closed
            self._show_news(view)
            if changes is not None and changes.is_history:
                self._go_to_change()
            elif was_open and view.is_closed and self._is_written_in():
                self.head.reason.ask()

    def menu_actions(self) -> list[QAction]:
        """What the menu of the page offers of the editor."""
        return [self.adding_action]

    def focus_place(self, place: object) -> None:
        """Scroll to a part and write there."""
        self.form.go_to(place)

    def walk_within(self, page: QWidget) -> None:
        """Alt+PgUp and Alt+PgDown go from part to part, wherever on the page the keyboard is."""
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, by in (("Alt+PgDown", 1), ("Alt+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), page, context=inside)
            shortcut.activated.connect(partial(self._step, by))

    def go_to_rows(self, changes: Changes) -> None:
        """Another item is shown because a step back changed it: write where it did."""
        touched = frozenset[UUID]().union(*changes.touched.values())
        if not self.form.focus_changed(touched) and changes.touches("attachment"):
            self.focus_place("attachments")

    def hideEvent(self, event: QHideEvent) -> None:
        """The window closes or another page is shown: nothing typed may be left behind."""
        super().hideEvent(event)
        if self._context.slot.is_filled:
            self.flush()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines between the rows: across the pane, or of the column where that is centred."""
        if self._view is None:
            return
        is_centred = self.width() > theme().px(COLUMN) + 2 * PADDING
        left = side(self.width()) if is_centred else 0
        with painter_on(self) as painter:
            for row in (self.tools, self.tabs, self.form):
                top = row.mapTo(self, QPoint(0, 0)).y() - 1
                width = self.width() - 2 * left
                painter.fillRect(left, top, width, 1, theme().color("line"))

    # --- Set-up

    def _lay_out(self) -> None:
        self._rows = [
            CentredRow(self.head, 20, 15, reach=INSET),
            CentredRow(self.tools, 1, 1, reach=8),
            CentredRow(self.tabs, 0, 1),
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in self._rows:
            layout.addWidget(row)
        layout.addWidget(self.form, 1)

    def _connect(self) -> None:
        self._context.history.going.connect(self.flush)
        self.saver.saving.connect(self.saving)
        self.saver.saved.connect(self.saved)
        self.saver.failed.connect(self.save_failed)
        self.saver.recovered.connect(self._refresh)
        self.head.title_edited.connect(self.title_edited)
        self.head.title_entered.connect(lambda: self.form.go_to(self.form.parts[0].place))
        self.head.changed.connect(self._refresh)
        self.form.stored.connect(self._show_tabs)
        self.form.restructured.connect(self._restructure)
        self.form.files_dropped.connect(self._add_files)
        drops = FileDrops(self)
        drops.hovering.connect(self.form.attachments.zone.set_hot)
        drops.dropped.connect(self._add_files)
        self.tabs.chosen.connect(self.form.go_to)
        self.tabs.add_asked.connect(self._open_add_menu)
        self.tabs.menu_asked.connect(self._open_part_menu)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    # --- Showing

    def _read(self) -> ItemView | None:
        if self.item_id is None:
            return None
        try:
            return item_view(self._context.database, self.item_id)
        except NotFound:
            return None

    def _show(self, view: ItemView) -> None:
        self._view = view
        self.adding_action.setEnabled(True)
        self.setUpdatesEnabled(False)
        self.head.show_view(view)
        self.form.show_view(view)
        self._show_tabs()
        for widget in (*self._rows, self.form):
            widget.show()
        put_in_order(self._stops())
        self.setUpdatesEnabled(True)

    def _is_written_in(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _stops(self) -> Iterator[QWidget]:
        yield from self.head.stops
        yield from self.tools.stops
        yield from self.tabs.stops
        yield from self.form.stops

    def _show_nothing(self) -> None:
        self.item_id = self._view = None
        self.adding_action.setEnabled(False)
        self.head.release()
        self.form.release()
        for widget in (*self._rows, self.form):
            widget.hide()
        self.update()

    def _refresh(self) -> None:
        """Show what our own change has made of the item."""
        if (view := self._read()) is not None:
            self._show_news(view)

    def _show_news(self, view: ItemView) -> None:
        """What was written in may be gone: the keyboard stays in the same part."""
        before, place = QApplication.focusWidget(), self._place
        self._show(view)
        if before is not None and self.isAncestorOf(before) and not before.isVisible():
            part = self.form.part(place)
            part.focus_first() if part is not None else self.head.focus_title()

    def _restructure(self, focus: object) -> None:
        self._refresh()
        if focus is not None and not self.form.focus_key(focus):
            self.form.go_to(focus)

    def _show_tabs(self) -> None:
        self.tabs.set_tabs(self.form.tabs)

    # --- The place of the cursor

    def _keep_focus(self, before: QWidget | None) -> None:
        """On with writing in the same part of the next item, or in its title."""
        is_within = before is not None and self.form.isAncestorOf(before)
        self._place = None
        self.tabs.set_current(None)
        if is_within and before is QApplication.focusWidget():
            self._set_place(self.form.place_of(before))
            QTimer.singleShot(0, self, lambda: self.form.show_place(self._place))
        elif is_within:
            self.head.focus_title()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        if self.head.isAncestorOf(new):
            self._set_place("head")
        elif self.form.isAncestorOf(new):
            self._set_place(self.form.place_of(new))

    def _set_place(self, place: object) -> None:
        if place != self._place:
            self._place = place
            if place != "head":
                self.tabs.set_current(place)
            if place is not None:
                self.place_changed.emit(place)

    def _step(self, by: int) -> None:
        """The part before or after the one with the cursor."""
        if self.item_id is not None:
            self.form.go_to(self.form.place_beside(self._place, by))

    def _go_to_change(self) -> None:
        """After a step of the history: the cursor where it changed something."""
        changed = [binding for binding in self.form.bindings if binding.changed_at is not None]
        for binding in changed[:1]:
            binding.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            binding.go_to_change()
        for binding in changed:
            binding.changed_at = None

    # --- Menus and files

    def _open_add_menu(self, at: QPoint) -> None:
        show_menu(self.form.menus.add_menu(), at)

    def _open_part_menu(self, place: object, at: QPoint) -> None:
        label = self.form.label_of(place)
        if label is not None:
            label.popup_menu(at)

    def _add_files(self, paths: list[object]) -> None:
        self.form.attachments.add_files([Path(str(path)) for path in paths])
