"""How the width is shared between agenda, editor and preview."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.pages.workbench import WorkbenchPage
from tests.ui.conftest import World


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
