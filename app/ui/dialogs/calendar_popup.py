"""A month to choose a day from, below a date field.

Public: ``offer_calendar(field, read, show)`` makes the field's calendar icon open it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame

from app.errors import InvalidInput
from app.i18n import MONTHS, _
from app.ui.theme import keep, set_role, theme
from app.ui.tokens import Role
from app.ui.widgets import DateEdit, IconButton, Label, Size
from app.ui.widgets.layouts import STRETCH, column, row


class CalendarPopup(QFrame):
    """Closes itself when a day is chosen, or with Esc."""

    def __init__(self, field: DateEdit, day: dt.date, chosen: Callable[[dt.date], None]) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "surface")
        self._chosen = chosen
        self.calendar = _month(day)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        self.calendar.currentPageChanged.connect(self._show_month)
        self._title = Label("", Role.STRONG)
        before = IconButton("chevron-left", _("Previous month"), size=Size.SMALL)
        after = IconButton("chevron-right", _("Next month"), size=Size.SMALL)
        before.clicked.connect(self.calendar.showPreviousMonth)
        after.clicked.connect(self.calendar.showNextMonth)
        head = row(before, STRETCH, self._title, STRETCH, after)
        self.setLayout(column(head, self.calendar, margins=(8, 8, 8, 8), spacing=4))
        self._show_month(day.year, day.month)

    def _show_month(self, year: int, month: int) -> None:
        name = MONTHS[month - 1]
        self._title.setText(f"{name[:1].upper()}{name[1:]} {year}")

    def _take(self, day: QDate) -> None:
        self._chosen(dt.date(day.year(), day.month(), day.day()))
        self.close()


def _month(day: dt.date) -> QCalendarWidget:
    """Qt's calendar with week numbers, Monday first, in the colours of the theme."""
    made = QCalendarWidget()
    made.setNavigationBarVisible(False)
    made.setLocale(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    made.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    made.setSelectedDate(QDate(day.year, day.month, day.day))
    made.setMinimumSize(theme().px(300), theme().px(220))
    set_role(made, Role.META)
    keep(made, lambda: _colour(made))
    return made


def _colour(calendar: QCalendarWidget) -> None:
    quiet, plain = QTextCharFormat(), QTextCharFormat()
    quiet.setForeground(theme().color("muted"))
    quiet.setBackground(theme().color("surface"))
    plain.setForeground(theme().color("text2"))
    calendar.setHeaderTextFormat(quiet)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)


def offer_calendar(
    field: DateEdit, read: Callable[[str], dt.date], show: Callable[[dt.date], str]
) -> None:
    """The icon opens a calendar at the day that is written, or at today."""

    def take(day: dt.date) -> None:
        field.setText(show(day))
        field.textEdited.emit(field.text())
        field.editingFinished.emit()
        field.setFocus()

    def open_calendar() -> None:
        try:
            day = read(field.text())
        except InvalidInput:
            day = dt.date.today()
        popup = CalendarPopup(field, day, take)
        popup.move(field.mapToGlobal(QPoint(0, field.height() + 4)))
        popup.show()
        popup.calendar.setFocus()

    field.calendar.triggered.connect(open_calendar)
