"""What can be done to the agenda: each command is one service call and its receipt.

Public: ``AgendaCommands(page, context, agenda)`` with its actions by key; ``meeting_id`` and
``before`` (called first, so that typed text is saved) are set by the page; signals ``renaming`` and
``created(item_id)``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.i18n import _
from app.models.agenda_words import FORMAL_KINDS, ItemKind
from app.services.queries.items import ItemRow, ItemView
from app.ui.actions import make_action
from app.ui.context import AppContext
from app.ui.pages.workbench.agenda_pane import AgendaPane
from app.ui.pages.workbench.opening import say_opened
from app.ui.receipts import say_undoable


class AgendaCommands(QObject):
    """New, move, rename, close, delete, and walking from item to item."""

    renaming = Signal()
    created = Signal(object)

    def __init__(self, page: QWidget, context: AppContext, agenda: AgendaPane) -> None:
        super().__init__(page)
        self._context, self._agenda = context, agenda
        self.meeting_id: UUID | None = None
        self._may_change = True
        self.before: Callable[[], None] = lambda: None
        self.actions = {key: make_action(key, page, slot) for key, slot in self._slots().items()}
        self._delete_key_only_in_list(self.actions["delete_item"])
        agenda.new_item.follow(self.actions["new_item"])
        agenda.new_item.setToolTip(self.actions["new_item"].toolTip())
        agenda.list.moved.connect(self._move_to)
        agenda.fill_menus(self._listed(_MORE), self._listed(_CONTEXT))
        agenda.list.selectionModel().currentChanged.connect(self._enable)
        agenda.model.modelReset.connect(self._enable)
        self._enable()

    def _slots(self) -> dict[str, Callable[..., object]]:
        return {
            "new_item": lambda: self._create(ItemKind.CASE),
            "new_information": lambda: self._create(ItemKind.INFORMATION),
            "new_theme": lambda: self._create(ItemKind.THEME),
            "new_closed_item": lambda: self._create(ItemKind.CASE, is_closed=True),
            "rename_item": self._rename,
            "toggle_closed": self._toggle_closed,
            "move_up": lambda: self._move_by(-1),
            "move_down": lambda: self._move_by(1),
            "previous_item": lambda: self._agenda.list.step(-1),
            "next_item": lambda: self._agenda.list.step(1),
            "delete_item": self._delete,
        }

    def menu(self) -> list[QAction]:
        """The actions in the order of the menu "Side"."""
        return list(self.actions.values())

    def allow_changes(self, may_change: bool) -> None:
        """Whether the agenda may change; that of approved minutes stays as it is."""
        self._may_change = may_change
        self._enable()

    def _enable(self) -> None:
        """Without an item there is nothing to rename, move, close, leave or delete."""
        has_item = self._agenda.list.current_item is not None
        for key, action in self.actions.items():
            is_there = has_item or key not in _ABOUT_ITEM
            action.setEnabled(is_there and (self._may_change or key in _ALWAYS))

    def _listed(self, keys: tuple[str, ...]) -> list[QAction | None]:
        return [self.actions[key] if key else None for key in keys]

    def _delete_key_only_in_list(self, action: QAction) -> None:
        """In a text the key deletes a letter."""
        self._agenda.list.addAction(action)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))

    def _create(self, kind: ItemKind, is_closed: bool = False) -> None:
        from app.services.items import create_item

        if self.meeting_id is None:
            return
        self.before()
        here = self._agenda.list.current_item
        if here is not None and self._is_waiting(here, kind, is_closed):
            self.created.emit(here.id)
            return
        after = here.id if here is not None and here.kind not in FORMAL_KINDS else None
        with self._refusals_told():
            item_id = create_item(
                self._context.database, self.meeting_id, kind=kind, is_closed=is_closed,
                after_item_id=after,
            )  # fmt: skip
            self._agenda.list.choose(item_id)
            self.created.emit(item_id)

    def _is_waiting(self, item: ItemRow, kind: ItemKind, is_closed: bool) -> bool:
        """The item is such a new one already, with nothing in it yet."""
        from app.services.queries.items import item_view

        if (item.kind, item.is_closed) != (kind, is_closed):
            return False
        return _is_empty(item_view(self._context.database, item.id))

    def _rename(self) -> None:
        if self._agenda.list.current_item is not None:
            self.renaming.emit()

    def _toggle_closed(self) -> None:
        from app.services.items import set_closed

        item = self._chosen()
        if item is not None:
            with self._refusals_told():
                set_closed(self._context.database, item.id, not item.is_closed)
                if item.is_closed:
                    say_opened(self._context)

    def _move_by(self, by: int) -> None:
        item = self._chosen()
        if item is not None:
            self._move_to(item.id, self._agenda.model.row_of(item.id) + by)

    def _move_to(self, item_id: UUID, to_index: int) -> None:
        from app.services.items import move_item

        self.before()
        if not 0 <= to_index < self._agenda.model.rowCount():
            return
        with self._refusals_told():
            move_item(self._context.database, item_id, to_index)
            self._say_that_numbers_stay()
        self._agenda.list.choose(item_id)

    def _say_that_numbers_stay(self) -> None:
        """Once the agenda has been sent, they need not follow the order (domain R5)."""
        numbers = [row.number for row in self._agenda.model.rows if row.number is not None]
        if numbers != sorted(numbers):
            words = _("The item keeps its number, for the agenda has been sent.")
            say_undoable(self._context, words)

    def _delete(self) -> None:
        from app.services.items import delete_item

        item = self._chosen()
        if item is not None:
            with self._refusals_told():
                delete_item(self._context.database, item.id)
                say_undoable(self._context, _deleted(item))

    @contextmanager
    def _refusals_told(self) -> Iterator[None]:
        """What cannot be done is said, and the rest of the command left out."""
        try:
            yield
        except AppError as error:
            self._context.messages.show_error(error)

    def _chosen(self) -> ItemRow | None:
        """The chosen item as it is after what was typed has been saved."""
        self.before()
        return self._agenda.list.current_item


_ABOUT_ITEM = (
    "rename_item", "toggle_closed", "move_up", "move_down", "previous_item", "next_item",
    "delete_item",
)  # fmt: skip
_ALWAYS = ("rename_item", "previous_item", "next_item")
_MORE = (
    "new_information", "new_theme", "new_closed_item", "",
    "move_up", "move_down", "", "rename_item", "toggle_closed", "", "delete_item",
)  # fmt: skip
_CONTEXT = ("rename_item", "toggle_closed", "", "move_up", "move_down", "", "delete_item")


def _is_empty(item: ItemView) -> bool:
    """Nothing is written in it; what it was born with does not count."""
    written = (
        item.title, item.closed_reason, item.duration_min, item.presenters, item.sub_items,
        item.decisions, item.statements, item.attachments, item.follow_ups,
        *(section.text for section in item.sections),
        *(one.points for one in item.recommendations),
    )  # fmt: skip
    return not any(written)


def _deleted(item: ItemRow) -> str:
    if item.number is None:
        return _("The item is deleted.")
    return _("Item {number} is deleted.").format(number=item.number)
