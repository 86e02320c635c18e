"""What the program says without asking.

Public: ``Toast`` (bottom centre of its parent: one sentence, one action; fades or stays),
``Banner(text, tone, icon, link, most_lines)`` in a page (``clicked`` is the link's),
``EmptyState(icon, title, text, button)`` (``clicked`` is the button's), ``DecisionBox``,
``announce``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.theme import keep, theme
from app.ui.tokens import Role, Tone
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import IconLabel, Label, LinkLabel, WrapLabel
from app.ui.widgets.layouts import STRETCH, column
from app.ui.widgets.painting import painter_on, rounded
from app.ui.widgets.scrolled_words import ScrolledWords

_RECEIPT_MS, _REFUSAL_MS = 6000, 8000
_TOAST_ABOVE_EDGE = 24
_ABOVE_ICON = 2  # so that it stands in the middle of a line


class Toast(QWidget):
    """One message at a time over the bottom of ``parent``.

    Esc closes it from anywhere in the window where nothing else takes the key.
    """

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._icon = IconLabel("check", 18, "toast_text")
        self._text = Label("", Role.BASE, "")
        self._action = _ToastAction(self)
        self._action.clicked.connect(self._act)
        self._close = _ToastAction(self)
        self._close.setText(_("Close"))
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._lay_out()
        keep(self, self._restyle)
        parent.installEventFilter(self)
        parent.window().installEventFilter(self)
        self.hide()

    def show_message(
        self, text: str, action: str = "", error: bool = False, fades: bool = True
    ) -> None:
        """Say one sentence; ``action`` ("Fortryd") emits ``acted`` when it is pressed.

        With ``fades`` false it stays until it is closed.
        """
        self._icon.set_icon("circle-alert" if error else "check")
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._close.setVisible(error)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_REFUSAL_MS if error else _RECEIPT_MS) if fades else self._timer.stop()
        announce(self, f"{text} {action}".strip(), is_urgent=error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() is QEvent.Type.KeyPress and watched is self._host.window():
            self.hide()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            rounded(painter, QRectF(self.rect()), 8, theme().color("toast"))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 16, 7)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addSpacing(36)
        layout.addWidget(self._action)
        layout.addWidget(self._close)

    def _restyle(self) -> None:
        self.setMinimumHeight(theme().px(46))
        self._text.setStyleSheet(f"color: {theme().tokens.toast_text}")

    def _place(self) -> None:
        host = self._host
        self._text.setWordWrap(False)
        width = min(self.sizeHint().width(), host.width() - 48)
        if width < self.sizeHint().width():
            self._text.setWordWrap(True)
        height = max(self.minimumHeight(), self.heightForWidth(width))
        self.resize(width, height if self._text.wordWrap() else self.minimumHeight())
        self.move((host.width() - width) // 2, host.height() - self.height() - _TOAST_ABOVE_EDGE)

    def _act(self) -> None:
        self.hide()
        self.acted.emit()


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Let a screen reader say it, wherever the focus is; at once where it is urgent."""
    levels = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(levels.Assertive if is_urgent else levels.Polite)
    QAccessible.updateAccessibility(event)


class _ToastAction(QPushButton):
    """The verb on a toast; a ring would be invisible on the dark ground, so it underlines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keep(self, self._restyle)

    def _restyle(self) -> None:
        self.setFont(theme().font(Role.BUTTON))
        color = theme().tokens.toast_action
        self.setStyleSheet(
            "QPushButton { background: transparent; border: none; padding: 0 4px;"
            f" color: {color} }}"
            "QPushButton:focus { text-decoration: underline; }"
        )


class Banner(QWidget):
    """A sentence on a soft fill across a page, with at most one link.

    Where it may be many, they scroll below ``most_lines``, and the icon stands by the first one.
    """

    clicked = Signal()

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.AMBER,
        icon: str = "circle-alert",
        link: str = "",
        most_lines: int = 0,
    ) -> None:
        super().__init__()
        self._tone = tone
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(10)
        mark = IconLabel(icon, 17, tone.words)
        if most_lines:
            layout.addLayout(column(_ABOVE_ICON, mark, STRETCH, spacing=0))
        else:
            layout.addWidget(mark)
        self._words = WrapLabel("", Role.BASE, tone.words)
        layout.addWidget(ScrolledWords(self._words, most_lines) if most_lines else self._words, 1)
        if link:
            label = LinkLabel(link, Role.BUTTON, tone.words, underlined=True)
            label.clicked.connect(self.clicked)
            layout.addWidget(label)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Other words."""
        self._words.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            rounded(painter, QRectF(self.rect()), 8, theme().color(self._tone.fill))


class EmptyState(QWidget):
    """What will be here once there is something: icon, title, sentence and one way to begin."""

    clicked = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        button: str = "",
        button_icon: str = "plus",
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 22)
        layout.setSpacing(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel(icon, 30, "accent"), 0, middle)
        layout.addSpacing(8)
        self._title = Label(title, Role.STRONG)
        layout.addWidget(self._title, 0, middle)
        self._text = WrapLabel(text, Role.BASE, "text2")
        self._text.setAlignment(middle)
        layout.addWidget(self._text)
        if button:
            layout.addSpacing(12)
            self.button = Button(button, button_icon)
            self.button.clicked.connect(self.clicked)
            layout.addWidget(self.button, 0, middle)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_text(self, title: str, text: str) -> None:
        """Other words, for example when a filter is what hides everything."""
        self._title.setText(title)
        self._text.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors = theme()
            rounded(painter, QRectF(self.rect()), 8, colors.color("sunken"), colors.color("line2"))


class DecisionBox(QWidget):
    """The frame round a decision, the same on screen and paper; put the text in ``body``."""

    def __init__(self) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 12, 16, 14)
        self.body.setSpacing(4)
        self.label = Label(_("Decision"), Role.SECTION_LABEL, "accent")
        self.body.addWidget(self.label)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), theme().color("accent_soft"))
            painter.fillRect(0, 0, 4, self.height(), theme().color("accent"))
