"""How the width is shared between agenda, editor and preview."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.items import edit_item
from app.services.meetings import edit_meeting
from app.services.queries.items import item_rows
from app.ui.pages.workbench import WorkbenchPage
from app.ui.pages.workbench.agenda_pane import AgendaPane
from app.ui.widgets import Label, MinutesBar
from tests.ui.conftest import World
from tests.ui.workbench.conftest import Bench


def opened(world: World, text_size: int, width: int) -> WorkbenchPage:
    """The first meeting as it stands when the program starts with this text size."""
    world.context.theme.set_text_size(text_size)
    world.window.resize(width, 900)
    page = world.window.open("meeting", meeting_id=world.sample.meeting_ids[0])
    assert isinstance(page, WorkbenchPage)
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("text_size", [100, 130])
def test_the_editor_has_the_largest_share_at_the_start(world: World, text_size: int) -> None:
    page = opened(world, text_size, 1440)
    agenda, editor, preview = page.panes.sizes()
    assert page.preview.isVisible()
    assert editor > 1.25 * preview > 1.25 * agenda


def test_larger_words_leave_the_preview_as_wide_as_it_was(world: World) -> None:
    page = opened(world, 130, 1440)
    assert page.panes.sizes()[2] == 430


def test_the_minutes_of_another_meeting_have_room_for_all_their_words(
    world: World, qtbot: QtBot
) -> None:
    world.context.theme.set_text_size(130)
    rows = item_rows(world.database, world.sample.meeting_ids[0])[:1]
    pane = AgendaPane()
    qtbot.addWidget(pane)
    pane.resize(364, 600)
    pane.show()
    for minutes, length in ((5, 60), (1010, 450)):
        pane.show_meeting([replace(rows[0], duration_min=minutes)], length)
        QApplication.processEvents()
    words = [one for one in pane._minutes.findChildren(Label) if one.text()]
    told = [one.text().replace("\u00a0", " ") for one in words]
    assert told == ["16 t 50 min", "af 7 t 30 min", "9 t 20 min for meget"]
    assert all(one.width() >= one.sizeHint().width() for one in words)


def test_a_meeting_without_an_end_has_no_bar_to_fill(bench: Bench) -> None:
    bar = bench.page.agenda.findChild(MinutesBar)
    edit_item(bench.world.database, bench.stored()[2].id, duration_min=20)
    assert bar.isVisible()
    edit_meeting(bench.world.database, bench.meeting_id, end=None)
    assert bar.parentWidget().isVisible()
    assert not bar.isVisible()
    edit_meeting(bench.world.database, bench.meeting_id, end=dt.time(12))
    assert bar.isVisible()
