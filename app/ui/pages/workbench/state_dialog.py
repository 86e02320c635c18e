"""What it takes to reach a state, and the button that goes there.

Public: ``StateDialog(context, fields, rows, state, parent)``; ``accepted`` after the change.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.i18n import _, sentence
from app.labels import label
from app.models.meeting import MeetingState
from app.services.queries.items import ItemRow
from app.services.queries.meetings import MeetingFields
from app.ui.context import AppContext
from app.ui.dialogs.base import Dialog
from app.ui.pages.workbench.steps import Requirement, consequence, is_back, requirements
from app.ui.widgets import Field, IconLabel, LineEdit, WrapLabel
from app.ui.widgets.layouts import column, row


class StateDialog(Dialog):
    """Shows the way to a state. Nothing changes before the button is pressed."""

    def __init__(
        self,
        context: AppContext,
        fields: MeetingFields,
        rows: Sequence[ItemRow],
        state: MeetingState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_title(fields, state), parent)
        self._context, self._fields, self._state = context, fields, state
        self.reason: LineEdit | None = None
        if state is fields.state:
            here = _("The meeting stands as {state}.").format(state=label(state).lower())
            self.body.addWidget(WrapLabel(here, tone="text2"))
            self.add_close_button(_("Close"))
            return
        self.body.addWidget(WrapLabel(consequence(fields, state), tone="text2"))
        wanted = requirements(fields, rows, state)
        if wanted:
            self.body.addLayout(column(*map(_line, wanted), spacing=6))
        if is_back(fields, state):
            self._ask_reason()
        stay = self.add_close_button(_("Stay at {state}").format(state=label(fields.state)))
        self.change = self.add_accept_button(_("Change to {state}").format(state=label(state)))
        if not all(one.is_met for one in wanted):  # one Enter is not enough to overlook it
            stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Change the state; without its reason a step back stays undone."""
        from app.services.meetings import change_state

        reason = self.reason.text() if self.reason is not None else ""
        try:
            change_state(self._context.database, self._fields.id, self._state, reason=reason)
        except AppError as error:
            if self.reason is None:
                raise
            self._reason_field.show_error(sentence(error))
            self.reason.setFocus()
            return
        super().accept()

    def _ask_reason(self) -> None:
        self.reason = LineEdit()
        self._reason_field = Field(_("Why the meeting goes back"), self.reason)
        self.body.addWidget(self._reason_field)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _title(fields: MeetingFields, state: MeetingState) -> str:
    """The state by its name; going back is a question."""
    words = _("Set the meeting back to {state}?") if is_back(fields, state) else "{state}"
    return words.format(state=label(state))


def _line(one: Requirement) -> object:
    """A mark and its words; it stands at the first of several lines."""
    icon = IconLabel("check", 16, "green") if one.is_met else IconLabel("circle-alert", 16, "amber")
    words = WrapLabel(one.words, tone="" if one.is_met else "amber")
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    above = (words.fontMetrics().lineSpacing() - icon.sizeHint().height()) // 2
    mark = column(max(above, 0), icon, spacing=0)
    mark.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
    line = row(mark, words, spacing=8)
    line.setStretch(1, 1)
    return line
