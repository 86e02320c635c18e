"""Text that follows the theme.

Public: ``Label(text, role, tone)``, ``WrapLabel`` (breaks lines and grows), ``ElidedLabel`` (one
line, "…" at the end, whole text as tooltip), ``SectionLabel``, ``Line``, ``IconLabel``,
``LinkLabel`` (``clicked``), ``share_baseline(note, title)``.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.theme import keep, look_again, set_role, theme
from app.ui.tokens import Role
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painted_button import is_enter
from app.ui.widgets.painting import draw_icon, painter_on, text_width


class Label(QLabel):
    """Plain text in a role's font; ``tone`` is a token that the style sheet knows."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BASE,
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, role)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Change the colour; empty is the ordinary text colour."""
        self.setProperty("tone", tone)
        look_again(self)


def share_baseline(note: QLabel, title: QWidget) -> None:
    """Let a note beside a larger title stand on its line; both are centred in their row."""

    def restyle() -> None:
        below = _below_middle(title.font()) - _below_middle(note.font())
        note.setContentsMargins(0, round(2 * below), 0, 0)

    keep(note, restyle)


def _below_middle(font: QFont) -> float:
    """How far the line that letters stand on is below the middle of their height."""
    metrics = QFontMetricsF(font)
    return (metrics.ascent() - metrics.descent()) / 2


class WrapLabel(Label):
    """Text that breaks into lines and can be marked with the mouse."""

    def __init__(self, text: str = "", role: Role = Role.BASE, tone: str = "") -> None:
        super().__init__(text, role, tone)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class ElidedLabel(Label):
    """One line that ends in "…" where there is no room; the tooltip has it all."""

    def __init__(self, text: str = "", role: Role = Role.BASE, tone: str = "") -> None:
        super().__init__(text, role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.font(), self.text()) + 1, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self.palette().color(self.foregroundRole())
        painter.setPen(color)
        flags = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.contentsRect(), int(flags), self._shown())
        painter.end()

    def _shown(self) -> str:
        metrics = QFontMetrics(self.font())
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())


class SectionLabel(QWidget):
    """A small heading over a hairline: "Videresendt"."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.label = Label(text, Role.SECTION_LABEL, "text2")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme().px(8))
        layout.addWidget(self.label)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))


class Line(QFrame):
    """A 1 px line."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", True)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class IconLabel(QWidget):
    """An icon that is not a button; ``name`` and ``color`` may change."""

    def __init__(self, name: str, size: int = 16, color: str = "text2") -> None:
        super().__init__()
        self._name, self._size, self._color = name, size, color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, color: str | None = None) -> None:
        """Show another icon."""
        self._name, self._color = name, color or self._color
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._size), theme().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            draw_icon(painter, self._name, QPointF(0, 0), theme().px(self._size), self._color)


class LinkLabel(Label):
    """Words that do something: "Vis alle". Reached by Tab, works with Enter and Space."""

    clicked = Signal()

    def __init__(
        self,
        text: str,
        role: Role = Role.STRONG,
        tone: str = "accent",
        underlined: bool = False,
    ) -> None:
        super().__init__(text, role, tone)
        self.setProperty("underlined", underlined)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        wants_ring(self, 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
