"""Nothing typed is lost: failing disk, undo, changes of others, another item."""

from __future__ import annotations

import time

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.richtext import plain, text_of
from app.services.items import delete_item, rename_item
from app.services.sections import edit_section_text
from app.storage.database import Database
from app.ui.pages.workbench.editor.fields.burst import Burst
from tests.ui.hands import refused
from tests.ui.workbench.editor.conftest import CTRL, Desk, Key
from tests.ui.workbench.editor.scene import turn


def test_what_could_not_be_saved_stays_and_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[bool] = []
    desk.editor.save_failed.connect(lambda: failed.append(True))
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        desk.write(desk.section(2).editor, " Vigtigt.")
        desk.editor.flush()
        assert failed
        assert "Drevet svarer ikke" in desk.context.messages.text
        assert desk.section(2).editor.toPlainText().endswith("Vigtigt.")
        desk.editor.reload(None)
        desk.editor.show_item(desk.scene.plain)
        desk.editor.show_item(desk.scene.full)
        assert desk.section(2).editor.toPlainText().endswith("Vigtigt.")
    assert not desk.section_words(2).endswith("Vigtigt.")
    desk.context.messages._act()
    assert desk.section_words(2).endswith("Vigtigt.")


def test_saving_and_saved_come_in_pairs(desk: Desk) -> None:
    told: list[str] = []
    desk.editor.saving.connect(lambda: told.append("saving"))
    desk.editor.saved.connect(lambda: told.append("saved"))
    desk.write(desk.section(0).editor, " Mere.")
    desk.editor.flush()
    assert told == ["saving", "saved"]
    desk.editor.flush()
    assert told == ["saving", "saved"]


def test_switching_saves_and_nothing_leaks_into_the_next_item(desk: Desk) -> None:
    desk.write(desk.section(0).editor, " Sidste ord.")
    desk.editor.show_item(desk.scene.plain)
    assert plain(desk.stored(desk.scene.full).sections[0].text).endswith("Sidste ord.")
    assert not any(section.text for section in desk.stored(desk.scene.plain).sections)
    assert not desk.section(0).editor.document().isUndoAvailable()
    assert desk.section(0).editor.toPlainText() == ""


def test_another_page_changes_one_field_and_the_others_stay(desk: Desk) -> None:
    desk.write(desk.section(0).editor, " Uafsluttet")
    position = desk.section(0).editor.textCursor().position()
    third = desk.stored().sections[2].id
    edit_section_text(desk.database, third, text_of("Skrevet andetsteds."))
    assert desk.section(2).editor.toPlainText() == "Skrevet andetsteds."
    assert desk.section(0).editor.toPlainText().endswith("Uafsluttet")
    assert desk.section(0).editor.textCursor().position() == position
    assert desk.focused() is desk.section(0).editor


def test_text_undo_first_then_the_history(desk: Desk) -> None:
    rename_item(desk.database, desk.scene.full, "Ny titel")
    editor = desk.section(2).editor
    before = editor.toPlainText()
    desk.write(editor, " Xyz")
    desk.editor.flush()
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert editor.toPlainText() == before
    desk.editor.flush()
    assert desk.section_words(2) == before
    assert desk.stored().title == "Ny titel"


def test_what_was_typed_and_taken_back_is_no_step_of_the_history(desk: Desk) -> None:
    turn(desk.editor)
    editor = desk.section(2).editor
    desk.write(editor, " Xyz")
    desk.editor.flush()
    while editor.document().isUndoAvailable():
        QTest.keyClick(editor, Key.Key_Z, CTRL)
    desk.editor.flush()
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert not desk.stored().is_closed


def test_the_newest_step_is_undone_first_whatever_has_the_focus(desk: Desk) -> None:
    editor, title = desk.section(2).editor, desk.editor.head.title
    before = desk.section_words(2), desk.stored().title
    desk.write(editor, " Xyz")
    desk.write(title, " A")
    desk.editor.flush()
    turn(desk.editor)
    editor.setFocus()
    undo = desk.context.history.undo
    undo.trigger()
    assert not desk.stored().is_closed
    assert editor.toPlainText() == before[0] + " Xyz"
    title.setFocus()
    undo.trigger()
    assert (desk.stored().title, title.text()) == (before[1], before[1])
    undo.trigger()
    assert editor.toPlainText() == desk.section_words(2) == before[0]
    for _step in range(3):
        desk.context.history.redo.trigger()
    assert desk.stored().is_closed
    assert desk.section_words(2) == before[0] + " Xyz"


def test_a_text_taken_back_by_hand_is_saved_before_the_history_goes_on(desk: Desk) -> None:
    rename_item(desk.database, desk.scene.full, "Ny titel")
    editor = desk.section(2).editor
    desk.write(editor, " Xyz")
    desk.editor.flush()
    while editor.document().isUndoAvailable():
        desk.context.history.undo.trigger()
    desk.context.history.undo.trigger()
    assert desk.stored().title != "Ny titel"
    assert not desk.section_words(2).endswith("Xyz")


def test_a_text_that_rested_is_a_step_of_the_history(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.section(2).editor
    burst = editor.findChild(Burst)
    assert burst is not None
    burst._rest.setInterval(20)
    desk.write(editor, " Xyz")
    desk.editor.flush()
    qtbot.waitUntil(lambda: not editor.document().isUndoAvailable())
    desk.context.history.undo.trigger()
    assert not desk.section_words(2).endswith("Xyz")


def test_hiding_the_editor_saves(desk: Desk) -> None:
    desk.write(desk.section(2).editor, " Til sidst.")
    desk.window.hide()
    assert desk.section_words(2).endswith("Til sidst.")


def test_three_steps_are_undone_and_redone(desk: Desk) -> None:
    head = desk.editor.head
    desk.write(head.title, " A")
    desk.editor.flush()
    turn(desk.editor)
    row = desk.block.rows[2]
    desk.write(row, "")
    QTest.keyClick(row, Key.Key_Return)
    assert len(desk.points()) == 4
    desk.database.undo()
    assert len(desk.block.rows) == 3
    desk.database.undo()
    assert head.openness.value == "open"
    desk.database.undo()
    assert head.title.text() == "Pladser i botilbud ved fjorden" == desk.stored().title
    for _step in range(3):
        desk.database.redo()
    assert head.title.text().endswith(" A")
    assert desk.stored().is_closed
    assert len(desk.points()) == 4


def test_undo_puts_the_cursor_where_the_text_changed(desk: Desk) -> None:
    target = desk.stored().sections[0]
    edit_section_text(desk.database, target.id, text_of("Alt er nyt. " + plain(target.text)))
    desk.section(2).editor.setFocus()
    desk.database.undo()
    editor = desk.section(0).editor
    assert editor.toPlainText() == plain(target.text)
    assert desk.focused() is editor
    assert editor.textCursor().position() == 0


def test_an_item_that_is_gone_leaves_an_empty_editor(desk: Desk) -> None:
    desk.section(0).editor.setFocus()
    delete_item(desk.database, desk.scene.full)
    assert desk.editor.item_id is None
    assert not desk.editor.head.isVisible()
    desk.database.undo()
    desk.editor.show_item(desk.scene.full)
    assert desk.section(0).editor.toPlainText()


def test_switching_items_is_quick(desk: Desk, qtbot: QtBot) -> None:
    for item in (desk.scene.plain, desk.scene.full, desk.scene.formal):
        desk.editor.show_item(item)
        qtbot.wait(1)
    times = []
    for item in (desk.scene.full, desk.scene.plain) * 5:
        start = time.perf_counter()
        desk.editor.show_item(item)
        desk.editor.repaint()
        times.append(time.perf_counter() - start)
    assert sorted(times)[len(times) // 2] < 0.15, times
