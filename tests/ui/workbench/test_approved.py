"""Approved minutes: the agenda stays as it is, and texts are not corrected without a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.models.meeting import MeetingState
from app.services.items import create_item
from app.services.meetings import change_state
from app.ui.pages.workbench.state_dialog import StateDialog
from app.ui.widgets.labels import LinkLabel
from tests.ui.workbench.conftest import Bench, dialog_of, press_button

FIRST = "Fælles vagttelefon om natten"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def approved(bench: Bench) -> Bench:
    """The minutes are approved while the meeting is shown; one item was added at the meeting."""
    change_state(bench.world.database, bench.meeting_id, MeetingState.HELD)
    create_item(bench.world.database, bench.meeting_id, title="Tilføjet")
    change_state(bench.world.database, bench.meeting_id, MeetingState.APPROVED)
    bench.choose("Tilføjet")
    return bench


def test_no_key_changes_the_agenda_of_approved_minutes(approved: Bench) -> None:
    before = approved.stored()
    approved.press(Qt.Key.Key_N, CONTROL)
    approved.press(Qt.Key.Key_L, CONTROL | SHIFT)
    approved.press(Qt.Key.Key_Up, ALT)
    approved.press(Qt.Key.Key_Delete)
    for button in approved.page.editor.head.openness.findChildren(QAbstractButton):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(approved.page.agenda.new_item, Qt.MouseButton.LeftButton)
    assert approved.stored() == before


def test_a_drag_in_approved_minutes_says_why_not(approved: Bench) -> None:
    before = approved.stored()
    approved.drag(approved.shown().index("Tilføjet"), approved.middle(0))
    assert approved.stored() == before
    assert approved.world.context.messages.text.startswith("Referatet er godkendt")


def test_what_cannot_be_done_is_grey_until_the_meeting_goes_back(approved: Bench) -> None:
    def able() -> set[str]:
        return {key for key, one in approved.page.commands.actions.items() if one.isEnabled()}

    assert able() == {"rename_item", "previous_item", "next_item"}
    assert not approved.page.agenda.new_item.isEnabled()
    approved.world.context.history.take_back()
    assert able() == set(approved.page.commands.actions)
    assert approved.page.editor.head.openness.isEnabled()


def test_a_title_may_still_be_corrected(approved: Bench) -> None:
    approved.press(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Rettet")
    approved.page.editor.flush()
    assert "Rettet" in approved.titles()


def test_a_banner_says_that_the_minutes_are_approved_and_leads_back(approved: Bench) -> None:
    page = approved.page
    assert page.approved.isVisible()
    QTest.mouseClick(page.approved.findChild(LinkLabel), Qt.MouseButton.LeftButton)
    dialog = dialog_of(StateDialog)
    QTest.keyClicks(dialog.reason, "En fejl i beslutningen")
    press_button(dialog, "Skift til Referat i høring")
    assert not page.approved.isVisible()
    approved.press(Qt.Key.Key_N, CONTROL)
    assert "" in approved.titles()


def test_other_meetings_have_no_such_banner(approved: Bench) -> None:
    other = approved.world.sample.meeting_ids[1]
    approved.world.window.open("meeting", meeting_id=other)
    assert not approved.page.approved.isVisible()
    approved.world.window.open("meeting", meeting_id=approved.meeting_id)
    assert approved.page.approved.isVisible()
