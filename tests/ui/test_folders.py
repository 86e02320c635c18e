"""Where file dialogs begin, and what Qt's own looks like."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.context import AppContext
from app.ui.folders import choose_file, choose_files, choose_target
from app.ui.settings import Settings
from app.ui.widgets import ComboBox
from tests.ui.hands import shown


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Where each dialog begins; somebody chooses two files, then none."""
    found: list[str] = []
    answers = [[str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf")], []]

    def ask(_parent: QWidget, title: str, folder: str, _pattern: str) -> tuple[list[str], str]:
        assert title == "Importér referater – Mødeværk"
        found.append(folder)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    return found


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What the system calls the folder of the user's documents."""
    folder = tmp_path / "Dokumenter"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    return folder


def test_files_are_chosen_among_the_documents_and_then_where_the_last_ones_were(
    context: AppContext, begun: list[str], documents: Path, tmp_path: Path
) -> None:
    here = QWidget()
    chosen = choose_files(here, "Importér referater", context.settings)
    assert [path.name for path in chosen] == ["a.pdf", "b.pdf"]
    later = Settings(context.paths)
    assert choose_files(here, "Importér referater", later) == []
    assert begun == [str(documents), str(tmp_path)]


def test_a_copy_is_saved_where_the_last_file_was_chosen(
    context: AppContext, monkeypatch: pytest.MonkeyPatch, documents: Path, tmp_path: Path
) -> None:
    begun: list[str] = []

    def ask(_parent: QWidget, _title: str, at: str) -> tuple[str, str]:
        begun.append(at)
        return str(tmp_path / "a.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    here, settings = QWidget(), context.settings
    assert choose_target(here, "Gem en kopi", settings, "bilag.pdf") == tmp_path / "a.pdf"
    assert choose_file(here, "Tilføj filen", settings) == tmp_path / "a.pdf"
    choose_target(here, "Gem en kopi", settings, "bilag.pdf")
    assert begun == [str(documents / "bilag.pdf"), str(tmp_path), str(tmp_path / "bilag.pdf")]


def test_without_a_folder_of_documents_files_are_chosen_at_home(
    context: AppContext, begun: list[str], documents: Path
) -> None:
    documents.rmdir()
    choose_files(QWidget(), "Importér referater", context.settings)
    assert begun == [str(Path.home())]


def test_the_buttons_of_a_file_dialog_have_words_only(qtbot: QtBot, context: AppContext) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    shown(qtbot, dialog)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert [button.icon().isNull() for button in box.buttons()] == [True, True]


def test_a_list_drops_down_below_its_field(qtbot: QtBot, context: AppContext) -> None:
    field = ComboBox()
    field.addItems(["DAS Social", "Netværket", "FU"])
    field.setCurrentIndex(2)
    shown(qtbot, field)
    field.showPopup()
    popup = field.view().window()
    qtbot.waitUntil(popup.isVisible)
    assert popup.y() >= field.mapToGlobal(field.rect().bottomLeft()).y()
    field.hidePopup()
