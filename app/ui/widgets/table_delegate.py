"""How the rows of a table are painted: cells, chips, group rows, the ring of the keyboard.

Public: ``RowDelegate(view)``, ``PADDING`` of a cell and ``edge()`` behind the last one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.tables import CELL_ROLE, ROW_ROLE, Cell, Group, Index
from app.ui.theme import keep, theme
from app.ui.tokens import Role, Tone
from app.ui.widgets.chips import chip_size, paint_chip
from app.ui.widgets.painting import draw_icon, text_width

if TYPE_CHECKING:
    from app.ui.widgets.table_view import TableView

PADDING = 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_MOST_LETTERS = 500  # of a cell: more than the widest column shows


def edge() -> int:
    """Room between the last column and the scroll bar."""
    return theme().px(20)


class RowDelegate(QStyledItemDelegate):
    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view
        columns = view.rows_model().columns
        self._last = len(columns) - 1
        naming = [at for at, one in enumerate(columns) if one.names]
        self._numeric = {at for at, one in enumerate(columns) if one.numeric}
        self._naming = naming or [at for at, one in enumerate(columns) if one.stretch]

        keep(self, self._take_looks)

    def _take_looks(self) -> None:
        """Looked up once a theme: a table is hundreds of cells."""
        self._tokens = theme().tokens
        fonts = theme().font(Role.BASE), theme().font(Role.STRONG)
        self._fonts = [(font, QFontMetrics(font)) for font in fonts]

    def _color(self, token: str) -> QColor:
        return QColor(getattr(self._tokens, token))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.room_for(index.data(CELL_ROLE), index.column())

    def room_for(self, cell: Cell, column: int) -> QSize:
        """What a cell needs to show all that it holds."""
        px = theme().px
        sides = sum(self._sides(column))
        if cell.chip:
            return chip_size(cell.text, cell.icon) + QSize(sides, 0)
        _font, metrics = self._fonts[True]
        width = metrics.horizontalAdvance(cell.text[:_MOST_LETTERS]) + 1 + sides
        icons = (px(20) if cell.icon else 0) + (px(22) if cell.mark else 0)
        return QSize(width + icons, px(43))

    def _sides(self, column: int) -> tuple[int, int]:
        """Room before and after what a cell holds."""
        left = self._view.indent + PADDING if column == 0 else PADDING
        return left, edge() if column == self._last else PADDING

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(ROW_ROLE)
        if isinstance(row, Group):
            self._paint_group(painter, option.rect, row)
        else:
            self._paint_cell(painter, option, index)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group) -> None:
        look, px = theme(), theme().px
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._color("line"))
        left = rect.left() + self._view.indent + PADDING
        box = QRect(left, rect.top() + px(3), rect.right() - left - edge(), rect.height() - px(3))
        for text, role, color in (
            (group.title, Role.STRONG, "text"),
            (group.note, Role.BASE, "text2"),
        ):
            painter.setFont(look.font(role))
            painter.setPen(self._color(color))
            painter.drawText(box, _LEFT, text)
            box.setLeft(box.left() + text_width(painter.font(), text) + px(10))
        painter.setFont(look.font(Role.META))
        painter.setPen(self._color("muted"))
        painter.drawText(box, _RIGHT, group.right)

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect, row, column = option.rect, index.row(), index.column()
        ground = self._paint_ground(painter, rect, row, chosen)
        cell: Cell = index.data(CELL_ROLE)
        left, right = self._sides(column)
        box = rect.adjusted(left, 0, -right, -1)
        if cell.chip:
            size = chip_size(cell.text, cell.icon)
            size.setWidth(min(size.width(), box.width()))
            top = box.top() + (box.height() - size.height()) / 2
            frame = QRectF(box.left(), top, size.width(), size.height())
            tone = cell.tone or Tone.NEUTRAL
            paint_chip(painter, frame, cell.text, tone, cell.icon, ground=ground)
        else:
            self._paint_words(painter, box, cell, column, chosen)
        view = self._view
        if view.shows_ring and view.hasFocus() and row == view.currentIndex().row():
            self._paint_focus(painter, rect, column)

    def _paint_ground(self, painter: QPainter, rect: QRect, row: int, chosen: bool) -> str:
        """Fill the cell unless it looks like the table; the token of its colour."""
        fill = "selected" if chosen else "hover" if row == self._view.hovered else "surface"
        if fill != "surface":
            painter.fillRect(rect, self._color(fill))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._color("line2"))
        return fill

    def _paint_words(
        self, painter: QPainter, box: QRect, cell: Cell, column: int, chosen: bool
    ) -> None:
        px = theme().px
        color = "muted" if cell.is_quiet else cell.tone.words if cell.tone else "text"
        if cell.icon:
            self._paint_icon(painter, cell.icon, box.left(), box, color)
            box = box.adjusted(px(20), 0, 0, 0)
        is_name = chosen and column in self._naming
        font, metrics = self._fonts[is_name or (cell.strong and not cell.is_quiet)]
        painter.setFont(font)
        painter.setPen(self._color(color))
        room = box.width() - (px(22) if cell.mark else 0)
        line = " ".join(cell.text[:_MOST_LETTERS].split())
        words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, _RIGHT if column in self._numeric else _LEFT, words)
        if cell.mark:
            left = box.left() + metrics.horizontalAdvance(words) + px(8)
            self._paint_icon(painter, cell.mark, left, box, "heather")

    def _paint_icon(self, painter: QPainter, name: str, left: int, box: QRect, color: str) -> None:
        side = theme().px(15)
        at = QPointF(left, box.top() + (box.height() - side) / 2)
        draw_icon(painter, name, at, side, color)

    def _paint_focus(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Top and bottom in each cell, the sides in the first and the last one."""
        accent = self._color("accent")
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, accent)
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, accent)
        if column == 0:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), accent)
        if column == self._last:
            painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), accent)
