"""The pages follow an item that is closed and opened, and stay when they are hidden and shown."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.richtext import text_of
from app.services.items import create_item
from app.services.queries.items import item_view
from app.services.sections import edit_section_text
from app.ui.pages.workbench.preview import PreviewPane
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.test_preview import settled, spot

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chosen(bench: Bench, preview: PreviewPane, qtbot: QtBot) -> UUID:
    """The second of three items that take a page or more each."""
    titles = ["Første", "Anden", "Tredje"]
    made = [create_item(bench.world.database, bench.meeting_id, title=one) for one in titles]
    for item_id, title in zip(made, titles, strict=True):
        section = item_view(bench.world.database, item_id).sections[0]
        edit_section_text(bench.world.database, section.id, text_of(f"{title} tekst. " * 150))
    settled(preview, qtbot, "Tredje tekst")
    return bench.choose("Anden")


def test_closing_and_opening_an_item_shows_where_it_begins(
    bench: Bench, preview: PreviewPane, qtbot: QtBot, chosen: UUID
) -> None:
    open_at, _top = spot(preview, chosen)
    assert preview.view.page == open_at
    for _time in range(2):
        before = preview._paper
        bench.press(Qt.Key.Key_L, KEYS)
        qtbot.waitUntil(lambda before=before: preview._paper is not before, timeout=20_000)
        assert preview.view.page == spot(preview, chosen)[0]
        assert preview._shows_item()
    assert spot(preview, chosen)[0] == open_at


def test_the_page_stays_when_the_pages_are_hidden_and_shown(
    bench: Bench, preview: PreviewPane, qtbot: QtBot, chosen: UUID
) -> None:
    page = spot(preview, chosen)[0]
    assert page > 0
    for _time in range(2):
        bench.press(Qt.Key.Key_P, KEYS)
        qtbot.wait(50)
    assert preview.isVisible()
    assert preview.view.page == page
