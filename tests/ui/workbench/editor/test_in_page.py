"""The editor at its place in the workbench: agenda, editor and history are of one mind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.models.decision import Outcome
from app.models.follow_up import FollowUpStatus
from app.models.richtext import plain
from app.services.attachments import add_attachments
from app.services.decisions import set_outcome
from app.services.follow_ups import edit_follow_up
from app.services.queries.items import item_rows, item_view
from app.services.queries.meetings import meeting_rows
from app.ui.pages.workbench import WorkbenchPage
from tests.ui.conftest import World
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.editor.conftest import CTRL, SHIFT, Key

TITLE = "Prøveår med delte boliger"


def test_a_new_title_shows_in_the_agenda(bench: Bench, qtbot: QtBot) -> None:
    bench.choose(TITLE)
    field = bench.page.editor.head.title
    field.setFocus()
    QTest.keyClick(field, Key.Key_End)
    QTest.keyClicks(field, " i byen")
    qtbot.waitUntil(lambda: f"{TITLE} i byen" in bench.titles(), timeout=3000)
    assert f"{TITLE} i byen" in bench.shown()
    assert "Gemt kl." in bench.page.head.status.text()


def test_closing_by_key_from_a_text_asks_for_the_ground(bench: Bench) -> None:
    item_id = bench.choose(TITLE)
    editor = bench.page.editor
    text = editor.form.sections[0].editor
    text.setFocus()
    QTest.keyClick(text, Key.Key_L, CTRL | SHIFT)
    assert next(row for row in bench.stored() if row.id == item_id).is_closed
    assert QApplication.focusWidget() is editor.head.reason.field
    bench.world.context.history.undo.trigger()
    assert not next(row for row in bench.stored() if row.id == item_id).is_closed
    assert editor.head.openness.value == "open"


def test_alt_and_down_opens_the_menu_of_a_button_and_moves_no_item(bench: Bench) -> None:
    bench.choose(TITLE)
    editor, before = bench.page.editor, bench.titles()
    editor.form.decision._write_now()
    for button in (editor.form.decision.rows[0].chooser, editor.head.kind.button):
        button.setFocus()
        QTest.keyClick(button, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.actions()
        menu.close()
        assert bench.titles() == before
    editor.head.title.setFocus()
    QTest.keyClick(editor.head.title, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert bench.titles() != before


def test_walking_to_the_next_item_saves_and_stays_in_the_same_part(bench: Bench) -> None:
    first = bench.choose(TITLE)
    editor = bench.page.editor
    text = editor.form.sections[0].editor
    text.setFocus()
    QTest.keyClicks(text, "Kort fortalt.")
    QTest.keyClick(text, Key.Key_PageDown, CTRL)
    assert editor.item_id != first
    assert editor.form.sections[0].editor.toPlainText() == ""
    QTest.keyClick(QApplication.focusWidget(), Key.Key_PageUp, CTRL)
    assert editor.item_id == first
    assert editor.form.sections[0].editor.toPlainText() == "Kort fortalt."


def test_undo_in_another_item_goes_to_the_text_that_changed(bench: Bench) -> None:
    bench.choose(TITLE)
    editor = bench.page.editor
    text = editor.form.sections[1].editor
    text.setFocus()
    QTest.keyClicks(text, "Ny tekst.")
    editor.flush()
    bench.choose("Tal for ventetid i efteråret")
    assert QApplication.focusWidget() is bench.page.agenda.list
    QTest.keyClick(bench.page.agenda.list, Key.Key_Z, CTRL)
    assert editor.head.title.text() == TITLE
    assert QApplication.focusWidget() is editor.form.sections[1].editor
    assert editor.form.sections[1].editor.toPlainText() == ""


def test_undo_of_an_outcome_in_another_item_goes_to_its_row(bench: Bench) -> None:
    item_id = bench.choose(TITLE)
    editor = bench.page.editor
    set_outcome(bench.world.database, item_id, Outcome.NOTED)
    bench.choose("Tal for ventetid i efteråret")
    bench.world.context.history.take_back()
    assert editor.head.title.text() == TITLE
    assert QApplication.focusWidget() is editor.form.decision.rows[0].chooser
    assert editor.form.decision.rows[0].chooser.value is Outcome.POSTPONED


def test_a_new_item_is_named_at_once(bench: Bench) -> None:
    bench.choose(TITLE)
    QTest.keyClick(bench.page.agenda.list, Key.Key_N, CTRL)
    assert QApplication.focusWidget() is bench.page.editor.head.title
    QTest.keyClicks(QApplication.focusWidget(), "Helt nyt punkt")
    bench.page.editor.flush()
    assert "Helt nyt punkt" in bench.titles()


def test_what_is_undone_on_another_page_is_not_stored_again(bench: Bench) -> None:
    item_id = bench.choose(TITLE)
    text = bench.page.editor.form.sections[0].editor
    text.setFocus()
    QTest.keyClicks(text, "Skal ikke stå her.")
    window, database = bench.world.window, bench.world.database
    window.open("decisions")
    assert plain(item_view(database, item_id).sections[0].text) == "Skal ikke stå her."
    bench.world.context.history.undo.trigger()
    window.open("meeting", meeting_id=bench.meeting_id)
    assert text.toPlainText() == ""
    text.setFocus()
    QTest.keyClicks(text, "Nyt")
    bench.page.editor.flush()
    assert plain(item_view(database, item_id).sections[0].text) == "Nyt"


def test_a_task_finished_on_another_page_is_finished_in_the_editor(bench: Bench) -> None:
    item_id = bench.choose(TITLE)
    (task,) = item_view(bench.world.database, item_id).follow_ups
    bench.world.window.open("follow_ups")
    edit_follow_up(bench.world.database, task.id, status=FollowUpStatus.DONE)
    bench.world.window.open("meeting", meeting_id=bench.meeting_id)
    (line,) = bench.page.editor.form.decision.follow_ups.lines
    assert line.status.value is FollowUpStatus.DONE


def test_the_label_of_the_attachments_stands_above_the_zone_in_a_prepared_page(
    world: World, qtbot: QtBot, tmp_path: Path
) -> None:
    meeting_id = meeting_rows(world.database)[0].id
    items = [row.id for row in item_rows(world.database, meeting_id)]
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for file in files:
        file.write_bytes(file.name.encode())
    add_attachments(world.database, items[0], files)
    world.window.resize(1440, 900)
    world.window.prepare("meeting")
    qtbot.wait(50)
    page = world.window.open("meeting", meeting_id=meeting_id, item_id=items[1])
    assert isinstance(page, WorkbenchPage)
    part = page.editor.form.attachments
    box = part.zone.parentWidget()
    assert box is not None
    qtbot.waitUntil(lambda: box.height() == box.sizeHint().height())
    assert part.label.y() == 0
    assert part.label.geometry().bottom() < part.zone.y()
