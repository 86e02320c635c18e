"""Pictures that are still being read when something comes between."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.richtext import EMPTY
from app.services.sections import edit_section_text
from app.ui.richtext.editor import RichTextEdit
from app.ui.richtext.pictures import actions
from app.ui.richtext.pictures.dialog import PictureDialog
from tests.ui.workbench.editor.conftest import CTRL, Desk, Key


def paste(text: RichTextEdit) -> None:
    shot = QImage(60, 40, QImage.Format.Format_RGB32)
    shot.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(shot)
    text.setFocus()
    QTest.keyClick(text, Key.Key_V, CTRL)


def test_a_picture_does_not_land_in_the_empty_text_of_another_item(
    desk: Desk, qtbot: QtBot
) -> None:
    edit_section_text(desk.database, desk.section(0).section.id, EMPTY)
    text = desk.section(0).editor
    paste(text)
    jobs = desk.context.jobs
    assert not jobs.is_idle
    desk.editor.show_item(desk.scene.plain)
    assert desk.section(0).editor is text
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert QApplication.activeModalWidget() is None
    assert desk.context.messages.text == (
        "Nu vises en anden tekst. Indsæt billedet igen, hvor det hører til."
    )
    desk.editor.flush()
    assert desk.stored(desk.scene.plain).sections[0].text == EMPTY


def test_after_one_that_broke_the_reader_the_next_is_asked_about(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_image: QImage) -> None:
        raise MemoryError("no room for the picture")

    text, jobs = desk.section(0).editor, desk.context.jobs
    with monkeypatch.context() as patch, qtbot.capture_exceptions() as faults:
        patch.setattr(actions, "taken_picture", broken)
        paste(text)
        qtbot.waitUntil(lambda: jobs.is_idle)
    assert [kind for kind, _error, _way in faults] == [MemoryError]
    paste(text)
    qtbot.waitUntil(lambda: jobs.is_idle)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PictureDialog)
    dialog.reject()
