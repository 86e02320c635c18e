"""Esc in a text: Tab goes on from there, to the very next field. Public: ``Leaving(editor)``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.richtext import RichTextEdit
from app.ui.theme import theme
from app.ui.widgets.painting import painter_on, rounded

_TABS = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_ENDS = (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod)


class Leaving(QObject):
    """After Esc a ring stands round the text that still has the keyboard; the next key but Tab
    writes in it again."""

    def __init__(self, editor: RichTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self.ring = _Ring(editor)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: Esc, and Tab after it, are ours."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event)
        if event.type() in _ENDS:
            self.ring.hide()
        elif event.type() == QEvent.Type.Resize:
            self.ring.setGeometry(self._editor.rect())
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and not self._editor.window().isModal():
            self.ring.show()
            self.ring.raise_()
            return True
        is_on = not self.ring.isHidden()
        if is_on and key not in _ALONE:
            self.ring.hide()
        return is_on and key in _TABS and self._go_on(forward=_TABS[key])

    def _go_on(self, *, forward: bool) -> bool:
        QWidget.focusNextPrevChild(self._editor, forward)
        return True


class _Ring(QWidget):
    """Lies over the text and lets everything through."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            rounded(painter, box, 6, border=theme().color("accent"), width=2)
