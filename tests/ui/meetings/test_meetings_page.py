"""Møder: the list, its filter, deleting with a way back."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.models.meeting import MeetingState, UnplacedLine
from app.models.sample import is_of_sample
from app.paths import resources_dir
from app.services.bodies import create_body
from app.services.importing import import_drafts
from app.services.items import create_item
from app.services.meetings import change_state, create_meeting, delete_meeting
from app.services.queries.meetings import meeting_rows
from app.services.sample import load_sample
from app.storage.actions import Action
from app.storage.database import Database
from app.ui.dialogs.base import Confirmation
from app.ui.pages.meetings import MeetingsPage
from app.ui.tables import Group
from app.ui.theme import Theme
from tests.ui.conftest import World
from tests.ui.hands import refused
from tests.ui.papers_in import DAY, paper


@pytest.fixture
def page(world: World, qtbot: QtBot) -> MeetingsPage:
    made = world.window.open("meetings")
    assert isinstance(made, MeetingsPage)
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)
    return made


def headings(page: MeetingsPage) -> list[tuple[str, str, str]]:
    return [(row.title, row.note, row.right) for row in page.model.rows if isinstance(row, Group)]


def cells(page: MeetingsPage, row: int) -> list[str]:
    return [page.model.index(row, at).data() for at in range(page.model.columnCount())]


def test_meetings_stand_by_group_and_year(page: MeetingsPage) -> None:
    assert headings(page) == [("SG Fjord", "2030", "2 møder")]
    assert [cells(page, row)[0] for row in (1, 2)] == [
        "11.\u00a0april 2030",
        "7.\u00a0februar 2030",
    ]


def test_a_row_tells_state_items_and_what_is_closed(page: MeetingsPage) -> None:
    _date, place, state, items, closed, origin = cells(page, 2)
    assert (place, state, items, closed, origin) == (
        "kl.\u00a09.00–12.00", "Kladde", "8", "1", "–",
    )  # fmt: skip
    assert page.table.isColumnHidden(5)


def test_lines_without_a_place_are_counted(world: World, page: MeetingsPage) -> None:
    with world.database.write(Action.IMPORT_MEETING) as session:
        session.add(
            UnplacedLine(meeting_id=world.sample.meeting_ids[0], page=1, line=3, text="løs")
        )
    assert cells(page, 2)[-1] == "1 linje ikke placeret"
    assert not page.table.isColumnHidden(5)


def test_filter_finds_month_group_and_year(page: MeetingsPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.filter, "april fjord 2030")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert cells(page, 1)[0].startswith("11.")


def test_the_search_says_what_it_finds(page: MeetingsPage, look: Theme) -> None:
    assert page.filter.placeholderText() == "Søg efter dato, gruppe eller sted"
    for size in (100, 130):
        look.set_text_size(size)
        words = page.filter.fontMetrics().horizontalAdvance(page.filter.placeholderText())
        assert page.filter.minimumWidth() > words + look.px(35)


def test_a_new_meeting_is_the_chosen_one(world: World, page: MeetingsPage) -> None:
    made = create_meeting(world.database, world.sample.body_id, dt.date(2029, 3, 1))
    assert page.table.current_row().id == made
    world.window.open("meeting", meeting_id=made)
    later = create_meeting(world.database, world.sample.body_id, dt.date(2031, 3, 1))
    world.window.open("meetings")
    assert page.table.current_row().id == later


def test_a_meeting_brought_back_is_the_chosen_one(
    world: World, page: MeetingsPage, qtbot: QtBot
) -> None:
    page.table.select_id(world.sample.meeting_ids[0])
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.table.current_row().id != world.sample.meeting_ids[0]
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.table.current_row().id == world.sample.meeting_ids[0]


@pytest.mark.parametrize("is_empty", [True, False])
def test_esc_takes_the_filter_of_the_group_away(
    world: World, page: MeetingsPage, is_empty: bool
) -> None:
    body_id = create_body(world.database, "Netværket")
    world.window.open("meetings", body_id=body_id if is_empty else world.sample.body_id)
    assert page.body.isVisible()
    assert page.filter.hasFocus() is is_empty
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.body.isVisible()
    assert page.table.hasFocus()
    assert page.head.note.text() == "2 i alt"


def test_enter_opens_the_meeting(world: World, page: MeetingsPage) -> None:
    page.table.select_id(world.sample.meeting_ids[0])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert world.window.page_key == "meeting"
    assert world.window.page.meeting_id == world.sample.meeting_ids[0]


def test_delete_and_take_back(world: World, page: MeetingsPage, qtbot: QtBot) -> None:
    page.table.select_id(world.sample.meeting_ids[0])
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    left = [row.id for row in meeting_rows(world.database)]
    assert left == [world.sample.meeting_ids[1]]
    assert world.context.messages.text == "Mødet i SG Fjord den 7.\u00a0februar 2030 er slettet."
    qtbot.mouseClick(world.context.messages._toast._action, Qt.MouseButton.LeftButton)
    assert len(meeting_rows(world.database)) == 2
    assert page.model.rowCount() == 3


def test_a_meeting_that_has_left_the_house_is_deleted_when_that_is_said(
    world: World, page: MeetingsPage, qtbot: QtBot
) -> None:
    sent = world.sample.meeting_ids[0]
    change_state(world.database, sent, MeetingState.AGENDA_SENT)
    page.table.select_id(sent)
    page.table.setFocus()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        QTest.keyClick(page.table, Qt.Key.Key_Delete)
        question = page.findChildren(Confirmation)[-1]
        QTest.keyClick(question.focusWidget(), key)
        assert sent in {row.id for row in meeting_rows(world.database)}
        assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    question = page.findChildren(Confirmation)[-1]
    assert question.windowTitle().startswith("Slet mødet i SG Fjord den 7.\u00a0februar 2030?")
    question.confirm.click()
    assert sent not in {row.id for row in meeting_rows(world.database)}
    qtbot.mouseClick(world.context.messages._toast._action, Qt.MouseButton.LeftButton)
    assert sent in {row.id for row in meeting_rows(world.database)}


def test_the_delete_key_in_the_filter_deletes_letters_only(
    world: World, page: MeetingsPage
) -> None:
    QTest.keyClicks(page.filter, "x")
    page.filter.setFocus()
    QTest.keyClick(page.filter, Qt.Key.Key_Home)
    QTest.keyClick(page.filter, Qt.Key.Key_Delete)
    assert page.filter.text() == ""
    assert len(meeting_rows(world.database)) == 2


def test_own_data_have_no_sample_to_remove(page: MeetingsPage) -> None:
    assert page.drop_sample.isHidden()


def test_the_sample_is_removed_and_own_meetings_stay(
    world: World, page: MeetingsPage, qtbot: QtBot
) -> None:
    mine = {row.id for row in meeting_rows(world.database)}
    load_sample(world.database, resources_dir() / "sample")
    assert page.drop_sample.isVisible()
    page.drop_sample.click()
    assert {row.id for row in meeting_rows(world.database)} == mine
    assert page.drop_sample.isHidden()
    assert world.context.messages.text == "Eksempeldata er fjernet."
    qtbot.mouseClick(world.context.messages._toast._action, Qt.MouseButton.LeftButton)
    assert page.drop_sample.isVisible()


def test_own_items_in_the_sample_are_told_of_before_they_go(
    world: World, page: MeetingsPage, qtbot: QtBot
) -> None:
    load_sample(world.database, resources_dir() / "sample")
    theirs = next(row.id for row in meeting_rows(world.database) if is_of_sample(row.id))
    create_item(world.database, theirs, title="Mit punkt")
    page.drop_sample.click()
    question = world.window.findChild(Confirmation)
    assert "1 punkt, som du har oprettet" in words_of(question)
    question.reject()
    assert theirs in {row.id for row in meeting_rows(world.database)}
    page.drop_sample.click()
    world.window.findChildren(Confirmation)[-1].accept()
    assert theirs not in {row.id for row in meeting_rows(world.database)}


def words_of(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_sample_stays_when_nothing_can_be_saved(
    world: World, page: MeetingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_sample(world.database, resources_dir() / "sample")
    monkeypatch.setattr(Database, "write", refused)
    page.drop_sample.click()
    assert world.context.messages.text.startswith("Ændringen blev ikke gemt.")
    assert len(meeting_rows(world.database)) == 6


def test_import_is_asked_for_by_its_button(world: World, page: MeetingsPage, qtbot: QtBot) -> None:
    world.context.navigator.commanded.disconnect()
    with qtbot.waitSignal(world.context.navigator.commanded) as asked:
        page.bring.click()
    assert asked.args == ["import_papers"]


def chip(page: MeetingsPage) -> str:
    """The group that the list is restricted to, as the chip says it."""
    return "" if page.body.isHidden() else page.body.accessibleName()


def test_an_import_into_another_group_is_shown(world: World, page: MeetingsPage) -> None:
    mine = create_body(world.database, "Udvalget for havne")
    page.open(body_id=mine)
    assert chip(page) == "Gruppe: Udvalget for havne"
    world.window.open("decisions")
    import_drafts(world.database, [paper(1), paper(2, DAY + dt.timedelta(weeks=1))])
    world.window.open("meetings")
    assert chip(page) == ""
    assert page.head.note.text() == "4 i alt"


def test_a_new_meeting_of_another_group_is_shown(world: World, page: MeetingsPage) -> None:
    mine = create_body(world.database, "Udvalget for havne")
    page.open(body_id=mine)
    create_meeting(world.database, mine, DAY)
    assert chip(page) == "Gruppe: Udvalget for havne"
    assert page.head.note.text() == "1 af 3 vises"
    create_meeting(world.database, world.sample.body_id, DAY)
    assert chip(page) == ""
    assert page.head.note.text() == "4 i alt"


def test_the_group_stays_when_a_meeting_of_another_is_deleted(
    world: World, page: MeetingsPage
) -> None:
    page.open(body_id=create_body(world.database, "Udvalget for havne"))
    delete_meeting(world.database, world.sample.meeting_ids[0])
    assert chip(page) == "Gruppe: Udvalget for havne"
    assert page.head.note.text() == "0 af 1 vises"


def test_a_group_that_is_gone_restricts_nothing(world: World, page: MeetingsPage) -> None:
    page.open(body_id=create_body(world.database, "Udvalget for havne"))
    world.database.undo()
    assert chip(page) == ""
    assert page.head.note.text() == "2 i alt"
    assert page.body_in_view() == world.sample.body_id
