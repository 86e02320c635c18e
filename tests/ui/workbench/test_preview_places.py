"""What the preview shows when its size, the paper or the item changes."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.richtext import text_of
from app.services.items import create_item, rename_item
from app.services.queries.items import item_view
from app.services.sections import edit_section_text
from app.ui.pages.workbench.preview import PreviewPane
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.test_preview import settled, spot


@pytest.fixture
def long_paper(bench: Bench, preview: PreviewPane, qtbot: QtBot) -> list[UUID]:
    """Items that open a page each."""
    titles = ["Første", "Anden", "Tredje", "Fjerde"]
    made = [create_item(bench.world.database, bench.meeting_id, title=one) for one in titles]
    for item_id, title in zip(made, titles, strict=True):
        section = item_view(bench.world.database, item_id).sections[0]
        edit_section_text(bench.world.database, section.id, text_of(f"{title} tekst. " * 150))
    settled(preview, qtbot, "Fjerde tekst")
    assert all(preview._paper.top_of_item[one] < 80 for one in made)
    return made


def test_the_pages_come_to_an_item_when_only_the_margin_before_the_next_is_in_sight(
    bench: Bench, preview: PreviewPane, qtbot: QtBot, long_paper: list[UUID]
) -> None:
    page, _top = spot(preview, long_paper[2])
    bench.choose("Anden")
    preview.view.show_spot(page, 0)
    rename_item(bench.world.database, long_paper[1], "Anden sag")
    settled(preview, qtbot, "Anden sag")
    assert preview.view.page == spot(preview, long_paper[1])[0]


def test_the_page_stays_when_the_window_changes_its_size(
    bench: Bench, preview: PreviewPane, long_paper: list[UUID]
) -> None:
    bench.choose("Tredje")
    page, _top = spot(preview, long_paper[2])
    before = preview.view._in_sight()
    for width, height in ((1300, 900), (1100, 700), (1440, 900)):
        bench.world.window.resize(width, height)
        QTest.qWait(20)
        assert preview.view.page == page
    assert preview.view._in_sight() == before


def test_a_place_in_a_page_stays_while_it_is_zoomed(
    preview: PreviewPane, long_paper: list[UUID]
) -> None:
    view = preview.view
    view.verticalScrollBar().setValue(view._tops()[3] + round(300 * view.scale))
    for zoom in (2.5, 0.75, 1.0):
        view.set_zoom(zoom)
        edge = (view.verticalScrollBar().value() - view._tops()[3]) / view.scale
        assert edge == pytest.approx(300, abs=3)


def test_nothing_of_the_page_above_is_seen_where_a_page_begins(
    preview: PreviewPane, long_paper: list[UUID]
) -> None:
    view = preview.view
    for page in (0, 2, 3):
        view.show_spot(page, 0)
        assert view._in_sight()[0] == page
