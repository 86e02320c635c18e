"""Says how many lines of an imported paper have no place yet. Public: ``UnplacedBanner``."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.ui.tokens import Tone
from app.ui.widgets import Banner
from app.ui.widgets.layouts import column


class UnplacedBanner(QWidget):
    """Hidden while every line has its place; the link asks to see them."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Banner("", Tone.AMBER, link=_("Show the lines"))
        self._banner.clicked.connect(self.clicked)
        self.setLayout(column(self._banner, margins=(20, 10, 20, 10)))
        self.hide()

    def show_count(self, count: int) -> None:
        """So many lines are left."""
        words = ngettext(
            "{count} line of the minutes has no place yet.",
            "{count} lines of the minutes have no place yet.",
            count,
        )
        self._banner.set_text(words.format(count=count))
        self.setVisible(count > 0)
