"""What the mouse does to notes, pictures and links in an editor."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QToolTip

from app.i18n import _
from app.ui.richtext.editing.objects import footnote_at, picture_at
from app.ui.richtext.links import can_open
from app.ui.richtext.tips import tip_at

if TYPE_CHECKING:
    from app.ui.richtext.editor import RichTextEdit

_CTRL = Qt.KeyboardModifier.ControlModifier


def _ctrl() -> str:
    """The key as this system writes it before another: "Ctrl+", "⌘"."""
    return QKeySequence("Ctrl+A").toString(QKeySequence.SequenceFormat.NativeText)[:-1]


class EditorClicks(QObject):
    """Looks on at the mouse over one editor: tips, a click chooses a picture, two change it, a
    click with Ctrl opens a link.
    """

    def __init__(self, editor: RichTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.viewport().setMouseTracking(True)
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: what is not ours goes on to the text."""
        if isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._show_shape(event)
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        place = event.position().toPoint()
        if event.type() is QEvent.Type.MouseButtonDblClick:
            return self._change(place)
        if event.type() is QEvent.Type.MouseButtonPress and not event.modifiers():
            return self._choose(place)
        if event.type() is QEvent.Type.MouseButtonRelease and event.modifiers() == _CTRL:
            return self._open_link(place)
        return False

    def _tell(self, event: QHelpEvent) -> None:
        """The words of a note, the address of a link; long ones in several lines."""
        tip = escape(tip_at(self._editor, event.pos()))
        if can_open(self._editor.anchorAt(event.pos())):
            tip += f"<br>{escape(_('{keys}click opens the link').format(keys=_ctrl()))}"
        QToolTip.showText(event.globalPos(), f"<qt>{tip}</qt>" if tip else "", self._editor)

    def _show_shape(self, event: QMouseEvent) -> None:
        """A hand where Ctrl and a click open something, an arrow over pictures."""
        place, shape = event.position().toPoint(), Qt.CursorShape.IBeamCursor
        if self._is_over_picture(place):
            shape = Qt.CursorShape.ArrowCursor
        elif event.modifiers() == _CTRL and can_open(self._editor.anchorAt(place)):
            shape = Qt.CursorShape.PointingHandCursor
        if self._editor.viewport().cursor().shape() is not shape:
            self._editor.viewport().setCursor(shape)

    def _open_link(self, place: QPoint) -> bool:
        address = self._editor.anchorAt(place)
        if not can_open(address) or self._editor.textCursor().hasSelection():
            return False
        self._editor.commands.inserts.open_link(address)
        return True

    def _choose(self, place: QPoint) -> bool:
        if not self._is_over_picture(place):
            return False
        found = picture_at(self._editor.cursorForPosition(place))
        if found is not None:
            self._editor.setTextCursor(found)
            self._editor.setFocus(Qt.FocusReason.MouseFocusReason)
        return found is not None

    def _change(self, place: QPoint) -> bool:
        """The question about the picture or note that was clicked twice."""
        cursor = self._editor.cursorForPosition(place)
        if self._is_over_picture(place):
            self._editor.pictures.edit()
            return True
        if footnote_at(cursor) is None or not tip_at(self._editor, place):
            return False
        self._editor.setTextCursor(cursor)
        self._editor.commands.run("footnote")
        return True

    def _is_over_picture(self, place: QPoint) -> bool:
        return bool(self._editor.document().documentLayout().imageAt(QPointF(place)))
