"""Esc in a text: Tab goes on from there, to the very next field. Public: ``EscAndTab(editor)``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.richtext import RichTextEdit
from app.ui.widgets.focus_ring import Ring

_TABS = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_ENDS = (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod)
_RADIUS = 2  # px


class EscAndTab(QObject):
    """After Esc a ring stands round the text that still has the keyboard; the next key but Tab
    writes in it again."""

    def __init__(self, editor: RichTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._ring: Ring | None = None
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: Esc, and Tab after it, are ours."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event)
        if event.type() in _ENDS:
            self._stay()
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        key, was_left = Qt.Key(event.key()), self._ring is not None
        if key == Qt.Key.Key_Escape and not self._editor.window().isModal():
            self._ring = self._ring or Ring(self._editor, _RADIUS)
            return True
        if key not in _ALONE:
            self._stay()
        return was_left and key in _TABS and self._go_on(forward=_TABS[key])

    def _stay(self) -> None:
        if self._ring is not None:
            self._ring.leave()
            self._ring = None

    def _go_on(self, *, forward: bool) -> bool:
        QWidget.focusNextPrevChild(self._editor, forward)
        return True
