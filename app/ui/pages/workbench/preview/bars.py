"""The bars above and below the pages. Public: ``PreviewHead``, ``PreviewFoot``."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from app.i18n import _
from app.labels import label
from app.models.visibility import Edition
from app.ui.actions import SPECS
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets import Button, IconButton, Label, Line, Segment, SegmentedControl, Size, Variant
from app.ui.widgets.layouts import STRETCH, column, row
from app.ui.widgets.painting import text_width


class PreviewHead(QWidget):
    """Edition at the left; zoom and close at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        segments = [Segment(edition.value, label(edition)) for edition in Edition]
        self.edition = SegmentedControl(segments, _("Edition"))
        self.zoom_out = _icon("zoom-out", _("Zoom out"), SPECS["zoom_out"].shortcut)
        self.zoom_in = _icon("zoom-in", _("Zoom in"), SPECS["zoom_in"].shortcut)
        self.close_button = _icon("x", _("Hide the preview"), SPECS["toggle_preview"].shortcut)
        buttons = (self.zoom_out, self.zoom_in, self.close_button)
        bar = row(self.edition, STRETCH, *buttons, margins=(16, 10, 9, 10), spacing=2)
        self.setLayout(column(bar, Line(), spacing=0))


class PreviewFoot(QWidget):
    """Product at the left, "‹ Side 5 af 14 ›" in the middle."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.product = ProductChoice()
        self._previous = _icon("chevron-left", _("Previous page"))
        self._next = _icon("chevron-right", _("Next page"))
        self._before, self._after = Label(_("Page"), Role.BASE), Label("", Role.BASE)
        self._number = Label("", Role.STRONG)
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        words = row(self._before, self._number, self._after, spacing=4)
        bar = QGridLayout()
        bar.setContentsMargins(8, 6, 8, 7)
        bar.addWidget(self.product, 0, 0, Qt.AlignmentFlag.AlignLeft)
        bar.addLayout(row(self._previous, words, self._next, spacing=6), 0, 1)
        bar.setColumnStretch(0, 1)
        bar.setColumnStretch(2, 1)
        self.setLayout(column(Line(), bar, spacing=0))
        self.show_page(0, 0)

    def show_page(self, page: int, count: int) -> None:
        """The page in sight, from 0, of how many."""
        for part in (self._before, self._number, self._after):
            part.setVisible(count > 0)
        self._number.setText(str(page + 1))
        self._after.setText(_("of {count}").format(count=count))
        self._previous.setEnabled(page > 0)
        self._next.setEnabled(page + 1 < count)


class ProductChoice(Button):
    """Dagsorden or Referat, as a small menu."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("", "chevron-down", Variant.GHOST, Size.SMALL)
        self._words = {"agenda": _("Agenda"), "minutes": _("Minutes")}
        self._menu = QMenu(self)
        for key, words in self._words.items():
            self._menu.addAction(words, lambda key=key: self._choose(key))
        self.clicked.connect(lambda: self._menu.popup(self._corner()))
        self.set_value("agenda")

    def set_value(self, key: str) -> None:
        """Show a choice without telling anybody."""
        self.value = key
        self.setText(self._words[key])
        self.setAccessibleName(_("Paper: {name}").format(name=self._words[key]))
        widest = max(text_width(self.font(), words) for words in self._words.values())
        self.setMinimumWidth(widest + theme().px(15 + 6 + 20))

    def _choose(self, key: str) -> None:
        if key != self.value:
            self.set_value(key)
            self.chosen.emit(key)

    def _corner(self) -> QPoint:
        return self.mapToGlobal(QPoint(0, -self._menu.sizeHint().height() - 4))


def _icon(name: str, words: str, shortcut: str = "") -> IconButton:
    return IconButton(name, words, shortcut, size=Size.SMALL)
