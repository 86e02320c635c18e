"""The window is closed while something is being added: it waits for it, or says why it stays."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as PillowImage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.models.richtext import plain
from app.services.queries.items import ItemView, item_view
from app.ui.pages.workbench.editor.attachments import coming
from app.ui.richtext.pictures import actions as picture_actions
from app.ui.richtext.pictures.dialog import PictureDialog
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.editor.test_in_page import TITLE

WAITING = "Et bilag eller et billede er ved at blive tilføjet. Vinduet lukker, når det er på plads."


class Brake:
    """Holds up what runs in a thread until the test lets it go."""

    def __init__(self, function: Any) -> None:
        self._function, self._go_on = function, threading.Event()
        self.let_go = self._go_on.set

    def __call__(self, *args: Any) -> Any:
        assert self._go_on.wait(20)
        return self._function(*args)


@pytest.fixture
def taking_in(monkeypatch: pytest.MonkeyPatch) -> Brake:
    brake = Brake(coming.take_in)
    monkeypatch.setattr(coming, "take_in", brake)
    return brake


def add(bench: Bench, file: Path) -> None:
    bench.choose(TITLE)
    bench.page.editor.form.attachments.add_files([file])


def item(bench: Bench) -> ItemView:
    item_id = bench.page.editor.item_id
    assert item_id is not None
    return item_view(bench.world.database, item_id)


def attached(bench: Bench) -> list[str]:
    return [row.title for row in item(bench).attachments]


def said(bench: Bench) -> str:
    return bench.world.context.messages.text


def note(folder: Path, words: str = "indhold") -> Path:
    file = folder / "notat.txt"
    file.write_text(words, encoding="utf-8")
    return file


def test_the_window_waits_for_an_attachment_and_closes_by_itself(
    bench: Bench, taking_in: Brake, qtbot: QtBot, tmp_path: Path
) -> None:
    add(bench, note(tmp_path))
    assert not bench.world.window.close()
    assert said(bench) == WAITING
    taking_in.let_go()
    qtbot.waitUntil(lambda: not bench.world.window.isVisible())
    assert attached(bench) == ["notat"]


def test_esc_calls_the_closing_off(
    bench: Bench, taking_in: Brake, qtbot: QtBot, tmp_path: Path
) -> None:
    add(bench, note(tmp_path))
    bench.world.window.close()
    qtbot.wait(300)
    assert said(bench) == WAITING
    QTest.keyClick(bench.page.agenda.list, Qt.Key.Key_Escape)
    assert said(bench) == ""
    qtbot.wait(300)
    taking_in.let_go()
    qtbot.waitUntil(lambda: attached(bench) == ["notat"])
    qtbot.wait(300)
    assert bench.world.window.isVisible()


def test_the_window_stays_when_the_attachment_cannot_be_added(
    bench: Bench, taking_in: Brake, qtbot: QtBot, tmp_path: Path
) -> None:
    add(bench, note(tmp_path, ""))
    bench.world.window.open("decisions")
    bench.world.window.close()
    taking_in.let_go()
    qtbot.waitUntil(lambda: "notat.txt" in said(bench))
    qtbot.wait(300)
    assert bench.world.window.isVisible()
    assert "notat.txt" in said(bench)
    assert bench.world.window.close()


def test_who_will_not_wait_closes_without_the_attachment_but_with_what_is_typed(
    bench: Bench, taking_in: Brake, qtbot: QtBot, tmp_path: Path
) -> None:
    add(bench, note(tmp_path))
    QTest.keyClicks(bench.page.editor.form.sections[0].editor, "Sidste ord.")
    bench.world.window.close()
    toast = bench.world.context.messages._toast
    assert toast is not None
    assert toast._action.text() == "Luk uden at vente"
    QTest.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert not bench.world.window.isVisible()
    assert attached(bench) == []
    assert plain(item(bench).sections[0].text) == "Sidste ord."
    taking_in.let_go()


def test_the_question_about_a_picture_keeps_the_window(
    bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Brake(picture_actions.read_picture)
    monkeypatch.setattr(picture_actions, "read_picture", reading)
    file = tmp_path / "kort.png"
    PillowImage.new("RGB", (60, 40), (21, 89, 122)).save(file)
    bench.choose(TITLE)
    editor = bench.page.editor.form.sections[0].editor
    editor.pictures.add_files([file])
    bench.world.window.close()
    assert said(bench) == WAITING
    reading.let_go()
    qtbot.waitUntil(lambda: editor.findChild(PictureDialog) is not None)
    qtbot.wait(300)
    assert bench.world.window.isVisible()
    assert said(bench) == ""
    editor.findChild(PictureDialog).reject()


def test_a_picture_that_cannot_be_read_keeps_the_window(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise FileProblem(
            "The picture {name} cannot be read. Save it as PNG or JPEG and try again.", name="kort"
        )

    reading = Brake(fail)
    monkeypatch.setattr(picture_actions, "read_picture", reading)
    bench.choose(TITLE)
    bench.page.editor.form.sections[0].editor.pictures.add_files([Path("kort.png")])
    bench.world.window.close()
    reading.let_go()
    qtbot.waitUntil(lambda: said(bench).startswith("Billedet kort kan ikke"))
    qtbot.wait(300)
    assert bench.world.window.isVisible()
