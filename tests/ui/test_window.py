"""The shell: pages made late, navigation, notices, two storeys of undo."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.errors import FileProblem, InvalidInput
from app.services.items import rename_item
from app.services.queries.items import item_view
from app.storage.database import Database
from app.ui.context import AppContext
from app.ui.crash import install_excepthook, report
from app.ui.dialogs.crash import CrashDialog
from app.ui.main_window import MainWindow, first_size_fills
from app.ui.page_list import page_list
from app.ui.pages.problem import ProblemPage
from app.ui.starter import Starter
from tests.ui.conftest import World
from tests.ui.sample import Sample

REGISTERS = ("decisions", "follow_ups", "bodies")


def press(qtbot: QtBot, world: World, keys: str) -> None:
    target = QApplication.focusWidget() or world.window
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def active(qtbot: QtBot, world: World) -> None:
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)


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
    assert item_view(world.database, item_id).title == "Et andet navn"
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


def test_alt_alone_calls_the_menu_bar_and_esc_gives_the_focus_back(
    qtbot: QtBot, world: World
) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    bar = world.window.menuBar()
    page.filter.setFocus()
    assert not bar.isVisible()
    qtbot.keyClick(page.filter, Qt.Key.Key_Alt)
    assert bar.isVisible()
    assert bar.hasFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.filter.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_3, Qt.Key.Key_X])
def test_alt_with_another_key_leaves_the_menu_bar_alone(
    qtbot: QtBot, world: World, key: Qt.Key
) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    page.filter.setFocus()
    taken = QAction(world.window)
    taken.setShortcut(QKeySequence("Alt+Down"))
    world.window.addAction(taken)
    with_alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyPress(page.filter, Qt.Key.Key_Alt)
    qtbot.keyClick(page.filter, key, with_alt)
    qtbot.keyRelease(page.filter, Qt.Key.Key_Alt)
    assert not world.window.menuBar().isVisible()
    qtbot.keyClick(page.filter, Qt.Key.Key_Alt)
    assert world.window.menuBar().isVisible()


def test_a_click_while_alt_is_down_leaves_the_menu_bar_alone(qtbot: QtBot, world: World) -> None:
    page = world.window.open("decisions")
    active(qtbot, world)
    qtbot.keyPress(world.window, Qt.Key.Key_Alt)
    qtbot.mouseClick(page.filter, Qt.MouseButton.LeftButton)
    qtbot.keyRelease(world.window, Qt.Key.Key_Alt)
    assert not world.window.menuBar().isVisible()


def test_the_first_arrow_opens_the_first_menu(qtbot: QtBot, world: World) -> None:
    world.window.open("decisions")
    active(qtbot, world)
    bar = world.window.menuBar()
    qtbot.keyClick(world.window, Qt.Key.Key_Alt)
    qtbot.keyClick(bar, Qt.Key.Key_Down)
    assert bar.activeAction() is bar.actions()[0]


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


def failing(secret: str) -> None:
    raise ValueError(secret)


def test_a_report_names_places_and_never_values() -> None:
    try:
        failing("CPR 010203-1234")
    except ValueError as error:
        text = report(error)
    assert "010203" not in text
    assert "builtins.ValueError" in text
    assert "failing" in text


def test_a_bug_shows_one_dialog_and_the_program_lives_on(
    qtbot: QtBot, world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_excepthook(world.context.messages, world.context.paths.log_dir)
    for _ in range(2):
        try:
            failing("hemmeligt")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    assert len(dialogs) == 1
    assert "hemmeligt" not in caplog.text
    assert "ValueError" in caplog.text
    dialogs[0].reject()
    error = FileProblem("The change was not saved. The disk is full; make room and try again.")
    sys.excepthook(type(error), error, None)
    assert world.context.messages.text.startswith("Ændringen blev ikke gemt.")


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
