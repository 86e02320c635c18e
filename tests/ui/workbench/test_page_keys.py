"""Keys of the page: Enter goes on in the title, Ctrl+E to the export."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.pages.workbench.export_dialog import ExportDialog
from tests.ui.workbench.conftest import Bench


def test_enter_in_the_agenda_goes_on_at_the_end_of_the_title(bench: Bench) -> None:
    title = bench.page.editor.head.title
    for name in ("Tal for ventetid i efteråret", "Fælles vagttelefon om natten"):
        bench.choose(name)
        cursor = title.textCursor()
        cursor.setPosition(5)
        title.setTextCursor(cursor)
    bench.choose("Prøveår med delte boliger")
    bench.press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is title
    QTest.keyClicks(title, " i byen")
    assert title.text() == "Prøveår med delte boliger i byen"


def test_the_place_in_the_title_stays_while_one_looks_elsewhere(bench: Bench) -> None:
    bench.choose("Prøveår med delte boliger")
    title = bench.page.editor.head.title
    title.setFocus()
    cursor = title.textCursor()
    cursor.setPosition(7)
    title.setTextCursor(cursor)
    bench.page.agenda.list.setFocus()
    title.setFocus()
    assert title.textCursor().position() == 7


@pytest.mark.parametrize("where", ["list", "title", "text"])
def test_ctrl_e_exports_too(bench: Bench, where: str) -> None:
    bench.choose("Prøveår med delte boliger")
    editor = bench.page.editor
    fields = {"list": bench.page.agenda.list, "title": editor.head.title}
    field = fields.get(where) or editor.form.sections[0].editor
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.reject()
