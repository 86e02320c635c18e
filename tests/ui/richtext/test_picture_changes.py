"""A picture in the text: chosen, changed, hidden, taken away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.models.richtext import Image
from app.ui.richtext.editing.objects import picture_at
from tests.ui.richtext.shelf import pictures, question
from tests.ui.richtext.shorthand import bullets, text

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
HIDE = (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
PICTURE = (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def shown(editor, shelf, file) -> Image:
    """A text with a picture between two paragraphs."""
    picture = Image(shelf.keep(file.read_bytes()), "Kort", "Figur 1")
    editor.set_text(text("før", picture, "efter"))
    return picture


def click_twice(qtbot, editor) -> None:
    place = editor.cursorRect(at_picture(editor)).center() + QPoint(8, 0)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)


def at_picture(editor):
    cursor = editor.textCursor()
    cursor.setPosition(len("før") + 1)
    return cursor


def test_a_click_chooses_it_two_clicks_and_enter_change_it(
    qtbot, editor, typed, answer, shown
) -> None:
    click_twice(qtbot, editor)
    assert question(editor).alternative.text() == "Kort"
    answer("Kort over Fjordby", "Figur 2", hidden=True)
    changed = Image(shown.sha256, "Kort over Fjordby", "Figur 2", confidential=True)
    assert editor.text() == text("før", changed, "efter")
    assert typed(UNDO) == text("før", shown, "efter")
    place = editor.cursorRect(at_picture(editor)).center() + QPoint(8, 0)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    typed(Qt.Key.Key_Return)
    answer("Kort", "")
    assert editor.text() == text("før", Image(shown.sha256, "Kort"), "efter")
    assert typed(UNDO) == text("før", shown, "efter")


def test_a_caption_is_added_to_a_picture_without_one(editor, typed, answer, shown) -> None:
    editor.set_text(text(Image(shown.sha256, "Kort")))
    editor.setTextCursor(editor.textCursor())
    typed(PICTURE)
    answer("Kort", "Figur 9")
    assert editor.text() == text(Image(shown.sha256, "Kort", "Figur 9"))


def test_it_is_hidden_and_shown_with_the_keys_of_confidential_words(editor, typed, shown) -> None:
    editor.setTextCursor(at_picture(editor))
    hidden = Image(shown.sha256, "Kort", "Figur 1", confidential=True)
    assert typed(HIDE) == text("før", hidden, "efter")
    assert typed(HIDE) == text("før", shown, "efter")
    assert typed(UNDO, UNDO) == text("før", shown, "efter")


def test_backspace_and_delete_choose_it_before_they_take_it_away(editor, typed, shown) -> None:
    whole, gone = text("før", shown, "efter"), text("før", "efter")
    editor.setTextCursor(at_picture(editor))
    typed(Qt.Key.Key_Left)
    assert typed(Qt.Key.Key_Delete) == whole
    assert typed(Qt.Key.Key_Delete) == gone
    assert typed(UNDO) == whole
    editor.set_text(text("før", Image(shown.sha256, "Kort"), "efter"))
    cursor = editor.document().find("efter")
    cursor.setPosition(cursor.selectionStart())
    editor.setTextCursor(cursor)
    typed(Qt.Key.Key_Backspace)
    assert len(pictures(editor.text())) == 1
    assert typed(Qt.Key.Key_Backspace) == gone


def test_the_menu_takes_it_away_with_its_caption(editor, typed, shown) -> None:
    editor.setTextCursor(at_picture(editor))
    menu = editor.commands.menu()
    next(a for a in menu.actions() if a.text() == "Slet billede").trigger()
    assert editor.text() == text("før", "efter")
    assert typed(UNDO) == text("før", shown, "efter")


def test_a_confidential_picture_wears_a_frame_and_a_lock(editor, typed, shown) -> None:
    def heather() -> int:
        QApplication.processEvents()
        image, tone = editor.viewport().grab().toImage(), editor.editor_style.confidential.rgb()
        spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixel(x, y) == tone for x, y in spots)

    before = heather()
    editor.setTextCursor(at_picture(editor))
    typed(HIDE)
    editor.setTextCursor(editor.document().find("efter"))
    assert heather() > before + 100


def test_a_read_only_text_takes_no_picture(editor, typed, shown, file) -> None:
    editor.setReadOnly(True)
    editor.setTextCursor(at_picture(editor))
    typed(PICTURE, HIDE)
    assert question(editor) is None
    assert editor.text() == text("før", shown, "efter")


def test_words_typed_over_a_picture_and_cuts_leave_a_plain_line(editor, typed, shown) -> None:
    cut = (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    for strokes, left in ((("- nyt",), bullets("nyt")), ((cut, "- nyt"), bullets("nyt"))):
        editor.set_text(text("før", Image(shown.sha256, "Kort"), "efter"))
        editor.setTextCursor(picture_at(at_picture(editor)))
        assert typed(*strokes) == text("før", left, "efter")
    typed(Qt.Key.Key_Return, PASTE)
    assert editor.text() == text("før", left, Image(shown.sha256, "Kort"), "efter")
