"""What stands where the decision will be. Public: ``DecisionWell`` with ``clicked``."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import IconLabel, LinkLabel, WrapLabel
from app.ui.widgets.layouts import row
from app.ui.widgets.painting import painter_on, rounded


class DecisionWell(QWidget):
    """Says when the decision is written, and lets it be written now."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = WrapLabel(
            _("Written when the meeting is under way or has been held."), Role.BASE, "text2"
        )
        self.link = LinkLabel(_("Write now"))
        self.link.clicked.connect(self.clicked)
        icon = IconLabel("clock", 17)
        line = row(icon, words, self.link, spacing=9, margins=(15, 0, 15, 0))
        line.setStretchFactor(words, 1)
        line.setAlignment(self.link, Qt.AlignmentFlag.AlignVCenter)  # the ring is round the words
        self.setLayout(line)
        keep(self, lambda: self.setMinimumHeight(theme().px(46)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors = theme()
            rounded(painter, QRectF(self.rect()), 6, colors.color("sunken"), colors.color("line2"))
