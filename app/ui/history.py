"""Ctrl+Z in two storeys: the text that has the focus first, then the history of the data.

Public: ``HistoryActions(bus, messages)``: ``attach(window, slot)`` makes the actions ``undo`` and
``redo``, ``serve`` hears their keys in a dialog, ``take_back`` undoes for a receipt, ``has``,
``take`` and ``words`` serve buttons.

What a step of the data takes back is said, unless it was typed in a field that is on the page, and
another one is not in hand. In a search field both keys are for its own words alone.

Signals: ``going`` around a step, so that what is typed is saved; ``went(Changes)`` after a step of
the data, so that the window can show the place; ``renamed`` when other steps are next.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.errors import AppError
from app.i18n import _
from app.storage.actions import Action
from app.storage.changes import Step
from app.storage.history import Turn
from app.ui.actions import make_action
from app.ui.bus import ChangeBus
from app.ui.messages import Messages

if TYPE_CHECKING:
    from app.ui.context import DatabaseSlot

Text = QLineEdit | QTextEdit | QPlainTextEdit
_IN_DIALOGS = (Action.EDIT_MEETING, Action.EDIT_BODY, Action.EDIT_PERSON)
_REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)
_OTHER = {"undo": "redo", "redo": "undo"}


class HistoryActions(QObject):
    """The two actions, with the name of what they would take back."""

    going = Signal()
    went = Signal(object)
    renamed = Signal()

    def __init__(self, bus: ChangeBus, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._slot: DatabaseSlot | None = None
        self._window: QWidget | None = None
        bus.changed.connect(self._rename)

    def attach(self, window: QWidget, slot: DatabaseSlot) -> None:
        """Make the actions for this window; the history is that of the slot's database."""
        self._slot, self._window = slot, window
        context = Qt.ShortcutContext.WindowShortcut
        self.undo = make_action("undo", window, lambda: self.take("undo"), context)
        self.redo = make_action("redo", window, lambda: self.take("redo"), context)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        slot.filled.connect(self._rename)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._listen)

    def serve(self, dialog: QWidget, take: Callable[[str], object]) -> None:
        """Call ``take`` with "undo" or "redo" at their keys, which a text in hand claims first."""
        for action, step in ((self.undo, "undo"), (self.redo, "redo")):
            keys = QShortcut(dialog)
            keys.setKeys(action.shortcuts())
            keys.activated.connect(partial(take, step))

    def take_back(self) -> None:
        """Undo the newest step of the data, whatever has the focus: "Fortryd" on a receipt."""
        self._step("undo")

    def has(self, step: str) -> bool:
        """Whether there are data to "undo" or "redo"."""
        return bool(self._next(step))

    def can(self, step: str) -> bool:
        """Whether "undo" or "redo" would take anything, in the text in hand or in the data."""
        text = _focused_text()
        if text is not None and _can(text, step):
            return True
        return self.has(step) and not _searches_in(text)

    def take(self, step: str, text: Text | None = None) -> None:
        """As Ctrl+Z ("undo") or Ctrl+Y ("redo") in this text, or where the focus is."""
        self.going.emit()
        text = text or _focused_text()
        if text is not None and _can(text, step):
            is_back = step == "undo"
            self._turn(text.undo if is_back else text.redo, Turn.BACK if is_back else Turn.FORTH)
        elif not _searches_in(text):
            self._step(step)

    def words(self, step: str) -> str:
        """What the step would take back or do again."""
        return (self.undo if step == "undo" else self.redo).text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Text widgets claim Ctrl+Z even when they have nothing to undo: let the action have it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if _is_in(watched, self._window) and any(event.matches(step) for step in steps):
                event.ignore()
                return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.keyCombination() == _REDO and _redo_in(watched)
        return False

    def _listen(self, old: QWidget | None, new: QWidget | None) -> None:
        """Filter the events of the focused text only: one filter over all events costs time."""
        if isinstance(old, Text):
            old.removeEventFilter(self)
        if isinstance(new, Text):
            new.installEventFilter(self)

    def _turn(self, of_field: Callable[[], None], turn: Turn) -> None:
        """Let the field go its own step, and store it as that: the history can take it again."""
        of_field()
        if self._slot is not None and self._slot.is_filled:
            with self._slot.database.history.turning(turn):
                self.going.emit()

    def _step(self, direction: str) -> None:
        if self._slot is None or not self._slot.is_filled:
            return
        database, step = self._slot.database, self._newest(direction)
        before = _words_in_hand()
        try:
            changes = database.undo() if direction == "undo" else database.redo()
        except AppError as error:
            self._messages.show_error(error)
            return
        if changes is not None and step is not None:
            self.went.emit(changes)
            is_elsewhere = before is not None and _words_in_hand() == before
            if is_elsewhere or not step.is_typing or step.action in _IN_DIALOGS:
                self._tell(step, direction)

    def _tell(self, step: Step, direction: str) -> None:
        """Which step was taken, and the way back for as long as that is the next one."""
        from app.labels import action_label

        words = _("Undone: {action}.") if direction == "undo" else _("Done again: {action}.")
        back = _OTHER[direction]
        self._messages.say(
            words.format(action=action_label(step.action)),
            _("Redo") if back == "redo" else _("Undo"),
            partial(self._step, back),
            holds=lambda: self._newest(back) is step,
        )

    def _rename(self, *_announced: Any) -> None:
        """Put the names of the steps into the menu; a receipt may not hold any more."""
        from app.labels import action_label

        self._messages.review()
        if self._slot is None or not self._slot.is_filled:
            return
        for action, step, word in (
            (self.undo, "undo", _("Undo: {action}")),
            (self.redo, "redo", _("Redo: {action}")),
        ):
            plain, name = _("Undo") if action is self.undo else _("Redo"), self._next(step)
            action.setText(word.format(action=action_label(name)) if name else plain)
        self.renamed.emit()

    def _next(self, step: str) -> str | None:
        if self._slot is None or not self._slot.is_filled:
            return None
        history = self._slot.database.history
        return history.undo_action if step == "undo" else history.redo_action

    def _newest(self, step: str) -> Step | None:
        """What "undo" or "redo" would take."""
        if self._slot is None or not self._slot.is_filled:
            return None
        history = self._slot.database.history
        steps = history.undoable if step == "undo" else history.redoable
        return steps[-1] if steps else None


def _focused_text() -> Text | None:
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, Text) and not widget.isReadOnly() else None


def _redo_in(watched: QObject) -> bool:
    """In a dialog, where Qt's own key for it is another on Linux."""
    if isinstance(watched, Text):
        watched.redo()
    return isinstance(watched, Text)


def _words_in_hand() -> str | None:
    text = _focused_text()
    return (
        None if text is None else text.text() if isinstance(text, QLineEdit) else text.toPlainText()
    )


def _is_in(watched: QObject, window: QWidget | None) -> bool:
    return isinstance(watched, QWidget) and watched.window() is window


def _searches_in(text: Text | None) -> bool:
    from app.ui.widgets.fields import SearchField

    return isinstance(text, SearchField) and text.is_sought_in


def _can(text: Text, step: str) -> bool:
    if isinstance(text, QLineEdit):
        return text.isUndoAvailable() if step == "undo" else text.isRedoAvailable()
    document = text.document()
    return document.isUndoAvailable() if step == "undo" else document.isRedoAvailable()
