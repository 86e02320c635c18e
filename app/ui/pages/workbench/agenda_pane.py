"""The left pane of the workbench: heading, agenda, and how much of the meeting is planned.

Public: ``AgendaPane`` with ``list``, ``model``, ``show_meeting``, ``update_rows``, ``fill_menus``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from app.i18n import _, duration, ngettext
from app.services.queries.items import ItemRow
from app.ui.pages.workbench.agenda_list import AgendaList
from app.ui.pages.workbench.agenda_model import AgendaModel
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import Button, IconButton, Label, Line, MinutesBar, Size
from app.ui.widgets.layouts import STRETCH, column, row

_MARGIN = 20
_LEAST = 280  # px wide


class AgendaPane(QWidget):
    """List of items with the buttons above and the minutes below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep(self, lambda: self.setMinimumWidth(theme().px(_LEAST)))
        self.model = AgendaModel()
        self.list = AgendaList(self.model)
        self.new_item = Button(_("New item"), "plus", size=Size.SMALL)
        self.more = IconButton("ellipsis", _("More"), size=Size.SMALL)
        self._minutes = _Minutes()
        head = row(
            Label(_("Agenda"), Role.SECTION_TITLE), STRETCH, self.more, self.new_item,
            margins=(20, 11, 14, 10), spacing=6,
        )  # fmt: skip
        layout = column(head, self.list, self._minutes, spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_meeting(self, rows: Sequence[ItemRow], length: int | None) -> None:
        """The agenda of another meeting; ``length`` is the whole meeting in minutes."""
        self.model.reset(rows)
        self._minutes.show_plan(rows, length)

    def update_rows(self, rows: Sequence[ItemRow], length: int | None) -> None:
        """The same meeting after a change."""
        self.model.set_rows(rows)
        self._minutes.show_plan(rows, length)

    def fill_menus(self, more: Sequence[QAction | None], context: Sequence[QAction | None]) -> None:
        """What "…" and a right click offer; None is a line between groups."""
        self._more_menu, self._context_menu = _menu(self, more), _menu(self, context)
        self.more.clicked.connect(self._show_more)
        self.list.customContextMenuRequested.connect(self._show_context)

    def _show_more(self) -> None:
        corner = QPoint(0, self.more.height() + 4)
        self._more_menu.popup(self.more.mapToGlobal(corner))

    def _show_context(self, at: QPoint) -> None:
        if self.list.indexAt(at).isValid():
            self._context_menu.popup(self.list.viewport().mapToGlobal(at))


class _Minutes(QWidget):
    """ "3 t 15 min af 4 timer … 45 min ledige" over a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._planned = Label("", Role.SECTION_LABEL)
        self._whole = Label("", Role.META, "text2")
        self._rest = Label("", Role.META, "text2")
        self._bar = MinutesBar()
        self._sum = row(self._planned, self._whole, STRETCH, spacing=4)
        self._words = row(self._sum, self._rest, spacing=4)
        body = column(self._words, self._bar, spacing=8, margins=(_MARGIN, 10, _MARGIN, 14))
        self.setLayout(column(Line(), body, spacing=0))
        keep(self, self._fold)

    def show_plan(self, rows: Sequence[ItemRow], length: int | None) -> None:
        """Sum up the items; where none has a time there is nothing to show."""
        planned = sum(item.duration_min or 0 for item in rows)
        self.setVisible(planned > 0)
        self._planned.setText(duration(planned))
        self._whole.setText(_("of {time}").format(time=_hours(length)) if length else _("planned"))
        self._rest.setText(_rest(planned, length))
        self._rest.set_tone("red" if length and planned > length else "text2")
        self._bar.set_minutes(planned, length or planned)
        self._bar.setVisible(length is not None)  # without an end there is nothing to fill
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where the words do not fit side by side, what is left stands below."""
        self._sum.invalidate()  # it still has the width of the words before
        room = self.width() - 2 * _MARGIN
        beside = self._sum.sizeHint().width() + 4 + self._rest.sizeHint().width() <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._words.direction() is not direction:
            self._words.setDirection(direction)


def _hours(minutes: int) -> str:
    """Whole hours are written out: "4 timer"."""
    if minutes % 60:
        return duration(minutes)
    hours = minutes // 60
    return ngettext("{count} hour", "{count} hours", hours).format(count=hours)


def _rest(planned: int, length: int | None) -> str:
    if not length:
        return ""
    if planned > length:
        return _("{time} too much").format(time=duration(planned - length))
    return _("{time} free").format(time=duration(length - planned))


def _menu(parent: QWidget, actions: Sequence[QAction | None]) -> QMenu:
    menu = QMenu(parent)
    for action in actions:
        menu.addSeparator() if action is None else menu.addAction(action)
    return menu
