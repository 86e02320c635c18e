"""What all dialogs share: a serif title, a body, buttons at the right, Esc closes, F1 helps and
Ctrl+Enter accepts.

Public: ``Dialog(title, parent)`` with ``body`` (a layout), ``add_button``, ``add_close_button``,
``add_accept_button``, ``fit_height``; ``reading_field(words, name, height)`` for one;
``Confirmation(question, consequence, verb, safe)`` for what cannot be undone.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.paths import APPLICATION
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets import Button, Label, Variant, WrapLabel
from app.ui.widgets.scrim import Scrim

_FRAME = 40  # the title bar of a window
_MARKED = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_MAY_CROWD = (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class Dialog(QDialog):
    """A window-modal dialog; show it with ``open()`` and listen to ``accepted``."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{title} – {APPLICATION}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        Scrim.behind(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(Label(title, Role.CONFIRM_TITLE))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        layout.addLayout(self.body)
        layout.addSpacing(10)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)

    def event(self, event: QEvent) -> bool:
        is_opening = event.type() is QEvent.Type.Show and not event.spontaneous()
        if is_opening:  # before Qt places it over its window
            self._hold()
            self.resize(self.width(), min(self.height(), self._most_height()))
        done = super().event(event)
        if is_opening:
            self._fit_words()
        if event.type() in _MAY_CROWD:
            self._hold()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The actions of the window below do not work here; its help does."""
        if event.key() == Qt.Key.Key_F1:
            self._ask_for_help()
        else:
            super().keyPressEvent(event)

    def _ask_for_help(self) -> None:
        below = self.parentWidget()
        while below is not None:
            window = below.window()
            action, below = window.findChild(QAction, "help"), window.parentWidget()
            if isinstance(action, QAction):
                action.trigger()
                return

    def _fit_words(self) -> None:
        """Qt gives words that wrap more room than they take; a table takes what there is."""
        if not self.layout().expandingDirections() & Qt.Orientation.Vertical:
            self.fit_height()

    def _hold(self) -> None:
        """Never lower than what it holds; Qt only sees to that without words that wrap."""
        layout = self.layout()
        wraps = layout.hasHeightForWidth()
        least = (
            layout.totalMinimumHeightForWidth(self.width())
            if wraps
            else layout.totalMinimumSize().height()
        )
        before = self.height()
        self.setMinimumHeight(min(least, self._most_height()))
        if self.height() > before:
            self._move_up()

    def _move_up(self) -> None:
        """One that grew downwards keeps its buttons on the screen."""
        room = self.screen().availableGeometry()
        below = self.frameGeometry().bottom() - room.bottom()
        if below > 0 and self.isVisible():
            self.move(self.x(), max(self.y() - below, room.top()))

    def _most_height(self) -> int:
        """What the screen has room for."""
        return self.screen().availableGeometry().height() - _FRAME

    def fit_height(self) -> None:
        """Be as high as what it now holds, also when that is less than before."""
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        layout = self.layout()
        width = self.width()
        wraps = layout.hasHeightForWidth()
        wished = layout.totalHeightForWidth(width) if wraps else layout.totalSizeHint().height()
        self.resize(width, min(wished, self._most_height()))
        self._move_up()

    def add_button(self, button: QAbstractButton) -> None:
        """One more button at the right."""
        self._buttons.addWidget(button)

    def add_close_button(self, text: str) -> Button:
        """The button that closes without doing anything, named for what it does."""
        button = Button(text)
        button.clicked.connect(self.reject)
        self.add_button(button)
        return button

    def add_accept_button(self, verb: str, variant: Variant = Variant.PRIMARY) -> Button:
        """The button that does it; Enter presses it unless it does harm, and Ctrl+Enter from every
        field."""
        button = Button(verb, variant=variant)
        button.clicked.connect(self.accept)
        self.add_button(button)
        if variant is Variant.PRIMARY:
            button.setDefault(True)
            self._press_by_keys(button)
        return button

    def _press_by_keys(self, button: Button) -> None:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # Enter is that of the number pad
            keys = QKeySequence(Qt.Modifier.CTRL | key)
            QShortcut(keys, self).activated.connect(partial(self.accept_by_keys, button))

    def accept_by_keys(self, button: Button) -> None:
        """Ctrl+Enter was pressed in a field."""
        button.click()


def reading_field(words: str, name: str, height: int) -> QPlainTextEdit:
    """Words that can be scrolled and marked by mouse and keys; ``height`` in px at 100 %."""
    made = QPlainTextEdit(words)
    made.setReadOnly(True)
    made.setTextInteractionFlags(_MARKED)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    made.setFixedHeight(theme().px(height))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


class Confirmation(Dialog):
    """A question, its consequence, the verb and the safe choice, which has the focus."""

    def __init__(
        self,
        question: str,
        consequence: str,
        verb: str,
        safe: str,
        is_destructive: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, parent)
        self.body.addWidget(WrapLabel(consequence, tone="text2"))
        self._safe = self.add_close_button(safe)
        variant = Variant.DANGER_SOLID if is_destructive else Variant.PRIMARY
        self.confirm = self.add_accept_button(verb, variant)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._safe.setFocus(Qt.FocusReason.OtherFocusReason)
