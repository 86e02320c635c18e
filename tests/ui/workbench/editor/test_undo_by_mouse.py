"""Undo in the toolbar and in the menu of a text is the key's: what it took back can come again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.richtext.editor import RichTextEdit
from tests.ui.workbench.editor.conftest import CTRL, Desk, Key

Undo = Callable[[Desk, RichTextEdit], None]


def by_key(_desk: Desk, text: RichTextEdit) -> None:
    QTest.keyClick(text, Key.Key_Z, CTRL)


def by_button(desk: Desk, _text: RichTextEdit) -> None:
    button = desk.editor.tools.toolbar.buttons["undo"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def by_button_from_the_keyboard(desk: Desk, _text: RichTextEdit) -> None:
    button = desk.editor.tools.toolbar.buttons["undo"]
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)


def by_menu(_desk: Desk, text: RichTextEdit) -> None:
    menu = text.commands.menu()
    menu.actions()[0].trigger()
    menu.close()


@pytest.mark.parametrize("undo", [by_key, by_button, by_button_from_the_keyboard, by_menu])
def test_words_undone_can_be_done_again_when_the_text_is_left(desk: Desk, undo: Undo) -> None:
    text, before = desk.section(2).editor, desk.section_words(2)
    desk.write(text, " Ja.")
    desk.editor.flush()
    while text.document().isUndoAvailable():
        undo(desk, text)
    desk.editor.flush()
    assert desk.section_words(2) == before
    desk.editor.show_item(desk.scene.plain)
    desk.editor.show_item(desk.scene.full)
    desk.editor.head.title.setFocus()
    QTest.keyClick(desk.editor.head.title, Key.Key_Y, CTRL)
    assert desk.section_words(2) == before + " Ja."
