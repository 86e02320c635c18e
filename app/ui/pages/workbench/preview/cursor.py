"""Which words stand at the cursor, for the pages to follow.

Public: ``CursorWords(within)`` with the signal ``rested(before, behind)``.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from app.ui.richtext.positions import stretch

_REST_MS = 150


class CursorWords(QObject):
    """Watches the field that is written in, as long as it is one of ``within``.

    ``rested`` tells the words of the cursor's paragraph, those before it and those behind, once the
    cursor has stood still for a moment.
    """

    rested = Signal(str, str)

    def __init__(self, within: QWidget) -> None:
        super().__init__(within)
        self._within = within
        self._field: QTextEdit | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and shiboken6.isValid(self._field):
            self._field.cursorPositionChanged.disconnect(self._rest.start)
        self._rest.stop()
        self._field = None
        if isinstance(new, QTextEdit) and self._within.isAncestorOf(new):
            self._field = new
            self._field.cursorPositionChanged.connect(self._rest.start)
            self._rest.start()

    def _tell(self) -> None:
        if self._field is not None and shiboken6.isValid(self._field):
            cursor = self._field.textCursor()
            words, at = cursor.block().text(), cursor.positionInBlock()
            self.rested.emit(stretch(words, 0, at), stretch(words, at))
