"""The first thing one sees: three ways in, and the table with its twelve seats.

Public: ``FirstStartPage(context, seats)``; signals ``create_asked``, ``import_asked``,
``sample_asked`` and ``folder_asked``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.context import AppContext
from app.ui.pages.page import Page
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import IconLabel, Label, LinkLabel, SeatsMark, SeatsTable, WrapLabel
from app.ui.widgets.layouts import STRETCH, row
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width

_SIDE = 84


class FirstStartPage(Page):
    """Shown while there is nothing in the data."""

    hides_navigation = True
    create_asked = Signal()
    import_asked = Signal()
    sample_asked = Signal()
    folder_asked = Signal()

    def __init__(
        self, context: AppContext, seats: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        table = SeatsTable(seats, _("One table"), _("twelve seats"))
        halves = row(spacing=0)
        halves.addWidget(table, 4)
        halves.addLayout(self._ways(), 5)
        self.setLayout(halves)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ways(self) -> QVBoxLayout:
        self.cards = self._cards()
        layout = QVBoxLayout()
        layout.setContentsMargins(_SIDE, 40, _SIDE, 36)
        layout.setSpacing(0)
        layout.addLayout(
            row(SeatsMark(30), Label("Mødeværk", Role.MEETING_TITLE), STRETCH, spacing=13)
        )
        layout.addStretch(10)
        layout.addWidget(Label(_("Getting started"), Role.FIRST_RUN_TITLE))
        lead = _(
            "Here you gather agendas, minutes, decisions and terms of reference. "
            "Choose how you want to begin."
        )
        layout.addWidget(WrapLabel(lead, Role.LEAD, "text2"))
        layout.addSpacing(30)
        for card in self.cards:
            layout.addWidget(card)
            layout.addSpacing(12)
        layout.addStretch(19)
        layout.addLayout(self._foot())
        return layout

    def _cards(self) -> list[_Card]:
        cards = [
            _Card(
                "users",
                _("Create your first steering group"),
                _("Give its name, seats and standing items. All can be changed later."),
            ),
            _Card(
                "folder-input",
                _("Import earlier minutes"),
                _("Fetch meetings and decisions from PDF and text. You approve each meeting."),
            ),
            _Card(
                "book-open",
                _("Open sample data"),
                _("See meetings with agendas, decisions and minutes."),
            ),
        ]
        for card, signal in zip(
            cards, (self.create_asked, self.import_asked, self.sample_asked), strict=True
        ):
            card.clicked.connect(signal)
        return cards

    def _foot(self) -> QHBoxLayout:
        self.folder_link = LinkLabel(_("Open folder …"), Role.BUTTON)
        self.folder_link.clicked.connect(self.folder_asked)
        words = _("Everything is saved on this computer. Do you have a shared folder already?")
        label = Label(words, Role.BASE, "text2")
        return row(IconLabel("hard-drive", 16), 2, label, self.folder_link, STRETCH, spacing=4)


class _Card(QAbstractButton):
    """One way in: icon, title, sentence, chevron."""

    def __init__(self, icon: str, title: str, sentence: str) -> None:
        super().__init__()
        self._icon, self._sentence = icon, sentence
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(text_width(theme().font(Role.BASE), self._sentence) + 120, theme().px(84))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, theme().px(84))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card, Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors, px, middle = theme(), theme().px, self.height() / 2
            fill = colors.color("hover" if self.underMouse() else "surface")
            focused = self.hasFocus()
            border = colors.color("accent" if focused else "line")
            rounded(painter, QRectF(self.rect()), 8, fill, border, 2 if focused else 1)
            draw_icon(painter, self._icon, QPointF(px(21), middle - px(12)), px(24), "accent")
            at = QPointF(self.width() - px(40), middle - px(9))
            draw_icon(painter, "chevron-right", at, px(18), "text2")
            for text, role, color, top in (
                (self.text(), Role.CARD_TITLE, "text", 17),
                (self._sentence, Role.BASE, "text2", 42),
            ):
                painter.setFont(colors.font(role))
                painter.setPen(colors.color(color))
                box = QRectF(px(63), px(top), self.width() - px(110), px(24))
                words = painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, int(box.width())
                )
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
