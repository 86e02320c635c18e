"""Footnotes: made, changed and taken away at the cursor; numbers follow by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.richtext import Heading, Image, Quote, Run
from app.ui.richtext import RichDocument, from_document, to_document
from app.ui.richtext.drawing.footnote import _number
from app.ui.richtext.footnote_dialog import FootnoteDialog
from app.ui.richtext.insert_dialogs import LinkDialog
from tests.ui.richtext.shorthand import bullets, item, p, table, text

CTRL_ALT_F = (
    Qt.Key.Key_F,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def note(qtbot, editor, typed):
    """Ask for the note at the cursor by the keyboard, write its words, press Enter."""

    def write(words: str) -> None:
        typed(CTRL_ALT_F)
        dialog = editor.findChild(FootnoteDialog)
        dialog.words.setPlainText(words)
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
        QApplication.sendPostedEvents(None, 52)  # deferred deletes

    return write


def test_a_note_is_put_in_at_the_cursor_and_writing_goes_on(editor, typed, note) -> None:
    typed("Prisen steg")
    note("Kilde: Fjordby Kommune")
    assert typed(" igen.") == text(
        p(Run("Prisen steg", footnote="Kilde: Fjordby Kommune"), " igen.")
    )
    assert editor.hasFocus()


def test_one_undo_takes_it_back_and_redo_gives_it_again(editor, typed, note) -> None:
    editor.set_text(text("Prisen steg."))
    typed(Qt.Key.Key_End)
    note("Kilde")
    made = editor.text()
    assert typed(UNDO) == text("Prisen steg.")
    assert typed(REDO) == made == text(p(Run("Prisen steg.", footnote="Kilde")))


@pytest.mark.parametrize("steps", [3, 4])
def test_beside_a_mark_the_same_keys_change_the_note(editor, typed, note, steps: int) -> None:
    editor.set_text(text(p(Run("tal", footnote="gammel"), ".")))
    typed(Qt.Key.Key_Home, *[Qt.Key.Key_Right] * steps)
    typed(CTRL_ALT_F)
    assert editor.findChild(FootnoteDialog).words.toPlainText() == "gammel"
    note("ny")
    assert editor.text() == text(p(Run("tal", footnote="ny"), "."))
    assert typed(UNDO) == text(p(Run("tal", footnote="gammel"), "."))


def test_the_note_is_deleted_in_the_dialog_by_the_menu_and_with_backspace(editor, typed) -> None:
    whole, without = text(p(Run("tal", footnote="note"), ".")), text("tal.")
    for way in ("dialog", "menu", "key"):
        editor.set_text(whole)
        typed(Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 4)
        if way == "dialog":
            typed(CTRL_ALT_F)
            editor.findChild(FootnoteDialog)._delete()
        elif way == "menu":
            menu = editor.commands.menu()
            next(a for a in menu.actions() if a.text() == "Slet fodnote").trigger()
        else:
            typed(Qt.Key.Key_Backspace)
        assert editor.text() == without
        assert typed(UNDO) == whole
        QApplication.sendPostedEvents(None, 52)


def test_numbers_follow_the_order(editor, typed, note) -> None:
    editor.set_text(text("før", p(Run("efter", footnote="anden"))))
    mark = 4 + len("efter")
    assert _number(editor.document(), mark) == 1
    typed((Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier), Qt.Key.Key_End)
    note("første")
    assert _number(editor.document(), mark + 1) == 2


def test_a_note_behind_selected_words_replaces_nothing(editor, select, note) -> None:
    editor.set_text(text("et to tre"))
    select("to")
    note("note")
    assert editor.text() == text(p(Run("et to", footnote="note"), " tre"))


def test_a_note_of_confidential_words_is_confidential(editor, typed, note) -> None:
    editor.set_text(text(p(Run("hemmeligt", confidential=True))))
    typed(Qt.Key.Key_End)
    note("også")
    assert editor.text() == text(p(Run("hemmeligt", confidential=True, footnote="også")))


def test_a_note_of_several_lines_becomes_one(editor, typed, note) -> None:
    typed("tal")
    note("  første linje\n\nanden ")
    assert editor.text() == text(p(Run("tal", footnote="første linje anden")))


def test_a_note_without_words_is_asked_for_again(editor, typed, note) -> None:
    typed("tal")
    note(" \n ")
    dialog = editor.findChild(FootnoteDialog)
    assert dialog.isVisible()
    assert dialog.words.accessibleDescription() == "Skriv, hvad der skal stå i noten."
    dialog.reject()
    assert editor.text() == text("tal")


@pytest.mark.parametrize(
    "content",
    [
        text(bullets(item("her"))),
        text(Heading((Run("her"),))),
        text(table(("her", "b"))),
        text(Quote((p("her"),), "Leder")),
    ],
)
def test_notes_stand_wherever_there_is_running_text(editor, select, note, style, content) -> None:
    editor.set_text(content)
    select("her")
    note("note")
    made = editor.text()
    assert "footnote='note'" in repr(made)
    document = RichDocument()
    to_document(made, document, style)
    assert from_document(document) == made


def test_captions_and_authors_have_no_notes(editor, select, typed) -> None:
    editor.set_text(text(Quote((p("a"),), "Leder"), Image("5e" * 32, "Kort", "Figur")))
    for words in ("Leder", "Figur"):
        select(words)
        editor.commands.run("footnote")
        typed(CTRL_ALT_F)
        assert editor.findChild(FootnoteDialog) is None


def test_a_link_over_words_with_a_note_keeps_the_note(editor, select) -> None:
    editor.set_text(text(p("se ", Run("tal", bold=True, footnote="note"), " her")))
    editor.selectAll()
    editor.commands.run("link")
    dialog = editor.findChild(LinkDialog)
    dialog.address.setText("a.example")
    dialog.accept()
    link = "https://a.example"
    assert editor.text() == text(
        p(
            Run("se ", link=link),
            Run("tal", bold=True, link=link, footnote="note"),
            Run(" her", link=link),
        )
    )


def test_a_link_written_behind_a_mark_is_words(editor, typed) -> None:
    editor.set_text(text(p(Run("tal", footnote="note"))))
    typed(Qt.Key.Key_End)
    editor.commands.run("link")
    dialog = editor.findChild(LinkDialog)
    dialog.words.setText("siden")
    dialog.address.setText("a.example")
    dialog.accept()
    link = Run("siden", link="https://a.example")
    assert editor.text() == text(p(Run("tal", footnote="note"), link))


def test_words_made_confidential_take_their_note_along(editor, select, typed) -> None:
    whole = text(p(Run("et to", footnote="note"), Run(" tre", footnote="anden")))
    editor.set_text(whole)
    select("to")
    hidden = text(
        p("et ", Run("to", confidential=True, footnote="note"), Run(" tre", footnote="anden"))
    )
    hide = (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert typed(hide) == hidden
    assert editor.textCursor().selectedText() == "to"
    assert typed(UNDO) == whole
    select("to")
    assert typed(hide, hide) == whole
