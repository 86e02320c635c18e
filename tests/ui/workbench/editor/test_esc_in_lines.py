"""Esc in a line takes back what was written since it was entered, wherever that shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.test_in_page import TITLE


def test_esc_in_the_title_takes_the_words_out_of_the_agenda_too(bench: Bench) -> None:
    before = bench.titles()
    bench.choose(TITLE)
    title = bench.page.editor.head.title
    title.setFocus()
    QTest.keyClicks(title, "SLADDER")
    assert bench.shown() != before
    QTest.keyClick(title, Key.Key_Escape)
    assert title.text() == TITLE
    assert bench.shown() == before == bench.titles()


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason]
)
def test_esc_still_takes_back_after_a_look_at_another_window_or_a_menu(
    desk: Desk, reason: Qt.FocusReason
) -> None:
    field = desk.editor.head.presenters.field
    before, names = field.text(), desk.stored().presenters
    field.setFocus()
    QTest.keyClicks(field, " og Bo Lund")
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(field, QFocusEvent(kind, reason))
    QTest.keyClick(field, Key.Key_Escape)
    assert field.text() == before
    assert desk.stored().presenters == names


def test_esc_takes_back_only_what_was_written_since_the_line_was_entered_again(desk: Desk) -> None:
    field = desk.editor.head.presenters.field
    field.setFocus()
    QTest.keyClick(field, Key.Key_End)
    QTest.keyClicks(field, ", Bo Lund")
    desk.editor.head.title.setFocus()
    field.setFocus()
    QTest.keyClicks(field, "xyz")
    QTest.keyClick(field, Key.Key_Escape)
    assert desk.stored().presenters == ("Ane Holm", "Bo Lund")
