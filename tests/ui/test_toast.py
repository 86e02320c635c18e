"""Receipts and errors over the foot of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import FileProblem, InvalidInput
from app.ui.theme import theme
from app.ui.widgets import Toast, notices
from tests.ui.conftest import World
from tests.ui.hands import active, register, shown


def test_receipts_and_refusals_fade_and_a_failure_stays(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "_RECEIPT_MS", 30)
    monkeypatch.setattr(notices, "_REFUSAL_MS", 60)
    messages = world.context.messages
    messages.say("Punkt 7 er slettet.", "Fortryd")
    assert messages.text
    qtbot.waitUntil(lambda: not messages.text, timeout=1000)
    messages.show_error(InvalidInput("Write the name of the group."))
    assert messages.text == "Skriv gruppens navn."
    qtbot.waitUntil(lambda: not messages.text, timeout=1000)
    messages.show_error(FileProblem("{path} is a file. Write the name of a folder.", path="x"))
    qtbot.wait(120)
    assert messages.text


@pytest.mark.parametrize("place", ["table", "filter", "navigation"])
def test_esc_closes_what_is_said_wherever_the_focus_is(
    qtbot: QtBot, world: World, place: str
) -> None:
    page = register(world, "decisions")
    active(qtbot, world)
    focus = {"table": page.table, "filter": page.filter, "navigation": world.window.navigation}
    target = focus[place]
    if place == "navigation":
        target = world.window.navigation.findChildren(QAbstractButton)[0]
    target.setFocus()
    world.context.messages.say("Filen blev ikke gemt.", is_error=True)
    qtbot.keyClick(target, Qt.Key.Key_Escape)
    assert not world.context.messages.text
    qtbot.keyClick(target, Qt.Key.Key_Escape)


def test_esc_empties_the_search_before_it_closes_what_is_said(qtbot: QtBot, world: World) -> None:
    page = register(world, "decisions")
    active(qtbot, world)
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "havn")
    world.context.messages.say("Filen blev ikke gemt.", is_error=True)
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert (page.filter.text(), world.context.messages.text) == ("", "Filen blev ikke gemt.")
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert not world.context.messages.text


def test_esc_in_the_workbench_closes_what_is_said(qtbot: QtBot, world: World) -> None:
    world.window.open("meeting", meeting_id=world.sample.meeting_ids[0])
    active(qtbot, world)
    world.context.messages.say("Filen blev ikke gemt.", is_error=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not world.context.messages.text


def test_a_receipt_takes_back(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(800, 400)
    shown(qtbot, host)
    toast = Toast(host)
    toast.show_message("Punkt 7 er slettet.", "Fortryd")
    with qtbot.waitSignal(toast.acted):
        qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_a_long_message_breaks_into_lines_in_a_narrow_window(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(420, 400)
    shown(qtbot, host)
    toast = Toast(host)
    toast.show_message("Filen blev ikke gemt. Drevet svarer ikke. " * 3, "Prøv igen", error=True)
    assert host.rect().contains(toast.geometry())
    assert toast.height() > theme().px(46)


def test_a_long_message_leaves_its_buttons_no_more_than_their_words(qtbot: QtBot) -> None:
    host = shown(qtbot, QWidget())
    host.resize(900, 500)
    toast = Toast(host)
    toast.show_message("Filen blev ikke gemt. Drevet svarer ikke. " * 4, "Prøv igen", error=True)
    qtbot.waitUntil(lambda: toast._text.width() > 500)
    assert toast._action.width() == toast._action.sizeHint().width()
