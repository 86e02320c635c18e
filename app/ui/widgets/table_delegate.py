"""How the rows of a table are painted: cells, chips, group rows, the ring of the keyboard.

Public: ``RowDelegate(view)``, ``PADDING`` of a cell and ``edge()`` behind the last one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.tables import CELL_ROLE, ROW_ROLE, Cell, Group, Index
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets.chips import chip_size, paint_chip
from app.ui.widgets.painting import draw_icon, text_width

if TYPE_CHECKING:
    from app.ui.widgets.table_view import TableView

PADDING = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


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
        self._naming = naming or [at for at, one in enumerate(columns) if one.stretch]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell: Cell = index.data(CELL_ROLE)
        left, right = self._sides(index)
        sides = left + right
        if cell.chip:
            return chip_size(cell.text, cell.icon) + QSize(sides, 0)
        width = text_width(theme().font(Role.STRONG), cell.text) + sides
        return QSize(width + (theme().px(20) if cell.icon else 0), theme().px(43))

    def _sides(self, index: Index) -> tuple[int, int]:
        """Room before and after what a cell holds."""
        column = index.column()
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
        colors, px = theme(), theme().px
        painter.fillRect(rect, colors.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.color("line"))
        left = rect.left() + self._view.indent + PADDING
        box = QRect(left, rect.top() + px(3), rect.right() - left - edge(), rect.height() - px(3))
        for text, role, color in (
            (group.title, Role.STRONG, "text"),
            (group.note, Role.BASE, "text2"),
        ):
            painter.setFont(colors.font(role))
            painter.setPen(colors.color(color))
            painter.drawText(box, _MIDDLE, text)
            box.setLeft(box.left() + text_width(painter.font(), text) + px(10))
        painter.setFont(colors.font(Role.META))
        painter.setPen(colors.color("muted"))
        painter.drawText(box, _MIDDLE | Qt.AlignmentFlag.AlignRight, group.right)

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = self._paint_ground(painter, option.rect, index, chosen)
        cell: Cell = index.data(CELL_ROLE)
        left, right = self._sides(index)
        box = option.rect.adjusted(left, 0, -right, -1)
        if cell.chip:
            size = chip_size(cell.text, cell.icon)
            size.setWidth(min(size.width(), box.width()))
            top = box.top() + (box.height() - size.height()) / 2
            frame = QRectF(box.left(), top, size.width(), size.height())
            tone = cell.tone or Tone.NEUTRAL
            paint_chip(painter, frame, cell.text, tone, cell.icon, ground=ground)
        else:
            self._paint_words(painter, box, cell, index, chosen)
        if (
            self._view.shows_ring
            and self._view.hasFocus()
            and index.row() == self._view.currentIndex().row()
        ):
            self._paint_focus(painter, option.rect, index)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index, chosen: bool) -> str:
        """Fill the cell; the token of its colour."""
        hover = index.row() == self._view.hovered
        fill = "selected" if chosen else "hover" if hover else "surface"
        painter.fillRect(rect, theme().color(fill))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line2"))
        return fill

    def _paint_words(
        self, painter: QPainter, box: QRect, cell: Cell, index: Index, chosen: bool
    ) -> None:
        column = self._view.rows_model().columns[index.column()]
        color = "muted" if cell.is_quiet else cell.tone.words if cell.tone else "text"
        if cell.icon:
            side = theme().px(15)
            at = QPointF(box.left(), box.top() + (box.height() - side) / 2)
            draw_icon(painter, cell.icon, at, side, color)
            box = box.adjusted(side + theme().px(5), 0, 0, 0)
        is_name = chosen and index.column() in self._naming
        bold = is_name or (cell.strong and not cell.is_quiet)
        painter.setFont(theme().font(Role.STRONG if bold else Role.BASE))
        painter.setPen(theme().color(color))
        elide = Qt.TextElideMode.ElideRight
        metrics = QFontMetrics(painter.font())
        room = box.width() - (theme().px(22) if cell.mark else 0)
        words = metrics.elidedText(" ".join(cell.text.split()), elide, room)
        side_flag = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, _MIDDLE | side_flag, words)
        if cell.mark:
            left = box.left() + metrics.horizontalAdvance(words) + theme().px(8)
            side = theme().px(15)
            at = QPointF(left, box.top() + (box.height() - side) / 2)
            draw_icon(painter, cell.mark, at, side, "heather")

    def _paint_focus(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Top and bottom in each cell, the sides in the first and the last one."""
        accent = theme().color("accent")
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, accent)
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, accent)
        if index.column() == 0:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), accent)
        if index.column() == self._last:
            painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), accent)
