"""What Qt says by itself is Danish, and written as we write it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QColorDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from app.ui.actions import SPECS
from app.ui.richtext.editor_state import COMMANDS, shortcut_words
from app.ui.theme import Theme

SAME_IN_DANISH = {"Computer", "Type", "Ctrl", "Alt", "OK", "&HTML:", "Menu", ""}
NOT_OURS = ("QShortcut", "QGuiApplication", "QMimeType")
"""Keys, the direction of writing, and kinds of files: Qt has a table of these in Danish."""


class Listener(QTranslator):
    """Hears every question and answers none."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, source: str, *_: object) -> None:
        self.asked.add((context, source))

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def listener(qapp: QApplication, look: Theme) -> Iterator[Listener]:
    made = Listener()
    qapp.installTranslator(made)
    yield made
    qapp.removeTranslator(made)


def file_dialog(folder: Path) -> QFileDialog:
    made = QFileDialog(None, "Importér", str(folder), "Referater (*.pdf *.txt)")
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    return made


def test_nothing_that_qt_says_is_english(
    qtbot: QtBot, qapp: QApplication, listener: Listener, tmp_path: Path
) -> None:
    (tmp_path / "mappe").mkdir()
    (tmp_path / "notat.txt").write_text("x", encoding="utf-8")
    dialog = file_dialog(tmp_path)
    qtbot.addWidget(dialog)
    for mode in QFileDialog.ViewMode:
        dialog.setViewMode(mode)
        dialog.show()
        qtbot.wait(30)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    buttons = QDialogButtonBox()
    for button in list(QDialogButtonBox.StandardButton)[1:]:
        buttons.addButton(button)
    message = QMessageBox()
    message.setDetailedText("x")
    others = [buttons, message, QColorDialog(), QCalendarWidget()]
    menus = [QLineEdit("a").createStandardContextMenu(), QTextEdit().createStandardContextMenu()]
    assert ("QFileDialog", "&Look in:") in listener.asked
    english = {
        (context, source)
        for context, source in listener.asked
        if context.startswith("Q") and context not in NOT_OURS
        if QCoreApplication.translate(context, source) == source
        if source not in SAME_IN_DANISH
    }
    assert english == set()
    del others, menus


def test_the_words_of_the_file_dialog_are_ours(
    qtbot: QtBot, qapp: QApplication, look: Theme, tmp_path: Path
) -> None:
    dialog = file_dialog(tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"&Placering:", "Fil&type:"} <= words
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.text().replace("&", "") == "Annullér"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS writes keys as signs")
@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (SPECS["meeting_details"].shortcut, "Alt+Enter"),
        (SPECS["next_item"].shortcut, "Ctrl+PgDn"),
        (SPECS["move_up"].shortcut, "Alt+↑"),
        (COMMANDS["open_link"].shortcut, "Ctrl+Enter"),
        ("Shift+Tab", "Skift+Tab"),
        ("Del", "Delete"),
    ],
)
def test_keys_are_named_as_the_manual_names_them(qapp: QApplication, keys: str, words: str) -> None:
    assert shortcut_words(keys) == words
