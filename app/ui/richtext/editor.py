"""The text field of the workbench: formatted text that grows inside a scrolling form."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.i18n import _
from app.models.richtext import EMPTY, RichText, normalise
from app.ui.richtext.clicks import EditorClicks
from app.ui.richtext.clipboard import mime_data
from app.ui.richtext.clipboard.intake import take, takes
from app.ui.richtext.document.char_format import FOOTNOTE_OBJECT
from app.ui.richtext.document.reader import from_document
from app.ui.richtext.document.rich_document import ImageResolver, RichDocument
from app.ui.richtext.document.style import COLUMN, GUTTER, EditorStyle
from app.ui.richtext.document.writer import to_document
from app.ui.richtext.drawing.focus_bar import FocusBar
from app.ui.richtext.drawing.footnote import FootnoteMarks
from app.ui.richtext.drawing.looks import Looks
from app.ui.richtext.drawing.painting import Surroundings
from app.ui.richtext.editing import keys
from app.ui.richtext.editing.insertion import insert_text
from app.ui.richtext.editing.objects import chosen_picture
from app.ui.richtext.editor_actions import EditorActions
from app.ui.richtext.editor_keys import EditorKeys, typed_words
from app.ui.richtext.pause import TypingPause
from app.ui.richtext.pictures.actions import PictureActions
from app.ui.richtext.positions import put
from app.ui.richtext.reveal import reveal
from app.ui.theme import keep, theme
from app.ui.tokens import Role


class RichTextEdit(QTextEdit):
    """An editor of one ``RichText``. It has no scroll bar: its height follows the text.

    ``text_changed_after_pause`` hands on the text a second after the last key, at the latest two
    seconds after the first, at once when the focus leaves and on ``flush()``; never twice the same.
    ``cursor_moved`` tells the number of the block the cursor is in. ``files_dropped`` passes on
    paths that were dropped or pasted. ``state_changed``: what the toolbar shows may be different.
    ``image_of`` gives a picture of the attachment store by SHA-256; where it is a ``PictureStore``,
    pictures can be put in as well.
    """

    text_changed_after_pause = Signal(RichText)
    cursor_moved = Signal(int)
    files_dropped = Signal(list)
    state_changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str = "",
        image_of: ImageResolver | None = None,
        role: Role = Role.BODY,
        line: float = 23,
    ) -> None:
        super().__init__(parent)
        self._role, self._line = role, line
        self.editor_style = EditorStyle.of(theme(), role, line)
        self._handed_on, self._height = EMPTY, 0
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("In lists and tables Tab stays in the text; Esc leaves it"))
        self._set_up_frame()
        self._set_up_document(image_of)
        self._pause = TypingPause(self)
        self._pause.due.connect(self.flush)
        self._focus_bar = FocusBar(self)
        self.pictures = PictureActions(self, image_of)
        self._clicks = EditorClicks(self)
        self.commands = EditorActions(self)
        self._keys = EditorKeys(self)
        self._connect()
        keep(self, self._restyle)

    # --- The text

    def text(self) -> RichText:
        """The text as it stands now."""
        return from_document(self.document())

    def set_text(self, text: RichText) -> None:
        """Show ``text``; nothing happens (cursor, undo steps) when it already stands there."""
        self._pause.settle()
        self._handed_on = text = normalise(text)
        if text != self.text():
            self.pictures.forget()
            self._write(text)

    def set_opening(self, words: str) -> None:
        """Show these words semibold where the text begins with them; what is stored stays plain."""
        self._looks.set_opening(words)

    def insert_rich(self, text: RichText) -> None:
        """Put ``text`` in place of the selection, as one undo step."""
        cursor = self.textCursor()
        insert_text(cursor, text, self.editor_style)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def flush(self) -> None:
        """Hand on at once what was typed since the last time."""
        if not self._pause.settle():
            return
        text = self.text()
        if text != self._handed_on:
            self._handed_on = text
            self.text_changed_after_pause.emit(text)

    def _write(self, text: RichText) -> None:
        """Fill the document; the cursor stays where it was as far as there are words."""
        position = self.textCursor().position()
        blocked = self.document().blockSignals(True)
        to_document(text, self.document(), self.editor_style)
        self.document().blockSignals(blocked)
        self._looks.rehighlight()
        cursor = self.textCursor()
        put(cursor, position)
        self.setTextCursor(cursor)
        self._fit_height()
        self._pause.settle()
        self.viewport().update()
        self.state_changed.emit()

    # --- Set-up

    def _set_up_frame(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setProperty("bare", True)

    def _set_up_document(self, image_of: ImageResolver | None) -> None:
        self.setDocument(RichDocument(self, image_of))
        self._looks = Looks(self.document(), self.editor_style)
        self._marks = FootnoteMarks(self)
        self.document().documentLayout().registerHandler(FOOTNOTE_OBJECT, self._marks)

    def _connect(self) -> None:
        self.document().contentsChanged.connect(self._pause.note)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self.cursorPositionChanged.connect(self._follow_cursor)
        for signal in (
            self.currentCharFormatChanged,
            self.document().undoAvailable,
            self.document().redoAvailable,
        ):
            signal.connect(self.state_changed)

    def _restyle(self) -> None:
        """Take colours and sizes from the theme; only a change of size lays the text out anew."""
        before = self.editor_style
        self.editor_style = EditorStyle.of(theme(), self._role, self._line)
        self._looks.set_style(self.editor_style)
        self.setFont(self.editor_style.body)
        self.viewport().setFont(self.editor_style.body)  # the placeholder is drawn with it
        gutter = round(self.editor_style.px(GUTTER))
        self.setViewportMargins(gutter, 0, 0, 0)
        self.setMaximumWidth(gutter + round(self.editor_style.px(COLUMN)))
        if before.measures() != self.editor_style.measures() or self.document().isEmpty():
            self.flush()
            self._write(self.text())
        self.viewport().update()

    # --- Size

    def _fit_height(self, *_size: object) -> None:
        least = self.editor_style.px(self._line)
        height = math.ceil(max(self.document().size().height(), least)) + 2
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The whole column wide, as high as the text."""
        return QSize(self.maximumWidth(), self._height)

    def minimumSizeHint(self) -> QSize:
        """A narrow column is possible, a cut text is not."""
        return QSize(round(self.editor_style.px(200)), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the focus bar as high as the text, and the cursor in sight when lines are added."""
        super().resizeEvent(event)
        if self.hasFocus():  # the form learns of the new height after this event
            QTimer.singleShot(0, self, self._reveal_cursor)
        self._focus_bar.setGeometry(0, 0, self._focus_bar.width(), self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls, not the text in it."""
        event.ignore()

    def _reveal_cursor(self) -> None:
        reveal(self.cursorRect(), self.viewport())

    # --- Changes

    def _follow_cursor(self) -> None:
        if self.hasFocus():
            self._reveal_cursor()
        self.cursor_moved.emit(self.textCursor().blockNumber())
        self.state_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving hands the text on at once."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
        self._focus_bar.setVisible(event.reason() == Qt.FocusReason.PopupFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that this is the text being written in."""
        super().focusInEvent(event)
        self._focus_bar.setVisible(not self.isReadOnly())
        self.state_changed.emit()

    # --- Keys

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves the focus, except in lists and tables where it moves points and cells."""
        if not self.isReadOnly() and keys.takes_tab(self.textCursor()):
            return False
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Structure keys first, then Qt's own, then what typing corrects."""
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif not self._keys.press(event):
            self._keys.before_typing(typed_words(event))
            super().keyPressEvent(event)
            self._keys.after_typing(typed_words(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter that is put together of several keys is typed like others."""
        if not self.isReadOnly():
            self._keys.before_typing(event.preeditString() or event.commitString())
        super().inputMethodEvent(event)
        self._keys.after_typing(event.commitString())

    # --- Clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text of any kind, files and pictures."""
        return takes(self, source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop."""
        take(self, source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as our own text, as HTML and as plain words."""
        return mime_data.write(self.textCursor())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own menu, for what was clicked: Qt's knows nothing of tables and links. A click in
        the selection leaves that alone.
        """
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            there, here = self.cursorForPosition(event.pos()), self.textCursor()
            if not here.selectionStart() <= there.position() <= here.selectionEnd():
                self.setTextCursor(there)
        self.commands.menu().popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then what stands around them."""
        super().paintEvent(event)
        exposed = QRectF(event.rect())
        first = self.cursorForPosition(event.rect().topLeft()).block()
        chosen = chosen_picture(self.textCursor())
        at = chosen.selectionStart() if chosen else -1
        painter = QPainter(self.viewport())
        Surroundings(painter, self.document(), self.editor_style, exposed, at).paint(first)
        painter.end()
