"""What all dialogs share: nothing in them is squeezed, however large the words."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.base import Dialog
from app.ui.dialogs.unsaved import UnsavedDialog
from app.ui.theme import Theme
from app.ui.widgets import Button, SectionLabel, Variant, WrapLabel
from app.ui.widgets.scrim import Scrim
from tests.ui.hands import shown

FILE = Path("/home/ida/moedevaerk/redning.txt")
SENTENCE = "Punkterne beholder deres numre, når dagsordenen er sendt ud til medlemmerne. " * 2


@pytest.mark.parametrize("size", [100, 130])
def test_a_low_dialog_grows_to_what_it_holds(qtbot: QtBot, look: Theme, size: int) -> None:
    look.set_text_size(size)
    dialog = Dialog("Dagsorden udsendt")
    qtbot.addWidget(dialog)
    box = QPlainTextEdit()
    box.setFixedHeight(look.px(120))
    for part in (WrapLabel(SENTENCE), box, WrapLabel(SENTENCE)):
        dialog.body.addWidget(part)
    close = dialog.add_close_button("Behold Kladde")
    dialog.resize(460, 80)
    dialog.show()
    labels = dialog.findChildren(WrapLabel)
    qtbot.waitUntil(
        lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    )
    assert close.height() == close.sizeHint().height()


def test_a_button_is_never_lower_than_its_words(qtbot: QtBot, look: Theme) -> None:
    button = Button("Eksportér")
    qtbot.addWidget(button)
    button.show()
    assert button.minimumHeight() in (0, button.sizeHint().height())
    assert button.minimumSizeHint().height() == look.px(34)


def test_a_dialog_gives_back_the_room_of_what_has_gone(qtbot: QtBot) -> None:
    dialog = Dialog("Eksportér")
    qtbot.addWidget(dialog)
    notice = WrapLabel(SENTENCE)
    dialog.body.addWidget(WrapLabel("Filnavn"))
    dialog.body.addWidget(notice)
    dialog.add_close_button("Annullér")
    dialog.show()
    with_notice = dialog.height()
    notice.hide()
    dialog.fit_height()
    qtbot.waitUntil(lambda: dialog.height() < with_notice)
    without = dialog.height()
    assert without == dialog.layout().totalHeightForWidth(dialog.width())
    notice.show()
    qtbot.waitUntil(lambda: notice.height() >= notice.heightForWidth(notice.width()))
    assert dialog.height() > without


def test_a_dialog_is_never_higher_than_the_screen(qtbot: QtBot) -> None:
    dialog = Dialog("Hjælp")
    qtbot.addWidget(dialog)
    words = QPlainTextEdit(SENTENCE)
    dialog.body.addWidget(words)
    close = dialog.add_close_button("Luk")
    dialog.resize(600, 3000)
    dialog.show()
    room = dialog.screen().availableGeometry()
    assert dialog.height() < room.height()
    assert room.contains(dialog.geometry())
    assert dialog.rect().contains(close.geometry())
    words.setMinimumHeight(5000)
    dialog.fit_height()
    qtbot.wait(20)
    assert dialog.height() < room.height()


def test_a_dialog_that_grows_keeps_its_buttons_on_the_screen(qtbot: QtBot) -> None:
    dialog = Dialog("Mødets oplysninger")
    qtbot.addWidget(dialog)
    people = QPlainTextEdit()
    people.setFixedHeight(500)
    people.hide()
    dialog.body.addWidget(people)
    dialog.add_close_button("Luk")
    dialog.show()
    room = dialog.screen().availableGeometry()
    dialog.move(0, room.height() // 2)
    people.show()
    dialog.fit_height()
    qtbot.waitUntil(lambda: dialog.height() > 500)
    assert dialog.frameGeometry().bottom() == room.bottom()


def test_a_dialog_that_was_drawn_half_off_the_screen_stays_there(qtbot: QtBot) -> None:
    dialog = Dialog("Mødets oplysninger")
    qtbot.addWidget(dialog)
    words = WrapLabel(SENTENCE * 3)
    dialog.body.addWidget(words)
    dialog.add_close_button("Luk")
    dialog.show()
    qtbot.waitUntil(lambda: dialog.height() == dialog.layout().totalHeightForWidth(dialog.width()))
    qtbot.wait(20)
    place = QPoint(0, dialog.screen().availableGeometry().bottom() - 60)
    dialog.move(place)
    words.setText("Kort")
    qtbot.wait(20)
    assert dialog.pos() == place


@pytest.mark.parametrize("size", [100, 130])
@pytest.mark.parametrize("kind", ["about", "unsaved"])
def test_a_dialog_is_as_high_as_what_it_holds(
    qtbot: QtBot, look: Theme, kind: str, size: int
) -> None:
    look.set_text_size(size)
    made = AboutDialog(FILE.parent) if kind == "about" else UnsavedDialog("Tal\n" * 30, FILE)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.height() == made.layout().totalHeightForWidth(made.width()))
    assert all(one.height() == one.sizeHint().height() for one in made.findChildren(SectionLabel))


# --- what is behind a dialog


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.setCentralWidget(QPlainTextEdit("Grundlag"))
    made.resize(700, 500)
    shown(qtbot, made)
    return made


def dimmed(window: QMainWindow) -> bool:
    """Whether the empty page is darker than its own colour."""
    return window.grab().toImage().pixelColor(600, 400).lightness() < 200


def test_the_window_is_dim_while_a_dialog_is_open(qtbot: QtBot, window: QMainWindow) -> None:
    assert not dimmed(window)
    dialog = Dialog("Dagsorden udsendt", window.centralWidget())
    dialog.add_close_button("Behold Kladde")
    assert not dimmed(window)
    dialog.open()
    qtbot.waitUntil(lambda: dimmed(window))
    window.resize(900, 600)
    assert window.grab().toImage().pixelColor(880, 580).lightness() < 200
    dialog.reject()
    assert not dimmed(window)
    qtbot.waitUntil(lambda: window.findChild(Scrim) is None)


def test_a_dialog_that_is_deleted_leaves_no_dimness(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = Dialog("Dagsorden udsendt", window)
    dialog.open()
    qtbot.waitUntil(lambda: dimmed(window))
    shiboken6.delete(dialog)
    qtbot.waitUntil(lambda: window.findChild(Scrim) is None)
    assert not dimmed(window)


def test_a_window_goes_with_its_open_dialog(qtbot: QtBot) -> None:
    window = QMainWindow()
    window.show()
    dialog = Dialog("Dagsorden udsendt", window)
    dialog.open()
    shiboken6.delete(window)
    assert not shiboken6.isValid(dialog)


def test_the_dimness_takes_no_click(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = Dialog("Dagsorden udsendt", window)
    dialog.open()
    qtbot.waitUntil(lambda: dimmed(window))
    assert window.childAt(600, 400) is not window.findChild(Scrim)
    dialog.reject()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_does_what_the_one_button_does(qtbot: QtBot, key: Qt.Key) -> None:
    dialog = Dialog("Skriv")
    words = QPlainTextEdit()
    dialog.body.addWidget(words)
    button = dialog.add_accept_button("Gem")
    shown(qtbot, dialog)
    words.setFocus()
    button.setEnabled(False)
    with qtbot.assertNotEmitted(dialog.accepted, wait=50):
        qtbot.keyClick(words, key, Qt.KeyboardModifier.ControlModifier)
    button.setEnabled(True)
    with qtbot.waitSignal(dialog.accepted, timeout=1000):
        qtbot.keyClick(words, key, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_enter_does_no_harm(qtbot: QtBot) -> None:
    dialog = Dialog("Slet mødet?")
    words = QPlainTextEdit()
    dialog.body.addWidget(words)
    dialog.add_accept_button("Slet", Variant.DANGER_SOLID)
    shown(qtbot, dialog)
    words.setFocus()
    with qtbot.assertNotEmitted(dialog.accepted, wait=50):
        qtbot.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
