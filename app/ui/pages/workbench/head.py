"""The head of the workbench: which meeting, saved or not, its buttons and its states.

Public: ``WorkbenchHead`` with ``status`` (SaveStatus), ``preview`` and ``export`` (buttons),
``stepper``, ``show_meeting(fields, item_count)``; the signal ``details_asked``.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.i18n import _, clock_span, long_date
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
        self.title.show_text(heading(fields))
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


class _Note(ElidedLabel):
    """Time and place; where there is no room for the time nothing is better than "kl. …"."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= min(theme().px(130), self.sizeHint().width() - 1):
            super().paintEvent(event)


class _TitleButton(QAbstractButton):
    """The meeting's name in serif; a click opens its details. Elided where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.MEETING_TITLE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        wants_ring(self)

    def show_text(self, text: str) -> None:
        """Other words."""
        self.setText(text)
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
            metrics = QFontMetrics(self.font())
            room = self.width() - 4
            words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            painter.drawText(self.rect().adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
