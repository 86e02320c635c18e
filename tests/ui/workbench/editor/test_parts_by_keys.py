"""From part to part by Alt+PgUp and Alt+PgDown, and the keys of an attachment's title."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.ui.pages.workbench.editor.attachments import part as attachments_part
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.editor.conftest import ALT, Desk


def test_the_next_part_is_reached_from_the_agenda(bench: Bench) -> None:
    second = bench.choose(bench.titles()[1])
    editor = bench.page.editor
    QTest.keyClick(bench.page.agenda.list, Qt.Key.Key_PageDown, ALT)
    assert bench.page.agenda.list.current_item.id == second
    focused = QApplication.focusWidget()
    assert editor.form.place_of(focused) == editor.form.parts[0].place
    bench.page.agenda.list.setFocus()
    QTest.keyClick(bench.page.agenda.list, Qt.Key.Key_PageDown, ALT)
    assert editor.form.place_of(QApplication.focusWidget()) == editor.form.parts[1].place
    bench.page.agenda.list.setFocus()
    QTest.keyClick(bench.page.agenda.list, Qt.Key.Key_PageUp, ALT)
    assert editor.form.place_of(QApplication.focusWidget()) == editor.form.parts[0].place
    assert bench.page.agenda.list.current_item.id == second


def test_enter_ends_a_title_without_opening_the_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(attachments_part.files_out, "open_copy", lambda *a: opened.append(a))
    rows = desk.editor.form.attachments.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Tal for ventetid")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.stored().attachments[0].title == "Tal for ventetid"
    assert opened == []
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert len(opened) == 1


def test_the_row_with_the_keyboard_is_seen_on_the_way_in(desk: Desk) -> None:
    rows = desk.editor.form.attachments.list
    while QApplication.focusWidget() is not rows:
        QTest.keyClick(QApplication.focusWidget() or desk.window, Qt.Key.Key_PageDown, ALT)
    assert [index.row() for index in rows.selectedIndexes()] == [0]
