"""How an attachment is drawn in its list. Public: ``AttachmentDelegate``, ``ROW``, ``menu_box``."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import pgettext
from app.services.queries.items import AttachmentView
from app.ui.pages.workbench.editor.attachments.model import (
    OPENNESS,
    VIEW,
    Openness,
    facts_of,
    number_of,
)
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets import LineEdit
from app.ui.widgets.chips import chip_size, paint_chip
from app.ui.widgets.painting import draw_icon, rounded, text_width

ROW = 38
_GRIP, _NUMBER, _ICON, _WORDS = 0, 15, 38, 63  # px from the left
_MENU = 28
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def menu_box(row: QRect) -> QRect:
    """Where the three dots are."""
    side = theme().px(_MENU)
    return QRect(row.right() - side + 6, row.center().y() - side // 2 + 1, side, side)


class AttachmentDelegate(QStyledItemDelegate):
    """Handle, number, icon, title, pages, openness, menu."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(200, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, view = option.rect, index.data(VIEW)
        self._draw_ground(painter, option)
        px, middle = theme().px, box.center().y() + 1
        self._icon(painter, "grip-vertical", box.left() + px(_GRIP) - 3, middle, 14, "muted")
        self._number(painter, box, number_of(view))
        symbol = "file" if not view.sha256 else "file-text"
        self._icon(painter, symbol, box.left() + px(_ICON), middle, 17, "text2")
        menu = menu_box(box)
        self._icon(painter, "ellipsis", menu.left() + px(6), middle, 16, "text2")
        right = self._chip(painter, index.data(OPENNESS), menu.left() - px(6), middle)
        self._words(
            painter, view, QRect(box.left() + px(_WORDS), box.top(), 0, box.height()), right
        )
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme().color("line2"))
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:  # type: ignore[override]
        return LineEdit("", index.data(), parent)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:  # type: ignore[override]
        box, left = option.rect, theme().px(_WORDS) - 10
        right = theme().px(130)
        editor.setGeometry(
            box.left() + left, box.top() + 2, box.width() - left - right, box.height() - 4
        )

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        box = QRectF(option.rect).adjusted(0, 1, 0, -2)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            rounded(painter, box, 6, theme().color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, box, 6, theme().color("hover"))

    def _icon(
        self, painter: QPainter, name: str, left: float, middle: float, size: int, color: str
    ) -> None:
        side = theme().px(size)
        draw_icon(painter, name, QPointF(left, middle - side / 2), side, color)

    def _number(self, painter: QPainter, box: QRect, number: str) -> None:
        painter.setFont(theme().font(Role.LIST_TITLE))
        painter.setPen(theme().color("text2"))
        at = QRect(box.left() + theme().px(_NUMBER), box.top(), theme().px(24), box.height())
        painter.drawText(at, _MIDDLE, number)

    def _chip(self, painter: QPainter, openness: Openness, right: int, middle: int) -> int:
        """What follows the item is quiet: its words alone, for nothing is chosen here."""
        is_open = openness is Openness.OPEN
        words = pgettext("state", "Open") if is_open else pgettext("state", "Closed")
        tone, icon = (Tone.NEUTRAL, "") if is_open else (Tone.HEATHER, "lock")
        size = chip_size(words, icon)
        box = QRectF(right - size.width(), middle - size.height() / 2, size.width(), size.height())
        if openness is Openness.FOLLOWS_ITEM:
            self._quiet(painter, box, words, icon)
        else:
            paint_chip(painter, box, words, tone, icon)
        return int(box.left()) - theme().px(10)

    def _quiet(self, painter: QPainter, box: QRectF, words: str, icon: str) -> None:
        font, side = theme().font(Role.SMALL), theme().px(14)
        painter.setFont(font)
        painter.setPen(theme().color("muted"))
        painter.drawText(box, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)
        left = box.right() - text_width(font, words) - theme().px(5) - side
        draw_icon(painter, icon, QPointF(left, box.center().y() - side / 2), side, "muted")

    def _words(self, painter: QPainter, view: AttachmentView, at: QRect, right: int) -> None:
        small, pages = theme().font(Role.SMALL), facts_of(view)
        icon = 0 if view.sha256 else theme().px(19)
        beside = text_width(small, pages) + theme().px(10) + icon if pages else 0
        font = theme().font(Role.BASE)
        room = right - at.left() - beside
        title = QFontMetrics(font).elidedText(view.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        width = text_width(font, title)
        painter.drawText(QRect(at.left(), at.top(), width + 2, at.height()), _MIDDLE, title)
        left = at.left() + width + theme().px(10)
        if icon:
            side = theme().px(14)
            spot = QPointF(left, at.center().y() - side / 2 + 1)
            draw_icon(painter, "circle-alert", spot, side, "amber")
        painter.setFont(small)
        painter.setPen(theme().color("muted" if view.sha256 else "amber"))
        painter.drawText(QRect(left + icon, at.top(), beside, at.height()), _MIDDLE, pages)
