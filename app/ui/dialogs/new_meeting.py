"""Nyt møde: group, date, times and place; the group's habits are filled in beforehand.

Public: ``NewMeetingDialog(context, body_id, parent)`` with the signal ``created(meeting_id)``;
``ask_new_meeting(context, parent)`` opens it and goes to the new meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import AppError, InvalidInput
from app.i18n import _, sentence
from app.services.queries.bodies import MeetingHabits, meeting_habits
from app.services.queries.meetings import meeting_rows
from app.ui.context import AppContext
from app.ui.dialogs.calendar_popup import offer_calendar
from app.ui.dialogs.meeting_words import read_date, read_times, show_date, show_times
from app.ui.dialogs.writing import WritingDialog
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import ComboBox, DateEdit, Field, IconLabel, LineEdit, WrapLabel
from app.ui.widgets.fields import mark
from app.ui.widgets.layouts import STRETCH, column, row


class NewMeetingDialog(WritingDialog):
    """Creates a draft meeting with the group's fixed items and members."""

    created = Signal(object)

    def __init__(
        self,
        context: AppContext,
        habits: Sequence[MeetingHabits],
        body_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("New meeting"), parent)
        self._context, self._habits = context, list(habits)
        self._body, self._date = ComboBox(), DateEdit()
        self._times, self._place = LineEdit(), LineEdit()
        self._date.setPlaceholderText(_("2/6, 2. juni or om 14 dage"))
        self._times.setPlaceholderText("12–16")
        self._fields = {
            "body": Field(_("Group"), self._body),
            "date": Field(_("Date"), self._date),
            "times": Field(_("Time"), self._times, optional=True),
            "place": Field(_("Place"), self._place, optional=True),
        }
        self._remarks = {name: _Remark() for name in _READERS}
        self._wrong: dict[str, str] = {}
        self._there = {(one.body_id, one.date) for one in meeting_rows(context.database)}
        offer_calendar(self._date, read_date, show_date)
        self._lay_out()
        self._fill(body_id)
        self.add_close_button(_("Cancel"))
        self.create_button = self.add_accept_button(_("Create meeting"))
        self._date.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Create the meeting, or say at each field what is wrong."""
        from app.services.meetings import create_meeting

        if not self._can_be_read():
            return
        start, end = read_times(self._times.text())
        try:
            meeting_id = create_meeting(
                self._context.database, self._body.currentData(), read_date(self._date.text()),
                start=start, end=end, place_text=self._place.text().strip(), by_habit=False,
            )  # fmt: skip
        except InvalidInput as error:
            self._complain("times", sentence(error))
            return
        super().accept()
        self.created.emit(meeting_id)

    def told(self, name: str = "date") -> str:
        """What is said below a field: what is wrong, or else worth knowing."""
        return self._remarks[name].text()

    def is_written(self) -> bool:
        """Whether a date is given, or times or a place that the group is not used to."""
        habits = self._habits[self._body.currentIndex()]
        used_to = ["", show_times((habits.start, habits.end)), habits.place]
        return [one.text() for one in (self._date, self._times, self._place)] != used_to

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setMinimumWidth(theme().px(560))
        self.body.addWidget(self._fields["body"])
        told = [column(self._fields[name], self._remarks[name], spacing=4) for name in _READERS]
        pair = row(*told, spacing=12)
        pair.setStretch(0, 5)
        pair.setStretch(1, 4)
        self.body.addLayout(column(pair, self._fields["place"], spacing=4))

    def _fill(self, body_id: UUID | None) -> None:
        for habits in self._habits:
            self._body.addItem(habits.name, habits.body_id)
        self._body.currentIndexChanged.connect(self._use_habits)
        at = next((n for n, one in enumerate(self._habits) if one.body_id == body_id), 0)
        self._body.setCurrentIndex(at)
        self._use_habits(at)
        self._date.textChanged.connect(self._tell)
        self._date.editingFinished.connect(lambda: self._check("date"))
        self._times.editingFinished.connect(lambda: self._check("times"))

    def _use_habits(self, at: int) -> None:
        """Times and place of the group, wherever the user has not written his own."""
        if not 0 <= at < len(self._habits):
            return
        habits = self._habits[at]
        if not self._times.isModified():
            self._times.setText(show_times((habits.start, habits.end)))
        if not self._place.isModified():
            self._place.setText(habits.place)
        self._tell()

    def _can_be_read(self) -> bool:
        sound = [self._check(name, empty_is_wrong=True) for name in _READERS]
        for name, is_sound in zip(_READERS, sound, strict=True):
            if not is_sound:
                self._fields[name].editor.setFocus()
                break
        return all(sound)

    def _check(self, name: str, empty_is_wrong: bool = False) -> bool:
        """Whether a field can be used, which then shows how it was read; an untouched empty one is
        not complained of."""
        editor = self._editor(name)
        if not editor.text().strip() and not empty_is_wrong:
            self._complain(name, "")
            return False
        try:
            words = _READERS[name](editor.text())
        except AppError as error:
            self._complain(name, sentence(error))
            return False
        self._complain(name, "")
        is_own = editor.isModified()
        editor.setText(words)
        editor.setModified(is_own)
        return True

    def _complain(self, name: str, words: str) -> None:
        """Mark a field as wrong and say why below it, or no longer."""
        mark(self._editor(name), "invalid", bool(words))
        self._wrong[name] = words
        self._tell()

    def _tell(self) -> None:
        """What is wrong, or else that the group meets on that day already."""
        for name, remark in self._remarks.items():
            wrong = self._wrong.get(name, "")
            words = wrong or (self._known() if name == "date" else "")
            remark.tell(words, is_wrong=bool(wrong))
            self._editor(name).setAccessibleDescription(words)

    def _known(self) -> str:
        try:
            day = read_date(self._date.text())
        except AppError:
            return ""
        if (self._body.currentData(), day) not in self._there:
            return ""
        group = self._body.currentText()
        return _("{group} already has a meeting on that day.").format(group=group)

    def _editor(self, name: str) -> LineEdit:
        editor = self._fields[name].editor
        assert isinstance(editor, LineEdit)
        return editor


class _Remark(QWidget):
    """One sentence, with room kept for two lines of it: what stands below never moves."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("circle-alert", 14, "red")
        self._sentence = WrapLabel("", Role.META)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        keep(self, self._keep_room)
        icon = column(2, self._icon, STRETCH, spacing=0)
        words = row(icon, self._sentence, spacing=6)
        words.setStretch(1, 1)
        self.setLayout(words)
        self.tell("", is_wrong=False)

    def _keep_room(self) -> None:
        font = theme().font(Role.META)
        self._sentence.setMinimumHeight(_LINES * QFontMetrics(font).lineSpacing())

    def text(self) -> str:
        """What stands there now."""
        return self._sentence.text()

    def tell(self, words: str, *, is_wrong: bool) -> None:
        """Say it, or nothing; what is only worth knowing is quiet."""
        tone = "red" if is_wrong else "text2"
        self._icon.set_icon("circle-alert" if is_wrong else "calendar-days", tone)
        self._sentence.set_tone(tone)
        self._sentence.setText(words)
        self._icon.setVisible(bool(words))


_LINES = 2
_READERS: dict[str, Callable[[str], str]] = {
    "date": lambda words: show_date(read_date(words)),
    "times": lambda words: show_times(read_times(words)),
}


def ask_new_meeting(context: AppContext, parent: QWidget, body_id: UUID | None = None) -> bool:
    """Ask for a meeting and open it; False while there is no group that could meet."""
    habits = meeting_habits(context.database)
    if not habits:
        return False
    dialog = NewMeetingDialog(context, habits, body_id, parent)
    dialog.created.connect(
        lambda meeting_id: context.navigator.open("meeting", meeting_id=meeting_id)
    )
    dialog.open()
    return True
