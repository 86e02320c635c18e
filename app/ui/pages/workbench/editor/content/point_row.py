"""One point of a recommendation. Public: ``PointRow``, ``point_mark``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.models.agenda import ListStyle
from app.models.richtext import RichText
from app.ui.pages.workbench.editor.measures import GUTTER
from app.ui.richtext import RichTextEdit, from_document
from app.ui.richtext.document.rich_document import ImageResolver
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets import Label

_INDENT = 26  # px from the column's edge to the words
_LINE = 23
_BLANKS = (" ", "\xa0")
_MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def point_mark(style: ListStyle, number: str) -> str:
    """What stands before a point."""
    if style is ListStyle.NUMBERED:
        return number
    return "" if style is ListStyle.SENTENCE else "•" if style is ListStyle.BULLETS else "–"


class PointRow(RichTextEdit):
    """The words of a point behind its number.

    ``split(head, rest)``: Enter was pressed, the words behind the cursor are to be the next point;
    on screen nothing has changed yet. ``emptied``: Backspace or Enter in an empty point.
    ``moved(by)``. ``stepped(by)``: an arrow went over the edge.
    """

    split = Signal(RichText, RichText)
    stepped = Signal(int)
    emptied = Signal(bool)
    moved = Signal(int)

    def __init__(
        self, image_of: ImageResolver | None = None, parent: QWidget | None = None
    ) -> None:
        self._mark: Label | None = None
        super().__init__(parent, image_of=image_of)
        self._mark = Label("", Role.STRONG, "accent", self)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place_mark()

    def set_mark(self, mark: str, number: str) -> None:
        """What stands before the words; ``number`` names the point also where a dash does."""
        assert self._mark is not None
        self._mark.setText(mark)
        self.setAccessibleName(_("Point {number}").format(number=number.rstrip(".")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_mark()

    def event(self, event: QEvent) -> bool:
        """Alt+Shift+arrows are ours, not the page's."""
        if event.type() == QEvent.Type.ShortcutOverride and _move(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the next point, Backspace takes an empty one away."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain
        if by := _move(event):
            self.moved.emit(by)
        elif is_enter and self.document().isEmpty():
            self.emptied.emit(True)
        elif is_enter:
            self.flush()
            self.split.emit(*self._halves())
        elif event.key() == Qt.Key.Key_Backspace and plain and self.document().isEmpty():
            self.emptied.emit(False)
        elif plain and (step := self._step_out(event)):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def _step_out(self, event: QKeyEvent) -> int:
        """-1 for Up in the first line, 1 for Down in the last, otherwise 0."""
        ways = {
            Qt.Key.Key_Up: (QTextCursor.MoveOperation.Up, -1),
            Qt.Key.Key_Down: (QTextCursor.MoveOperation.Down, 1),
        }
        if event.key() not in ways:
            return 0
        operation, by = ways[Qt.Key(event.key())]
        return 0 if self.textCursor().movePosition(operation) else by

    def _halves(self) -> tuple[RichText, RichText]:
        """The words before and behind the cursor, without the spaces around it."""
        cursor, document = self.textCursor(), self.document()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        while start and document.characterAt(start - 1) in _BLANKS:
            start -= 1
        while document.characterAt(end) in _BLANKS:
            end += 1
        return self._without(start, document.characterCount() - 1), self._without(0, end)

    def _without(self, start: int, end: int) -> RichText:
        """What is left when the words from ``start`` to ``end`` are taken out."""
        left = self.document().clone()
        cursor = QTextCursor(left)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return from_document(left)

    def _restyle(self) -> None:
        super()._restyle()
        gutter, indent = theme().px(GUTTER), theme().px(_INDENT)
        self.setViewportMargins(gutter + indent, 0, 0, 0)
        self._place_mark()

    def _place_mark(self) -> None:
        if self._mark is not None:
            px = theme().px
            self._mark.setGeometry(px(GUTTER), px(1), px(_INDENT) - 2, px(_LINE))


def _move(event: QKeyEvent) -> int:
    """-1 up, 1 down, 0 for any other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _MOVE:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
