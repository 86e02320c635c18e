"""The small facts of an item: label above, value below, written in place.

Public: ``MetaField(label, placeholder)`` with ``field``; ``MenuField(label, menu)`` with
``button``; ``MetaChooser(label, choices)`` with ``chosen``; ``MetaEdit`` and ``MetaButton``, which
they are made of.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.ui.pages.workbench.editor.fields.menus import opens_menu, show_menu_below
from app.ui.theme import keep, set_role, theme
from app.ui.tokens import Role
from app.ui.widgets import Label, LineEdit
from app.ui.widgets.fields import mark
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.painting import draw_icon, painter_on, rounded, text_width

INSET = 5  # px that the field's ground reaches out on both sides
_HEIGHT = 19


class MetaField(QWidget):
    """A label and a field as wide as its words; a soft ground shows where it can be written."""

    inset = INSET

    def __init__(self, label: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = MetaEdit(label, placeholder)
        self.label = Label(label, Role.SMALL, "text2")
        self.label.setBuddy(self.field)
        self.label.setContentsMargins(INSET, 0, 0, 0)
        _stack(self, self.label, self.field)

    def show_refusal(self, reason: str) -> None:
        """Mark what was written as unusable; the reason is said elsewhere."""
        mark(self.field, "invalid", bool(reason))
        self.field.setAccessibleDescription(reason)
        self.field.update()


class MetaEdit(LineEdit):
    """Bare until it is hovered or written in."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__("", name)
        self.setProperty("bare", True)
        self.setAcceptDrops(False)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setTextMargins(INSET - 2, 0, INSET - 2, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.textChanged.connect(self.updateGeometry)
        set_role(self, Role.SECTION_LABEL)
        keep(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = self.text() or self.placeholderText()
        width = text_width(self.font(), words) + 2 * INSET + 4
        return QSize(min(max(width, theme().px(44)), theme().px(360)), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter has saved the words; the next ones may take their place."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors, box = theme(), QRectF(self.rect())
            if self.property("invalid"):
                rounded(painter, box, 5, colors.color("red_soft"), colors.color("red_solid"), 1.5)
            elif self.hasFocus():
                rounded(painter, box, 5, colors.color("surface"), colors.color("accent"), 1.5)
            elif self.underMouse():
                rounded(painter, box, 5, colors.color("hover"))
        super().paintEvent(event)


class MenuField(QWidget):
    """A label and a value that opens a menu; ``menu`` makes it."""

    inset = INSET

    def __init__(self, label: str, menu: Callable[[], QMenu], parent: QWidget | None = None):
        super().__init__(parent)
        self._name = label
        self.label = Label(label, Role.SMALL, "text2")
        self.label.setContentsMargins(INSET, 0, 0, 0)
        self.button = MetaButton(menu)
        _stack(self, self.label, self.button)

    def show_words(self, words: str) -> None:
        """Show what is stored."""
        self.button.setText(words)
        self.button.setAccessibleName(f"{self._name}: {words}")
        self.button.updateGeometry()


class MetaChooser(MenuField):
    """One of a few values."""

    chosen = Signal(object)

    def __init__(self, label: str, choices: dict[object, str], parent: QWidget | None = None):
        super().__init__(label, self._menu, parent)
        self._choices = choices

    def show_value(self, value: object) -> None:
        """Show what is stored."""
        self._value = value
        self.show_words(self._choices[value])

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for value, words in self._choices.items():
            action = QAction(words, menu, checkable=True, checked=value == self._value)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on=False, value=value: self.chosen.emit(value))
            menu.addAction(action)
        return menu


class MetaButton(QAbstractButton):
    """A value that opens a menu."""

    def __init__(self, menu: Callable[[], QMenu]) -> None:
        super().__init__()
        self._make_menu = menu
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        wants_ring(self, 4, outside=1)
        set_role(self, Role.SECTION_LABEL)
        keep(self, self.updateGeometry)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(text_width(self.font(), self.text()) + 2 * INSET + px(18), px(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        if opens_menu(event):
            self._open()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            if self.underMouse() or self.isDown():
                rounded(painter, QRectF(self.rect()), 5, theme().color("hover"))
            painter.setPen(theme().color("text"))
            side = theme().px(13)
            room = QRectF(self.rect()).adjusted(INSET, 0, -side - 4, 0)
            words = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, math.ceil(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            at = QPointF(self.width() - side - 4, (self.height() - side) / 2)
            draw_icon(painter, "chevron-down", at, side, "text2")

    def _open(self) -> None:
        show_menu_below(self._make_menu(), self)


def _stack(host: QWidget, label: QWidget, below: QWidget) -> None:
    host.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(label)
    layout.addWidget(below)
    keep(label, lambda: label.setFixedHeight(theme().px(15)))
