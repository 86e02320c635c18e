"""A text shown and read again is the same text."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextCharFormat, QTextCursor

from app.models.richtext import (
    OBJECT,
    Block,
    Cell,
    Heading,
    Image,
    Paragraph,
    Quote,
    RichText,
    Run,
    Table,
    normalise,
    plain,
    text_of,
)
from app.models.visibility import Edition, visible_text
from app.ui.richtext import EditorStyle, RichDocument, from_document, to_document
from app.ui.richtext.document.char_format import CONFIDENTIAL
from app.ui.richtext.editing.insertion import insert_text
from tests.models.richtext_texts import texts


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=texts)
def test_every_block_kind_round_trips(style: EditorStyle, text: RichText) -> None:
    document = RichDocument()
    to_document(text, document, style)
    assert from_document(document) == normalise(text)


CELL = Cell((Paragraph((Run("12"),)),))
BESIDE_THE_TEXT = (
    Table(((CELL,), (CELL,)), caption="Zq hemmelig"),
    Quote((Paragraph((Run("Vi mangler pladser"),)),), "Zq hemmelig"),
    Image("0" * 64, "Kort over centrene", "Zq hemmelig"),
    Paragraph((Run("Priserne", footnote="Zq hemmelig"), Run(" steg"))),
)


@pytest.mark.parametrize("block", BESIDE_THE_TEXT, ids=lambda block: type(block).__name__)
def test_what_is_marked_confidential_beside_the_text_leaves_the_open_edition(
    style: EditorStyle, block: Block
) -> None:
    document = RichDocument()
    to_document(RichText((block,)), document, style)
    assert "Zq hemmelig" in repr(visible_text(from_document(document), Edition.OPEN, "[…]"))
    _mark_confidential(document)
    text = from_document(document)
    assert "Zq hemmelig" in repr(text)
    assert "Zq hemmelig" not in repr(visible_text(text, Edition.OPEN, "[…]"))


def test_a_picture_marked_confidential_leaves_the_open_edition_with_its_caption(
    style: EditorStyle,
) -> None:
    document = RichDocument()
    picture = Image("5e" * 32, "Zq kort", "Zq figur")
    to_document(RichText((Paragraph((Run("Før"),)), picture)), document, style)
    look = QTextCharFormat()
    look.setProperty(CONFIDENTIAL, True)
    document.find(OBJECT).mergeCharFormat(look)
    text = from_document(document)
    assert text.blocks[1] == replace(picture, confidential=True)
    shown = visible_text(text, Edition.OPEN, "[…]")
    assert shown == RichText((Paragraph((Run("Før"),)), Paragraph((Run("[…]"),))))


@pytest.mark.parametrize(
    "block",
    [
        Image("5e" * 32, "Zq kort", confidential=True),
        Paragraph((Run("Se "), Run("Zq kort", confidential=True))),
        Heading((Run("Zq kort", confidential=True),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_is_confidential_stays_so_where_only_words_fit(
    style: EditorStyle, block: Block
) -> None:
    clip = RichText((block,))
    places = (
        Table(((CELL,),)),
        Heading((Run("12"),)),
        Table(((Cell(),),), caption="12"),
        Quote((Paragraph((Run("a"),)),), "12"),
        Image("5e" * 32, "Kort", "12"),
    )
    for place in places:
        document = RichDocument()
        to_document(RichText((place,)), document, style)
        insert_text(document.find("12"), clip, style)
        text = from_document(document)
        assert "Zq kort" in repr(text)
        assert "Zq kort" not in repr(visible_text(text, Edition.OPEN, "[…]"))


def test_half_a_character_takes_no_words_with_it(style: EditorStyle) -> None:
    document = RichDocument()
    to_document(text_of("Pladser 😀 ledige"), document, style)
    half, look = QTextCursor(document), QTextCharFormat()
    half.setPosition(8)
    half.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    look.setFontItalic(True)
    half.mergeCharFormat(look)
    words = plain(from_document(document))
    assert words.startswith("Pladser ")
    assert words.endswith(" ledige")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\vb\fc\x85d\u2028e", "a\nb\nc\nd\ne"),
        ("a\0b\x07c\x1bd\x9fe\uffff", "abcde"),
        ("e\x1email og blød\x1fbinde", "e\u2011mail og blød\u00adbinde"),
        ("a\tb\u00a0c\u200dd", "a\tb\u00a0c\u200dd"),
    ],
)
def test_only_characters_that_can_be_seen_stay(style: EditorStyle, words: str, shown: str) -> None:
    document = RichDocument()
    to_document(RichText((Paragraph((Run(words),)),)), document, style)
    assert from_document(document) == RichText((Paragraph((Run(shown),)),))


def _mark_confidential(document: RichDocument) -> None:
    """As somebody does who selects only the caption, the author or the mark of the note."""
    look = QTextCharFormat()
    look.setProperty(CONFIDENTIAL, True)
    cursor = document.find("Zq hemmelig")
    if cursor.isNull():
        cursor = document.find(OBJECT)
    cursor.mergeCharFormat(look)
