"""The first page: where the data are, and what to do when they cannot be opened."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.storage.database import Database
from app.ui.context import AppContext
from app.ui.main_window import MainWindow
from app.ui.page_list import page_list
from app.ui.pages.problem import ProblemPage
from app.ui.starter import Starter
from tests.ui.sample import Sample


def start(context: AppContext, qtbot: QtBot) -> tuple[MainWindow, str]:
    window = MainWindow(context, page_list())
    starter = Starter(window)
    window.painted.connect(starter.begin)
    with qtbot.waitSignal(starter.ready, timeout=10_000) as ready:
        window.show()
    qtbot.addWidget(window)
    return window, ready.args[0]


def test_an_empty_file_begins_with_the_first_start(qtbot: QtBot, context: AppContext) -> None:
    window, key = start(context, qtbot)
    assert key == window.page_key == "first_start"
    assert not window.navigation.isVisible()
    assert context.paths.database.exists()


def problem(window: MainWindow) -> ProblemPage:
    shown = window.findChild(ProblemPage)
    assert shown is not None
    assert shown.isVisible()
    return shown


def press_button(qtbot: QtBot, window: MainWindow, words: str) -> str:
    """Press a button of the page of problems; the key of the page that follows."""
    button = next(made for made in problem(window).buttons if made.text() == words)
    with qtbot.waitSignal(window.findChild(Starter).ready, timeout=10_000) as ready:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return str(ready.args[0])


def test_a_file_that_cannot_be_opened_says_why_and_can_be_tried_again(
    qtbot: QtBot, context: AppContext
) -> None:
    context.paths.database.parent.mkdir(parents=True)
    context.paths.database.write_bytes(b"not a database at all" * 100)
    window, key = start(context, qtbot)
    assert (key, window.page) == ("", None)
    assert "er ikke en Mødeværk-database" in problem(window).text
    assert [made.text() for made in problem(window).buttons] == [
        "Prøv igen", "Vælg en anden mappe …", "Afslut Mødeværk"
    ]  # fmt: skip
    words = {label.text() for label in problem(window).findChildren(QLabel)}
    assert any(text.startswith("Der er ingen sikkerhedskopi i mappen backups.") for text in words)
    context.paths.database.unlink()
    assert press_button(qtbot, window, "Prøv igen") == "first_start"


def test_a_damaged_file_gives_way_to_its_newest_copy(
    qtbot: QtBot, context: AppContext, filled: tuple[Path, Sample]
) -> None:
    context.paths.backups.mkdir(parents=True)
    shutil.copyfile(filled[0], context.paths.backups / "moedevaerk-2026-05-04T10.42.00.db")
    context.paths.database.write_bytes(b"")
    window, _key = start(context, qtbot)
    assert press_button(qtbot, window, "Gendan nyeste sikkerhedskopi") == "meetings"
    assert context.messages.text.startswith(
        "Sikkerhedskopien fra 4.\u00a0maj 2026 kl. 10.42 er taget i brug."
    )
    assert [file.stat().st_size for file in context.paths.data_dir.glob("*beskadiget*")] == [0]
    assert window.navigation.isVisible()


@pytest.fixture
def chosen(context: AppContext, tmp_path: Path) -> AppContext:
    """A context whose data lie in a folder that was chosen."""
    usual = context.paths.data_dir
    paths = replace(context.paths, data_dir=tmp_path / "drive", usual_dir=usual)
    return replace(context, paths=paths)


def test_a_chosen_folder_that_is_gone_is_not_made_anew(qtbot: QtBot, chosen: AppContext) -> None:
    chosen.paths.remember()
    window, key = start(chosen, qtbot)
    assert key == ""
    assert str(chosen.paths.data_dir) in problem(window).text
    assert not chosen.paths.data_dir.exists()
    assert press_button(qtbot, window, "Brug den sædvanlige mappe") == "first_start"
    assert not chosen.paths.data_dir.exists()
    assert not chosen.paths.place.exists()


def test_another_folder_is_remembered_once_it_has_been_opened(
    qtbot: QtBot, chosen: AppContext, tmp_path: Path
) -> None:
    chosen.paths.data_dir.mkdir()
    Database.create(chosen.paths.database).close()
    window, _key = start(chosen, qtbot)
    starter = window.findChild(Starter)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "moedevaerk.db").write_text("noget helt andet")
    starter.move_to(foreign)
    qtbot.waitUntil(lambda: chosen.messages.text != "")
    assert chosen.database.path == chosen.paths.database
    assert not chosen.paths.place.exists()
    with qtbot.waitSignal(starter.ready, timeout=10_000):
        starter.move_to(tmp_path / "another")
    qtbot.waitUntil(chosen.paths.place.exists)
    assert chosen.database.path.parent == tmp_path / "another"
    assert str(tmp_path / "another") in chosen.paths.place.read_text(encoding="utf-8")
    Database.open(chosen.paths.database).close()  # nobody holds the old one


# --- bugs
