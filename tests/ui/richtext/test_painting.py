"""What stands around the words: numbers, and marks in the right colours and places."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QTextBlock
from PySide6.QtWidgets import QApplication, QLineEdit

from app.models.richtext import Quote, RichText, Run, number_label
from app.settings import Appearance
from app.ui.richtext import RichDocument, to_document
from app.ui.richtext.document.block_state import read_state
from app.ui.richtext.document.numbering import PointNumbers
from app.ui.theme import theme
from tests.ui.richtext.shorthand import bullets, item, numbers, p, table, text
from tests.ui.test_theme import contrast

LISTS = text(
    numbers("a", item("b", "mere", numbers("x", "y", style="lower_alpha")), "c"),
    bullets(item("d", numbers("z"))),
    "mellem",
    numbers("e", "f", start=7, style="decimal_paren"),
    numbers("g"),
    Quote((numbers("h", "i"),)),
)
LABELS = {
    "a": "1.",
    "b": "2.",
    "x": "a.",
    "y": "b.",
    "c": "3.",
    "z": "1.",
    "e": "7)",
    "f": "8)",
    "g": "1.",
    "h": "1.",
    "i": "2.",
}


def document_of(content: RichText, style) -> RichDocument:
    document = RichDocument()
    to_document(content, document, style)
    return document


def blocks_of(document: RichDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


@pytest.mark.parametrize("first", range(14))
def test_numbers_are_the_same_from_wherever_painting_begins(style, first: int) -> None:
    document, counter = document_of(LISTS, style), PointNumbers()
    for block in blocks_of(document)[first:]:
        state = read_state(block.blockFormat())
        if not state.marked:
            if not state.level:
                counter.leave(0)
            continue
        number = counter.number(block, state)
        if state.ordered:
            assert number_label(number, state.list_style) == LABELS[block.text()]


def colours(editor, left: int, right: int) -> set[str]:
    """Colours in a strip of the field, in px from the left edge of its words."""
    QApplication.processEvents()
    image = editor.viewport().grab().toImage()
    return {
        QColor(image.pixel(x, y)).name() for x in range(left, right) for y in range(image.height())
    }


@pytest.mark.parametrize(
    ("content", "strip", "token"),
    [
        (text(bullets("ord")), (0, 18), "accent"),
        (text(numbers("ord")), (0, 20), "accent"),
        (text(bullets(item("ord", bullets("ord")))), (20, 38), "text2"),
        (text(Quote((p("ord"),))), (0, 4), "accent_line"),
        (text(table(("a", "b"), ("c", "d"))), (0, 5), "control"),
    ],
)
def test_marks_stand_left_of_the_words_in_their_colour(editor, content, strip, token) -> None:
    editor.set_text(text("ord"))
    plain = colours(editor, *strip)
    editor.set_text(content)
    assert theme().color(token).name() in colours(editor, *strip) - plain


def test_a_long_number_is_whole(editor) -> None:
    """The first figure of a number with three stands in sight."""
    shown = []
    for start in (100, 200):
        editor.set_text(text(numbers("ord", start=start)))
        QApplication.processEvents()
        shown.append(editor.viewport().grab(QRect(0, 0, 26, 24)).toImage())
    assert shown[0] != shown[1]


def middle(image: QImage, left: int, right: int) -> float:
    """The height around which the ink of a strip lies."""
    rows = range(image.height())
    light = [[image.pixelColor(x, y).lightness() for x in range(left, right)] for y in rows]
    ground = light[0][0]
    ink = {y: sum(abs(one - ground) for one in light[y]) for y in rows}
    return sum(y * dark for y, dark in ink.items()) / sum(ink.values())


@pytest.mark.parametrize("text_size", [100, 115, 130])
def test_the_dash_of_the_second_level_stands_as_high_as_one_in_the_words(
    editor, text_size: int
) -> None:
    theme().set_text_size(text_size)
    editor.set_text(text(bullets(item("ord", bullets("–")))))
    QApplication.processEvents()
    cursor = editor.textCursor()
    cursor.setPosition(4)
    words = editor.cursorRect(cursor)
    line = QRect(0, words.top(), editor.viewport().width(), words.height())
    image = editor.viewport().grab(line).toImage()
    mark, dash = (words.left() - 16, words.left() - 4), (words.left() + 2, words.left() + 10)
    assert middle(image, *mark) == pytest.approx(middle(image, *dash), abs=0.9)


def test_body_text_has_nothing_in_its_margin(editor) -> None:
    editor.set_text(text(bullets("ord")))
    marked = editor.document().firstBlock().blockFormat().leftMargin()
    editor.set_text(text("ord"))
    assert (marked, editor.document().firstBlock().blockFormat().leftMargin()) == (20, 0)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("hidden", [False, True])
def test_the_mark_of_a_note_can_be_read(editor, appearance: Appearance, hidden: bool) -> None:
    theme().set_appearance(appearance)
    editor.set_text(text(p(Run("tal", confidential=hidden, footnote="note"))))
    QApplication.processEvents()
    cursor = editor.textCursor()
    cursor.setPosition(4)
    right = editor.cursorRect(cursor).left()
    cursor.setPosition(3)
    mark = QRect(editor.cursorRect(cursor).topLeft(), QSize(right, 24))
    mark.setRight(right)
    picture = editor.viewport().grab(mark).toImage()
    accent = theme().color("accent")
    assert min(distance(pixel, accent) for pixel in pixels(picture)) < 60


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_a_selection_is_quiet_while_the_focus_is_elsewhere(editor, form, appearance) -> None:
    theme().set_appearance(appearance)
    editor.set_text(text("ord"))
    editor.selectAll()
    tokens = theme().tokens
    accent, quiet, words, surface = tokens.accent, tokens.line, tokens.text, tokens.surface
    assert accent.lower() in colours(editor, 0, 20)
    form.findChild(QLineEdit).setFocus()
    at_rest = colours(editor, 0, 20)
    assert accent.lower() not in at_rest
    assert quiet.lower() in at_rest
    assert contrast(quiet, words) > 7
    assert contrast(quiet, surface) > 1.3
    editor.setFocus()
    assert accent.lower() in colours(editor, 0, 20)


def pixels(picture: QImage) -> list[QColor]:
    return [
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    ]


def distance(one: QColor, other: QColor) -> int:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))
