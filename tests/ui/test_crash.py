"""A bug: one report without values, and the program lives on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.ui.crash import install_excepthook, report
from app.ui.dialogs.crash import CrashDialog
from tests.ui.conftest import World


def failing(secret: str) -> None:
    raise ValueError(secret)


def test_a_report_names_places_and_never_values() -> None:
    try:
        failing("CPR 010203-1234")
    except ValueError as error:
        text = report(error)
    assert "010203" not in text
    assert "builtins.ValueError" in text
    assert "failing" in text


def test_a_bug_shows_one_dialog_and_the_program_lives_on(
    qtbot: QtBot, world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_excepthook(world.context.messages, world.context.paths.log_dir)
    for _ in range(2):
        try:
            failing("hemmeligt")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    assert len(dialogs) == 1
    view = dialogs[0].findChild(QPlainTextEdit)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert view.textCursor().hasSelection()
    assert "hemmeligt" not in caplog.text
    assert "ValueError" in caplog.text
    dialogs[0].reject()
    error = FileProblem("The change was not saved. The disk is full; make room and try again.")
    sys.excepthook(type(error), error, None)
    assert world.context.messages.text.startswith("Ændringen blev ikke gemt.")
