"""How a row of the agenda looks. Public: ``AgendaDelegate``.

Number right-aligned in 26 px, title in at most two lines with the pin after its last word, case
number and marks below, minutes at the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.i18n import _, duration
from app.labels import label
from app.models.agenda_words import FORMAL_KINDS
from app.services.queries.items import ItemRow
from app.ui.pages.workbench.agenda_model import ITEM_ROLE, Index
from app.ui.richtext.positions import stretch
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets.chips import chip_size, paint_chip
from app.ui.widgets.painting import draw_icon, rounded, text_width

SIDE = 8  # the row's box inside the pane
_NUMBER_RIGHT = 42
_TITLE_LEFT = 53
_MINUTES_RIGHT = 19
_PADDING = 8
_LINE = 19
_META = 17
_PIN = 22  # with the room before it


@dataclass(frozen=True)
class _Lines:
    """The title as it is broken: one or two lines, and where the last one ends."""

    texts: tuple[str, ...]
    end: int


class AgendaDelegate(QStyledItemDelegate):
    """Paints ``ItemRow``."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1
        self.dragged = -1
        self.shows_focus = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ItemRow = index.data(ITEM_ROLE)
        return QSize(0, self._height(row, self._view.viewport().width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ItemRow = index.data(ITEM_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = self.shows_focus and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self.dragged:
            painter.setOpacity(0.45)
        self._paint_ground(painter, option.rect, index.row(), chosen, focused)
        self._paint_title(painter, option.rect, row, chosen)
        if _has_marks(row):
            self._paint_marks(painter, option.rect, row, chosen)
        painter.restore()

    def _height(self, row: ItemRow, width: int) -> int:
        lines = len(self._broken(row, width, False).texts)
        return theme().px(2 * _PADDING + lines * _LINE + (_META if _has_marks(row) else 0))

    def _paint_ground(
        self, painter: QPainter, rect: QRect, at: int, chosen: bool, focused: bool
    ) -> None:
        box = QRectF(rect.adjusted(SIDE, 0, -SIDE, 0))
        if chosen:
            border = theme().color("accent") if focused else None
            rounded(painter, box, 6, theme().color("selected"), border, 2)
        elif at == self.hovered:
            rounded(painter, box, 6, theme().color("hover"))
        if chosen or at == self.hovered:
            side = theme().px(14)
            top = rect.top() + theme().px(_PADDING) + (theme().px(_LINE) - side) / 2
            color = "text2" if chosen else "muted"
            draw_icon(painter, "grip-vertical", QPointF(rect.left() + 8, top), side, color)

    def _paint_title(self, painter: QPainter, rect: QRect, row: ItemRow, chosen: bool) -> None:
        px, colors = theme().px, theme()
        top, line = rect.top() + px(_PADDING), px(_LINE)
        painter.setFont(colors.font(Role.STRONG))
        painter.setPen(colors.color("accent" if chosen else "text2"))
        number = str(row.number or "–")
        painter.drawText(QRect(rect.left(), top, px(_NUMBER_RIGHT), line), _RIGHT, number)
        painter.setFont(colors.font(Role.STRONG if chosen else Role.BASE))
        lines = self._broken(row, rect.width(), chosen)
        painter.setPen(colors.color("text" if row.title else "muted"))
        for at, text in enumerate(lines.texts):
            box = QRect(rect.left() + px(_TITLE_LEFT), top + at * line, rect.width(), line)
            painter.drawText(box, _LEFT, text)
        if row.kind in FORMAL_KINDS:
            side = px(13)
            left = rect.left() + px(_TITLE_LEFT) + lines.end + px(7)
            down = top + (len(lines.texts) - 1) * line + (line - side) / 2
            draw_icon(painter, "pin", QPointF(left, down), side, "muted")
        self._paint_minutes(painter, rect, row, top, line)

    def _paint_minutes(
        self, painter: QPainter, rect: QRect, row: ItemRow, top: int, line: int
    ) -> None:
        if row.duration_min:
            painter.setFont(theme().font(Role.META))
            painter.setPen(theme().color("muted"))
            right = rect.width() - theme().px(_MINUTES_RIGHT)
            box = QRect(rect.left(), top, right, line)
            painter.drawText(box, _RIGHT, duration(row.duration_min))

    def _paint_marks(self, painter: QPainter, rect: QRect, row: ItemRow, chosen: bool) -> None:
        px = theme().px
        left = rect.left() + px(_TITLE_LEFT)
        limit = rect.right() - px(_MINUTES_RIGHT) + 1
        height = px(_META)
        top = rect.bottom() + 1 - px(_PADDING) - height
        for words, icon, tone in _fitting(_marks(row), limit - left):
            width = _mark_width(words, icon)
            if icon:
                chip = QRectF(left, top, width, height)
                paint_chip(painter, chip, words, tone, icon, bare=True)
            else:
                painter.setFont(theme().font(Role.META))
                painter.setPen(theme().color("muted"))
                painter.drawText(QRect(left, top, width, height), _LEFT, words)
            left += width + px(10)

    def _broken(self, row: ItemRow, width: int, chosen: bool) -> _Lines:
        room = width - theme().px(_TITLE_LEFT + _MINUTES_RIGHT) - _minutes_room(row)
        room -= theme().px(_PIN) if row.kind in FORMAL_KINDS else 0
        return _break(row.title or _("Without a title"), room, chosen, theme().text_size)


_Mark = tuple[str, str, Tone]


def _minutes_room(row: ItemRow) -> int:
    if not row.duration_min:
        return 0
    return text_width(theme().font(Role.META), duration(row.duration_min)) + theme().px(12)


def _has_marks(row: ItemRow) -> bool:
    return bool(row.is_closed or row.case_number or row.problems or row.added_at_meeting)


def _marks(row: ItemRow) -> list[_Mark]:
    """Words, icon (none: the case number) and tone of what stands below the title."""
    marks: list[_Mark] = []
    if row.is_closed:
        marks.append((_("Closed"), "lock", Tone.HEATHER))
    if row.case_number:
        marks.append((row.case_number, "", Tone.NEUTRAL))
    if row.problems:
        marks.append((label(row.problems[0]), "circle-alert", Tone.AMBER))
    if row.added_at_meeting:
        marks.append((_("Added"), "list-plus", Tone.NEUTRAL))
    return marks


def _fitting(marks: list[_Mark], room: int) -> list[_Mark]:
    """The marks there is room for; the case number gives way first, then the last one."""
    shown = list(marks)
    while shown and sum(_mark_width(*mark[:2]) for mark in shown) + _between(shown) > room:
        shown.remove(next((mark for mark in shown if not mark[1]), shown[-1]))
    return shown


def _between(marks: list[_Mark]) -> int:
    return theme().px(10) * (len(marks) - 1)


def _mark_width(words: str, icon: str) -> int:
    if icon:
        return chip_size(words, icon, bare=True).width()
    return text_width(theme().font(Role.META), words)


@lru_cache(maxsize=500)
def _break(title: str, room: int, chosen: bool, _text_size: int) -> _Lines:
    """The title in one or two lines; the second ends in "…" when there is more.

    Broken in the bold font always, so that choosing a row never changes its height. Remembered
    for each text size, which the fonts go by.
    """
    layout = QTextLayout(title, theme().font(Role.STRONG))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 40))
        starts.append(line.textStart())
    layout.endLayout()
    texts = [title]
    if len(starts) > 1:
        texts = [stretch(title, 0, starts[1]).rstrip(), stretch(title, starts[1])]
    font = theme().font(Role.STRONG if chosen else Role.BASE)
    if len(starts) > 2:
        texts[1] = QFontMetrics(font).elidedText(texts[1], Qt.TextElideMode.ElideRight, room)
    return _Lines(tuple(texts), text_width(font, texts[-1]))


_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
