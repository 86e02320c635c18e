"""What the registers share: a head, a filter field, a table, and words where there is nothing.

Public: ``RegisterPage``, which shows a ``Register``; ``open_item`` for rows that come from an item.
Rows are filtered by the words in the field. They are read in a thread, and so are the texts made
that are searched: what was shown stays until the new is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.ui.actions import make_action
from app.ui.context import AppContext
from app.ui.pages import at_once
from app.ui.pages.page import PADDING, RIGHT, Page, PageHead
from app.ui.pages.register_data import Register, passing, read_rows
from app.ui.pages.sorting import SortMenu
from app.ui.tables import Group, RowsModel
from app.ui.widgets import Button, Label, Line, SearchField
from app.ui.widgets.layouts import STRETCH, row
from app.ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from app.storage.changes import Changes

_TYPING_MS = 150
_NOTICED_MS = 300


class RegisterPage(Page):
    """Shows a register; a page of its own adds ``row_actions`` for the chosen row, and says in
    ``opening_words`` (a msgid) what Enter opens."""

    opening_words = N_("Open")

    def __init__(self, context: AppContext, register: Register) -> None:
        super().__init__(context)
        self.title, self._register = register.title, register
        self._order: tuple[str, bool] | None = None
        self.model = RowsModel(register.columns, self._sort)
        self.table = TableView(self.model, self.title, indent=PADDING - 8)
        self.table.opened.connect(register.open_row)
        self.table.remember_widths(f"columns/{type(self).__name__}", context.settings)
        self.head = PageHead(self.title)
        self.filter = SearchField(register.filter_hint, 240)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._show)
        self.filter.textChanged.connect(self._note_words)
        self.filter.left_for_list.connect(self._go_to_rows)
        self._rows: Sequence[Any] = ()
        self._texts: Sequence[str] | None = None
        self._is_stale, self._is_reading, self._has_read = True, False, False
        self._wanted_id: object = None
        self.reading = Label("", tone="text2")
        self._noticed = QTimer(self, singleShot=True, interval=_NOTICED_MS)
        self._noticed.timeout.connect(lambda: self.reading.setText(_("Reading …")))
        self.row_actions: list[QAction] = []
        self.table.selectionModel().currentRowChanged.connect(self._fit_actions)
        self.sorting = SortMenu(self.table)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._lay_out()
        by_key = Qt.FocusReason.ShortcutFocusReason
        make_action("find", self, lambda: self.filter.setFocus(by_key))

    def open(self, **where: Any) -> None:
        if "id" in where:
            self._wanted_id = where["id"]
            self.clear_filters()
        self._catch_up()
        self._choose_wanted()
        self._fit_actions()
        self.take_focus()

    def take_focus(self) -> None:
        (self.table if self.model.rows else self.filter).setFocus()

    def reload(self, changes: Changes | None) -> None:
        """Read again what is on screen; what is hidden waits until it is shown."""
        if changes is None or changes.touches(*self._register.tables):
            self._is_stale = True
            if self.isVisible():
                self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def menu_actions(self) -> list[QAction]:
        sorting = [] if self.sorting.is_empty else [self.sorting.menuAction()]
        return [*self.row_actions, *sorting]

    def delete_action(self, key: str, slot: Callable[[], object]) -> QAction:
        """What the delete key does to the chosen row; in the filter field it deletes a letter."""
        action = make_action(key, self.table, slot, Qt.ShortcutContext.WidgetShortcut)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        return action

    def _catch_up(self) -> None:
        """Read what is out of date, and make the texts that are searched, one after the other."""
        if not self._is_reading and (self._is_stale or self._lacks_texts()):
            read = self._register.reader() if self._is_stale else partial(tuple, self._rows)
            work = partial(read_rows, read, self._register if self._words() else None)
            self._is_stale, self._is_reading = False, True
            self._noticed.start()
            at_once.start(self.context.jobs, self, work, self._take)

    def _take(self, answer: Future[tuple[Sequence[Any], Sequence[str] | None]]) -> None:
        """Show what was read; what was changed meanwhile is read again. Raises what went wrong."""
        self._is_reading = False
        self._noticed.stop()
        self.reading.clear()
        words_waited = self._lacks_texts()
        try:
            self._rows, self._texts = answer.result()
        except BaseException:
            self._is_stale = True
            raise
        is_waited_for = not self._has_read and self.filter.hasFocus() and not self.filter.text()
        self._has_read = True
        if words_waited:
            self._show()
        else:
            self._show_in_place()
        self._choose_wanted()
        if is_waited_for and self.model.rows:
            self.table.setFocus()
        if self.isVisible():
            self._catch_up()

    def _words(self) -> list[str]:
        """What is searched for."""
        return self.filter.text().casefold().split()

    def _go_to_rows(self) -> None:
        """From the search to the first row of what it finds."""
        if self._typing.isActive():
            self._typing.stop()
            self._show()
        if self.model.rows:
            self._select_near(0)
            self.table.scrollToTop()
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _lacks_texts(self) -> bool:
        return self._texts is None and bool(self._words())

    def _note_words(self) -> None:
        """They count after a pause, in which the texts are made."""
        self._typing.start()
        if self._lacks_texts():
            self._catch_up()

    def _choose_wanted(self) -> None:
        """Choose the row that was asked for, now or when the rows under way are here."""
        if self._wanted_id is not None:
            is_here = self.table.select_id(self._wanted_id)
            if is_here or not (self._is_reading or self._is_stale):
                self._wanted_id = None

    def _show_menu(self, at: QPoint) -> None:
        """What can be done to the chosen row, and the order of all."""
        row = self.table.current_row()
        if row is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            opening = menu.addAction(_(self.opening_words), lambda: self.table.opened.emit(row))
            opening.setShortcut(QKeySequence(Qt.Key.Key_Return))
            opening.setShortcutVisibleInContextMenu(True)
            menu.addActions(RegisterPage.menu_actions(self))
            menu.popup(self.table.viewport().mapToGlobal(at))

    def shows(self, changes: Changes) -> bool:
        return changes.touches(*self._register.tables)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self._register.buttons:
            self.head.add(button)
        layout.addWidget(self.head)
        tools = row(
            self.filter,
            *self._register.filters,
            STRETCH,
            margins=(PADDING, 0, RIGHT, 16),
            spacing=8,
        )
        layout.addLayout(tools)
        layout.addWidget(Line())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(_padded(self._register.empty))
        self._stack.addWidget(self._nothing_found())
        self._stack.addWidget(_padded(self.reading))
        layout.addWidget(self._stack, 1)

    def _nothing_found(self) -> QWidget:
        clear = Button(_("Clear filters"))
        clear.clicked.connect(self.clear_filters)
        self._nothing = Label("", tone="text2")
        return _padded(row(self._nothing, clear, STRETCH))

    def words_for_nothing(self) -> str:
        """What is said when the filters let nothing pass."""
        return _("Nothing matches the filters.")

    def clear_filters(self) -> None:
        """Show everything again."""
        self.filter.clear()
        self._show()

    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending) if key else None
        self._show()

    def _ordered(self, rows: list[Any]) -> list[Any]:
        """Sorted as the head of the table says, otherwise as they were read, in groups."""
        if self._order is None:
            return self._register.grouped(rows)
        key, descending = self._order
        column = next(column for column in self.model.columns if column.key == key)
        return sorted(rows, key=column.sort_key, reverse=descending) if column.sort_key else rows

    def _show(self, *, keeps_place: bool = False) -> None:
        """Show what passes the filters. The chosen row stays chosen; where it is gone, the first
        is, or with ``keeps_place`` the one that took its place. Words wait for their texts."""
        if self._lacks_texts():
            return
        chosen, place = self.table.current_row(), self.table.currentIndex().row()
        shown = passing(self._register, self._rows, self._texts, self._words())
        self.model.set_rows(self._ordered(shown))
        self._stack.setCurrentIndex(0 if shown else 2 if self._rows else 1 if self._has_read else 3)
        self._nothing.setText(self.words_for_nothing())
        self.head.note.setText(self._count(len(shown)))
        if chosen is None or not self.table.select_id(chosen.id):
            self._select_near(place if keeps_place else 0)
        self._fit_actions()

    def _fit_actions(self) -> None:
        """Nothing is offered for a row where none is chosen."""
        for action in self.row_actions:
            action.setEnabled(self.table.current_row() is not None)

    def _show_in_place(self) -> None:
        """Show other rows, the chosen one at the height where it was."""
        was_chosen, before = self.table.currentIndex().isValid(), self._height()
        self._show(keeps_place=True)
        if was_chosen:
            bar = self.table.verticalScrollBar()
            bar.setValue(bar.value() + self._height() - before)

    def _height(self) -> int:
        """Where the chosen row stands on screen."""
        return self.table.visualRect(self.table.currentIndex()).top()

    def _select_near(self, place: int) -> None:
        """The row at this place, otherwise the next one, otherwise the last before it."""
        rows = [n for n, one in enumerate(self.model.rows) if not isinstance(one, Group)]
        if rows:
            at = next((number for number in rows if number >= place), rows[-1])
            self.table.setCurrentIndex(self.model.index(at, 0))

    def _count(self, shown: int) -> str:
        if not self._rows:
            return ""
        words = _("{shown} of {all} shown") if shown < len(self._rows) else _("{all} in all")
        return words.format(shown=shown, all=len(self._rows))


def open_item(context: AppContext, row: Any) -> None:
    """Show the item that a row comes from, in its meeting."""
    context.navigator.open("meeting", meeting_id=row.meeting_id, item_id=row.item_id)


def _padded(content: Any) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(PADDING, 24, RIGHT, 24)
    if isinstance(content, QWidget):
        layout.addWidget(content)
    else:
        layout.addLayout(content)
    layout.addStretch(1)
    return made
