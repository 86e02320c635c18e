"""What Ctrl+Z and Ctrl+Y took is said, and a search field keeps both keys to itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.meeting import MeetingState
from app.services.items import edit_item, rename_item
from app.services.meetings import change_state, edit_meeting
from app.services.queries.items import item_rows
from app.services.queries.meetings import meeting_fields, meeting_rows
from app.storage.database import dump
from app.ui.dialogs.body import BodyDialog
from tests.ui.conftest import World
from tests.ui.hands import active, press
from tests.ui.papers_in import opened, paper, press_confirm, press_receipt, said


@pytest.fixture
def imported(qtbot: QtBot, world: World) -> World:
    """The list of meetings, with one just imported."""
    press_confirm(qtbot, opened(qtbot, world, paper(1)))
    world.window.open("meetings")
    active(qtbot, world)
    return world


def days(world: World) -> int:
    return len(meeting_rows(world.database))


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"])
def test_undo_in_a_search_field_never_reaches_the_data(
    qtbot: QtBot, imported: World, keys: str
) -> None:
    imported.database.undo()
    imported.database.redo()
    rename_item(imported.database, imported.sample.item_ids[0], "Et andet navn")
    imported.database.undo()
    before = dump(imported.database)
    press(qtbot, imported, "Ctrl+F")
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "marts")
    press(qtbot, imported, "Ctrl+Z")
    assert field.text() == ""
    for _time in range(3):
        press(qtbot, imported, keys)
    assert dump(imported.database) == before


def test_an_undone_import_is_told_and_the_receipt_brings_it_back(
    qtbot: QtBot, imported: World
) -> None:
    count = days(imported)
    imported.window.page.setFocus()
    press(qtbot, imported, "Ctrl+Z")
    assert days(imported) == count - 1
    assert said(imported) == "Fortrudt: Importér møde."
    assert imported.context.messages._toast._action.text() == "Gentag"
    press_receipt(qtbot, imported)
    assert days(imported) == count
    assert said(imported) == "Gentaget: Importér møde."
    assert imported.context.messages._toast._action.text() == "Fortryd"
    press_receipt(qtbot, imported)
    assert days(imported) == count - 1


def test_a_state_taken_back_is_told(qtbot: QtBot, world: World) -> None:
    meeting_id = world.sample.meeting_ids[0]
    change_state(world.database, meeting_id, MeetingState.AGENDA_SENT)
    change_state(world.database, meeting_id, MeetingState.HELD)
    world.window.open("meeting", meeting_id=meeting_id)
    active(qtbot, world)
    press(qtbot, world, "Ctrl+Z")
    assert meeting_fields(world.database, meeting_id).state is MeetingState.AGENDA_SENT
    assert said(world).startswith("Fortrudt: ")
    press(qtbot, world, "Ctrl+Y")
    assert said(world).startswith("Gentaget: ")


def test_a_receipt_goes_when_another_change_makes_it_untrue(qtbot: QtBot, imported: World) -> None:
    imported.window.page.setFocus()
    press(qtbot, imported, "Ctrl+Z")
    rename_item(imported.database, imported.sample.item_ids[0], "Et andet navn")
    assert said(imported) == ""


def test_typing_that_is_undone_is_seen_in_its_field(qtbot: QtBot, world: World) -> None:
    meeting_id, item_id = world.sample.meeting_ids[0], world.sample.item_ids[0]
    before = item_rows(world.database, meeting_id)[0].title
    rename_item(world.database, item_id, "Et andet navn")
    world.window.open("meeting", meeting_id=meeting_id)
    active(qtbot, world)
    press(qtbot, world, "Ctrl+Z")
    assert item_rows(world.database, meeting_id)[0].title == before
    assert said(world) == ""


def test_what_was_typed_in_a_dialog_or_moved_is_told(qtbot: QtBot, world: World) -> None:
    meeting_id = world.sample.meeting_ids[0]
    world.window.open("meeting", meeting_id=meeting_id)
    active(qtbot, world)
    edit_meeting(world.database, meeting_id, place_text="Rådhuset")
    press(qtbot, world, "Ctrl+Z")
    assert said(world) == "Fortrudt: Ret møde."
    world.window.page.agenda.list.setFocus()
    press(qtbot, world, "Alt+Down")
    edit_item(world.database, world.sample.item_ids[0], duration_min=25)
    press(qtbot, world, "Ctrl+Z")
    assert said(world) == ""
    press(qtbot, world, "Ctrl+Z")
    assert said(world) == "Fortrudt: Flyt punkt."


def test_typing_that_is_undone_from_another_field_is_told(qtbot: QtBot, world: World) -> None:
    meeting_id, item_id = world.sample.meeting_ids[0], world.sample.item_ids[0]
    world.window.open("meeting", meeting_id=meeting_id, item_id=item_id)
    active(qtbot, world)
    rename_item(world.database, item_id, "Et andet navn")
    world.window.page.editor.form.sections[0].editor.setFocus()
    press(qtbot, world, "Ctrl+Z")
    assert said(world).startswith("Fortrudt: ")


def test_ctrl_y_does_again_in_a_dialog(qtbot: QtBot, world: World) -> None:
    world.context.navigator.run("new_body")
    dialog = world.window.findChild(BodyDialog)
    dialog.activateWindow()
    for count, field in enumerate((dialog.name, dialog.members)):
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        qtbot.keyClicks(field, "Bo Lund")
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert dialog._words().count("Bo Lund") == count
        qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert dialog._words().count("Bo Lund") == count + 1
