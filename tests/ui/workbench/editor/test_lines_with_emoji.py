"""Titles with characters that take two places in Qt."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.models.richtext import plain, text_of
from app.services.items import rename_item
from app.services.sections import edit_section_text
from tests.ui.workbench.editor.conftest import CTRL, Desk, Key


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [("En plan for fjorden", "😀😀😀", "😀😀😀x"), ("Aar", "😀😀😀", "😀😀x😀")],
)
def test_one_writes_on_beside_the_emoji_of_a_title_that_was_changed_meanwhile(
    desk: Desk, old: str, new: str, written: str
) -> None:
    title = desk.editor.head.title
    rename_item(desk.database, desk.scene.full, old)
    title.setFocus()
    QTest.keyClick(title, Key.Key_End, CTRL)
    rename_item(desk.database, desk.scene.full, new)
    QTest.keyClick(title, Key.Key_X)
    desk.editor.flush()
    assert desk.stored().title == title.text() == written


def test_one_writes_on_beside_the_emoji_of_a_text_that_was_changed_meanwhile(desk: Desk) -> None:
    section = desk.section(0)
    edit_section_text(desk.database, section.place, text_of("Aar"))
    section.editor.setFocus()
    QTest.keyClick(section.editor, Key.Key_End, CTRL)
    edit_section_text(desk.database, section.place, text_of("😀😀😀"))
    QTest.keyClick(section.editor, Key.Key_X)
    desk.editor.flush()
    assert plain(desk.stored().sections[0].text) == "😀😀x😀"


def test_a_long_title_shows_its_words_in_order_behind_emoji(desk: Desk) -> None:
    title, words = desk.editor.head.title, " ".join(f"😀😀 punkt {number}" for number in range(12))
    rename_item(desk.database, desk.scene.full, words)
    title.setFocus()
    assert len(title.words_shown) > 3
    assert " ".join(title.words_shown) == words
    desk.section(0).editor.setFocus()
    assert len(title.words_shown) == 3
    assert words.startswith(" ".join(title.words_shown).removesuffix("…"))
