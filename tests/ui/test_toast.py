"""Receipts and errors over the foot of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import theme
from app.ui.widgets import Toast
from tests.ui.hands import shown


def test_a_receipt_goes_away_and_an_error_stays(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(800, 400)
    shown(qtbot, host)
    toast = Toast(host)
    toast._timer.setInterval(30)
    toast.show_message("Punkt 7 er slettet.", "Fortryd")
    qtbot.waitUntil(toast.isHidden, timeout=1000)
    toast.show_message("Filen blev ikke gemt.", error=True)
    qtbot.wait(80)
    assert toast.isVisible()
    assert host.rect().contains(toast.geometry())


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
