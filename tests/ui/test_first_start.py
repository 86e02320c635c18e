"""The first start: three ways in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.paths import resources_dir
from app.services.bodies import create_body
from app.services.queries.meetings import meeting_rows
from app.services.queries.registers import body_rows
from app.services.sample import load_sample
from app.storage.database import Database
from app.ui.commands import Commands
from app.ui.dialogs.body import BodyDialog
from app.ui.dialogs.new_meeting import NewMeetingDialog
from tests.ui.conftest import World
from tests.ui.hands import active, asked, press


def test_the_likeliest_way_in_is_outlined_unless_another_has_the_focus(world: World) -> None:
    page = world.window.open("first_start")
    page.folder_link.setFocus()
    assert [card.is_outlined for card in page.cards] == [True, False, False]
    page.cards[2].setFocus()
    assert [card.is_outlined for card in page.cards] == [False, False, True]


def test_the_first_start_offers_three_ways_by_keyboard(qtbot: QtBot, world: World) -> None:
    page = world.window.open("first_start")
    begun: list[str] = []
    world.context.navigator.commanded.disconnect()
    world.context.navigator.commanded.connect(begun.append)
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)
    qtbot.waitUntil(page.cards[0].hasFocus)
    for card in page.cards:
        qtbot.keyClick(card, Qt.Key.Key_Return)
        qtbot.keyClick(card, Qt.Key.Key_Down)
    assert begun == ["new_body", "import_papers", "open_sample"]
    assert page.folder_link.hasFocus()


@pytest.mark.parametrize("size", [100, 130])
def test_words_are_not_cut_off_on_the_first_start(qtbot: QtBot, world: World, size: int) -> None:
    world.window.resize(1100, 700)
    world.context.theme.set_text_size(size)
    page = world.window.open("first_start")
    for card in page.cards:
        qtbot.waitUntil(lambda one=card: one.height() >= one.heightForWidth(one.width()))


@pytest.mark.parametrize(
    ("width", "size", "is_one_line"),
    [(1440, 100, True), (1440, 130, True), (1100, 100, True), (1100, 130, False)],
)
def test_the_link_to_a_folder_stands_after_its_question(
    qtbot: QtBot, world: World, width: int, size: int, is_one_line: bool
) -> None:
    world.window.resize(width, 900)
    world.context.theme.set_text_size(size)
    page = world.window.open("first_start")
    words, link = page.foot_words, page.folder_link
    line = words.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: (words.height() < 2 * line) is is_one_line)
    middles = [one.geometry().center().y() for one in (words, link)]
    if is_one_line:
        assert abs(middles[0] - middles[1]) <= 1
    else:
        assert link.y() >= words.geometry().bottom()
        assert link.x() == words.x()


@pytest.mark.parametrize("size", [100, 115, 130])
def test_the_column_keeps_its_margin_however_large_the_words(world: World, size: int) -> None:
    page = world.window.open("first_start")
    world.context.theme.set_text_size(size)
    QApplication.processEvents()
    for part in (*page.cards, page.folder_link):
        assert part.mapTo(page, QPoint(part.width(), 0)).x() <= page.width() - 40


def test_only_what_is_there_is_promised(world: World) -> None:
    page = world.window.open("first_start")
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "opfølgning" in words
    assert "kommissorier" not in words


def test_sample_data_fill_an_empty_file(qtbot: QtBot, world: World) -> None:
    found = asked(world)
    commands = world.window.findChild(Commands)
    before = len(meeting_rows(world.database))
    commands.open_sample()
    assert len(meeting_rows(world.database)) == before + 4
    assert [key for key, _ in found] == ["meetings"]


@pytest.fixture
def empty(world: World, tmp_path: Path) -> Iterator[World]:
    """The window over data in which there is nothing."""
    file = tmp_path / "empty" / "moedevaerk.db"
    file.parent.mkdir()
    with Database.create(file, "Ida Prøve") as database:
        filled = world.database
        world.context.slot.fill(database)
        yield replace(world, database=database)
        world.context.slot.fill(filled)


def test_undo_brings_the_sample_back_and_shows_its_meetings(qtbot: QtBot, empty: World) -> None:
    load_sample(empty.database, resources_dir() / "sample")
    page = empty.window.open("meetings")
    active(qtbot, empty)
    qtbot.mouseClick(page.drop_sample, Qt.MouseButton.LeftButton)
    assert empty.window.page_key == "first_start"
    assert empty.context.messages.text == "Eksempeldata er fjernet."
    press(qtbot, empty, "Ctrl+Z")
    assert len(meeting_rows(empty.database)) == 4
    assert empty.window.page_key == "meetings"
    assert page.drop_sample.isVisible()
    assert empty.context.messages.text == "Fortrudt: Fjern eksempeldata."
    press(qtbot, empty, "Ctrl+Y")
    assert meeting_rows(empty.database) == []
    assert empty.window.page_key == "first_start"


def test_undo_of_the_first_group_leads_back_to_the_first_start(qtbot: QtBot, empty: World) -> None:
    create_body(empty.database, "Udvalget for havne")
    empty.window.open("meetings")
    active(qtbot, empty)
    press(qtbot, empty, "Ctrl+Z")
    assert body_rows(empty.database) == []
    assert empty.window.page_key == "first_start"
    press(qtbot, empty, "Ctrl+Y")
    assert empty.window.page_key == "meetings"


def test_a_meeting_without_a_group_begins_with_the_group(qtbot: QtBot, empty: World) -> None:
    window = empty.window
    window.open("meetings")
    active(qtbot, empty)
    press(qtbot, empty, "Ctrl+Shift+N")
    group = window.findChild(BodyDialog)
    words = [label.text() for label in group.findChildren(QLabel)]
    assert "Et møde hører til en gruppe. Opret gruppen først." in words
    qtbot.keyClicks(group.name, "Udvalget for havne")
    qtbot.keyClick(group.name, Qt.Key.Key_Return)
    meeting = window.findChild(NewMeetingDialog)
    assert meeting.isVisible()
    assert meeting._body.currentText() == "Udvalget for havne"
    meeting._date.setText("8.5.2031")
    qtbot.mouseClick(meeting.create_button, Qt.MouseButton.LeftButton)
    assert window.page_key == "meeting"
    assert [row.body_name for row in meeting_rows(empty.database)] == ["Udvalget for havne"]


def test_a_group_that_is_not_made_asks_for_no_meeting(qtbot: QtBot, empty: World) -> None:
    empty.window.open("meetings")
    empty.context.navigator.run("new_meeting")
    empty.window.findChild(BodyDialog).reject()
    assert empty.window.findChild(NewMeetingDialog) is None
    empty.context.navigator.run("new_body")
    group = empty.window.findChildren(BodyDialog)[-1]
    assert not any("hører til" in label.text() for label in group.findChildren(QLabel))
    qtbot.keyClicks(group.name, "Udvalget for havne")
    qtbot.keyClick(group.name, Qt.Key.Key_Return)
    assert empty.window.findChild(NewMeetingDialog) is None
