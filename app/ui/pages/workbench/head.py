"""The head of the workbench: which meeting, saved or not, its buttons and its states.

Public: ``WorkbenchHead`` with ``status`` (SaveStatus), ``preview`` and ``export`` (buttons),
``stepper``, ``show_meeting(fields, item_count)``; the signal ``details_asked``.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.i18n import _, clock_span, long_date, register_date
from app.services.queries.meetings import MeetingFields
from app.ui.pages.workbench.steps import steps_of
from app.ui.theme import set_role, theme
from app.ui.tokens import Role
from app.ui.widgets import Button, ElidedLabel, Line, SaveStatus, Step, Stepper, Variant
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.labels import share_baseline
from app.ui.widgets.layouts import column, row
from app.ui.widgets.painting import painter_on, text_width


class WorkbenchHead(QWidget):
    """Two rows over the whole width."""

    details_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[list[Step], str] | None = None
        self.title = _TitleButton()
        self.title.clicked.connect(self.details_asked)
        self.note = _Note("", Role.BASE, "text2")
        share_baseline(self.note, self.title)
        self.status = SaveStatus()
        self.preview = Button(_("Preview"), "panel-right")
        self.export = Button(_("Export …"), "file-down", Variant.PRIMARY)
        self.stepper = Stepper(_("The meeting's states"))
        top = row(
            self.title, self.note, self.status, 8, self.preview, self.export,
            margins=(20, 0, 20, 0),
        )  # fmt: skip
        top.setStretch(1, 1)
        steps = row(self.stepper, margins=(20, 0, 16, 0))
        self.setLayout(column(14, top, 9, steps, 8, Line(), spacing=0))

    def show_meeting(self, fields: MeetingFields, item_count: int) -> None:
        """Another meeting, or the same after a change."""
        self.title.show_text(heading(fields), *_shorter(fields))
        span = clock_span(fields.start, fields.end)
        self.note.setText(", ".join(part for part in (span, fields.place_text) if part))
        steps = (steps_of(fields, item_count), fields.state.value)
        if steps != self._steps:  # new buttons would lose the focus and flicker at every save
            self._steps = steps
            self.stepper.set_steps(*steps)
            self._order_tabs()

    def _order_tabs(self) -> None:
        """The steps come after the buttons above them, not last on the page."""
        before: QWidget = self.export
        places = self.stepper.layout()
        for step in self.stepper.findChildren(QAbstractButton):
            if places is not None and places.indexOf(step) >= 0:  # old ones are on their way out
                self.setTabOrder(before, step)
                before = step


def heading(fields: MeetingFields) -> str:
    """``DAS Social, torsdag den 8. maj 2025``."""
    return f"{fields.body_name}, {long_date(fields.date)}"


def _shorter(fields: MeetingFields) -> list[str]:
    """The same with less of the day, for where there is less room."""
    days = long_date(fields.date, weekday=False), register_date(fields.date)
    return [f"{fields.body_name}, {day}" for day in days]


class _Note(ElidedLabel):
    """Time and place; where there is no room for the time nothing is better than "kl. …"."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= min(theme().px(130), self.sizeHint().width() - 1):
            super().paintEvent(event)


class _TitleButton(QAbstractButton):
    """The meeting's name in serif; a click opens its details. Where there is no room for all of
    it, it takes shorter words, and in the end cuts them."""

    def __init__(self) -> None:
        super().__init__()
        self._shorter: tuple[str, ...] = ()
        set_role(self, Role.MEETING_TITLE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        wants_ring(self)

    def show_text(self, text: str, *shorter: str) -> None:
        """Other words, and what may stand for them."""
        self.setText(text)
        self._shorter = shorter
        self.setAccessibleName(_("{title}, edit the meeting's details").format(title=text))
        self.setToolTip(f"{text}\n{_('Edit date, time, place and people (Alt+Enter)')}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.font(), self.text()) + 8, theme().px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme().px(220), self.sizeHint().width()), theme().px(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setFont(self.font())
            painter.setPen(theme().color("accent" if self.underMouse() else "text"))
            area = self.rect().adjusted(4, 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.words_shown())

    def words_shown(self) -> str:
        """The longest words that have room."""
        room, font = self.width() - 4, self.font()
        wordings = (self.text(), *self._shorter)
        fitting = (words for words in wordings if text_width(font, words) <= room)
        elide = QFontMetrics(font).elidedText
        return next(fitting, "") or elide(wordings[-1], Qt.TextElideMode.ElideRight, room)
