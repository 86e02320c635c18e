"""A paper that comes late, when another one is asked for already, is not shown as that one."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.visibility import Edition
from app.ui.pages.workbench.preview import PreviewPane, pane
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.test_preview import CLOSED, SLOW, segment, settled, words


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What is put in here is not read until the end: an edition, or a meeting's id."""
    held, at_end, collect = list[object](), Event(), pane.collect

    def wait_if_held(*args: Any) -> Any:
        if any(one in held for one in args[1:]):
            assert at_end.wait(20)
        return collect(*args)

    monkeypatch.setattr(pane, "collect", wait_if_held)
    yield held
    at_end.set()


def being_set(bench: Bench, qtbot: QtBot) -> None:
    """The worker has a paper in hand, which comes with the next turn of the event loop or later."""
    jobs = bench.world.context.jobs
    tickets = jobs._tickets
    qtbot.waitUntil(lambda: any(one.key == "set" for one in tickets.values()), timeout=SLOW)


def come(bench: Bench, qtbot: QtBot) -> None:
    """That paper is here."""
    jobs = bench.world.context.jobs
    tickets = jobs._tickets
    qtbot.waitUntil(lambda: all(one.key == "paper" for one in tickets.values()), timeout=SLOW)


def test_a_full_paper_that_comes_late_is_not_shown_as_the_open_edition(
    bench: Bench, preview: PreviewPane, qtbot: QtBot, hold: list[object]
) -> None:
    QTest.mouseClick(segment(preview, "Fuld udgave"), Qt.MouseButton.LeftButton)
    being_set(bench, qtbot)
    hold.append(Edition.OPEN)
    QTest.mouseClick(segment(preview, "Åben udgave"), Qt.MouseButton.LeftButton)
    come(bench, qtbot)
    assert CLOSED not in words(preview)


def test_the_paper_of_the_meeting_before_does_not_come_into_the_next_one(
    bench: Bench, preview: PreviewPane, qtbot: QtBot, hold: list[object]
) -> None:
    preview.refresh(0)
    being_set(bench, qtbot)
    other = bench.world.sample.meeting_ids[1]
    hold.append(other)
    bench.world.window.open("meeting", meeting_id=other)
    come(bench, qtbot)
    assert preview.view.page_count == 0


def test_going_there_and_back_shows_the_edition_that_is_asked_for(
    preview: PreviewPane, qtbot: QtBot
) -> None:
    for name in ("Fuld udgave", "Åben udgave", "Fuld udgave"):
        QTest.mouseClick(segment(preview, name), Qt.MouseButton.LeftButton)
    settled(preview, qtbot, CLOSED)
