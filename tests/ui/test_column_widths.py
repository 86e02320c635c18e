"""How wide the columns of a table are: by themselves, in a table, and as they were drawn."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.tables import Cell, Column, RowsModel
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets.chips import chip_size
from app.ui.widgets.column_widths import Want, _common_width, fitted
from app.ui.widgets.painting import text_width
from app.ui.widgets.table_delegate import PADDING
from app.ui.widgets.table_view import TableView
from tests.ui.memory import Memory
from tests.ui.test_tables import ROWS, make_table


def test_column_widths_are_remembered(qtbot: QtBot) -> None:
    memory = Memory()
    first = make_table(qtbot)
    first.remember_widths("punkter", memory)
    first.setColumnWidth(1, 222)
    again = make_table(qtbot)
    again.remember_widths("punkter", memory)
    assert again.columnWidth(1) == 222


def test_the_widest_columns_give_first_where_there_is_little_room(qtbot: QtBot) -> None:
    memory, table = Memory(), make_table(qtbot)
    table.remember_widths("punkter", memory)
    columns = range(table.rows_model().columnCount())
    fixed = [n for n in columns if not table.rows_model().columns[n].stretch]
    table.resize(2000, 400)
    wished = [table.columnWidth(number) for number in fixed]
    table.resize(300, 400)
    assert sum(table.columnWidth(number) for number in columns) <= table.viewport().width()
    assert [table.columnWidth(number) for number in fixed] != wished
    assert memory.kept == {}
    table.resize(2000, 400)
    assert [table.columnWidth(number) for number in fixed] == wished


@pytest.mark.parametrize(
    ("widths", "room", "width"),
    [([100, 300], 400, 300), ([100, 300], 300, 200), ([100, 300, 300], 300, 100), ([], 50, 0)],
)
def test_columns_share_their_room(widths: list[int], room: int, width: int) -> None:
    assert _common_width(widths, room) == width


def test_columns_first_give_what_they_do_not_need() -> None:
    wants = [Want(200, 90), Want(300, 280)]
    assert fitted(wants, room=500, most=600) == [200, 300]
    assert fitted(wants, room=499, most=600) == [90, 280]
    assert fitted(wants, room=100, most=250) == [90, 160]


def test_room_that_is_left_goes_to_columns_that_lack_some() -> None:
    wants = [Want(200, 260), Want(300, 280)]
    assert fitted(wants, room=700, most=900) == [260, 300]
    assert fitted(wants, room=540, most=900) == [240, 300]
    assert fitted(wants, room=490, most=900) == [210, 280]
    assert fitted(wants, room=540, most=900, others_lack=[500]) == [220, 300]
    assert fitted(wants, room=700, most=900, others_lack=[500]) == [260, 300]


def test_words_are_shown_whole_while_the_stretching_column_has_room(qtbot: QtBot) -> None:
    place = "Mødelokale 3, Rådhuset i Fjordby"
    columns = [
        Column("title", "Titel", lambda row: row.title, 300, stretch=True),
        Column("place", "Sted", lambda _row: place, 100),
    ]
    rows = RowsModel(columns)
    table = TableView(rows, "Punkter")
    qtbot.addWidget(table)
    rows.set_rows(ROWS)
    table.resize(1200, 400)
    table.show()
    assert table.columnWidth(1) >= text_width(theme().font(Role.BASE), place) + 2 * PADDING
    table.resize(420, 400)
    assert table.columnWidth(1) < 150


def test_a_column_that_stretches_keeps_its_least_and_a_whole_one_its_words(qtbot: QtBot) -> None:
    words = "inden 1. december 2026"
    columns = [
        Column("title", "Titel", lambda row: row.title, stretch=True, least=260),
        Column("due", "Frist", lambda _row: words, 300, is_whole=True),
        Column("place", "Sted", lambda _row: words * 3, 400),
    ]
    rows = RowsModel(columns)
    table = TableView(rows, "Punkter")
    qtbot.addWidget(table)
    rows.set_rows(ROWS)
    table.resize(600, 400)
    table.show()
    assert table.columnWidth(0) >= 260
    assert table.columnWidth(1) >= text_width(theme().font(Role.STRONG), words) + 2 * PADDING
    assert sum(map(table.columnWidth, range(3))) <= table.viewport().width()


def test_a_number_is_never_cut_short() -> None:
    wants = [Want(200, 180, 180), Want(300, 280)]
    assert fitted(wants, room=100, most=250) == [180, 70]


def test_a_chip_is_never_cut_short(qtbot: QtBot) -> None:
    words = "Afrapporteret med bemærkninger"
    columns = [
        Column("title", "Titel", lambda row: row.title, stretch=True),
        Column("state", "Status", lambda _row: Cell(words, tone=Tone.GREEN, chip=True), 300),
        Column("place", "Sted", lambda _row: words * 3, 400),
    ]
    rows = RowsModel(columns)
    table = TableView(rows, "Punkter")
    qtbot.addWidget(table)
    rows.set_rows(ROWS)
    table.resize(600, 400)
    table.show()
    assert table.columnWidth(1) > chip_size(words).width()
    assert sum(map(table.columnWidth, range(3))) <= table.viewport().width()


def test_a_narrow_table_leaves_its_room_to_the_words(qtbot: QtBot) -> None:
    rows = RowsModel(
        [
            Column("title", "Titel", lambda row: row.title, 400, stretch=True),
            Column("minutes", "Tid", lambda row: str(row.minutes or ""), 300, numeric=True),
        ]
    )
    rows.set_rows(ROWS)
    table = TableView(rows, "Punkter")
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    assert table.columnWidth(1) < 150
    before = table.columnWidth(1)
    rows.set_rows(ROWS[1:2])
    assert table.columnWidth(1) == before
    table.setColumnWidth(1, 250)
    table.resize(610, 400)
    assert table.columnWidth(1) == 250
