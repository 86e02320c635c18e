"""The pages follow the cursor through a long item: as it moves, and as it types."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from app.models.richtext import Paragraph, RichText, Run
from app.services.items import create_item
from app.services.queries.items import item_view
from app.services.sections import edit_section_text
from app.ui.pages.workbench.preview import PreviewPane
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.test_preview import settled

SLOW = 20_000


@pytest.fixture
def field(bench: Bench, preview: PreviewPane, qtbot: QtBot) -> QTextEdit:
    """The text of an item of ten pages or so, with the cursor at its beginning."""
    made = create_item(bench.world.database, bench.meeting_id, title="Den lange sag")
    section = item_view(bench.world.database, made).sections[0]
    lines = [f"Afsnit {number} handler om pladserne. " * 8 for number in range(60)]
    text = RichText(tuple(Paragraph((Run(line.strip()),)) for line in lines))
    edit_section_text(bench.world.database, section.id, text)
    settled(preview, qtbot, "Afsnit 59")
    bench.choose("Den lange sag")
    editor = bench.page.editor.form.sections[0].editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.setFocus()
    return editor


def page_with(preview: PreviewPane, words: str) -> int:
    """The page on which words stand."""
    paper = preview._paper
    assert paper is not None
    return next(page for page, printed in enumerate(paper.words) if words in printed)


def is_at(preview: PreviewPane, words: str) -> bool:
    return preview.view.page == page_with(preview, words)


def test_the_pages_come_along_when_the_cursor_goes_through_the_text(
    preview: PreviewPane, field: QTextEdit, qtbot: QtBot
) -> None:
    assert page_with(preview, "Afsnit59") > page_with(preview, "Afsnit0") + 3
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_at(preview, "Afsnit59"), timeout=SLOW)
    QTest.keyClick(field, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_at(preview, "Afsnit0handler"), timeout=SLOW)


def test_what_is_typed_far_down_is_shown_once_it_is_printed(
    preview: PreviewPane, field: QTextEdit, qtbot: QtBot
) -> None:
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Og til sidst et nyt afsnit")
    settled(preview, qtbot, "nyt afsnit")
    qtbot.waitUntil(lambda: is_at(preview, "nytafsnit"), timeout=SLOW)


def test_a_reader_who_has_scrolled_away_is_left_alone_while_the_cursor_rests(
    preview: PreviewPane, field: QTextEdit, qtbot: QtBot
) -> None:
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_at(preview, "Afsnit59"), timeout=SLOW)
    preview.view.show_spot(0, 0)
    before = preview._paper
    preview.refresh(0)
    qtbot.waitUntil(lambda: preview._paper is not before, timeout=SLOW)
    qtbot.wait(300)
    assert preview.view.page != page_with(preview, "Afsnit59")


def test_words_that_stand_in_several_places_are_looked_for_near_the_page(
    preview: PreviewPane, field: QTextEdit, bench: Bench
) -> None:
    paper, item_id = preview._paper, bench.page.editor.item_id
    assert paper is not None
    assert isinstance(item_id, UUID)
    last = page_with(preview, "Afsnit59")
    for near in (last, page_with(preview, "Afsnit30")):
        spot = paper.spot_of_words(item_id, "", "handler om pladserne", near)
        assert spot is not None
        assert spot[0] == near
    assert paper.spot_of_words(item_id, "", "det står her ikke", last) is None
    assert paper.spot_of_words(item_id, "", "", last) is None
