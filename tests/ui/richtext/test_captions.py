"""Captions of tables and pictures, and authors of quotations: written from the keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.richtext import Heading, Image, Quote, Run
from app.ui.richtext.document.char_format import CONFIDENTIAL
from tests.ui.richtext.shorthand import bullets, p, table, text

LINE = (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
ENTER = Qt.Key.Key_Return
TABLE = table(("a", "b"), ("c", "d"))
PICTURE = Image("5e" * 32, "Kort")


@pytest.mark.parametrize(
    ("before", "inside", "after"),
    [
        (text(TABLE), "c", text(replace(TABLE, caption="Ny tekst"))),
        (text("før", TABLE), "c", text("før", replace(TABLE, caption="Ny tekst"))),
        (
            text(bullets("punkt"), TABLE, "efter"),
            "c",
            text(bullets("punkt"), replace(TABLE, caption="Ny tekst"), "efter"),
        ),
        (text(TABLE, TABLE), "a", text(replace(TABLE, caption="Ny tekst"), TABLE)),
        (text(Quote((p("a"), p("b")))), "a", text(Quote((p("a"), p("b")), "Ny tekst"))),
        (
            text(Quote((p("x"), bullets("a"))), "efter"),
            "x",
            text(Quote((p("x"), bullets("a")), "Ny tekst"), "efter"),
        ),
        (
            text(Quote((p("a"),), "X"), Quote((p("b"),))),
            "b",
            text(Quote((p("a"),), "X"), Quote((p("b"),), "Ny tekst")),
        ),
    ],
)
def test_the_line_is_made_where_it_is_missing(editor, select, typed, before, inside, after) -> None:
    editor.set_text(before)
    select(inside)
    typed(LINE)
    assert editor.text() == before
    assert typed("Ny tekst") == after
    while editor.document().isUndoAvailable():
        editor.undo()
    assert editor.text() == before


def test_the_second_table_gets_its_own_caption(editor, typed) -> None:
    editor.set_text(text(TABLE, TABLE))
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() - 3)
    editor.setTextCursor(cursor)
    assert typed(LINE, "Ny") == text(TABLE, replace(TABLE, caption="Ny"))


def test_a_picture_gets_its_caption(editor, typed) -> None:
    editor.set_text(text(PICTURE, "efter"))
    assert typed(LINE, "Figur 1") == text(replace(PICTURE, caption="Figur 1"), "efter")


def test_the_caption_of_a_confidential_picture_is_dressed_as_it_is_kept(editor, typed) -> None:
    hidden = replace(PICTURE, confidential=True)
    editor.set_text(text(hidden, "efter"))
    assert typed(LINE, "Figur 1") == text(replace(hidden, caption="Figur 1"), "efter")
    assert editor.textCursor().charFormat().boolProperty(CONFIDENTIAL)


def test_a_caption_that_is_there_is_gone_to(editor, select, typed) -> None:
    whole = text(replace(TABLE, caption="Tabel"), Quote((p("x"),), "Leder"))
    editor.set_text(whole)
    select("c")
    typed(LINE, " 1")
    select("x")
    made = typed(LINE, "en")
    assert made == text(replace(TABLE, caption="Tabel 1"), Quote((p("x"),), "Lederen"))


def test_an_empty_line_below_the_quotation_is_used(editor, typed) -> None:
    editor.set_text(text(Quote((p("a"),))))
    typed(Qt.Key.Key_End, ENTER)
    blocks = editor.document().blockCount()
    assert typed(LINE, "Leder") == text(Quote((p("a"),), "Leder"))
    assert editor.document().blockCount() == blocks


def test_enter_goes_on_below_and_into_the_table(editor, select, typed) -> None:
    editor.set_text(text(Quote((p("x"),))))
    assert typed(LINE, "Leder", ENTER, "mere") == text(Quote((p("x"),), "Leder"), "mere")
    editor.set_text(text(TABLE))
    select("d")
    made = typed(LINE, "Tabel", ENTER, "z")
    assert made == text(replace(table(("za", "b"), ("c", "d")), caption="Tabel"))


def test_plain_text_and_headings_have_no_such_line(editor, typed) -> None:
    for content in (text("ord"), text(Heading((Run("ord"),)))):
        editor.set_text(content)
        assert typed(Qt.Key.Key_Home, LINE, "x") == text(
            replace(content.blocks[0], runs=(Run("xord"),))
        )
        names = [action.text().split("\t")[0] for action in editor.commands.menu().actions()]
        assert not {"Tabeltekst", "Billedtekst", "Hvem der citeres"} & set(names)


@pytest.mark.parametrize(
    ("content", "inside", "name"),
    [
        (text(TABLE), "c", "Tabeltekst"),
        (text(Quote((p("c"),))), "c", "Hvem der citeres"),
        (text(replace(PICTURE, caption="c")), "c", "Billedtekst"),
    ],
)
def test_the_menu_names_it(editor, select, content, inside: str, name: str) -> None:
    editor.set_text(content)
    select(inside)
    names = [action.text().split("\t") for action in editor.commands.menu().actions()]
    assert [name, "Ctrl+Alt+B"] in names


def test_an_empty_line_says_what_it_is_for(editor, select, typed) -> None:
    def ink() -> int:
        QApplication.processEvents()
        image = editor.viewport().grab().toImage()
        tone = editor.editor_style.muted.rgb()
        spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixel(x, y) == tone for x, y in spots)

    editor.set_text(text(Quote((p("x"),))))
    assert ink() == 0
    typed(LINE)
    assert ink() > 10
    typed("L", Qt.Key.Key_Backspace, UNDO)
    assert editor.text() == text(Quote((p("x"),), "L"))
