"""The states of a meeting in a row: "1 Kladde — 2 Dagsorden udsendt — …".

Public: ``Stepper(name)``, ``Step(key, text, note)``, ``set_steps(steps, current_key)`` and the
signal ``asked(key)``. Clicking asks; it never changes the state by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.layouts import clear_layout
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width

_MARGIN, _SPACING, _THREAD = 4, 8, 12


@dataclass(frozen=True)
class Step:
    """One state: its key, its name and a note beside it ("30. april")."""

    key: str
    text: str
    note: str = ""


class Stepper(QWidget):
    """Steps with thin lines between; done ones have a check, the current one is filled."""

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._layout.setSpacing(_SPACING)
        self._buttons: list[_StepButton] = []
        keep(self, self._fit)

    def set_steps(self, steps: list[Step], current: str) -> None:
        """Show these states, ``current`` being the one in force."""
        clear_layout(self._layout)
        self._buttons = []
        keys = [step.key for step in steps]
        for index, step in enumerate(steps):
            if index:
                self._layout.addWidget(_Thread(), 1)
            place = (index > keys.index(current)) - (index < keys.index(current))
            button = _StepButton(index + 1, step, place)
            button.clicked.connect(lambda _=False, key=step.key: self.asked.emit(key))
            self._layout.addWidget(button)
            self._buttons.append(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The notes are shown where there is room for all of them."""
        for button in self._buttons:
            button.set_noted(True)
        threads = (len(self._buttons) - 1) * (_THREAD + 2 * _SPACING) + 2 * _MARGIN
        has_room = sum(one.sizeHint().width() for one in self._buttons) + threads <= self.width()
        for button in self._buttons:
            button.set_noted(has_room)


class _StepButton(PaintedButton):
    """``place`` is -1 for a step that is done, 0 for the current one, 1 for later ones."""

    def __init__(self, number: int, step: Step, place: int) -> None:
        super().__init__()
        wants_ring(self, 11)
        self._number, self._step, self._place = number, step, place
        state = {-1: _("done"), 0: _("current"), 1: _("later")}[place]
        self.setAccessibleName(f"{number}. {step.text}, {state}")
        self.setAccessibleDescription(step.note)
        self.setToolTip(_("Show what it takes to get here"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._note = step.note
        keep(self, self.updateGeometry)

    def set_noted(self, noted: bool) -> None:
        """Show the note, or only the name."""
        self._note = self._step.note if noted else ""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        px = theme().px
        note = text_width(theme().font(Role.META), self._note) + px(8)
        words = text_width(self._word_font(), self._step.text)
        return QSize(px(32) + words + (note if self._note else 0), px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            theme().px(32) + text_width(self._word_font(), self._step.text), theme().px(24)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            side = theme().px(22)
            self._draw_circle(painter, QRectF(0, (self.height() - side) / 2, side, side))
            self._draw_words(painter, side + theme().px(8))

    def _draw_circle(self, painter: QPainter, box: QRectF) -> None:
        colors = theme()
        if self._place == 0:
            rounded(painter, box, box.height() / 2, colors.color("accent"))
        else:
            border = colors.color("accent" if self._place < 0 or self.underMouse() else "control")
            rounded(painter, box, box.height() / 2, colors.color("surface"), border, 1.5)
        if self._place < 0:
            side = theme().px(13)
            at = box.center() - QPointF(side / 2, side / 2)
            draw_icon(painter, "check", at, side, "accent")
            return
        font = colors.font(Role.SMALL)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colors.color("on_accent" if self._place == 0 else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _draw_words(self, painter: QPainter, left: int) -> None:
        font = self._word_font()
        painter.setFont(font)
        painter.setPen(theme().color("text" if self._place == 0 or self.underMouse() else "text2"))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), _MIDDLE, self._step.text)
        left += text_width(font, self._step.text) + theme().px(8)
        painter.setFont(theme().font(Role.META))
        painter.setPen(theme().color("muted"))
        note = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(note, _MIDDLE, self._note)

    def _word_font(self) -> QFont:
        return theme().font(Role.STRONG if self._place == 0 else Role.LIST_TITLE)


class _Thread(QWidget):
    """The thin line between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(_THREAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setPen(QPen(theme().color("line"), 2))
            middle = self.height() / 2
            painter.drawLine(QPointF(4, middle), QPointF(self.width() - 4, middle))


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
