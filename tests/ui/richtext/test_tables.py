"""Tables in the text: their size as it is typed, and what is taken away of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.richtext import Heading, Run
from app.ui.richtext.editing import tables
from app.ui.richtext.insert_dialogs import TableDialog
from tests.ui.richtext.shorthand import bullets, numbers, table, text

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
HEAD, MIDDLE, LAST = ("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9")
THREE = text("før", table(HEAD, MIDDLE, LAST), "efter")


@pytest.fixture
def dialog(qtbot, form) -> TableDialog:
    asked = TableDialog(form)
    with qtbot.waitExposed(asked):
        asked.show()
    return asked


@pytest.mark.parametrize(
    ("before", "typed", "number"),
    [("3", "2", 2), ("12", "3", 3), ("3", "12", 12), ("3", "22", 22), ("3", "1", 1),
     ("3", "30", 30), ("3", "45", 5), ("3", "0", 3)],
)  # fmt: skip
def test_the_number_that_is_typed_counts(dialog, qtbot, before, typed, number) -> None:
    dialog.rows.setCurrentText(before)
    QTest.keyClicks(dialog.rows, typed)
    with qtbot.waitSignal(dialog.answered) as answered:
        dialog.accept()
    assert answered.args == [number, 3]


def test_a_number_is_typed_in_the_open_list(dialog, qtbot) -> None:
    dialog.rows.showPopup()
    QTest.keyClicks(dialog.rows.view(), "2")
    QTest.keyClick(dialog.rows.view(), Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.answered) as answered:
        dialog.accept()
    assert answered.args == [2, 3]


@pytest.mark.parametrize(("first", "last"), [("4", "7"), ("6", "9"), ("8", "5")])
def test_all_marked_rows_are_deleted_in_one_step(editor, typed, select, first, last) -> None:
    editor.set_text(THREE)
    select(first, last)
    tables.remove_row(editor.textCursor())
    assert editor.text() == text("før", table(HEAD), "efter")
    assert typed(UNDO) == THREE


@pytest.mark.parametrize(("first", "last"), [("2", "3"), ("5", "9")])
def test_all_marked_columns_are_deleted_in_one_step(editor, typed, select, first, last) -> None:
    editor.set_text(THREE)
    select(first, last)
    tables.remove_column(editor.textCursor())
    assert editor.text() == text("før", table(("1",), ("4",), ("7",)), "efter")
    assert typed(UNDO) == THREE


@pytest.mark.parametrize("remove", [tables.remove_row, tables.remove_column, tables.remove_table])
@pytest.mark.parametrize(
    ("before", "after"),
    [(("før",), ("efter",)), ((), ("efter",)), (("før",), ()), ((bullets("a"),), (numbers("b"),)),
     (("før",), (Heading((Run("Titel"),), 1),)), ((), (bullets("b"),)), ((bullets("a"),), ())],
)  # fmt: skip
def test_with_all_that_is_marked_the_table_goes(
    editor, typed, select, remove, before, after
) -> None:
    whole = text(*before, table(HEAD, MIDDLE, LAST), *after)
    editor.set_text(whole)
    select("1", "9")
    remove(editor.textCursor())
    assert editor.text() == text(*before, *after)
    assert typed(UNDO) == whole


def test_words_marked_in_one_cell_stand_for_its_row(editor, select) -> None:
    editor.set_text(THREE)
    select("5")
    tables.remove_row(editor.textCursor())
    assert editor.text() == text("før", table(HEAD, LAST), "efter")
