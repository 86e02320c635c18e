"""Fields of a form tied to values, saved by themselves.

Public: ``Form(save)`` with ``add(key, label, editor, …)``, ``set_values``, ``flush``,
``field(key)`` and the signals ``saving``, ``saved`` and ``failed(AppError)``. Editors: line, plain
text, combo box, check box and segmented control.

While one types, a value that can be used is saved after a pause and one that cannot is left alone;
on leaving the field it gets its sentence (an ``InvalidInput``). Every other ``AppError`` is
emitted as ``failed``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.errors import AppError, InvalidInput
from app.i18n import sentence
from app.ui.widgets.fields import Field
from app.ui.widgets.segmented import SegmentedControl

Save = Callable[[str, Any], object]
PAUSE_MS = 600


@dataclass
class _Tie:
    """A field, how its text becomes a value and back, and the value that is stored."""

    field: Field
    read: Callable[[str], Any]
    show: Callable[[Any], str]
    stored: Any = None


class Form(QObject):
    """Calls ``save(key, value)`` for each value that was changed by the user."""

    saving = Signal()
    saved = Signal()
    failed = Signal(object)

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._ties: dict[str, _Tie] = {}
        self._pending: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._save_what_can_be_used)

    def add(
        self,
        key: str,
        label: str,
        editor: QWidget,
        read: Callable[[str], Any] = str.strip,
        show: Callable[[Any], str] = lambda value: "" if value is None else str(value),
        optional: bool = False,
    ) -> Field:
        """One more field; ``read`` raises ``InvalidInput`` for what cannot be used."""
        field = Field(label, editor, optional)
        self._ties[key] = _Tie(field, read, show)
        self._listen(key, editor)
        return field

    def field(self, key: str) -> Field:
        """The field with its label and sentence."""
        return self._ties[key].field

    def value(self, key: str) -> Any:
        """What stands in the field, read; raises ``InvalidInput``."""
        tie = self._ties[key]
        return _read(tie.field.editor, tie.read)

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show stored values; a field that holds something unsaved keeps it."""
        for key, value in values.items():
            tie = self._ties[key]
            tie.stored = value
            if key not in self._pending:
                _show(tie.field.editor, value, tie.show)
                tie.field.clear_error()

    def flush(self) -> bool:
        """Save what is unsaved now; False if something cannot be used, which then says so."""
        self._pause.stop()
        return all([self._leave(key) for key in tuple(self._pending)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            for key, tie in self._ties.items():
                if tie.field.editor is watched and key in self._pending:
                    self._leave(key)
        return False

    def _listen(self, key: str, editor: QWidget) -> None:
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda: self._typed(key))
            editor.editingFinished.connect(lambda: self._leave_if_pending(key))
        elif isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(lambda: self._typed(key))
            editor.installEventFilter(self)
        elif isinstance(editor, QComboBox):
            editor.activated.connect(lambda: self._chosen(key))
        elif isinstance(editor, QCheckBox):
            editor.clicked.connect(lambda: self._chosen(key))
        elif isinstance(editor, SegmentedControl):
            editor.chosen.connect(lambda: self._chosen(key))
        else:
            raise TypeError(f"a form cannot read a {type(editor).__name__}")

    def _typed(self, key: str) -> None:
        self._pending.add(key)
        self._pause.start()

    def _chosen(self, key: str) -> None:
        self._pending.add(key)
        self._leave(key)

    def _leave_if_pending(self, key: str) -> None:
        if key in self._pending:
            self._leave(key)

    def _save_what_can_be_used(self) -> None:
        for key in tuple(self._pending):
            try:
                self._store(key)
            except InvalidInput:
                continue

    def _leave(self, key: str) -> bool:
        field = self._ties[key].field
        try:
            self._store(key)
        except InvalidInput as error:
            field.show_error(sentence(error))
            return False
        field.clear_error()
        return True

    def _store(self, key: str) -> None:
        tie, value = self._ties[key], self.value(key)
        if value != tie.stored:
            self.saving.emit()
            try:
                self._save(key, value)
            except InvalidInput:
                raise
            except AppError as error:
                self.failed.emit(error)
                return
            tie.stored = value
            self.saved.emit()
        self._pending.discard(key)


def _read(editor: QWidget, read: Callable[[str], Any]) -> Any:
    if isinstance(editor, QLineEdit):
        return read(editor.text())
    if isinstance(editor, QPlainTextEdit):
        return read(editor.toPlainText())
    if isinstance(editor, QComboBox):
        return editor.currentData()
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    assert isinstance(editor, SegmentedControl)
    return editor.value


def _show(editor: QWidget, value: Any, show: Callable[[Any], str]) -> None:
    if isinstance(editor, QLineEdit):
        if editor.text() != show(value):
            editor.setText(show(value))
    elif isinstance(editor, QPlainTextEdit):
        before = editor.blockSignals(True)
        editor.setPlainText(show(value))
        editor.blockSignals(before)
    elif isinstance(editor, QComboBox):
        editor.setCurrentIndex(editor.findData(value))
    elif isinstance(editor, QCheckBox):
        editor.setChecked(bool(value))
    elif isinstance(editor, SegmentedControl):
        editor.set_value(str(value))
