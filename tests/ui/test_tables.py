"""The item model while rows change, and the table by keys."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.settings import Appearance
from app.ui.tables import CELL_ROLE, EMPTY, ROW_ROLE, Cell, Column, Group, RowsModel
from app.ui.theme import Theme, theme
from app.ui.tokens import Tone
from app.ui.widgets.table_delegate import PADDING
from app.ui.widgets.table_view import TableView

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Row:
    id: int
    title: str
    minutes: int | None = None


ROWS = [Row(1, "Tilsyn", 20), Row(2, "", None), Row(3, "Økonomi", 5)]


def model(asked: list[tuple[str, bool]] | None = None) -> RowsModel:
    return RowsModel(
        [
            Column("title", "Titel", lambda row: row.title, stretch=True, sort_key=str),
            Column("minutes", "Tid", lambda row: str(row.minutes or ""), numeric=True),
            Column("state", "Status", lambda row: Cell("Åben", "lock", Tone.GREEN, chip=True)),
        ],
        on_sort=None if asked is None else lambda key, down: asked.append((key, down)),
    )


def texts(rows: RowsModel, column: int) -> list[str]:
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def test_the_model_keeps_qts_rules_while_rows_change(qtbot: QtBot) -> None:
    rows = model()
    QAbstractItemModelTester(rows, FATAL, rows)
    for shown in (ROWS, [], [Group("17. marts"), *ROWS], ROWS[:1]):
        rows.set_rows(shown)
        assert rows.rowCount() == len(shown)


@pytest.mark.parametrize("size", [100, 130])
def test_rows_are_as_high_as_ever_where_headings_stood(
    qtbot: QtBot, look: Theme, size: int
) -> None:
    rows = model()
    table = TableView(rows, "Punkter")
    qtbot.addWidget(table)
    rows.set_rows([Group("2031"), ROWS[0], Group("2030"), *ROWS[1:]])
    look.set_text_size(size)
    rows.set_rows([Group("2031"), *ROWS])
    assert [table.rowHeight(at) for at in range(4)] == [look.px(40), *[look.px(43)] * 3]
    rows.set_rows(ROWS)
    look.set_text_size(115)
    assert {table.rowHeight(at) for at in range(3)} == {look.px(43)}


def test_an_empty_cell_has_a_dash() -> None:
    rows = model()
    rows.set_rows(ROWS)
    assert texts(rows, 0) == ["Tilsyn", EMPTY, "Økonomi"]
    assert texts(rows, 1) == ["20", EMPTY, "5"]


def test_words_of_the_row_above_are_said_quietly() -> None:
    column = Column("title", "Titel", lambda row: row.title, about=lambda row: row.title)
    made = RowsModel([column])
    made.set_rows([Row(1, "Tilsyn"), Row(2, "Tilsyn"), Group("marts"), Row(3, "Tilsyn"), ROWS[2]])
    cells = [made.index(at, 0).data(CELL_ROLE) for at in range(5)]
    assert [cell.is_quiet for cell in cells] == [False, True, False, False, False]
    assert cells[1].text == "Tilsyn"


def test_the_chosen_row_is_bold_where_it_is_known_by(qtbot: QtBot) -> None:
    """Measured by what is painted: bold words are wider."""
    columns = [
        Column("title", "Titel", lambda row: row.title, names=True),
        Column("note", "Note", lambda row: row.title, stretch=True),
    ]
    made = RowsModel(columns)
    made.set_rows([Row(1, "Tilsyn")])
    view = TableView(made, "Rækker")
    qtbot.addWidget(view)
    view.resize(600, 200)
    plain = _inked(view)
    view.selectRow(0)
    chosen = _inked(view)
    assert chosen[0] > plain[0]
    assert chosen[1] == plain[1]


def _inked(view: TableView) -> list[int]:
    """In each column of the first row, how far to the right words are painted."""
    widths = []
    for column in range(view.model().columnCount()):
        box = view.visualRect(view.model().index(0, column))
        image = view.viewport().grab(box.adjusted(0, 3, -3, -3)).toImage()
        ground = image.pixelColor(1, 1)
        spots = (
            x
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y) != ground
        )
        widths.append(max(spots, default=0))
    return widths


def test_numbers_stand_at_the_right_and_so_do_their_heads() -> None:
    rows = model()
    rows.set_rows(ROWS)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert rows.index(0, 1).data(role) & Qt.AlignmentFlag.AlignRight
    assert rows.headerData(1, Qt.Orientation.Horizontal, role) & Qt.AlignmentFlag.AlignRight
    assert rows.headerData(0, Qt.Orientation.Horizontal) == "Titel"


def test_headings_cannot_be_chosen() -> None:
    rows = model()
    rows.set_rows([Group("17. marts", "SG Fjord", "3 punkter"), *ROWS])
    assert not rows.flags(rows.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert rows.flags(rows.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert rows.index(0, 0).data() == "17. marts  SG Fjord  3 punkter"


def test_a_row_is_found_by_its_id() -> None:
    rows = model()
    rows.set_rows([Group("17. marts"), *ROWS])
    assert rows.index_of(3).data(ROW_ROLE) == ROWS[2]
    assert not rows.index_of(9).isValid()


def test_sorting_is_asked_for_by_the_columns_key() -> None:
    asked: list[tuple[str, bool]] = []
    rows = model(asked)
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    rows.sort(-1)
    assert asked == [("minutes", True), ("", False)]


def make_table(qtbot: QtBot) -> TableView:
    rows = model()
    table = TableView(rows, "Punkter")
    qtbot.addWidget(table)
    rows.set_rows([Group("17. marts"), *ROWS])
    table.resize(600, 300)
    table.show()
    return table


def test_enter_opens_the_chosen_row(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    assert table.select_id(1)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_a_heading_opens_nothing(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    table.setCurrentIndex(table.rows_model().index(0, 0))
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.current_row() is None


def test_a_double_click_opens(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    at = table.visualRect(table.rows_model().index(3, 0)).center()
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [ROWS[2]]


def test_headings_span_the_table_and_have_their_own_height(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    assert (table.columnSpan(0, 0), table.columnSpan(1, 0)) == (3, 1)
    assert (table.rowHeight(0), table.rowHeight(1)) == (40, 43)


def test_the_ring_shows_only_for_the_keyboard(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    table.select_id(1)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton)
    assert not table.shows_ring
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.shows_ring


@pytest.mark.parametrize("look_of", list(Appearance)[1:])
def test_a_chip_is_seen_on_the_chosen_row(qtbot: QtBot, look: Theme, look_of: Appearance) -> None:
    look.set_appearance(look_of)
    draft = Column("state", "Status", lambda _row: Cell("Kladde", tone=Tone.ACCENT, chip=True), 150)
    rows = RowsModel([Column("title", "Titel", lambda row: row.title, stretch=True), draft])
    table = TableView(rows, "Punkter")
    qtbot.addWidget(table)
    rows.set_rows(ROWS)
    table.resize(600, 300)
    table.show()
    for chosen in (1, 3):
        table.select_id(chosen)
        cell = table.visualRect(rows.index(0, 1))
        image = table.viewport().grab().toImage()
        across = (
            image.pixelColor(cell.left() + PADDING + 12, y)
            for y in range(cell.top(), cell.bottom())
        )
        assert (theme().color("accent_line") in list(across)) == (chosen == 1)


def test_qt_itself_can_show_the_model(qtbot: QtBot) -> None:
    rows = model()
    rows.set_rows(ROWS)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(rows)
    assert view.model().rowCount(QModelIndex()) == 3


@pytest.fixture
def grouped_table(qtbot: QtBot) -> TableView:
    """Two headings with rows below them, the second row chosen."""
    rows = model()
    rows.set_rows([Group("2030"), ROWS[0], ROWS[1], Group("2029"), ROWS[2]])
    table = TableView(rows, "Møder")
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    table.select_id(2)
    return table


def test_home_and_end_go_to_the_first_and_the_last_row(
    qtbot: QtBot, grouped_table: TableView
) -> None:
    qtbot.keyClick(grouped_table, Qt.Key.Key_End)
    assert grouped_table.current_row() == ROWS[2]
    qtbot.keyClick(grouped_table, Qt.Key.Key_Home)
    assert grouped_table.current_row() == ROWS[0]
    grouped_table.rows_model().set_rows([])
    qtbot.keyClick(grouped_table, Qt.Key.Key_End)
    assert grouped_table.current_row() is None


def test_arrows_and_pages_pass_over_headings(qtbot: QtBot, grouped_table: TableView) -> None:
    passed = []
    for key in ("Down", "Down", "Up", "Up", "Up", "PageDown", "PageUp"):
        qtbot.keyClick(grouped_table, getattr(Qt.Key, f"Key_{key}"))
        passed.append(grouped_table.current_row().id)
    assert passed == [3, 3, 2, 1, 1, 3, 1]


def test_a_click_on_a_heading_leaves_the_chosen_row_chosen(
    qtbot: QtBot, grouped_table: TableView
) -> None:
    heading = grouped_table.visualRect(grouped_table.model().index(3, 0)).center()
    qtbot.mouseClick(grouped_table.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert grouped_table.current_row() == ROWS[1]
    assert grouped_table.selectionModel().hasSelection()
    with qtbot.waitSignal(grouped_table.opened) as opened:
        qtbot.keyClick(grouped_table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]
