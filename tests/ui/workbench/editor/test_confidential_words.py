"""Confidential words stay so on their way through a link and into a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.models.richtext import Block, Paragraph, RichText, Run
from app.services.sections import edit_section_text
from app.ui.richtext.editor import RichTextEdit
from app.ui.richtext.insert_dialogs import LinkDialog
from tests.ui.workbench.editor.conftest import CTRL, SHIFT, Desk, Key

NAME = Run("Birger Nør", confidential=True)
LINK = "https://fjord.example"


def written(desk: Desk, *blocks: Block) -> RichTextEdit:
    """The first section with this text, all of it selected."""
    edit_section_text(desk.database, desk.section(0).section.id, RichText(blocks))
    editor = desk.section(0).editor
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_A, CTRL)
    return editor


def link(editor: RichTextEdit, words: str, address: str = "fjord.example") -> None:
    """Ask for a link, type behind its words and save it."""
    QTest.keyClick(editor, Key.Key_K, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LinkDialog)
    dialog.words.setFocus()
    QTest.keyClick(dialog.words, Key.Key_End)
    QTest.keyClicks(dialog.words, words)
    dialog.address.setFocus()
    QTest.keyClicks(dialog.address, address)
    QTest.keyClick(dialog.address, Key.Key_Return)


def stored(desk: Desk) -> RichText:
    desk.editor.flush()
    return desk.stored().sections[0].text


def linked(*runs: Run) -> Paragraph:
    return Paragraph(tuple(replace(run, link=LINK) for run in runs))


@pytest.mark.parametrize(
    "runs",
    [
        (NAME, Run(" klager")),
        (Run("klage fra "), NAME),
        (Run("sagen", footnote="Journalen, side 4"), Run(" om ro")),
        (Run("sagen", footnote="Journalen, side 4"),),
        (Run("fed", bold=True), Run(" og mager")),
        (Run("en linje\nog en til"),),
    ],
)
def test_words_of_several_looks_and_notes_stay_as_they_are_in_a_link(
    desk: Desk, runs: tuple[Run, ...]
) -> None:
    link(written(desk, Paragraph(runs)), " X")
    assert stored(desk) == RichText((linked(*runs),))


def test_two_paragraphs_in_a_link_stay_two(desk: Desk) -> None:
    blocks = Paragraph((Run("Første"),)), Paragraph((Run("Andet"),))
    link(written(desk, *blocks), " X")
    assert stored(desk) == RichText((linked(Run("Første")), linked(Run("Andet"))))


def test_the_link_dialog_says_where_such_words_are_changed(desk: Desk) -> None:
    editor = written(desk, Paragraph((NAME, Run(" klager"))))
    QTest.keyClick(editor, Key.Key_K, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LinkDialog)
    assert dialog.words.text() == "Birger Nør klager"
    assert not dialog.words.isEnabled()
    assert dialog.address.accessibleDescription() == (
        "Her kan du kun rette adressen. Ret ordene i teksten."
    )
    dialog.reject()


def test_other_words_for_a_confidential_name_are_confidential(desk: Desk) -> None:
    link(written(desk, Paragraph((NAME,))), "gaard")
    assert stored(desk) == RichText((linked(Run("Birger Nørgaard", confidential=True)),))


def test_a_confidential_passage_is_not_pasted_into_a_title(desk: Desk) -> None:
    before, title = desk.stored().title, desk.editor.head.title
    editor = written(desk, Paragraph((Run("Klage fra "), NAME)))
    QTest.keyClick(editor, Key.Key_C, CTRL)
    title.setFocus()
    QTest.keyClick(title, Key.Key_V, CTRL)
    desk.editor.flush()
    assert desk.stored().title == title.text() == before
    assert QToolTip.text() == (
        "Fortrolige ord kan kun sættes ind i en tekst. Her ville de blive åbne."
    )


def test_a_confidential_passage_is_not_dragged_out_of_its_text(desk: Desk) -> None:
    title, editor = desk.editor.head.title, written(desk, Paragraph((NAME,)))
    source = editor.createMimeDataFromSelection()
    over = QDragEnterEvent(
        QPoint(4, 4),
        Qt.DropAction.MoveAction,
        source,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(title.viewport(), over)
    assert not over.isAccepted()


def test_open_words_of_a_text_are_pasted_into_a_title(desk: Desk) -> None:
    title = desk.editor.head.title
    editor = written(desk, Paragraph((Run("Klage", bold=True), Run(" om ro"))))
    QTest.keyClick(editor, Key.Key_C, CTRL)
    title.setFocus()
    QTest.keyClick(title, Key.Key_A, CTRL)
    QTest.keyClick(title, Key.Key_V, CTRL)
    desk.editor.flush()
    assert desk.stored().title == "Klage om ro"
