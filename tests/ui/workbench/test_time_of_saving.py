"""The head says when this meeting was saved, and not when another was."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.richtext import plain
from app.services.items import rename_item
from app.services.meetings import create_meeting, edit_meeting
from app.services.queries.items import item_view
from app.storage.actions import Action
from app.storage.changes import Changes
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


def test_there_is_no_time_of_saving_while_words_are_not_saved(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    item_id = bench.choose("Prøveår med delte boliger")
    editor, status = bench.page.editor, bench.page.head.status
    text = editor.form.sections[0].editor
    text.setFocus()
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        QTest.keyClicks(text, "Ord uden plads.")
        text.flush()
        assert status.text() == "Ikke gemt"
    editor.head.title.setFocus()
    QTest.keyClick(editor.head.title, Qt.Key.Key_End)
    QTest.keyClicks(editor.head.title, " i byen")
    bench.page.agenda.list.setFocus()
    assert "Prøveår med delte boliger i byen" in bench.titles()
    assert status.text() == "Ikke gemt"
    editor.flush()
    (first, *_rest) = item_view(bench.world.database, item_id).sections
    assert plain(first.text) == "Ord uden plads."
    assert status.text().startswith("Gemt kl. ")


def test_a_change_elsewhere_gives_no_time_to_words_that_are_not_saved(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.choose("Prøveår med delte boliger")
    text = bench.page.editor.form.sections[0].editor
    text.setFocus()
    other = bench.stored()[1].id
    rename_item(bench.world.database, other, "Nattevagt")
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        QTest.keyClicks(text, "Ord uden plads.")
        text.flush()
        news = Changes(Action.EDIT_TITLE, {"agenda_item": frozenset({other})})
        bench.world.context.bus.changed.emit(news, None)
        assert bench.page.head.status.text() == "Ikke gemt"
