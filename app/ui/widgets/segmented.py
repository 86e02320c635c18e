"""Exclusive choice of two or three: "Åben | Lukket".

Public: ``SegmentedControl(choices, name)`` with ``Segment(key, text, icon)``; ``value``,
``set_value`` (silent) and the signal ``chosen(key)`` (by the user only).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painting import draw_icon, painter_on, text_width


@dataclass(frozen=True)
class Segment:
    """One choice: a key for the program, words and an icon for the user; ``tone`` when chosen."""

    key: str
    text: str
    icon: str = ""
    tone: str = "accent"


class SegmentedControl(QWidget):
    """One of the segments is always chosen; arrows move the choice."""

    chosen = Signal(str)

    def __init__(self, segments: list[Segment], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _SegmentButton] = {}
        for index, segment in enumerate(segments):
            ends = (index == 0, index == len(segments) - 1)
            button = _SegmentButton(segment, name, ends, self)
            self._buttons[segment.key] = button
            self._group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(lambda _=False, key=segment.key: self._choose(key))
        self.set_value(segments[0].key)

    @property
    def value(self) -> str:
        """Key of the chosen segment."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, key: str) -> None:
        """Choose without telling anybody."""
        self._buttons[key].setChecked(True)
        self._shown = key
        for other, button in self._buttons.items():
            tab = Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)

    def step(self, by: int) -> None:
        """Move the choice, stopping at the ends. Who is told may put the keyboard elsewhere."""
        keys = list(self._buttons)
        index = min(max(keys.index(self.value) + by, 0), len(keys) - 1)
        self._buttons[keys[index]].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(keys[index])

    def _choose(self, key: str) -> None:
        if key != self._shown:
            self.set_value(key)
            self.chosen.emit(key)


class _SegmentButton(QAbstractButton):
    def __init__(
        self, segment: Segment, group: str, ends: tuple[bool, bool], parent: SegmentedControl
    ) -> None:
        super().__init__(parent)
        self._segment, self._ends, self._control = segment, ends, parent
        self.setText(segment.text)
        self.setAccessibleName(f"{group}: {segment.text}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        wants_ring(self)
        keep(self, self._restyle)

    def sizeHint(self) -> QSize:
        width = text_width(theme().font(Role.BUTTON), self.text()) + theme().px(22)
        width += theme().px(22) if self._segment.icon else 0
        return QSize(width, theme().px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self._control.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors, shape = theme(), self._shape()
            fill, words = self._tones()
            painter.fillPath(shape, colors.color(fill))
            painter.setPen(colors.color("line"))
            painter.drawPath(shape)
            self._draw_words(painter, words)

    def _tones(self) -> tuple[str, str]:
        """The colours of its ground and its words."""
        tone, is_chosen = self._segment.tone, self.isChecked()
        if not self.isEnabled():
            return "neutral" if is_chosen else "surface", "control"
        if is_chosen:
            return "selected" if tone == "accent" else f"{tone}_soft", tone
        return "hover" if self.underMouse() else "surface", "text2"

    def _shape(self) -> QPainterPath:
        """Rounded where the control ends, straight and shared between segments."""
        first, last = self._ends
        box = QRectF(
            0.5 if first else -0.5, 0.5, self.width() - (0.5 if first else 0), self.height() - 1
        )
        if last:
            box.setRight(self.width() - 0.5)
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        for square, left in ((not first, True), (not last, False)):
            if square:
                half = QRectF(box)
                half.setWidth(box.width() / 2)
                half.moveLeft(box.left() if left else box.center().x())
                other = QPainterPath()
                other.addRect(half)
                path = path.united(other)
        return path.simplified()

    def _draw_words(self, painter: QPainter, color: str) -> None:
        font = theme().font(Role.BUTTON if self.isChecked() else Role.BASE)
        painter.setFont(font)
        icon = theme().px(15) if self._segment.icon else 0
        gap = theme().px(7) if icon else 0
        left = (self.width() - icon - gap - text_width(font, self.text())) / 2
        if icon:
            at = QPointF(left, (self.height() - icon) / 2)
            draw_icon(painter, self._segment.icon, at, icon, color)
        painter.setPen(theme().color(color))
        box = QRectF(left + icon + gap, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _restyle(self) -> None:
        self.setFont(theme().font(Role.BASE))
        self.updateGeometry()
