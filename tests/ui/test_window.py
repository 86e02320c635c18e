"""The shell: pages made late, navigation, notices, two storeys of undo."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.errors import InvalidInput
from app.services.items import rename_item
from app.services.queries.items import item_view
from app.ui.main_window import first_size_fills
from app.ui.page_list import page_list
from tests.ui.conftest import World
from tests.ui.hands import active, press


def test_pages_are_made_when_they_are_first_opened(world: World) -> None:
    assert world.window._pages == {}
    first = world.window.open("decisions")
    assert list(world.window._pages) == ["decisions"]
    assert world.window.open("decisions") is first
    assert world.window.windowTitle() == "Beslutninger – Mødeværk"


@pytest.mark.parametrize(("keys", "page"), [("Ctrl+3", "decisions"), ("Ctrl+5", "bodies")])
def test_numbers_go_to_pages(qtbot: QtBot, world: World, keys: str, page: str) -> None:
    active(qtbot, world)
    press(qtbot, world, keys)
    assert world.window.page_key == page


def test_every_page_of_the_navigation_opens(world: World) -> None:
    for spec in page_list():
        if spec.icon:
            assert world.window.open(spec.key).isVisible()


def test_navigation_collapses_in_a_narrow_window(qtbot: QtBot, world: World) -> None:
    world.window.open("decisions")
    assert not world.window.navigation.collapsed
    world.window.resize(1200, 800)
    assert world.window.navigation.collapsed


def test_the_window_does_not_shrink_below_its_smallest_size(world: World) -> None:
    world.window.resize(300, 200)
    assert (world.window.width(), world.window.height()) == (1100, 700)


def test_pages_reload_what_others_changed(world: World) -> None:
    page = world.window.open("decisions")
    item_id = world.sample.item_ids[0]
    rename_item(world.database, item_id, "Fælles vagttelefon døgnet rundt")
    titles = [page.model.index(row, 1).data() for row in range(page.model.rowCount())]
    assert "Fælles vagttelefon døgnet rundt" in titles


def test_a_page_is_not_told_of_what_it_did_itself(world: World) -> None:
    page = world.window.open("decisions")
    told: list[Any] = []
    page.reload = told.append  # type: ignore[method-assign]
    with world.context.bus.by(page):
        rename_item(world.database, world.sample.item_ids[0], "A")
    assert told == []
    rename_item(world.database, world.sample.item_ids[0], "B")
    world.database.undo()
    assert [changes.is_history for changes in told] == [False, True]


def test_undo_takes_back_the_data_and_names_the_step(qtbot: QtBot, world: World) -> None:
    world.window.open("decisions")
    active(qtbot, world)
    item_id = world.sample.item_ids[0]
    before = item_view(world.database, item_id).title
    rename_item(world.database, item_id, "Et andet navn")
    assert world.context.history.undo.text() == "Fortryd: Ret titel"
    press(qtbot, world, "Ctrl+Z")
    assert item_view(world.database, item_id).title == before
    assert world.context.history.redo.text() == "Gentag: Ret titel"
    press(qtbot, world, "Ctrl+Y")
    assert item_view(world.database, item_id).title == "Et andet navn"


def test_undo_takes_back_typing_first(qtbot: QtBot, world: World) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    item_id = world.sample.item_ids[0]
    rename_item(world.database, item_id, "Et andet navn")
    field = page.filter
    field.setFocus()
    qtbot.keyClicks(field, "arkiv")
    while field.isUndoAvailable():
        press(qtbot, world, "Ctrl+Z")
    assert field.text() == ""
    press(qtbot, world, "Ctrl+Z")
    assert item_view(world.database, item_id).title == "Et andet navn"
    page.table.setFocus()
    press(qtbot, world, "Ctrl+Z")
    assert item_view(world.database, item_id).title != "Et andet navn"


def test_undo_goes_where_the_change_can_be_seen(qtbot: QtBot, world: World) -> None:
    world.window.open("settings")
    active(qtbot, world)
    rename_item(world.database, world.sample.item_ids[0], "Et andet navn")
    press(qtbot, world, "Ctrl+Z")
    assert world.window.page_key == "meeting"
    world.window.open("decisions")
    press(qtbot, world, "Ctrl+Y")
    assert world.window.page_key == "decisions"


def test_the_window_comes_back_where_it_was(world: World) -> None:
    world.window.open("bodies")
    world.window.resize(1300, 800)
    world.window.close()
    settings = type(world.context.settings)(world.context.paths)
    assert settings.last("page") == "bodies"
    assert settings.sizes("navigation") == [world.window.navigation.width()]
    assert not settings.geometry().isEmpty()


def test_known_errors_become_a_sentence(qtbot: QtBot, world: World) -> None:
    world.context.messages.show_error(InvalidInput("Write the name of the group."))
    assert world.context.messages.text == "Skriv gruppens navn."


def test_a_receipt_offers_to_take_back(qtbot: QtBot, world: World) -> None:
    done: list[str] = []
    world.context.messages.say("Punkt 7 er slettet.", "Fortryd", lambda: done.append("undone"))
    toast = world.context.messages._toast
    assert toast is not None
    qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert done == ["undone"]


# --- opening


def test_text_widgets_keep_their_other_keys(qtbot: QtBot, world: World) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    field: QLineEdit = page.filter
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    press(qtbot, world, "Ctrl+A")
    assert field.selectedText() == "abc"


def test_fields_of_other_windows_keep_their_undo(qtbot: QtBot, world: World) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "a")
    control = Qt.KeyboardModifier.ControlModifier
    claim = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
    claim.ignore()
    QApplication.sendEvent(field, claim)
    assert claim.isAccepted()


@pytest.mark.parametrize(
    ("size", "fills"),
    [((1440, 900), True), ((1366, 768), True), ((1920, 1080), False), ((800, 800), False)],
)
def test_the_first_window_fills_a_screen_it_would_not_fit_on(
    size: tuple[int, int], fills: bool
) -> None:
    assert first_size_fills(QSize(*size)) is fills
