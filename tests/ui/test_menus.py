"""The menu bar: what it does to the text in hand, the full screen, and where macOS puts things."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.errors import InvalidInput
from app.services.bodies import create_body
from app.services.items import rename_item
from app.services.meetings import create_meeting
from app.ui.actions import keys_of
from app.ui.dialogs.new_meeting import NewMeetingDialog
from app.ui.edit_menu import EditMenu
from app.ui.widgets import notices
from tests.ui.conftest import World
from tests.ui.hands import active, press

FULL, MAXIMIZED = Qt.WindowState.WindowFullScreen, Qt.WindowState.WindowMaximized
Role = QAction.MenuRole


def edit_menu(world: World) -> EditMenu:
    menu = world.window.findChild(EditMenu)
    assert menu is not None
    return menu


def open_menu(menu: QMenu) -> None:
    menu.aboutToShow.emit()


def all_actions(world: World) -> Iterator[QAction]:
    """Everything that hangs below the menu bar."""
    waiting = list(world.window.menuBar().actions())
    while waiting:
        action = waiting.pop()
        menu = action.menu()
        if isinstance(menu, QMenu):
            waiting += menu.actions()
        elif not action.isSeparator():
            yield action


# --- Redigér


def test_the_menu_edits_the_text_that_has_the_focus(qtbot: QtBot, world: World) -> None:
    page, menu = world.window.open("decisions"), edit_menu(world)
    active(qtbot, world)
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "havn")
    open_menu(menu)
    assert [a.text() for a in menu.actions() if not a.isSeparator()][2:] == [
        "Klip", "Kopiér", "Indsæt", "Markér alt"
    ]  # fmt: skip
    assert not menu.cut.isEnabled()
    menu.select_all.trigger()
    open_menu(menu)
    assert menu.cut.isEnabled()
    menu.cut.trigger()
    assert page.filter.text() == ""
    menu.paste.trigger()
    menu.paste.trigger()
    assert page.filter.text() == "havnhavn"


def test_the_text_that_had_the_focus_is_meant_while_the_bar_has_it(
    qtbot: QtBot, world: World
) -> None:
    page, menu = world.window.open("decisions"), edit_menu(world)
    active(qtbot, world)
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "havn")
    qtbot.keyClick(page.filter, Qt.Key.Key_Alt)
    assert world.window.menuBar().hasFocus()
    menu.select_all.trigger()
    assert page.filter.selectedText() == "havn"
    QApplication.clipboard().clear()
    menu.copy.trigger()
    assert QApplication.clipboard().text() == "havn"


def test_where_there_is_no_text_nothing_is_offered(qtbot: QtBot, world: World) -> None:
    page, menu = world.window.open("decisions"), edit_menu(world)
    active(qtbot, world)
    page.table.setFocus()
    open_menu(menu)
    offered = [menu.cut, menu.copy, menu.paste, menu.select_all]
    assert [action.isEnabled() for action in offered] == [False] * 4


def test_a_step_that_cannot_be_taken_is_grey_while_the_menu_is_open(
    qtbot: QtBot, world: World
) -> None:
    page, menu = world.window.open("decisions"), edit_menu(world)
    undo, redo = menu.actions()[:2]
    active(qtbot, world)
    page.table.setFocus()
    rename_item(world.database, world.sample.item_ids[0], "Vagttelefon")
    open_menu(menu)
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    menu.aboutToHide.emit()
    press(qtbot, world, "Ctrl+Z")
    open_menu(menu)
    assert redo.isEnabled()
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "havn")
    page.filter.undo()
    open_menu(menu)
    assert redo.isEnabled()


def test_a_table_keeps_its_own_keys(qtbot: QtBot, world: World) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    page.table.setFocus()
    QApplication.clipboard().clear()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() != ""


# --- the full screen


@pytest.mark.parametrize("before", [Qt.WindowState.WindowNoState, MAXIMIZED])
def test_the_full_screen_gives_back_the_window_as_it_was(
    qtbot: QtBot, world: World, before: Qt.WindowState
) -> None:
    window = world.window
    active(qtbot, world)
    window.setWindowState(before)
    full = window.findChild(QAction, "full_screen")
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.windowState() == before | FULL
    assert full.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.windowState() == before
    assert not full.isChecked()


def test_the_tick_follows_a_window_that_leaves_the_full_screen_by_itself(
    qtbot: QtBot, world: World
) -> None:
    full = world.window.findChild(QAction, "full_screen")
    full.trigger()
    assert full.isChecked()
    world.window.showNormal()
    qtbot.waitUntil(lambda: not full.isChecked())


# --- Side and Gå til


def test_the_menu_of_the_meeting_is_in_groups(world: World) -> None:
    world.window.open("meeting", meeting_id=world.sample.meeting_ids[0])
    menu = world.window.menuBar().actions()[2].menu()
    assert isinstance(menu, QMenu)
    groups: list[list[str]] = [[]]
    for action in menu.actions():
        groups.append([]) if action.isSeparator() else groups[-1].append(action.objectName())
    assert [len(group) for group in groups] == [4, 2, 4, 1, 4]
    world.window.open("decisions")
    assert not any(action.isSeparator() for action in menu.actions())


def test_the_places_have_the_icons_of_the_navigation(world: World) -> None:
    menu = world.window.menuBar().actions()[3].menu()
    assert isinstance(menu, QMenu)
    assert not any(action.icon().isNull() for action in menu.actions() if action.text())


# --- Filer


@pytest.mark.parametrize("page", ["meetings", "decisions", "bodies", "meeting"])
def test_a_new_meeting_begins_on_every_page(qtbot: QtBot, world: World, page: str) -> None:
    where = {"meeting_id": world.sample.meeting_ids[0]} if page == "meeting" else {}
    world.window.open(page, **where)
    active(qtbot, world)
    press(qtbot, world, "Ctrl+Shift+N")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewMeetingDialog)
    dialog.reject()
    file_menu = world.window.menuBar().actions()[0].menu()
    assert isinstance(file_menu, QMenu)
    assert file_menu.actions()[0].text() == "Nyt møde …"


def test_a_new_meeting_is_of_the_group_that_is_looked_at(world: World) -> None:
    other = create_body(world.database, "Arbejdsgruppen")  # the first in the list of groups
    meeting = create_meeting(world.database, other, dt.date(2031, 5, 8))
    world.window.open("meetings")
    assert asked_body(world) == "Arbejdsgruppen"
    world.window.open("meetings", body_id=world.sample.body_id)
    assert asked_body(world) == "SG Fjord"
    page = world.window.open("bodies")
    page.table.select_id(other)
    assert asked_body(world) == "Arbejdsgruppen"
    world.window.open("meeting", meeting_id=world.sample.meeting_ids[0])
    assert asked_body(world) == "SG Fjord"
    world.window.open("meeting", meeting_id=meeting)
    assert asked_body(world) == "Arbejdsgruppen"


def asked_body(world: World) -> str:
    """The group that the dialog of a new meeting begins with."""
    world.context.navigator.run("new_meeting")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewMeetingDialog)
    words = dialog._body.currentText()
    dialog.reject()
    return words


def test_nothing_is_begun_before_there_are_data(world: World) -> None:
    with world.context.slot.database:
        world.context.slot.empty()
        for command in ("new_meeting", "new_body", "import_papers", "open_sample"):
            world.context.navigator.run(command)
    assert QApplication.activeModalWidget() is None


# --- macOS


@pytest.mark.parametrize("page", ["meeting", "meetings", "bodies", "follow_ups"])
def test_only_settings_quit_and_about_leave_their_menu_on_macos(world: World, page: str) -> None:
    where = {"meeting_id": world.sample.meeting_ids[0]} if page == "meeting" else {}
    world.window.open(page, **where)
    roles = {action.objectName(): action.menuRole() for action in all_actions(world)}
    assert roles.pop("settings") is Role.PreferencesRole
    assert roles.pop("quit") is Role.QuitRole
    assert roles.pop("about") is Role.AboutRole
    assert len(roles) > 6
    assert set(roles.values()) == {Role.NoRole}


def test_keys_are_written_as_the_system_writes_them() -> None:
    native = QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
    assert keys_of("undo") == native


# --- screen readers


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []

    class Heard(QAccessible):
        @staticmethod
        def updateAccessibility(event: notices.QAccessibleAnnouncementEvent) -> None:
            found.append((event.message(), event.politeness()))

    monkeypatch.setattr(notices, "QAccessible", Heard)
    return found


def test_receipts_and_errors_are_read_aloud(
    world: World, announced: list[tuple[str, object]]
) -> None:
    levels = QAccessible.AnnouncementPoliteness
    world.context.messages.say("Punkt 7 er slettet.", "Fortryd", lambda: None)
    world.context.messages.show_error(InvalidInput("Write the name of the group."))
    assert announced == [
        ("Punkt 7 er slettet. Fortryd", levels.Polite),
        ("Skriv gruppens navn.", levels.Assertive),
    ]
