"""The workbench as a whole: opening, remembering, undo, what others change, the panes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.meeting import Meeting, MeetingState, UnplacedLine
from app.services.items import move_item, rename_item
from app.services.meetings import change_state, delete_meeting
from app.services.queries.meetings import unplaced_rows
from app.services.queries.places import Place, place_of
from app.storage.actions import Action
from app.storage.database import Database
from app.ui.pages.workbench.unplaced_dialog import UnplacedDialog
from tests.ui.workbench.conftest import Bench, dialog_of, press_button

FIRST, SECOND = "Fælles vagttelefon om natten", "Prøveår med delte boliger"


def test_opening_shows_meeting_and_first_item(bench: Bench) -> None:
    page = bench.page
    assert page.head.title.text() == "SG Fjord, torsdag den 7.\u00a0februar 2030"
    assert page.head.note.text() == "kl.\u00a09.00–12.00"
    assert bench.shown() == bench.titles()
    assert page.editor.item_id == bench.stored()[0].id
    assert page.title == "SG Fjord 7.\u00a0februar"


def test_each_meeting_remembers_its_item(bench: Bench) -> None:
    chosen = bench.choose(SECOND)
    other = bench.world.sample.meeting_ids[1]
    bench.world.window.open("meeting", meeting_id=other)
    assert bench.page.editor.item_id != chosen
    bench.world.window.open("meeting", meeting_id=bench.meeting_id)
    assert bench.page.editor.item_id == chosen


def test_opening_at_an_item(bench: Bench) -> None:
    item_id = bench.stored()[4].id
    bench.world.window.open("meeting", meeting_id=bench.meeting_id, item_id=item_id)
    assert bench.page.editor.item_id == item_id


def test_undo_shows_the_item_that_changed(bench: Bench) -> None:
    item_id = bench.choose(FIRST)
    rename_item(bench.world.database, item_id, "Et andet navn")
    assert "Et andet navn" in bench.shown()
    bench.click_row(0)
    bench.world.context.history.take_back()
    assert FIRST in bench.shown()
    assert bench.page.editor.item_id == item_id


def test_undo_of_a_move_shows_the_item_that_moved(bench: Bench) -> None:
    item_id = bench.choose(SECOND)
    move_item(bench.world.database, item_id, 0)
    bench.click_row(5)
    bench.world.context.history.take_back()
    assert bench.page.editor.item_id == item_id


def test_undo_of_a_move_by_one_keeps_to_the_item_that_was_moved(bench: Bench) -> None:
    for step in (-1, 1):
        item_id = bench.choose(SECOND)
        place = [row.id for row in bench.page.agenda.model.rows].index(item_id)
        move_item(bench.world.database, item_id, place + step)
        bench.world.context.history.take_back()
        assert bench.page.editor.item_id == item_id


def test_undo_in_another_meeting_goes_there(bench: Bench) -> None:
    item_id = bench.choose(FIRST)
    rename_item(bench.world.database, item_id, "Et andet navn")
    bench.world.window.open("meeting", meeting_id=bench.world.sample.meeting_ids[1])
    bench.world.context.history.take_back()
    assert bench.page.meeting_id == bench.meeting_id
    assert bench.page.editor.item_id == item_id


def test_place_of_a_deleted_item_is_its_meeting_no_more(bench: Bench) -> None:
    database = bench.world.database
    found = []
    database.on_change(lambda changes: found.append(place_of(database, changes)))
    last = bench.world.sample.meeting_ids[1]
    item_id = bench.world.sample.item_ids[4]
    rename_item(database, item_id, "Kort")
    delete_meeting(database, last)
    assert found == [Place(last, item_id), None]


def test_a_meeting_that_is_deleted_makes_way_for_the_list(bench: Bench) -> None:
    delete_meeting(bench.world.database, bench.meeting_id)
    assert bench.world.window.page_key == "meetings"
    assert bench.page.meeting_id is None


def test_changes_while_hidden_are_read_on_return(bench: Bench) -> None:
    item_id = bench.choose(FIRST)
    bench.world.window.open("decisions")
    rename_item(bench.world.database, item_id, "Nyt navn imens")
    bench.world.window.open("meeting", meeting_id=bench.meeting_id)
    assert "Nyt navn imens" in bench.shown()


def test_lines_without_a_place_can_be_marked(bench: Bench) -> None:
    database = bench.world.database
    with database.write(Action.IMPORT_MEETING) as session:
        for line, text in ((4, "En linje i luften"), (9, "En linje til")):
            session.add(UnplacedLine(meeting_id=bench.meeting_id, page=2, line=line, text=text))
    assert bench.page.unplaced.isVisible()
    bench.page.unplaced.clicked.emit()
    dialog = dialog_of(UnplacedDialog)
    press_button(dialog, "Kopiér")
    assert QApplication.clipboard().text() == "En linje i luften"
    press_button(dialog, "Markér som placeret")
    assert [row.text for row in unplaced_rows(database, bench.meeting_id)] == ["En linje til"]
    press_button(dialog, "Markér som placeret")
    assert unplaced_rows(database, bench.meeting_id) == []
    assert not bench.page.unplaced.isVisible()


def test_preview_hides_first_when_the_window_is_narrow(bench: Bench, qtbot: QtBot) -> None:
    window, page = bench.world.window, bench.page
    page.toggle_preview.trigger()
    assert page.preview.isVisible()
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: not page.preview.isVisible())
    window.resize(1440, 900)
    qtbot.waitUntil(page.preview.isVisible)
    press = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    bench.press(Qt.Key.Key_P, press)
    assert not page.preview.isVisible()
    assert not page.head.preview.isChecked()


def test_all_panes_fit_the_smallest_window(bench: Bench, qtbot: QtBot) -> None:
    bench.world.window.resize(1100, 700)
    bench.page.toggle_preview.trigger()
    qtbot.waitUntil(bench.page.preview.isVisible)
    assert bench.world.window.width() == 1100
    assert sum(bench.page.panes.sizes()) <= bench.page.width()


def test_the_agenda_gives_way_where_three_panes_have_no_room(bench: Bench, qtbot: QtBot) -> None:
    window, page = bench.world.window, bench.page
    window.resize(1100, 700)
    bench.world.context.theme.set_text_size(130)
    page.toggle_preview.trigger()
    qtbot.waitUntil(lambda: page.preview.isVisible() and not page.agenda.isVisible())
    least = page.preview.minimumSizeHint().width()
    qtbot.waitUntil(lambda: page.preview.width() >= least)
    assert page.editor.geometry().right() <= page.preview.x()
    page.toggle_preview.trigger()
    qtbot.waitUntil(page.agenda.isVisible)
    bench.world.context.theme.set_text_size(100)


def test_sizes_of_the_panes_are_remembered(bench: Bench) -> None:
    bench.page.panes.setSizes([400, 980, 0])
    bench.page.panes.splitterMoved.emit(400, 1)
    assert bench.world.context.settings.sizes("workbench")[0] == bench.page.panes.sizes()[0]


def test_meeting_without_items_is_an_empty_list(bench: Bench) -> None:
    with bench.world.database.write(Action.CREATE_MEETING) as session:
        meeting = Meeting(body_id=bench.world.sample.body_id, date=dt.date(2030, 6, 1))
        session.add(meeting)
    bench.world.window.open("meeting", meeting_id=meeting.id)
    assert bench.shown() == []
    assert bench.page.editor.item_id is None


def test_what_is_being_typed_is_saved_when_the_window_closes(bench: Bench) -> None:
    item_id = bench.choose(FIRST)
    bench.press(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Weekendvagt")
    bench.world.window.close()
    found = next(row for row in bench.stored() if row.id == item_id)
    assert found.title == "Weekendvagt"


def test_another_database_leaves_nothing_of_the_old_one(bench: Bench, tmp_path: Path) -> None:
    context, window = bench.world.context, bench.world.window
    with Database.create(tmp_path / "andet" / "moedevaerk.db", "Prøve") as other:
        old = context.database
        context.slot.fill(other)
        page = window.open("meetings")
        assert page.model.rowCount() == 0
        window.open("meeting")
        assert window.page_key == "meetings"
        context.slot.fill(old)


def test_ctrl_z_in_the_list_takes_back_step_by_step(bench: Bench) -> None:
    before = bench.titles()
    bench.choose(FIRST)
    bench.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    bench.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "Et nyt punkt")
    bench.page.agenda.list.setFocus()
    bench.page.editor.flush()
    assert "Et nyt punkt" in bench.titles()
    for _step in range(3):
        bench.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.titles() == before
    assert bench.shown() == before
    for _step in range(3):
        bench.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "Et nyt punkt" in bench.titles()


def test_a_meeting_that_is_gone_is_said(bench: Bench) -> None:
    bench.world.window.open("meeting", meeting_id=uuid4())
    assert bench.world.window.page_key == "meetings"
    assert bench.world.context.messages.text.startswith("Det findes ikke længere")
    bench.world.window.open("meeting", meeting_id=bench.meeting_id)
    assert bench.shown() == bench.titles()


def test_the_paper_follows_the_state(bench: Bench) -> None:
    assert bench.page.preview.product == "agenda"
    change_state(bench.world.database, bench.meeting_id, MeetingState.HELD)
    assert bench.page.preview.product == "minutes"
    bench.world.context.history.take_back()
    assert bench.page.preview.product == "agenda"
