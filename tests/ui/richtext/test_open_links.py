"""Links are opened only when their address has been seen, and only pages and mails."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.models.richtext import Run
from app.ui.richtext.links import OpenLinkDialog, can_open
from tests.ui.richtext.shorthand import p, text

CTRL = Qt.KeyboardModifier.ControlModifier
OPEN = (Qt.Key.Key_Return, CTRL)
PAGE = text(p("se ", Run("siden", link="https://a.example/x?y=1&z=ø"), " her"))


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """What the system was asked to open."""
    got: list[str] = []

    def note(url: QUrl) -> bool:
        got.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return got


def place_of(editor, position: int) -> QPoint:
    cursor = editor.textCursor()
    cursor.setPosition(position)
    return editor.cursorRect(cursor).center() + QPoint(3, 0)


def question(editor) -> OpenLinkDialog | None:
    return editor.findChild(OpenLinkDialog)


def test_ctrl_and_a_click_show_the_address_and_enter_opens_it(qtbot, editor, opened) -> None:
    editor.set_text(PAGE)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, CTRL, place_of(editor, 5))
    dialog = question(editor)
    assert dialog.shown.text().replace("\u200b", "") == "https://a.example/x?y=1&z=ø"
    assert opened == []
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert opened == ["https://a.example/x?y=1&z=ø"]
    assert editor.text() == PAGE


def test_a_click_alone_or_beside_the_link_opens_nothing(qtbot, editor, opened) -> None:
    editor.set_text(PAGE)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(editor.viewport(), left, pos=place_of(editor, 5))
    qtbot.mouseClick(editor.viewport(), left, CTRL, place_of(editor, 1))
    assert question(editor) is None
    assert opened == []


@pytest.mark.parametrize("position", [3, 5, 8])
def test_keys_open_the_link_at_the_cursor_and_esc_does_not(
    qtbot, editor, typed, opened, position: int
) -> None:
    editor.set_text(PAGE)
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)
    if position == 3:  # before its first letter one is still outside
        assert typed(OPEN) == PAGE
        assert question(editor) is None
        return
    typed(OPEN)
    qtbot.keyClick(question(editor), Qt.Key.Key_Escape)
    assert opened == []
    assert editor.text() == PAGE


def test_the_menu_opens_a_mail_also_in_a_text_that_is_only_read(qtbot, editor, opened) -> None:
    editor.set_text(text(p(Run("skriv", link="mailto:sek@region.example"))))
    editor.setReadOnly(True)
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)
    menu = editor.commands.menu()
    next(a for a in menu.actions() if a.text().startswith("Åbn link …")).trigger()
    assert question(editor).windowTitle() == "Skriv en mail? – Mødeværk"
    question(editor).accept()
    assert opened == ["mailto:sek@region.example"]


@pytest.mark.parametrize(
    ("address", "openable"),
    [
        ("https://a.example", True),
        ("http://a.example/x", True),
        ("HTTPS://A.EXAMPLE", True),
        ("mailto:sek@region.example", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("smb://server/share", False),
        ("ms-word:ofe|u|https://a.example", False),
        ("//a.example", False),
        ("/etc/passwd", False),
        ("https:", False),
        ("https:///x", False),
        ("mailto:", False),
        ("", False),
    ],
)
def test_only_pages_and_mails_are_opened(
    qtbot, editor, typed, opened, address: str, openable: bool
) -> None:
    assert can_open(address) is openable
    editor.set_text(text(p(Run("ord", link=address))))
    typed(Qt.Key.Key_End, OPEN)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, CTRL, place_of(editor, 1))
    assert (question(editor) is not None) is openable


def test_the_tip_shows_the_address_as_it_is(editor) -> None:
    editor.set_text(text(p(Run("siden", link="https://a.example/<b>x</b>"))))
    place = place_of(editor, 2)
    event = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), event)
    assert "https://a.example/&lt;b&gt;x&lt;/b&gt;" in QToolTip.text()
    assert "Ctrl+klik åbner linket" in QToolTip.text()
    QToolTip.hideText()
