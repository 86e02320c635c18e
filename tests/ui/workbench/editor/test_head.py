"""The head: title, openness and facts, written by keys and clicks, read from the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.models.agenda_words import ItemKind
from app.services.items import edit_item, rename_item
from tests.ui.workbench.editor.conftest import CTRL, Desk, Key
from tests.ui.workbench.editor.scene import turn

LEFT = Qt.MouseButton.LeftButton


def test_a_title_is_saved_after_a_pause_and_told_at_every_key(desk: Desk, qtbot: QtBot) -> None:
    told: list[str] = []
    desk.editor.title_edited.connect(told.append)
    desk.write(desk.editor.head.title, " og åen")
    assert told[-1] == "Pladser i botilbud ved fjorden og åen"
    assert desk.stored().title == "Pladser i botilbud ved fjorden"
    qtbot.waitUntil(lambda: desk.stored().title.endswith("og åen"), timeout=3000)


def test_enter_in_the_title_goes_to_the_first_section(desk: Desk) -> None:
    desk.write(desk.editor.head.title, " nu")
    QTest.keyClick(desk.editor.head.title, Key.Key_Return)
    assert desk.stored().title.endswith(" nu")
    assert desk.focused() is desk.section(0).editor


def test_the_cursor_and_the_space_stay_while_a_title_is_being_typed(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.write(desk.editor.head.title, " ")
    qtbot.wait(1200)
    desk.editor.reload(None)
    QTest.keyClicks(desk.editor.head.title, "nu")
    desk.editor.flush()
    assert desk.stored().title == "Pladser i botilbud ved fjorden nu"


def test_a_long_title_is_folded_until_it_is_written_in(desk: Desk, qtbot: QtBot) -> None:
    words = " ".join(f"Samarbejde nummer {number}" for number in range(14))
    rename_item(desk.database, desk.scene.full, words)
    title, other = desk.editor.head.title, desk.section(0).editor

    def go_to(field: QWidget) -> None:
        field.setFocus()
        desk.settle(qtbot)
        qtbot.waitUntil(lambda: title.height() == title.sizeHint().height())

    go_to(other)
    assert len(title.words_shown) == 3
    assert title.words_shown[-1].endswith("…")
    assert words in title.toolTip()
    folded = title.height()
    go_to(title)
    assert " ".join(title.words_shown) == words
    assert title.toolTip() == ""
    assert title.height() >= title.document().size().height() > 1.5 * folded
    QTest.keyClick(title, Key.Key_End, CTRL)
    go_to(other)
    assert (title.height(), title.verticalScrollBar().value()) == (folded, 0)
    desk.editor.show_item(desk.scene.plain)
    assert title.words_shown == ["Prøveår med delte boliger"]


def test_an_empty_title_shows_what_to_do(desk: Desk) -> None:
    QTest.keyClick(desk.editor.head.title, Key.Key_A, CTRL)
    QTest.keyClick(desk.editor.head.title, Key.Key_Delete)
    desk.editor.flush()
    assert desk.stored().title == ""
    assert desk.editor.head.title.placeholderText() == "Skriv en titel"


def test_closing_asks_for_the_ground_in_place(desk: Desk) -> None:
    head = desk.editor.head
    assert not head.reason.isVisible()
    _choose_closed(desk)
    assert desk.stored().is_closed
    assert desk.focused() is head.reason.field
    QTest.keyClicks(head.reason.field, "Forvaltningslovens § 27")
    QTest.keyClick(head.reason.field, Key.Key_Return)
    assert desk.stored().closed_reason == "Forvaltningslovens § 27"


def test_opening_again_hides_the_ground(desk: Desk) -> None:
    _choose_closed(desk)
    QTest.keyClicks(desk.editor.head.reason.field, "Personsag")
    QTest.keyClick(desk.editor.head.openness, Key.Key_Tab)
    turn(desk.editor)
    assert not desk.stored().is_closed
    assert not desk.editor.head.reason.isVisible()


def _choose_closed(desk: Desk) -> None:
    segment = desk.editor.head.openness._buttons["closed"]
    QTest.mouseClick(segment, LEFT)


def test_facts_are_written_in_place(desk: Desk) -> None:
    head = desk.editor.head
    for field, words in (
        (head.case_number.field, "2032-000001"),
        (head.minutes.field, "1:30"),
        (head.presenters.field, "Bo Lund, Ane Holm"),
    ):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Key.Key_Return)
    stored = desk.stored()
    assert stored.case_number == "2032-000001"
    assert stored.duration_min == 90
    assert stored.presenters == ("Bo Lund", "Ane Holm")


@pytest.mark.parametrize("words", ["længe", "90000000000000000000", "25 t"])
def test_a_time_that_is_no_time_is_said_in_place_and_kept(desk: Desk, words: str) -> None:
    field = desk.editor.head.minutes.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Key.Key_Return)
    assert desk.stored().duration_min == 25
    assert field.text() == words
    assert desk.editor.head._error.isVisible()
    assert field.accessibleDescription() == (
        "Skriv antallet af minutter, fx 25. Et punkt kan højst vare et døgn."
    )
    field.selectAll()
    QTest.keyClicks(field, "40")
    QTest.keyClick(field, Key.Key_Return)
    assert desk.stored().duration_min == 40
    assert not desk.editor.head._error.isVisible()


def test_the_kind_is_chosen_from_a_menu(desk: Desk) -> None:
    menu = desk.editor.head.kind._menu()
    next(a for a in menu.actions() if a.text() == "Orientering").trigger()
    assert desk.stored().kind is ItemKind.INFORMATION
    assert desk.editor.head.kind.button.text() == "Orientering"


def write_fact(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Key.Key_Return)


def test_a_case_number_without_digits_is_said_in_place_and_kept(desk: Desk) -> None:
    head = desk.editor.head
    write_fact(head.case_number.field, "abc")
    assert desk.stored().case_number == "2032-004411"
    assert head.case_number.field.text() == "abc"
    assert head._error.isVisible()
    assert head._error_words.text() == "Skriv årstal og seks cifre, fx 2025-009317."
    write_fact(head.minutes.field, "længe")
    assert len(head._error_words.text().splitlines()) == 2
    QTest.keyClick(head.minutes.field, Key.Key_Escape)
    assert head._error_words.text() == "Skriv årstal og seks cifre, fx 2025-009317."
    write_fact(head.case_number.field, "27.00.00-G01-12-24")
    assert desk.stored().case_number == "27.00.00-G01-12-24"
    assert not head._error.isVisible()


@pytest.mark.parametrize("words", ["2025-009317", "24/1187", "27.00.00-G01-12-24", "2030-1", ""])
def test_case_numbers_of_every_system_are_taken(desk: Desk, words: str) -> None:
    field = desk.editor.head.case_number.field
    field.setFocus()
    field.clear()
    write_fact(field, words)
    desk.editor.flush()
    assert field.accessibleDescription() == ""


def test_words_that_a_paper_printed_as_its_case_are_not_questioned(desk: Desk) -> None:
    edit_item(desk.database, desk.scene.full, case_number_printed="Mundtlig")
    desk.editor.flush()
    assert desk.editor.head.case_number.field.text() == "Mundtlig"
    assert not desk.editor.head._error.isVisible()


def test_esc_takes_a_wrong_time_back_to_what_is_stored(desk: Desk) -> None:
    field = desk.editor.head.minutes.field
    write_fact(field, "længe")
    desk.window.hide()
    desk.window.show()
    assert field.text() == "længe"
    QTest.keyClick(field, Key.Key_Escape)
    assert field.text() == "25\N{NO-BREAK SPACE}min"
    assert field.accessibleDescription() == ""
    assert not desk.editor.head._error.isVisible()
    desk.editor.flush()
    assert desk.stored().duration_min == 25


def test_esc_takes_back_what_was_written_since_the_field_was_entered(desk: Desk) -> None:
    title, before = desk.editor.head.title, desk.stored().title
    title.setFocus()
    QTest.keyClicks(title, "Anden ")
    desk.editor.flush()
    QTest.keyClicks(title, "titel ")
    QTest.keyClick(title, Key.Key_Escape)
    assert title.text() == before
    assert desk.stored().title == before
    QTest.keyClicks(title, "Ny ")
    QTest.keyClick(title, Key.Key_Return)
    title.setFocus()
    QTest.keyClick(title, Key.Key_Escape)
    assert "Ny " in desk.stored().title


def test_esc_in_a_field_takes_its_number_back(desk: Desk) -> None:
    field, before = desk.editor.head.minutes.field, desk.stored().duration_min
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "40")
    QTest.keyClick(field, Key.Key_Escape)
    desk.editor.flush()
    assert desk.stored().duration_min == before


def test_a_title_that_is_left_is_not_marked_any_more(desk: Desk) -> None:
    title = desk.editor.head.title
    title.setFocus()
    QTest.keyClick(title, Key.Key_A, CTRL)
    assert title.textCursor().hasSelection()
    QTest.keyClick(title, Key.Key_Return)
    assert desk.focused() is not title
    assert not title.textCursor().hasSelection()


# --- Long titles

FULL = "Titlen kan højst være på 300 tegn. Sæt teksten ind i et afsnit i stedet."


def test_a_page_pasted_into_the_title_is_refused_and_stays_on_the_clipboard(desk: Desk) -> None:
    title, before = desk.editor.head.title, desk.stored().title
    QApplication.clipboard().setText("Langt " * 2000)
    desk.write(title, " A")
    QTest.keyClick(title, Key.Key_V, CTRL)
    assert title.text() == before + " A"
    assert desk.editor.head._error_words.text() == FULL
    assert desk.editor.head._error_words.isVisible()
    assert len(QApplication.clipboard().text()) == 12_000
    QTest.keyClicks(title, "B")
    assert not desk.editor.head._error_words.isVisible()
    desk.editor.flush()
    assert desk.stored().title == before + " AB"


def test_typing_stops_where_the_title_is_full_and_goes_on_where_there_is_room(desk: Desk) -> None:
    rename_item(desk.database, desk.scene.full, "x" * 299)
    title = desk.editor.head.title
    desk.write(title, "yz")
    assert title.text() == "x" * 299 + "y"
    assert title.accessibleDescription() == FULL
    QTest.keyClick(title, Key.Key_Backspace)
    assert title.accessibleDescription() == ""
    QTest.keyClick(title, Key.Key_A, CTRL)
    QTest.keyClicks(title, "Kort")
    desk.editor.flush()
    assert desk.stored().title == "Kort"


def test_a_longer_title_of_old_stays_and_can_be_shortened(desk: Desk) -> None:
    rename_item(desk.database, desk.scene.full, "x" * 400)
    title = desk.editor.head.title
    desk.write(title, "y")
    assert title.text() == "x" * 400
    QTest.keyClick(title, Key.Key_Backspace)
    desk.editor.flush()
    assert desk.stored().title == "x" * 399
    desk.editor.show_item(desk.scene.plain)
    assert title.accessibleDescription() == ""


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_the_keyboard_goes_from_the_ground_to_the_first_text(desk: Desk, key: Key) -> None:
    turn(desk.editor)
    QTest.keyClicks(desk.focused(), "Forvaltningsloven")
    QTest.keyClick(desk.focused(), key)
    assert desk.focused() is desk.section(0).editor
    assert desk.stored().closed_reason == "Forvaltningsloven"
