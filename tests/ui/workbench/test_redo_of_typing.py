"""What Ctrl+Z takes out of a text comes back with Ctrl+Y, however much else was undone between."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.models.richtext import plain
from app.services.items import edit_item
from app.services.queries.items import item_view
from app.storage.database import dump
from tests.ui.workbench.conftest import Bench

TITLE = "Prøveår med delte boliger"
CTRL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, times: int = 1) -> None:
    for _time in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, CTRL)


def stored_text(bench: Bench) -> str:
    return plain(item_view(bench.world.database, bench.page.editor.item_id).sections[0].text)


def test_redo_brings_back_words_behind_another_step(bench: Bench) -> None:
    item_id = bench.choose(TITLE)
    text = bench.page.editor.form.sections[0].editor
    edit_item(bench.world.database, item_id, duration_min=25)
    text.setFocus()
    QTest.keyClicks(text, "En hel sætning.")
    bench.page.editor.flush()
    press(Qt.Key.Key_Z, 2)
    bench.page.editor.flush()
    assert (stored_text(bench), item_view(bench.world.database, item_id).duration_min) == ("", None)
    press(Qt.Key.Key_Y, 3)
    bench.page.editor.flush()
    assert stored_text(bench) == text.toPlainText() == "En hel sætning."
    assert item_view(bench.world.database, item_id).duration_min == 25


def test_words_undone_and_redone_in_the_field_leave_the_step_as_it_was(bench: Bench) -> None:
    bench.choose(TITLE)
    text = bench.page.editor.form.sections[0].editor
    text.setFocus()
    QTest.keyClicks(text, "Først.")
    press(Qt.Key.Key_Z)
    press(Qt.Key.Key_Y)
    bench.page.editor.flush()
    assert stored_text(bench) == "Først."
    assert not bench.world.database.history.redoable
    bench.world.context.history.take_back()
    assert stored_text(bench) == text.toPlainText() == ""


@pytest.mark.parametrize("seed", range(6))
def test_undone_to_the_start_and_redone_to_the_end_all_is_there(bench: Bench, seed: int) -> None:
    chance = random.Random(seed)
    item_id = bench.choose(TITLE)
    form, database = bench.page.editor.form, bench.world.database
    fields: list[QWidget] = [form.sections[0].editor, form.sections[1].editor]
    for step in range(12):
        act = chance.randrange(4)
        if act == 0:
            edit_item(database, item_id, duration_min=30 + step)
        elif act == 1:
            press(Qt.Key.Key_Z)
            press(Qt.Key.Key_Y)
        else:
            field = chance.choice(fields)
            field.setFocus()
            QTest.keyClicks(field, f"{step} ")
            if act == 2:
                bench.page.editor.flush()
    bench.page.editor.flush()
    end = dump(database)
    count = 0
    while database.history.undoable:
        press(Qt.Key.Key_Z)
        count += 1
    assert stored_text(bench) == ""
    for _time in range(2 * count):
        press(Qt.Key.Key_Y)
    bench.page.editor.flush()
    assert dump(database) == end
