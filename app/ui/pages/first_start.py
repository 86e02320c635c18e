"""The first thing one sees: three ways in, and the table with its twelve seats.

Public: ``FirstStartPage(context, seats)``. The ways in are commands (``app.ui.commands``).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.i18n import _
from app.ui.context import AppContext
from app.ui.pages.page import Page
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import IconLabel, Label, LinkLabel, SeatsMark, SeatsTable, WrapLabel
from app.ui.widgets.layouts import STRETCH, column, row
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width

_SIDE, _SIDE_NARROW, _ROOMY = 84, 40, 1300
_LEAD_WIDTH = 560
_HALVES = (4, 5)  # shares of the width


class FirstStartPage(Page):
    """Shown while there is nothing in the data."""

    hides_navigation = True

    def __init__(self, context: AppContext, seats: Sequence[str]) -> None:
        super().__init__(context)
        table = SeatsTable(seats, _("One table"), _("twelve seats"))
        halves = row(spacing=0)
        for half, share in zip((table, self._scrolled()), _HALVES, strict=True):
            halves.addWidget(half, share)
        self.setLayout(halves)
        keep(self, self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_roomy = self.width() > theme().px(_ROOMY)
        side = _SIDE if is_roomy else _SIDE_NARROW
        self._column.setContentsMargins(side, 40, side, 39)
        self._fold_foot(self.width() * _HALVES[1] // sum(_HALVES) - 2 * side)

    def _scrolled(self) -> QScrollArea:
        """The right half; it scrolls where large text has no room."""
        area, inner = QScrollArea(), QWidget()
        self._column = self._ways()
        inner.setLayout(self._column)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _ways(self) -> QVBoxLayout:
        self.cards = self._cards()
        layout = QVBoxLayout()
        layout.setSpacing(0)
        layout.addLayout(
            row(SeatsMark(30), Label("Mødeværk", Role.MEETING_TITLE), STRETCH, spacing=13)
        )
        layout.addSpacing(20)
        layout.addStretch(5)
        layout.addWidget(Label(_("Getting started"), Role.FIRST_RUN_TITLE))
        layout.addSpacing(9)
        lead = _(
            "Here you gather agendas, minutes, decisions and follow-up. "
            "Choose how you want to begin."
        )
        words = WrapLabel(lead, Role.LEAD, "text2")
        keep(words, lambda: words.setMaximumWidth(theme().px(_LEAD_WIDTH)))
        layout.addWidget(words)
        layout.addSpacing(31)
        for card in self.cards:
            layout.addWidget(card)
            layout.addSpacing(12)
        layout.addSpacing(8)
        layout.addStretch(11)
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
        cards[0].outline_unless_focused(cards[1:])
        for card, command in zip(cards, ("new_body", "import_papers", "open_sample"), strict=True):
            card.clicked.connect(lambda _=False, name=command: self.context.navigator.run(name))
        return cards

    def _foot(self) -> QHBoxLayout:
        self.folder_link = LinkLabel(_("Open folder …"), Role.BUTTON)
        self.folder_link.clicked.connect(lambda: self.context.navigator.run("open_folder"))
        words = _("Everything is saved on this computer. Do you have a shared folder already?")
        self.foot_words = WrapLabel(words, Role.BASE, "text2")
        self._foot_parts = row(self.foot_words, self.folder_link, STRETCH, spacing=4)
        icon = column(2, IconLabel("hard-drive", 16), spacing=0)
        foot = row(icon, self._foot_parts, spacing=6)
        foot.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        foot.setStretch(1, 1)
        return foot

    def _fold_foot(self, room: int) -> None:
        """The link stands after the words, or below them where a line does not hold both."""
        words = text_width(self.foot_words.font(), self.foot_words.text())
        is_one_line = words + self.folder_link.sizeHint().width() + theme().px(32) <= room
        self.foot_words.setWordWrap(not is_one_line)
        self._foot_parts.setDirection(
            QBoxLayout.Direction.LeftToRight if is_one_line else QBoxLayout.Direction.TopToBottom
        )


class _Card(PaintedButton):
    """One way in: icon, title, sentence, chevron."""

    def __init__(self, icon: str, title: str, sentence: str) -> None:
        super().__init__()
        self._icon, self._sentence = icon, sentence
        self._others: list[_Card] | None = None
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        keep(self, self.updateGeometry)

    def outline_unless_focused(self, others: list[_Card]) -> None:
        """The likeliest way in: outlined as long as none of the others has the focus."""
        self._others = others
        for other in others:
            other.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    @property
    def is_outlined(self) -> bool:
        """Whether this is where Enter leads, or would by the likeliest way."""
        if self._others is None or self.hasFocus():
            return self.hasFocus()
        return not any(other.hasFocus() for other in self._others)

    def sizeHint(self) -> QSize:
        width = text_width(theme().font(Role.BASE), self._sentence) + theme().px(110)
        return QSize(width, theme().px(84))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(260), theme().px(84))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The sentence takes the lines it needs."""
        room = QRect(0, 0, width - theme().px(110), 1000)
        metrics = QFontMetrics(theme().font(Role.BASE))
        words = metrics.boundingRect(room, _WRAP, self._sentence).height()
        return theme().px(84) + max(0, words - metrics.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors, px, middle = theme(), theme().px, self.height() / 2
            fill = colors.color("hover" if self.underMouse() else "surface")
            border = colors.color("accent" if self.is_outlined else "line")
            rounded(painter, QRectF(self.rect()), 8, fill, border, 2 if self.is_outlined else 1)
            draw_icon(painter, self._icon, QPointF(px(21), middle - px(12)), px(24), "accent")
            at = QPointF(self.width() - px(40), middle - px(9))
            draw_icon(painter, "chevron-right", at, px(18), "text2")
            self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        colors, px = theme(), theme().px
        left, width = px(63), self.width() - px(110)
        painter.setFont(colors.font(Role.CARD_TITLE))
        painter.setPen(colors.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, px(18), width, px(24)), middle, self.text())
        painter.setFont(colors.font(Role.BASE))
        painter.setPen(colors.color("text2"))
        box = QRectF(left, px(43), width, self.height() - px(43))
        painter.drawText(box, _WRAP, self._sentence)


_WRAP = int(Qt.TextFlag.TextWordWrap)
