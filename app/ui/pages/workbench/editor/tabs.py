"""The row of tabs below the tools: one a part of the item, with a check mark when it is filled.

Public: ``PartTabs`` with ``set_tabs``, ``set_current``, the signals ``chosen(place)``,
``menu_asked(place, QPoint)`` and ``add_asked(QPoint)``; ``Tab`` (what is shown).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.i18n import _
from app.ui.pages.workbench.editor.tab_strip import HEIGHT, StripTab, TabStrip
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import IconButton, Size
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painting import draw_icon, painter_on, text_width

_PIXELS = 14


@dataclass(frozen=True, slots=True)
class Tab:
    """A part of the item: where it is, its label, whether there is something in it, how many."""

    place: object
    label: str
    is_filled: bool = False
    count: int | None = None


class PartTabs(QWidget):
    """Arrows move between the tabs, Enter goes to the part, the menu key opens its menu."""

    chosen = Signal(object)
    menu_asked = Signal(object, QPoint)
    add_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Parts of the item"))
        self._strip = TabStrip()
        self._buttons: list[_TabButton] = []
        self._tabs: tuple[Tab, ...] = ()
        self._current: object = None
        self.add_button = IconButton("plus", _("Add section"), size=Size.SMALL)
        wants_ring(self.add_button, outside=0)
        self.add_button.clicked.connect(self._ask_to_add)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.back = self._arrow("chevron-left", _("Earlier parts"), -1)
        self.forward = self._arrow("chevron-right", _("Later parts"), 1)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._strip)
        for button in (self.forward, self.add_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self._strip.scrolled.connect(self._enable_arrows)
        keep(self, self._restyle)

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """What is shown."""
        return self._tabs

    @property
    def current(self) -> object:
        """Place of the underlined tab."""
        return self._current

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [*self._buttons[: len(self._tabs)], self.add_button]

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show these tabs; nothing happens when they are shown already."""
        if tuple(tabs) == self._tabs:
            return
        self._tabs = tuple(tabs)
        while len(self._buttons) < len(tabs):
            self._buttons.append(self._make())
        for button, tab in zip(self._buttons, tabs, strict=False):
            button.show_tab(tab)
        for index, button in enumerate(self._buttons):
            button.setVisible(index < len(tabs))
        self._strip.arrange([*self._buttons[: len(tabs)]])
        self._offer_arrows()
        self.set_current(self._current)

    def set_current(self, place: object) -> None:
        """Underline the tab of this place; the first one if there is none."""
        places = [tab.place for tab in self._tabs]
        self._current = place if place in places else (places[0] if places else None)
        for button in self._buttons[: len(places)]:
            button.set_current(button.tab.place == self._current)
            if button.tab.place == self._current:
                self._strip.stay_at(button)

    def button(self, place: object) -> QAbstractButton | None:
        """The tab of a place."""
        shown = self._buttons[: len(self._tabs)]
        return next((button for button in shown if button.tab.place == place), None)

    def step(self, button: _TabButton, by: int) -> None:
        """Move the focus to a neighbour."""
        index = self._buttons.index(button) + by
        if 0 <= index < len(self._tabs):
            self._strip.reveal(self._buttons[index])
            self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_arrows()

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(HEIGHT))
        self._offer_arrows()

    def _arrow(self, icon: str, name: str, by: int) -> IconButton:
        button = IconButton(icon, name, size=Size.SMALL)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes from tab to tab
        keep(button, lambda: button.setFixedSize(theme().px(20), theme().px(28)))
        button.clicked.connect(lambda: self._strip.turn(by))
        button.hide()
        return button

    def _offer_arrows(self) -> None:
        """Arrows only where the tabs do not fit however close they stand."""
        room = self.width() - self.add_button.sizeHint().width() - self.layout().spacing()  # type: ignore[union-attr]
        is_cut = self._strip.least_width > room
        self.back.setVisible(is_cut)
        self.forward.setVisible(is_cut)
        self._enable_arrows()

    def _enable_arrows(self) -> None:
        self.back.setEnabled(self._strip.has_more(-1))
        self.forward.setEnabled(self._strip.has_more(1))

    def _make(self) -> _TabButton:
        button = _TabButton(self, self._strip.inner)
        button.clicked.connect(lambda: self.chosen.emit(button.tab.place))
        return button

    def _ask_to_add(self) -> None:
        self.add_asked.emit(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))


class _TabButton(StripTab):
    def __init__(self, tabs: PartTabs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs, self._is_current = tabs, False
        self.tab = Tab(None, "")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        wants_ring(self, 2)

    def show_tab(self, tab: Tab) -> None:
        self.tab = tab
        self.setText(tab.label)
        words = tab.label if tab.count is None else f"{tab.label}, {tab.count}"
        state = _("filled") if tab.is_filled else _("empty")
        self.setAccessibleName(words if tab.count is not None else f"{words}, {state}")
        self.update()

    def set_current(self, is_current: bool) -> None:
        self._is_current = is_current
        tab = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(tab)
        self.update()

    def sizeHint(self) -> QSize:
        px, font = theme().px, _font()
        width = text_width(_font(strong=True), self.tab.label)
        if self.tab.is_filled and self.tab.count is None:
            width += px(5 + 13)
        if self.tab.count is not None:
            width += px(5) + text_width(font, str(self.tab.count))
        return QSize(width, px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._tabs.step(self, steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._tabs.menu_asked.emit(self.tab.place, self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_whole:
            return
        with painter_on(self) as painter:
            colors, px = theme(), theme().px
            hot = "text" if self.underMouse() else "text2"
            painter.setPen(colors.color("accent" if self._is_current else hot))
            painter.setFont(_font(strong=self._is_current))
            box = QRectF(0, 0, self.width(), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.tab.label)
            if self.tab.count is not None:
                painter.setPen(colors.color("text2"))
                painter.setFont(_font())
                end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(box, end, str(self.tab.count))
            elif self.tab.is_filled:
                at = QPointF(self.width() - px(13), (self.height() - px(13)) / 2)
                draw_icon(painter, "check", at, px(13), "green")
            if self._is_current:
                line = QRectF(0, self.height() - 2, self.width(), 2)
                painter.fillRect(line, colors.color("accent"))


def _font(*, strong: bool = False) -> QFont:
    font = theme().font(Role.SECTION_LABEL if strong else Role.LABEL)
    font.setPointSizeF(font.pointSizeF() * _PIXELS / 13.5)
    return font
