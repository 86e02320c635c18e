"""What keys do to the text: structure, corrections, and one Ctrl+Z to take each back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.models.richtext import Heading, Image, Quote, Run
from app.ui.richtext import editor_keys
from app.ui.richtext.document.block_state import BlockState, read_state
from app.ui.richtext.editing.commands import ParagraphStyle
from app.ui.richtext.editor_state import editor_state
from tests.ui.richtext.shorthand import bullets, item, numbers, p, table, text

KEY, MOD = Qt.Key, Qt.KeyboardModifier
UNDO, REDO = (KEY.Key_Z, MOD.ControlModifier), (KEY.Key_Y, MOD.ControlModifier)
ENTER, TAB, BACKSPACE = KEY.Key_Return, KEY.Key_Tab, KEY.Key_Backspace
BACKTAB = (KEY.Key_Backtab, MOD.ShiftModifier)


def test_enter_makes_paragraphs_and_shift_enter_a_line_break(typed) -> None:
    assert typed("et", ENTER, "to", (ENTER, MOD.ShiftModifier), "tre") == text("et", "to\ntre")


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "– "])
def test_a_bullet_typed_at_a_lines_start_begins_a_list(typed, mark: str) -> None:
    assert typed(mark, "et", ENTER, "to") == text(bullets("et", "to"))


@pytest.mark.parametrize("mark", ["1. ", "1) "])
def test_number_one_begins_a_numbered_list(typed, mark: str) -> None:
    assert typed(mark, "et", ENTER, "to") == text(numbers("et", "to"))


def test_a_date_at_a_lines_start_stays_a_date(typed) -> None:
    assert typed("8. maj holdes mødet") == text("8. maj holdes mødet")


def test_one_undo_gives_back_the_hyphen(typed) -> None:
    assert typed("- ", UNDO) == text("- ")


def test_one_undo_takes_back_one_sentence(typed) -> None:
    first = "Vi mødes kl. 9."
    assert typed(f"{first} Så går vi. Færdig?", UNDO) == text(f"{first} Så går vi.")
    assert typed(UNDO) == text(first)
    assert typed(REDO, REDO) == text(f"{first} Så går vi. Færdig?")


def test_one_undo_takes_back_one_sentence_behind_an_emoji(editor, typed, at) -> None:
    editor.set_text(text("😀 slut"))
    at(" slut")
    assert typed("Ja. Nej", UNDO) == text("😀Ja. slut")


def test_one_undo_takes_back_what_was_typed_after_a_rest(
    typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("Gruppen drøfter ")
    with monkeypatch.context() as patch:
        patch.setattr(editor_keys, "REST", -1.0)
        typed("s")
    assert typed("agen i dag", UNDO) == text("Gruppen drøfter ")


def test_enter_in_an_empty_point_ends_the_list(typed) -> None:
    assert typed("- et", ENTER, ENTER, "efter") == text(bullets("et"), "efter")


def test_enter_in_an_empty_subpoint_goes_one_level_up(typed) -> None:
    made = typed("- et", ENTER, TAB, "under", ENTER, ENTER, "to")
    assert made == text(bullets(item("et", bullets("under")), "to"))


def test_tab_and_backtab_nest_points(typed) -> None:
    made = typed("- et", ENTER, TAB, "under", ENTER, BACKTAB, "to")
    assert made == text(bullets(item("et", bullets("under")), "to"))


def test_the_first_point_cannot_go_deeper(typed) -> None:
    assert typed("- et", TAB, TAB) == text(bullets("et"))


def test_a_point_takes_its_subpoints_along(editor, typed, at) -> None:
    editor.set_text(text(bullets("et", item("to", bullets("under")))))
    at("to")
    assert typed(TAB) == text(bullets(item("et", bullets(item("to", bullets("under"))))))


def test_backspace_at_a_points_start_goes_out_before_it_joins(editor, typed, at) -> None:
    editor.set_text(text(bullets(item("et", bullets("under")))))
    at("under")
    assert typed(BACKSPACE) == text(bullets("et", "under"))
    assert typed(BACKSPACE) == text(bullets("et"), "under")
    assert typed(BACKSPACE) == text(bullets("etunder"))


def test_enter_at_a_headings_end_begins_body_text(editor, typed, at) -> None:
    editor.set_text(text(Heading((Run("Økonomi"),)), "tekst"))
    typed(KEY.Key_End)
    assert typed(ENTER, "ny") == text(Heading((Run("Økonomi"),)), "ny", "tekst")


def test_enter_at_a_headings_start_makes_room_above(editor, typed) -> None:
    editor.set_text(text(Heading((Run("Økonomi"),))))
    assert typed(ENTER, KEY.Key_Up, "over") == text("over", Heading((Run("Økonomi"),)))


def test_backspace_turns_a_heading_into_body_text(editor, typed) -> None:
    editor.set_text(text(Heading((Run("Økonomi"),))))
    assert typed(BACKSPACE) == text("Økonomi")


def test_a_quotation_ends_with_an_empty_line(editor, typed) -> None:
    editor.commands.set_paragraph_style(ParagraphStyle.QUOTE)
    assert typed("ord", ENTER, ENTER, "efter") == text(Quote((p("ord"),)), "efter")


def test_undo_and_redo_of_a_list_command(editor, typed, select) -> None:
    editor.set_text(text("et", "to"))
    select("et", "to")
    editor.commands.run("numbers")
    assert editor.text() == text(numbers("et", "to"))
    assert typed(UNDO) == text("et", "to")
    assert typed(REDO) == text(numbers("et", "to"))


@pytest.mark.parametrize(
    ("key", "look"),
    [(KEY.Key_B, "bold"), (KEY.Key_I, "italic"), (KEY.Key_U, "underline")],
)
def test_looks_by_key(typed, key: Qt.Key, look: str) -> None:
    switch = (key, MOD.ControlModifier)
    made = typed("a ", switch, "b", switch, " c")
    assert made == text(p("a ", Run("b", **{look: True}), " c"))


def test_list_by_key(typed) -> None:
    shift = MOD.ControlModifier | MOD.ShiftModifier
    assert typed("et", (KEY.Key_8, shift)) == text(bullets("et"))
    assert typed((KEY.Key_7, shift)) == text(numbers("et"))
    assert typed((KEY.Key_7, shift)) == text("et")


@pytest.mark.parametrize(
    ("strokes", "result", "undone"),
    [
        ('han sagde "', "han sagde ”", 'han sagde "'),
        ("det er Ole'", "det er Ole’", "det er Ole'"),
        ("og så...", "og så…", "og så..."),
        ("et - ", "et – ", "et - "),
    ],
)
def test_corrections_are_taken_back_by_one_undo(typed, strokes, result, undone) -> None:
    assert typed(strokes) == text(result)
    assert typed(UNDO) == text(undone)


def test_words_go_on_after_a_correction_taken_back(typed) -> None:
    assert typed('"', UNDO, "ord") == text('"ord')


def test_corrections_keep_the_look(typed) -> None:
    assert typed((KEY.Key_B, MOD.ControlModifier), 'ja"') == text(p(Run("ja”", bold=True)))


def test_corrections_after_an_emoji(editor, typed, at) -> None:
    editor.set_text(text("😀 x"))
    typed(KEY.Key_End)
    assert typed(" - ") == text("😀 x – ")


def test_tab_steps_through_cells_and_adds_a_row(editor, typed, at) -> None:
    editor.set_text(text(table(("a", "b"), ("c", ""))))
    at("c")
    made = typed(TAB, "d", TAB, "e", TAB, "f", BACKTAB, "g")
    assert made == text(table(("a", "b"), ("c", "d"), ("ge", "f")))


def test_one_undo_takes_back_a_table(editor, typed) -> None:
    typed("ord")
    editor.commands.inserts.insert_table(2, 2)
    assert typed("a") == text("ord", table(("a", ""), ("", "")))
    assert typed(UNDO, UNDO) == text("ord")


def test_tab_in_body_text_moves_the_focus(form, editor, typed) -> None:
    typed("ord", TAB)
    assert not editor.hasFocus()
    assert editor.text() == text("ord")


def test_words_typed_behind_a_link_are_no_link(editor, typed) -> None:
    link = Run("siden", link="https://a.example/")
    editor.set_text(text(p(link)))
    assert typed(KEY.Key_End, " og") == text(p(link, " og"))


def test_words_typed_into_a_link_belong_to_it(editor, typed, at) -> None:
    editor.set_text(text(p(Run("siden", link="https://a.example/"))))
    at("den")
    assert typed("xx") == text(p(Run("sixxden", link="https://a.example/")))


def test_words_typed_into_a_confidential_passage_stay_confidential(editor, typed) -> None:
    editor.set_text(text(p("a ", Run("navn", confidential=True))))
    assert typed(KEY.Key_End, "e") == text(p("a ", Run("navne", confidential=True)))


def test_the_cursor_stays_when_a_confidential_mark_is_taken_back_and_made_again(
    editor, typed, select
) -> None:
    editor.set_text(text("et sidste ord"))
    select("ord")
    typed((KEY.Key_F, MOD.ControlModifier | MOD.ShiftModifier))
    for step in (editor.undo, editor.redo):
        step()
        assert editor.textCursor().position() == len("et sidste ord")


BACKWARDS = (KEY.Key_End, *[(KEY.Key_Left, MOD.ShiftModifier)] * 4)


def test_words_typed_over_a_confidential_name_are_so_whichever_way_it_was_selected(
    editor, typed
) -> None:
    editor.set_text(text(p("a ", Run("navn", confidential=True))))
    assert typed(*BACKWARDS, "Ib") == text(p("a ", Run("Ib", confidential=True)))


@pytest.mark.parametrize("look", ["bold", "italic", "underline", "confidential"])
def test_a_look_is_taken_away_whichever_way_its_words_were_selected(editor, typed, look) -> None:
    editor.set_text(text(p("a ", Run("navn", **{look: True}))))
    typed(*BACKWARDS)
    assert look in editor_state(editor).on
    editor.commands.run(look)
    assert editor.text() == text("a navn")
    editor.commands.run(look)
    assert editor.text() == text(p("a ", Run("navn", **{look: True})))


def composed(editor, words: str) -> None:
    """Type a letter that is put together of several keys."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


def test_composed_letters_are_typed_like_others(editor, typed) -> None:
    link = Run("siden", link="https://a.example/")
    editor.set_text(text(p(link)))
    typed(KEY.Key_End)
    composed(editor, "é")
    composed(editor, "'")
    assert editor.text() == text(p(link, "é’"))


def test_a_composed_letter_takes_the_whole_line_of_a_picture(editor) -> None:
    editor.set_text(text(Image("0f" * 32, "Kort")))
    editor.selectAll()
    composed(editor, "é")
    assert read_state(editor.textCursor().blockFormat()) == BlockState()


@pytest.mark.parametrize("sign", ["👨‍👩‍👧‍👦", "🇩🇰", "👍🏽", "❤️", "😀"])
def test_backspace_takes_a_whole_sign_away(editor, typed, sign: str) -> None:
    editor.set_text(text(f"a{sign}b"))
    assert typed(KEY.Key_End, KEY.Key_Left, BACKSPACE) == text("ab")
    editor.undo()
    assert editor.text() == text(f"a{sign}b")


def test_backspace_takes_an_accent_away_before_its_letter(editor, typed) -> None:
    editor.set_text(text("cafe\u0301"))
    assert typed(KEY.Key_End, BACKSPACE) == text("cafe")


def test_a_quotation_that_is_left_keeps_who_is_quoted(editor, typed, at) -> None:
    quotation = Quote((p("Vi venter"),), "Leder")
    editor.set_text(text(quotation, "slut"))
    at("Vi")
    assert typed(KEY.Key_End, ENTER, ENTER, "Nyt") == text(quotation, "Nyt", "slut")
    while editor.document().isUndoAvailable():
        editor.undo()
    assert editor.text() == text(quotation, "slut")
