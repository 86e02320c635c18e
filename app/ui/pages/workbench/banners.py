"""What is said across the whole meeting, between head and panes.

Public: ``UnplacedBanner`` (lines of an imported paper that have no place yet) and
``ApprovedBanner`` (the minutes are approved); both with the signal ``clicked``.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.models.meeting import MeetingState
from app.services.queries.meetings import unplaced_count
from app.storage.database import Database
from app.ui.tokens import Tone
from app.ui.widgets import Banner
from app.ui.widgets.layouts import column


class _PageBanner(QWidget):
    """A banner with the margins of the page, hidden until there is something to say."""

    clicked = Signal()

    def __init__(self, text: str, link: str) -> None:
        super().__init__()
        self._banner = Banner(text, Tone.AMBER, link=link)
        self._banner.clicked.connect(self.clicked)
        self.setLayout(column(self._banner, margins=(20, 10, 20, 10)))
        self.hide()


class UnplacedBanner(_PageBanner):
    """Hidden while every line has its place; the link asks to see them."""

    def __init__(self) -> None:
        super().__init__("", _("Show the lines"))

    def show_meeting(self, database: Database, meeting_id: UUID) -> None:
        """Count the lines that are left."""
        count = unplaced_count(database, meeting_id)
        words = ngettext(
            "{count} line of the minutes has no place yet.",
            "{count} lines of the minutes have no place yet.",
            count,
        )
        self._banner.set_text(words.format(count=count))
        self.setVisible(count > 0)


class ApprovedBanner(_PageBanner):
    """Texts may still be corrected, but not silently; the link asks to set the meeting back."""

    def __init__(self) -> None:
        words = _("The minutes are approved, and what you correct here changes them.")
        super().__init__(words, _("Set the meeting back …"))

    def show_state(self, state: MeetingState) -> None:
        """Shown once the minutes are approved."""
        self.setVisible(state is MeetingState.APPROVED)
