"""What words wear without its being part of the text."""

import time

import pytest
from PySide6.QtGui import QFont

from app.settings import Appearance
from app.ui.richtext import RichTextEdit
from app.ui.theme import theme
from tests.ui.richtext.shorthand import bullets, item, table, text


def raised(editor: RichTextEdit) -> str:
    """The semibold words of the first block."""
    block = editor.document().firstBlock()
    parts = block.layout().formats()
    weight = QFont.Weight.DemiBold
    return "".join(
        block.text()[part.start : part.start + part.length]
        for part in sorted(parts, key=lambda one: one.start)
        if part.format.fontWeight() == weight
    )


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Drøftet. Gruppen ønsker flere tal.", "Drøftet."),
        ("Drøftet med glæde", "Drøftet"),
        ("drøftet", "drøftet"),
        ("Drøftetheden", ""),
        ("Sagen blev drøftet", ""),
    ],
)
def test_the_opening_is_semibold_where_the_text_begins_with_it(
    editor: RichTextEdit, words: str, seen: str
) -> None:
    editor.set_text(text(words))
    editor.set_opening("Drøftet")
    assert raised(editor) == seen
    assert editor.text() == text(words)
    assert not editor.document().isUndoAvailable()


def test_the_opening_follows_what_is_typed_and_another_opening(editor: RichTextEdit, typed) -> None:
    editor.set_opening("Godkendt")
    typed("Godkendt. Prøven går i gang.")
    assert raised(editor) == "Godkendt."
    assert editor.text() == text("Godkendt. Prøven går i gang.")
    editor.set_opening("Udsat")
    assert raised(editor) == ""


def test_a_point_of_a_list_is_no_opening(editor: RichTextEdit) -> None:
    editor.set_text(text(bullets(item("Udsat"), item("Udsat igen"))))
    editor.set_opening("Udsat")
    assert raised(editor) == ""


def test_a_long_table_is_shown_at_once_and_changes_its_colours_at_once(editor) -> None:
    rows = [tuple(f"celle {column}" for column in range(10))] * 30
    started = time.process_time()
    editor.set_text(text(table(*rows)))
    theme().set_appearance(Appearance.DARK)
    took = time.process_time() - started
    assert took < 3  # 0.3 s on a quiet machine; laid out anew for each cell, it takes ten
    assert editor.sizeHint().height() >= editor.document().size().height() > 30 * 20
