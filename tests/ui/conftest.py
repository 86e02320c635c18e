"""A whole window over a real file, on no screen; Qt's own warnings fail a test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.paths import AppPaths
from app.settings import Appearance
from app.storage.database import Database
from app.ui.application import dress, make_context
from app.ui.commands import Commands
from app.ui.context import AppContext
from app.ui.main_window import MainWindow
from app.ui.page_list import page_list
from app.ui.pages import at_once
from app.ui.theme import Theme
from tests.ui.sample import Sample, fill

NO_FAULT = ("This plugin does not support", "QStandardPaths: ")


@pytest.fixture(autouse=True)
def qt_is_quiet() -> Iterator[None]:
    """What Qt complains about is a fault of ours."""
    said: list[str] = []

    def note(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(NO_FAULT):
            said.append(text)

    before = qInstallMessageHandler(note)
    yield
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a register reads is there at once, however busy the computer is with other tests."""
    monkeypatch.setattr(at_once, "AT_ONCE_S", 20.0)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Theme:
    """Fonts, style and Danish once; light colours and 100 % before each test."""
    if qapp.property("dressed") is None:
        dress(qapp)
        qapp.setProperty("dressed", True)
    for old in qapp.findChildren(Theme):
        old.setObjectName("")
        old.deleteLater()
    return Theme(qapp, Appearance.LIGHT, 100)


@dataclass
class World:
    """A window with its data."""

    window: MainWindow
    context: AppContext
    database: Database
    sample: Sample


@pytest.fixture
def context(qapp: QApplication, look: Theme, tmp_path: Path) -> Iterator[AppContext]:
    made = make_context(qapp, AppPaths.standard(tmp_path / "data"), look)
    yield made
    made.jobs.shut_down()
    if made.slot.is_filled:
        made.database.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sample]:
    """The small world of ``tests.ui.sample`` as a file, made once."""
    file = tmp_path_factory.mktemp("sample") / "moedevaerk.db"
    with Database.create(file, "Ida Prøve") as database:
        return file, fill(database)


@pytest.fixture
def world(qapp: QApplication, context: AppContext, filled: tuple[Path, Sample]) -> Iterator[World]:
    """A window over a copy of the small world."""
    file, sample = filled
    context.paths.data_dir.mkdir(parents=True)
    shutil.copyfile(file, context.paths.database)
    database = Database.open(context.paths.database, "Ida Prøve")
    context.slot.fill(database)
    window = MainWindow(context, page_list())
    Commands(context, window)
    window.resize(1440, 900)
    window.show()
    yield World(window, context, database, sample)
    window.close()
    shiboken6.delete(window)
