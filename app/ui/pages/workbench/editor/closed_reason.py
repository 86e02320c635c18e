"""Why an item is closed: asked in place, optional, never in an open edition.

Public: ``ClosedReason(saver)``.
"""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.pages.workbench.editor.fields.binding import LineBinding, SaveLine
from app.ui.pages.workbench.editor.fields.growing_line import GrowingLine
from app.ui.pages.workbench.editor.fields.meta_field import INSET
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets import IconLabel, WrapLabel
from app.ui.widgets.layouts import column, row
from app.ui.widgets.painting import painter_on, rounded


class ClosedReason(QWidget):
    """A strip below the facts, seen only while the item is closed. ``closed``: Enter or Tab."""

    closed = Signal()

    def __init__(self, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Reason(
            _("Ground for closing the item"),
            Role.BASE,
            20,
            placeholder=_("Write the ground, for example the paragraph of the law (optional)"),
        )
        self.binding = LineBinding(self.field, saver)
        self.field.entered.connect(self.closed)
        words = WrapLabel(
            _("The item is closed and is left out of the open edition."), Role.BASE, "heather"
        )
        icon = IconLabel("lock", 17, "heather")
        strip = row(spacing=10, margins=(14 + INSET, 8, 14 + INSET, 9))
        strip.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        strip.addLayout(column(words, self.field, spacing=2), 1)
        self.setLayout(column(12, spacing=0))
        self.layout().addLayout(strip)  # type: ignore[union-attr]
        self.hide()

    def show_reason(self, key: Hashable, reason: str, is_closed: bool, save: SaveLine) -> None:
        """Show the stored reason of a closed item, nothing for an open one."""
        self.binding.show(key, reason, save)
        self.setVisible(is_closed)

    def ask(self) -> None:
        """Let the reason be written now."""
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            box = QRectF(self.rect()).adjusted(INSET, 12, -INSET, 0)
            rounded(painter, box, 8, theme().color("heather_soft"))


class _Reason(GrowingLine):
    """Tab goes on to the texts as Enter does, past the tools."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.entered.emit()
            return True
        return super().focusNextPrevChild(forward)
