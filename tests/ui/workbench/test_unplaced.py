"""The lines of a paper that found no place: words of them copied, steps back and forth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.meeting import UnplacedLine
from app.services.queries.meetings import unplaced_rows
from app.storage.actions import Action
from app.ui.pages.workbench.unplaced_dialog import UnplacedDialog
from tests.ui.workbench.conftest import Bench, dialog_of, press_button

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def lines(bench: Bench, qtbot: QtBot) -> UnplacedDialog:
    """The dialog with two lines."""
    with bench.world.database.write(Action.IMPORT_MEETING) as session:
        for line, text in ((4, "En linje i luften"), (9, "En linje til")):
            session.add(UnplacedLine(meeting_id=bench.meeting_id, page=2, line=line, text=text))
    bench.page.unplaced.clicked.emit()
    dialog = dialog_of(UnplacedDialog)
    assert isinstance(dialog, UnplacedDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_words_that_are_marked_are_copied_alone(lines: UnplacedDialog) -> None:
    lines.table.setFocus()
    lines.text.setSelection(3, 5)
    QTest.keyClick(lines.table, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "linje"
    lines.text.setSelection(0, 0)
    QTest.keyClick(lines.table, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "En linje i luften"


def test_a_placed_line_comes_back_by_keys(bench: Bench, lines: UnplacedDialog) -> None:
    def stored() -> list[str]:
        return [row.text for row in unplaced_rows(bench.world.database, bench.meeting_id)]

    press_button(lines, "Markér som placeret")
    assert stored() == ["En linje til"]
    QTest.keyClick(lines.table, Qt.Key.Key_Z, CONTROL)
    assert (
        stored() == [row.text for row in lines.model.rows] == ["En linje i luften", "En linje til"]
    )
    QTest.keyClick(lines.table, Qt.Key.Key_Y, CONTROL)
    assert stored() == [row.text for row in lines.model.rows] == ["En linje til"]
