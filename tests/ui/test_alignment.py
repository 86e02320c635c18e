"""Small things stand where the design has them."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.pages.page import PageHead
from app.ui.theme import Theme
from app.ui.widgets import EmptyState, Line, LineEdit, NavigationBar, SearchField, SeatsMark
from app.ui.widgets.layouts import column
from app.ui.widgets.navigation import Entry
from tests.ui.conftest import World
from tests.ui.hands import shown

SIZES = pytest.mark.parametrize("size", [100, 115, 130])


def lowest_ink(picture: QImage, left: int, right: int) -> int:
    """The last row, in pixels, that has words in it between two columns."""
    ground = picture.pixelColor(0, 0).lightness()
    return max(
        y
        for y in range(picture.height())
        for x in range(left, right)
        if abs(picture.pixelColor(x, y).lightness() - ground) > 90
    )


@SIZES
def test_a_count_stands_on_the_line_of_its_title(qtbot: QtBot, look: Theme, size: int) -> None:
    look.set_text_size(size)
    head = PageHead("Møder")
    head.note.setText("42 i alt")
    shown(qtbot, head)
    picture = head.grab().toImage()
    edge = head.note.geometry().left()
    line = lowest_ink(picture, head.title.geometry().left(), edge)
    assert abs(lowest_ink(picture, edge, head.note.geometry().right()) - line) <= 1


@SIZES
def test_the_mark_stands_above_the_icons_of_the_rail(qtbot: QtBot, look: Theme, size: int) -> None:
    look.set_text_size(size)
    rail = NavigationBar([Entry("meetings", "Møder", "calendar-days")])
    rail.set_collapsed(True)
    rail.resize(rail.width(), 400)
    shown(qtbot, rail)
    mark, button = rail.findChild(SeatsMark), rail.findChild(QAbstractButton)
    assert abs(middle(mark, rail) - middle(button, rail)) <= 1


def middle(widget: QWidget, rail: QWidget) -> float:
    return widget.mapTo(rail, QPoint(0, 0)).x() + widget.width() / 2


@SIZES
def test_a_search_field_has_its_words_beside_the_glass(
    qtbot: QtBot, look: Theme, size: int
) -> None:
    look.set_text_size(size)
    field = SearchField("Søg i møder")
    shown(qtbot, field)
    glass = next(one for one in field.findChildren(QWidget) if one.width() == look.px(16))
    assert glass.geometry().left() == look.px(11)
    assert abs(field.cursorRect().center().x() - look.px(35)) <= 2
    assert abs(glass.geometry().center().y() - field.rect().center().y()) <= 1


@SIZES
def test_the_line_above_the_user_goes_across_the_rail(qtbot: QtBot, look: Theme, size: int) -> None:
    look.set_text_size(size)
    rail = NavigationBar([Entry("meetings", "Møder", "calendar-days")])
    rail.set_author("Ida Prøve", "Gemt på denne pc")
    rail.resize(rail.width(), 400)
    shown(qtbot, rail)
    line = rail.findChild(Line)
    assert (line.geometry().left(), line.width()) == (0, rail.width())


@pytest.mark.parametrize("size", [100, 130])
def test_the_words_of_all_fields_begin_at_one_edge(qtbot: QtBot, look: Theme, size: int) -> None:
    look.set_text_size(size)
    line, lines, both = LineEdit("Ét"), QPlainTextEdit("Ét"), QWidget()
    both.setLayout(column(line, lines))
    shown(qtbot, both)
    for focused in (line, lines):
        focused.setFocus()
        line.setCursorPosition(0)
        begins = line.cursorRect().center().x()
        corner = lines.viewport().mapTo(lines, lines.cursorRect().topLeft())
        assert abs(begins - corner.x()) <= 1


def test_an_empty_list_ends_below_the_buttons(world: World) -> None:
    page = world.window.open("bodies")
    page._stack.setCurrentIndex(1)
    ends = [
        one.mapTo(page, one.rect().topRight()).x()
        for one in (page.findChild(EmptyState), page._register.buttons[-1])
    ]
    assert ends[0] == ends[1]


@SIZES
def test_what_can_be_set_stands_in_one_column(world: World, look: Theme, size: int) -> None:
    look.set_text_size(size)
    page = world.window.open("settings")
    parts = (page.appearance, page.text_size, page.name, page.backup)
    assert len({part.mapTo(page, QPoint(0, 0)).x() for part in parts}) == 1
    assert page.restore.mapTo(page, page.restore.rect().topRight()).x() < page.width()
