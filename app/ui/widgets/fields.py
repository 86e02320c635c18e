"""Fields of forms.

Public: ``LineEdit``, ``SearchField``, ``ComboBox``, ``DateEdit`` (a LineEdit with the calendar
icon), ``Field(label, editor, optional)`` (label above, error sentence below,
``show_error``/``clear_error``).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMetaMethod, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from app.i18n import _
from app.ui.icons import set_icon
from app.ui.theme import keep, look_again, theme
from app.ui.tokens import Role
from app.ui.widgets.labels import IconLabel, Label, WrapLabel
from app.ui.widgets.painting import draw_icon, painter_on, text_width


class LineEdit(QLineEdit):
    """A field of one line; ``name`` is its accessible name where no ``Field`` gives it one.

    What is put into it shows from its beginning; Qt would show the end of what is too long.
    """

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_filled = False
        self.setText(text)
        self.setAccessibleName(name)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._was_filled = not self.hasFocus()
        if self._was_filled:
            self.home(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Writing goes on at the end, unless a click or Tab chooses another place."""
        super().focusInEvent(event)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if self._was_filled and not by_mouse and not self.hasSelectedText():
            self.end(False)
        self._was_filled = False


class SearchField(LineEdit):
    """A field with a magnifying glass; Esc empties it, ``left_for_list`` tells of Down and Enter.

    ``is_sought_in`` tells that somebody went there or wrote there; a page with nothing else on it
    gives it the focus by itself. It is as wide as its placeholder needs, and at least ``least`` px.
    Qt would set the icon nearer to the edge than the design has it.
    """

    left_for_list = Signal()

    def __init__(self, placeholder: str, least: int = 0) -> None:
        super().__init__("", placeholder)
        self._least = least
        self.setPlaceholderText(placeholder)
        self.is_sought_in = False
        self.textEdited.connect(self._note_search)
        self._glass = IconLabel("search", 16)
        self._glass.setParent(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        keep(self, self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.is_sought_in = False
        elif event.reason() in _BY_HAND:
            self._note_search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in _INTO_LIST and self._has_list():
            self.left_for_list.emit()
        else:
            super().keyPressEvent(event)

    def _has_list(self) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(self.left_for_list))

    def _note_search(self) -> None:
        self.is_sought_in = True

    def _restyle(self) -> None:
        self.setTextMargins(theme().px(_WORDS_AT) - theme().px(_FIELD_PADDING) - 3, 0, 0, 0)
        words = text_width(self.font(), self.placeholderText()) + theme().px(_WORDS_AT + _AFTER)
        self.setMinimumWidth(max(self._least, words))
        self._place()

    def _place(self) -> None:
        side = self._glass.sizeHint().height()
        self._glass.setGeometry(theme().px(_GLASS_AT), (self.height() - side) // 2, side, side)


_BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_INTO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GLASS_AT, _WORDS_AT = 11, 35  # from the edge of a search field
_AFTER = 16
_FIELD_PADDING = 9  # of the style sheet; the border and Qt's own margin are 3 more


class DateEdit(LineEdit):
    """A field for a date in words; what can be typed is read by whoever owns the form.

    ``calendar`` is triggered by its icon, by Alt+Down and by F4.
    """

    def __init__(self) -> None:
        super().__init__()
        self.calendar = QAction(_("Choose a date"), self)
        set_icon(self.calendar, "calendar-days")
        self.addAction(self.calendar, QLineEdit.ActionPosition.TrailingPosition)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the calendar before a shortcut of the page gets them."""
        if event.type() is QEvent.Type.ShortcutOverride and _opens_calendar(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _opens_calendar(event):
            self.calendar.trigger()
        else:
            super().keyPressEvent(event)


class ComboBox(QComboBox):
    """A choice of many, with the design's chevron."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own leaves the style sheet aside
        self.view().setAccessibleName(_("Choices"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self) as painter:
            side = theme().px(16)
            at = QPointF(self.width() - side - theme().px(10), (self.height() - side) / 2)
            draw_icon(painter, "chevron-down", at, side, "text2" if self.isEnabled() else "control")


class Field(QWidget):
    """A label, its editor, and room for one sentence when what is typed cannot be used."""

    def __init__(self, label: str, editor: QWidget, optional: bool = False) -> None:
        super().__init__()
        self.editor = editor
        words = _("{label} (optional)").format(label=label) if optional else label
        self.label = Label(words, Role.LABEL, "text2")
        self.label.setBuddy(editor)
        editor.setAccessibleName(editor.accessibleName() or label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(editor)
        self._error = self._error_row()
        layout.addWidget(self._error)
        if editor.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
            layout.addStretch(1)  # in line with a neighbour that grows by its sentence

    def show_error(self, sentence: str) -> None:
        """Say what is wrong and mark the editor."""
        self._sentence.setText(sentence)
        self.editor.setAccessibleDescription(sentence)
        mark(self.editor, "invalid", True)
        self._error.show()

    def clear_error(self) -> None:
        """All is well again."""
        self.editor.setAccessibleDescription("")
        mark(self.editor, "invalid", False)
        self._error.hide()

    def _error_row(self) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.setSpacing(6)
        self._sentence = WrapLabel("", Role.META, "red")
        icon = IconLabel("circle-alert", 14, "red")
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._sentence, 1)
        row.hide()
        return row


def _opens_calendar(event: QEvent) -> bool:
    """Alt+Down or F4, as in every list that drops down."""
    if not isinstance(event, QKeyEvent):
        return False
    alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & _ALT
    return event.key() == Qt.Key.Key_F4 or bool(alt_down)


_ALT = Qt.KeyboardModifier.AltModifier


def mark(widget: QWidget, name: str, value: bool) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if bool(widget.property(name)) != value:
        widget.setProperty(name, value)
        look_again(widget)
