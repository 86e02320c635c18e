"""Fields of a form tied to values, saved by themselves.

Public: ``Form(save)`` with ``add(key, label, editor, …)``, ``set_values``, ``flush``, ``revert``,
``take_back``, ``field(key)``, ``refused`` and the signal ``failed(AppError)``. Editors: line and
plain text. ``is_entered(event)`` for who else lets Esc take back.

While one types, a value that can be used is saved after a pause and one that cannot is left alone;
on leaving the field it gets its sentence (an ``InvalidInput``). A field ``whole`` is saved when it
is left, because half of it means something else ("9/1" on the way to "9/11"), and then shows how
it was read. Every other ``AppError`` is emitted as ``failed`` and the words stay unsaved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.errors import AppError, InvalidInput
from app.i18n import sentence
from app.ui.widgets.fields import Field

Save = Callable[[str, Any], object]
Editor = QLineEdit | QPlainTextEdit
PAUSE_MS = 600
_FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


@dataclass
class _Tie:
    """A field, how its text becomes a value and back, and the value that is stored."""

    field: Field
    editor: Editor
    read: Callable[[str], Any]
    show: Callable[[Any], str]
    whole: bool
    stored: Any = None
    entered: str = ""
    """What stood in the line when it was entered, or when Enter was pressed."""

    def value(self) -> Any:
        """What stands in the field, read; raises ``InvalidInput``."""
        line = isinstance(self.editor, QLineEdit)
        return self.read(self.editor.text() if line else self.editor.toPlainText())

    def show_stored(self) -> None:
        """Put the stored value into the field."""
        words = self.show(self.stored)
        if isinstance(self.editor, QLineEdit):
            if self.editor.text() != words:
                self.editor.setText(words)
            return
        before = self.editor.blockSignals(True)
        self.editor.setPlainText(words)
        self.editor.blockSignals(before)


def is_entered(event: QEvent) -> bool:
    """Coming back from a menu or another window is not entering anew."""
    back = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    return isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() not in back


class Form(QObject):
    """Calls ``save(key, value)`` for each value that was changed by the user."""

    failed = Signal(object)

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._ties: dict[str, _Tie] = {}
        self._pending: set[str] = set()
        self.refused: set[str] = set()
        """Keys of the fields that show why what stands in them cannot be used."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._save_what_can_be_used)

    def add(
        self,
        key: str,
        label: str,
        editor: Editor,
        read: Callable[[str], Any] = str.strip,
        show: Callable[[Any], str] = lambda value: "" if value is None else str(value),
        optional: bool = False,
        whole: bool = False,
    ) -> Field:
        """One more field; ``read`` raises ``InvalidInput`` for what cannot be used."""
        field = Field(label, editor, optional)
        self._ties[key] = _Tie(field, editor, read, show, whole)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda: self._typed(key))
            editor.editingFinished.connect(lambda: self._leave_if_pending(key))
            editor.editingFinished.connect(lambda: self._note_words(key))
        else:
            editor.textChanged.connect(lambda: self._typed(key))
        editor.installEventFilter(self)
        return field

    def field(self, key: str) -> Field:
        """The field with its label and sentence."""
        return self._ties[key].field

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show stored values; a field that holds something unsaved keeps it."""
        for key, value in values.items():
            self._ties[key].stored = value
            if key not in self._pending:
                self._ties[key].show_stored()
                self._accept(key)

    def flush(self) -> bool:
        """Save what is unsaved now; False if something is not saved, which has then been said."""
        self._pause.stop()
        return all([self._leave(key) for key in tuple(self._pending)])

    def revert(self) -> None:
        """Show what is stored in place of what cannot be used."""
        for key in tuple(self.refused):
            self._pending.discard(key)
            self._ties[key].show_stored()
            self._accept(key)

    def take_back(self) -> bool:
        """Put back the words with which the line in hand was entered; False if they stand there."""
        for key, tie in self._ties.items():
            line = tie.editor
            if isinstance(line, QLineEdit) and line.hasFocus() and line.text() != tie.entered:
                line.setText(tie.entered)
                self._pending.add(key)
                self._leave(key)
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_line = isinstance(watched, QLineEdit)
        for key, tie in self._ties.items() if event.type() in _FOCUS else ():
            if tie.editor is not watched:
                continue
            if not is_line and event.type() is QEvent.Type.FocusOut:
                self._leave_if_pending(key)
            elif is_line and is_entered(event):
                self._note_words(key)
        return False

    def _note_words(self, key: str) -> None:
        """Esc goes back to here; not to what cannot be used."""
        tie = self._ties[key]
        if key not in self.refused and isinstance(tie.editor, QLineEdit):
            tie.entered = tie.editor.text()

    def _typed(self, key: str) -> None:
        self._pending.add(key)
        self._pause.start()

    def _leave_if_pending(self, key: str) -> None:
        if key in self._pending:
            self._leave(key)

    def _save_what_can_be_used(self) -> None:
        for key in tuple(self._pending):
            if not self._ties[key].whole:
                try:
                    self._store(key)
                except InvalidInput:
                    continue

    def _leave(self, key: str) -> bool:
        tie = self._ties[key]
        try:
            is_stored = self._store(key)
        except InvalidInput as error:
            self.refused.add(key)
            tie.field.show_error(sentence(error))
            return False
        self._accept(key)
        if is_stored and tie.whole:
            tie.show_stored()
        return is_stored

    def _accept(self, key: str) -> None:
        self.refused.discard(key)
        self._ties[key].field.clear_error()

    def _store(self, key: str) -> bool:
        tie = self._ties[key]
        value = tie.value()
        if value != tie.stored:
            try:
                self._save(key, value)
            except InvalidInput:
                raise
            except AppError as error:
                self.failed.emit(error)
                return False
            tie.stored = value
        self._pending.discard(key)
        return True
