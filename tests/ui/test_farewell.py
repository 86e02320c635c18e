"""What is seen while the copy at close is made."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.ui import farewell
from app.ui.context import AppContext


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch, context: AppContext) -> Iterator[None]:
    monkeypatch.setattr(farewell, "_PATIENCE_S", 0.05)
    yield
    assert words_in_sight() == []


def words_in_sight() -> list[str]:
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [label.text() for one in windows for label in one.findChildren(QLabel) if label.text()]


def test_a_quick_copy_shows_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QWidget] = []
    monkeypatch.setattr(farewell._Farewell, "show", shown.append)
    assert farewell.with_words(lambda: "kopi") == "kopi"
    assert shown == []


def test_a_slow_copy_says_what_is_waited_for_and_cannot_be_closed(qtbot: QtBot) -> None:
    is_done, seen = threading.Event(), []

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            window.close()
        seen.extend(words_in_sight())
        is_done.set()

    QTimer.singleShot(200, look)
    assert farewell.with_words(lambda: is_done.wait(10)) is True
    assert seen == ["Sikkerhedskopien tages …", "Mødeværk lukker, når den er færdig."]


def test_what_goes_wrong_is_raised(qtbot: QtBot) -> None:
    def fail() -> None:
        raise FileProblem("There is no room.")

    with pytest.raises(FileProblem):
        farewell.with_words(fail)
