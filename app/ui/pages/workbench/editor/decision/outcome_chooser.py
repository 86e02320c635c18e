"""What became of a point, chosen by menu or by its digit. Public: ``OutcomeChooser``,
``BY_DIGIT``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from app.i18n import _
from app.labels import label
from app.models.decision import Outcome
from app.ui.pages.workbench.editor.fields.menus import DigitMenu, opens_menu, show_menu_below
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width

BY_DIGIT = {str(number): outcome for number, outcome in enumerate(Outcome, 1)}
_NONE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class OutcomeChooser(QAbstractButton):
    """Shows an outcome; ``chosen(Outcome | None)`` comes when the user chooses."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value: Outcome | None = None
        self._subject = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Choose the outcome (keys 1 to {last})").format(last=len(BY_DIGIT)))
        wants_ring(self)
        keep(self, self.updateGeometry)
        self.clicked.connect(self._open)

    def show_outcome(self, value: Outcome | None, subject: str) -> None:
        """Show what is stored; ``subject`` names the point for those who do not see it."""
        self.value, self._subject = value, subject
        self.setAccessibleName(_("Outcome of {subject}").format(subject=subject))
        self.setAccessibleDescription(self._words())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the longest outcome, so that rows stand in line."""
        px, font = theme().px, theme().font(Role.STRONG)
        widest = max(text_width(font, label(outcome)) for outcome in Outcome)
        return QSize(widest + px(9 + 6 + 14 + 8), px(28))

    def event(self, event: QEvent) -> bool:
        if opens_menu(event):
            self._open()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in BY_DIGIT:
            self._choose(BY_DIGIT[event.text()])
        elif event.key() in _NONE_KEYS and self.value is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors, px, box = theme(), theme().px, QRectF(self.rect())
            is_hot = self.underMouse() or self.isDown()
            border = "control" if self.value is None else "accent_line"
            rounded(
                painter,
                box,
                6,
                colors.color("hover" if is_hot else "surface"),
                colors.color(border),
            )
            painter.setFont(colors.font(Role.STRONG if self.value else Role.BASE))
            painter.setPen(colors.color("text" if self.value else "muted"))
            words = box.adjusted(px(9), 0, -px(20), 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words())
            at = QPointF(self.width() - px(8 + 14), (self.height() - px(14)) / 2)
            draw_icon(painter, "chevron-down", at, px(14), "text2")

    def menu(self) -> QMenu:
        """All outcomes, the chosen one ticked, and the way back to none."""
        menu = DigitMenu(self)
        group = QActionGroup(menu)
        for digit, outcome in BY_DIGIT.items():
            action = menu.addAction(label(outcome), lambda o=outcome: self._choose(o))
            action.setCheckable(True)
            action.setChecked(outcome is self.value)
            action.setActionGroup(group)
            menu.give_digit(action, digit)
        menu.addSeparator()
        menu.addAction(_("No outcome yet"), lambda: self._choose(None))
        return menu

    def _words(self) -> str:
        return label(self.value) if self.value else _("Choose outcome")

    def _choose(self, outcome: Outcome | None) -> None:
        if outcome is not self.value:
            self.show_outcome(outcome, self._subject)
            self.chosen.emit(outcome)

    def _open(self) -> None:
        show_menu_below(self.menu(), self)
