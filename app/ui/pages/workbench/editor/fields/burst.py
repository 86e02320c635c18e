"""How far back Ctrl+Z in a field reaches: to where the newest step of the history begins.

Public: ``Burst(field, bus)`` with ``going_on()``, a context around the field's own saving.

What was typed in one go is one step of the history. Once something else has been changed, or typing
has rested so long that going on begins a new step, the field forgets its own undo steps: the next
Ctrl+Z belongs to the history, which takes back the newest step first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QTextEdit

from app.storage.changes import MELTING_SPAN
from app.ui.bus import ChangeBus

Field = QLineEdit | QTextEdit
_LONGEST_REST = round(MELTING_SPAN.total_seconds() * 1000)


class Burst(QObject):
    """Watches what else is changed, and how long the field rests."""

    def __init__(self, field: Field, bus: ChangeBus) -> None:
        super().__init__(field)
        self._field, self._is_own = field, False
        self._rest = QTimer(self, singleShot=True, interval=_LONGEST_REST)
        self._rest.timeout.connect(self._forget)
        bus.changed.connect(self._hear)

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """What is announced inside is what was typed here."""
        self._is_own = True
        try:
            yield
        finally:
            self._is_own = False
        self._rest.start()

    def _hear(self, *_announced: object) -> None:
        if not self._is_own:
            self._forget()

    def _forget(self) -> None:
        self._rest.stop()
        field = self._field
        if isinstance(field, QTextEdit):
            field.document().clearUndoRedoStacks()
        elif field.isUndoAvailable() or field.isRedoAvailable():
            start, length = field.selectionStart(), len(field.selectedText())
            position = field.cursorPosition()
            field.setText(field.text())  # a line has no other way to forget
            field.setCursorPosition(position)
            if length:
                field.setSelection(start, length)
