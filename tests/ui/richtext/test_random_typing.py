"""A random typist: whatever the keys, the text stays sound, and undo leads back to the start."""

import random

import pytest
from PySide6.QtCore import Qt

from app.models.richtext import EMPTY, Heading, Image, Quote, RichText, Run, normalise
from app.ui.richtext import RichDocument, from_document, from_html, to_document
from app.ui.richtext.editing.commands import ParagraphStyle
from app.ui.richtext.editing.objects import holds_footnotes, insert_footnote
from app.ui.richtext.editor_state import editor_state
from app.ui.richtext.pictures.changes import insert_picture
from tests.ui.richtext.shorthand import bullets, item, numbers, p, table, text

KEY, MOD = Qt.Key, Qt.KeyboardModifier
START = text(
    Heading((Run("Økonomi"),)),
    p("Et afsnit med ", Run("fed", bold=True, footnote="En note"), " skrift."),
    Image("0f" * 32, "Kort", "Figur 1", confidential=True),
    bullets("et", item("to", numbers("a", "b"))),
    Quote((p("Citat"),), "Leder"),
    table(("a", "b"), ("c", "d")),
    "slut",
)
KEYS = (KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Tab, KEY.Key_Up, KEY.Key_Down,
        KEY.Key_Home, KEY.Key_End, KEY.Key_Left, KEY.Key_Right)  # fmt: skip
SHIFTED = (KEY.Key_Left, KEY.Key_Down, KEY.Key_Up, KEY.Key_End, KEY.Key_Return)
WORDS = ("ord ", "- ", "1. ", '"', " - ", "...", "😀")
COMMANDS = ("bold", "bullets", "numbers", "indent", "outdent", "confidential", "caption")
PICTURES = (Image("1a" * 32, "Graf"), Image("2b" * 32, "Kort", "Figur", confidential=True))
CLIPS = (
    "<ul><li>x<ul><li>y</li></ul></li></ul>",
    "<table><tr><th>k</th><th>l</th></tr><tr><td>m</td><td>n</td></tr></table>",
    "<h2>Titel</h2><p>Ord</p>",
    "<p>kun ord</p>",
)


def act(editor, typed, chance: random.Random) -> None:
    match chance.randrange(10):
        case 0 | 1:
            typed(chance.choice(WORDS))
        case 2 | 3:
            typed(chance.choice(KEYS))
        case 4:
            typed((chance.choice(SHIFTED), MOD.ShiftModifier))
        case 5:
            editor.commands.run(chance.choice(COMMANDS))
        case 6:
            editor.insert_rich(from_html(chance.choice(CLIPS)))
        case 7:
            editor.commands.set_paragraph_style(chance.choice(list(ParagraphStyle)))
        case 8:
            cursor = editor.textCursor()
            if holds_footnotes(cursor):
                insert_footnote(cursor, chance.choice(("En note", "En anden")))
        case 9:
            insert_picture(editor.textCursor(), chance.choice(PICTURES), editor.editor_style)
    editor.setFocus()


@pytest.mark.parametrize("seed", range(12))
def test_random_typing_keeps_the_text_sound_and_can_be_undone(editor, typed, style, seed) -> None:
    chance = random.Random(seed)
    editor.set_text(START)
    for _step in range(60):
        act(editor, typed, chance)
        editor_state(editor)
    made = editor.text()
    assert made == normalise(made)
    assert shown_again(made, style) == made
    editor.grab()
    while editor.document().isUndoAvailable():
        editor.undo()
    assert editor.text() == START
    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.text() == made


def shown_again(made: RichText, style) -> RichText:
    document = RichDocument()
    to_document(made, document, style)
    return from_document(document)


def test_everything_can_be_deleted(editor, typed) -> None:
    editor.set_text(START)
    editor.selectAll()
    assert typed(KEY.Key_Delete) == EMPTY
    assert typed("nyt") == text("nyt")
