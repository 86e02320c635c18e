"""The bar at the left: mark, pages, settings and who is working.

Public: ``NavigationBar(entries)`` with ``Entry(key, text, icon, shortcut)``; ``select(key)``,
``set_author``, ``set_collapsed`` (232 px with words, 60 px with icons only), signal
``chosen(key)``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.painting import draw_icon, painter_on, rounded
from app.ui.widgets.seats import SeatsMark
from app.ui.widgets.status import Avatar

WIDE, NARROW = 232, 60


@dataclass(frozen=True)
class Entry:
    """One page; ``at_foot`` places it below, by the user's name."""

    key: str
    text: str
    icon: str
    shortcut: str = ""
    at_foot: bool = False


class NavigationBar(QWidget):
    """One row a page. Up and down move between rows."""

    chosen = Signal(str)

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__()
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Navigation"))
        self._rows: dict[str, _Row] = {}
        self._group = QButtonGroup(self)
        self._name = Label("Mødeværk", Role.WORDMARK)
        self._author = _AuthorRow()
        self._lay_out(entries)
        self._collapsed = False
        keep(self, self._restyle)

    @property
    def collapsed(self) -> bool:
        """Whether only the icons show."""
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Icons only, or icons and words."""
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            self._restyle()

    def select(self, key: str) -> None:
        """Mark the page that is shown; a key without a row (a start page) marks none."""
        self._group.setExclusive(False)
        for other, row in self._rows.items():
            row.setChecked(other == key)
        self._group.setExclusive(True)

    def set_author(self, name: str, note: str) -> None:
        """Who is working, and a note below ("Gemt på denne pc kl. 8.42")."""
        self._author.set_author(name, note)
        self._foot_line.setVisible(bool(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        rows = list(self._rows.values())
        here = next((i for i, row in enumerate(rows) if row.hasFocus()), None)
        if event.key() in steps and here is not None:
            target = rows[(here + steps[Qt.Key(event.key())]) % len(rows)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), theme().color("window"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().color("line"))

    def _lay_out(self, entries: list[Entry]) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        self._layout, self._foot = QVBoxLayout(), QVBoxLayout()
        self._layout.setSpacing(1)
        head = QHBoxLayout()
        head.setContentsMargins(9, 0, 0, 0)
        head.setSpacing(11)
        head.addWidget(SeatsMark(26))
        head.addWidget(self._name, 1)
        self._head = head
        self._layout.addLayout(head)
        self._layout.addSpacing(14)
        for entry in [e for e in entries if not e.at_foot]:
            self._layout.addWidget(self._row(entry))
        self._layout.addStretch(1)
        for entry in [e for e in entries if e.at_foot]:
            self._layout.addWidget(self._row(entry))
        self._layout.addSpacing(6)
        self._foot_line = Line()
        self._foot.addWidget(self._author)
        whole.addLayout(self._layout, 1)
        whole.addWidget(self._foot_line)
        whole.addLayout(self._foot)

    def _row(self, entry: Entry) -> _Row:
        row = _Row(entry)
        self._rows[entry.key] = row
        self._group.addButton(row)
        row.clicked.connect(lambda: self.chosen.emit(entry.key))
        return row

    def _restyle(self) -> None:
        wide = not self._collapsed
        self.setFixedWidth(theme().px(WIDE) if wide else max(NARROW, theme().px(NARROW)))
        left, right = (12, 13) if wide else (9, 10)
        self._layout.setContentsMargins(left, 16, right, 0)
        self._foot.setContentsMargins(left, 0, right, 8)
        self._head.setContentsMargins(9 if wide else 1, 0, 0, 0)
        self._name.setVisible(wide)
        self._author.set_collapsed(self._collapsed)
        for row in self._rows.values():
            row.set_collapsed(self._collapsed)


class _Row(PaintedButton):
    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry, self._collapsed = entry, False
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        self.setCheckable(True)
        wants_ring(self)

    def set_collapsed(self, collapsed: bool) -> None:
        self._collapsed = collapsed
        keys = QKeySequence(self._entry.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        words = f"{self._entry.text} ({keys})" if keys else self._entry.text
        self.setToolTip(words if collapsed else keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(38), theme().px(38 if self._collapsed else 34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors, px = theme(), theme().px
            fill = "navsel" if self.isChecked() else "hover" if self.underMouse() else ""
            if fill:
                rounded(painter, QRectF(self.rect()), 6, colors.color(fill))
            side = px(18)
            left = (self.width() - side) / 2 if self._collapsed else px(10)
            at = QPointF(left, (self.height() - side) / 2)
            draw_icon(
                painter, self._entry.icon, at, side, "accent" if self.isChecked() else "text2"
            )
            if not self._collapsed:
                self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        colors, px = theme(), theme().px
        painter.setFont(colors.font(Role.STRONG if self.isChecked() else Role.LIST_TITLE))
        painter.setPen(colors.color("text" if self.isChecked() else "text2"))
        box = QRectF(px(38), 0, self.width() - px(48), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._entry.text)


class _AuthorRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._collapsed = False
        self._avatar = Avatar()
        self._name = ElidedLabel("", Role.SECTION_LABEL)
        self._note = ElidedLabel("", Role.SMALL, "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._note)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._avatar)
        self._layout.addLayout(words, 1)

    def set_author(self, name: str, note: str) -> None:
        self._avatar.set_name(name)
        self._name.setText(name)
        self._note.setText(note)
        self.setVisible(bool(name))

    def set_collapsed(self, collapsed: bool) -> None:
        self._collapsed = collapsed
        self._place()
        self._name.setVisible(not collapsed)
        self._note.setVisible(not collapsed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Collapsed, the avatar stands below the icons."""
        middle = (self.width() - self._avatar.sizeHint().width()) // 2
        self._layout.setContentsMargins(middle if self._collapsed else 8, 8, 0, 4)
