"""The head says when this meeting was saved, and not when another was."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtTest import QTest

from app.services.items import rename_item
from app.services.meetings import create_meeting, edit_meeting
from app.storage.database import Database
from app.ui.widgets import IconLabel
from tests.ui.hands import refused
from tests.ui.workbench.conftest import Bench


def test_only_what_is_saved_in_this_meeting_has_a_time(bench: Bench) -> None:
    page, status = bench.page, bench.page.head.status
    first, other = bench.world.sample.meeting_ids
    assert status.text() == ""
    rename_item(bench.world.database, bench.stored()[1].id, "Nattevagt")
    assert status.text().startswith("Gemt kl. ")
    bench.world.window.open("meeting", meeting_id=other)
    assert page.meeting_id == other
    assert (status.text(), status.accessibleName()) == ("", "")
    assert all(icon.isHidden() for icon in status.findChildren(IconLabel))
    edit_meeting(bench.world.database, other, place_text="Havnen")
    assert status.text().startswith("Gemt kl. ")
    bench.world.window.open("meeting", meeting_id=first)
    assert status.text() == ""


def test_a_new_meeting_has_no_time_of_saving(bench: Bench) -> None:
    rename_item(bench.world.database, bench.stored()[1].id, "Nattevagt")
    meeting_id = create_meeting(
        bench.world.database, bench.world.sample.body_id, dt.date(2031, 1, 9)
    )
    bench.world.window.open("meeting", meeting_id=meeting_id)
    assert bench.page.head.status.text() == ""


def test_what_is_not_saved_is_still_said_in_the_next_meeting(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.choose("Prøveår med delte boliger")
    title = bench.page.editor.head.title
    title.setFocus()
    monkeypatch.setattr(Database, "write", refused)
    QTest.keyClicks(title, "x")
    bench.world.window.open("meeting", meeting_id=bench.world.sample.meeting_ids[1])
    assert bench.page.head.status.text() == "Ikke gemt"
