"""A line of text without a border that grows to several lines instead of scrolling.

Public: ``GrowingLine`` with the signals of a ``QLineEdit``, ``entered`` for Enter, and ``full``
when there is no ``room`` for what was typed or pasted; ``STAYS`` (reasons why a field without the
keyboard is still the one that is written in).
"""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QToolTip, QWidget

from app.i18n import _
from app.ui.richtext.clipboard.mime_data import is_confidential
from app.ui.richtext.editor_keys import typed_words
from app.ui.richtext.positions import put
from app.ui.theme import keep, theme
from app.ui.tokens import Role

STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class GrowingLine(QTextEdit):
    """Plain text of one paragraph. Pasted lines are joined; Enter means: on to the next field."""

    textEdited = Signal(str)
    editingFinished = Signal()
    entered = Signal()
    full = Signal()

    def __init__(
        self,
        name: str,
        role: Role,
        line: float,
        tone: str = "text",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._line, self._tone = role, line, tone
        self._height, self._is_setting, self._was_filled = 0, False, False
        self.room: int | None = None  # characters; a longer text that is there already stays
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._set_up()
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        keep(self, self._restyle)

    def text(self) -> str:
        """What stands there, in one line."""
        return self.toPlainText().replace("\n", " ")

    def setText(self, text: str) -> None:
        """Show other words, keeping the cursor as far as it can be kept while one writes."""
        self._was_filled = not self.hasFocus()
        position = self.textCursor().position()
        self._is_setting = True
        self.setPlainText(text)
        self._is_setting = False
        cursor = self.textCursor()
        put(cursor, position)
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """As high as the words."""
        return QSize(theme().px(120), self._height)

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible, cut is not."""
        return QSize(theme().px(40), self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the line; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editingFinished.emit()
            self.entered.emit()
        elif (words := typed_words(event)).isprintable() and not self._has_room(words):
            self.full.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Open words only: files are for whoever holds the field."""
        return source.hasText() and not source.hasUrls() and not is_confidential(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words only, joined to one line; what there is no room for, or is confidential and would
        not be so here, stays where it was."""
        words = " ".join(source.text().split())
        if is_confidential(source):
            words = _(
                "Confidential words can only be pasted into a text. Here they would become open."
            )
            self._say(words)
        elif self._has_room(words):
            self.textCursor().insertText(words)
        else:
            self.full.emit()

    def _say(self, words: str) -> None:
        """Below what is being written."""
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(place, words, self)

    def _has_room(self, words: str) -> bool:
        left = len(self.toPlainText()) - len(self.textCursor().selectedText())
        return not words or self.room is None or left + len(words) <= self.room

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Writing goes on at the end of words that were put here, unless a click chooses."""
        super().focusInEvent(event)
        if event.reason() not in STAYS:
            if self._was_filled and event.reason() is not Qt.FocusReason.MouseFocusReason:
                self.moveCursor(QTextCursor.MoveOperation.End)
            self._was_filled = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends the editing and lets go of what was marked; a menu does neither."""
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.editingFinished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        self._fit_height()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls, not the line."""
        event.ignore()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("bare", True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.document().clearUndoRedoStacks()  # the margin counts as an edit

    def _tell(self) -> None:
        if not self._is_setting:
            self.textEdited.emit(self.text())

    def _fit_height(self, *_size: object) -> None:
        least = theme().px(self._line)
        height = max(math.ceil(self._whole_height()), least)
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _whole_height(self) -> float:
        return self.document().size().height()

    def _restyle(self) -> None:
        font: QFont = theme().font(self._role)
        self.setFont(font)
        self.viewport().setFont(font)  # the placeholder is drawn with it
        self.document().setDefaultFont(font)
        self.setStyleSheet(f"color: {getattr(theme().tokens, self._tone)}")
        self._fit_height()
