"""Registers beside the work: read when they are seen, narrowed to a group, sorted by keyboard."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.agenda import RecommendationPoint
from app.models.decision import Outcome
from app.models.follow_up import FollowUpStatus
from app.models.richtext import text_of
from app.services.bodies import create_body
from app.services.decisions import set_outcome
from app.services.follow_ups import add_follow_up, edit_follow_up
from app.services.items import create_item, rename_item, set_closed
from app.services.meetings import create_meeting
from app.services.queries.meetings import meeting_rows
from app.services.queries.registers import DecisionRow, decision_rows, follow_up_rows
from app.services.recommendations import (
    add_point,
    add_recommendation_set,
    edit_recommendation_set,
)
from app.storage.actions import Action
from app.storage.database import Database
from app.ui.pages import decisions
from app.ui.pages.follow_ups import FollowUpsPage
from app.ui.pages.meetings import MeetingsPage
from app.ui.tables import CELL_ROLE, Group
from tests.ui.conftest import World
from tests.ui.hands import active, column, register


def press_receipt(qtbot: QtBot, world: World) -> None:
    toast = world.context.messages._toast
    assert toast is not None
    qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)


# --- what is hidden


def test_a_hidden_register_is_read_once_when_it_is_seen_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, reads = register(world, "decisions"), list[int]()

    def count(database: Database) -> Sequence[DecisionRow]:
        reads.append(1)
        return decision_rows(database)

    monkeypatch.setattr(decisions, "decision_rows", count)
    world.window.open("settings")
    for number in range(5):
        rename_item(world.database, world.sample.item_ids[0], f"Kaj {number}")
    assert reads == []
    world.window.open("decisions")
    world.window.open("decisions")
    assert reads == [1]
    assert "Kaj 4" in column(page, 1)


def test_the_chosen_row_stays_chosen_while_others_write(world: World) -> None:
    page = register(world, "decisions")
    chosen = [row for row in page.model.rows if not isinstance(row, Group)][3]
    page.table.select_id(chosen.id)
    rename_item(world.database, chosen.item_id, "Kaj")
    assert page.table.current_row().id == chosen.id
    world.window.open("settings")
    rename_item(world.database, chosen.item_id, "Kajen")
    world.window.open("decisions")
    assert page.table.current_row().id == chosen.id
    assert page.table.current_row().item_title == "Kajen"


def test_the_row_that_takes_the_place_of_a_lost_one_is_chosen(world: World) -> None:
    page = register(world, "follow_ups")
    first, second, _third = follow_up_rows(world.database)
    page.table.select_id(second.id)
    edit_follow_up(world.database, second.id, status=FollowUpStatus.DONE)
    assert page.table.current_row().action != first.action


def test_a_decision_bears_the_name_of_who_recommended_it_as_it_now_is(world: World) -> None:
    """Two recommendations of a paper that count from 1. each: the decision names the body, too."""
    database = world.database
    item_id = create_item(database, world.sample.meeting_ids[0], title="Kaj")
    sets = [add_recommendation_set(database, item_id) for _each in range(2)]
    points = [add_point(database, one, text_of("godkender planen")) for one in sets]
    with database.write(Action.IMPORT_MEETING) as session:
        for point_id in points:
            session.get_one(RecommendationPoint, point_id).number_text = "1."
    set_outcome(database, item_id, Outcome.APPROVED, point_id=points[0])
    page = register(world, "decisions")
    assert "1. godkender planen" in column(page, 3)
    edit_recommendation_set(database, sets[0], from_text="FU")
    assert "FU 1. godkender planen" in column(page, 3)


# --- one group


def other_meeting(world: World, name: str) -> None:
    body_id = create_body(world.database, name)
    year = meeting_rows(world.database)[0].date.replace(day=1)
    create_meeting(world.database, body_id, year)


def test_enter_on_a_group_shows_its_meetings_alone(qtbot: QtBot, world: World) -> None:
    other_meeting(world, "Aalbæk Havn")
    page = register(world, "bodies", id=world.sample.body_id)
    active(qtbot, world)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    meetings = world.window.page
    assert isinstance(meetings, MeetingsPage)
    assert {row.body_name for row in meetings.model.rows if not isinstance(row, Group)} == {
        "SG Fjord"
    }
    assert meetings.body.accessibleName() == "Gruppe: SG Fjord"
    assert meetings.head.note.text() == "2 af 3 vises"
    meetings.body.setFocus()
    qtbot.keyClick(meetings.body, Qt.Key.Key_Delete)
    assert not meetings.body.isVisible()
    assert len(column(meetings, 0)) == 3
    assert meetings.table.hasFocus()


def test_the_group_stays_while_one_looks_into_a_meeting(world: World) -> None:
    other_meeting(world, "Aalbæk Havn")
    page = register(world, "meetings", body_id=world.sample.body_id)
    world.window.open("meeting", meeting_id=world.sample.meeting_ids[0])
    world.window.open("meetings")
    assert len(column(page, 0)) == 2
    page.clear_filters()
    assert len(column(page, 0)) == 3


def test_a_group_without_meetings_says_so(world: World) -> None:
    page = register(world, "meetings", body_id=create_body(world.database, "Aalbæk Havn"))
    assert page._stack.currentIndex() == 2
    assert page._nothing.text() == "Gruppen har ingen møder endnu."


# --- follow-ups


@pytest.mark.parametrize("action", ["Ring til havnen", ""])
def test_a_follow_up_of_a_closed_item_has_a_lock(world: World, action: str) -> None:
    told = follow_up_rows(world.database)[0]
    twin = add_follow_up(world.database, told.item_id, action, due="2030")
    page = register(world, "follow_ups")
    for is_closed, mark in ((True, "lock"), (False, "")):
        set_closed(world.database, told.item_id, is_closed)
        page.table.select_id(twin)
        assert page.table.currentIndex().siblingAtColumn(0).data(CELL_ROLE).mark == mark


def test_enter_on_a_follow_up_goes_to_it_in_its_item(qtbot: QtBot, world: World) -> None:
    page = register(world, "follow_ups")
    active(qtbot, world)
    row = follow_up_rows(world.database)[1]
    page.table.select_id(row.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    shown = world.window.page
    assert shown.editor.item_id == row.item_id
    focused = QApplication.focusWidget()
    assert shown.editor.form.decision.follow_ups.isAncestorOf(focused)
    assert focused.text() == row.action


def test_enter_goes_to_the_chosen_one_of_two_follow_ups_with_the_same_words(
    qtbot: QtBot, world: World
) -> None:
    item_id = follow_up_rows(world.database)[0].item_id
    twins = [add_follow_up(world.database, item_id, "Ring", due=due) for due in ("2030", "2031")]
    page = register(world, "follow_ups")
    active(qtbot, world)
    page.table.select_id(twins[1])
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    follow_ups = world.window.page.editor.form.decision.follow_ups
    assert follow_ups.lines[-1].isAncestorOf(QApplication.focusWidget())


def test_a_follow_up_without_a_task_says_so_in_the_register(qtbot: QtBot, world: World) -> None:
    item_id = follow_up_rows(world.database)[0].item_id
    added = add_follow_up(world.database, item_id, due="2031")
    page = register(world, "follow_ups")
    active(qtbot, world)
    assert "Opgaven mangler" in column(page, 0)
    page.table.select_id(added)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert world.window.page.editor.form.decision.follow_ups.lines[-1].action is focused


def test_space_sets_a_follow_up_finished_and_the_receipt_takes_it_back(
    qtbot: QtBot, world: World
) -> None:
    page = register(world, "follow_ups")
    assert isinstance(page, FollowUpsPage)
    active(qtbot, world)
    row = follow_up_rows(world.database)[0]
    page.table.select_id(row.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert row.id not in [one.id for one in follow_up_rows(world.database)]
    assert world.context.messages.text == "Opgaven er afsluttet."
    press_receipt(qtbot, world)
    assert follow_up_rows(world.database)[0].status is FollowUpStatus.OPEN
    assert row.action in column(page, 0)


def test_space_opens_a_finished_one_again_and_undoes_nothing_else(
    qtbot: QtBot, world: World
) -> None:
    page = register(world, "follow_ups")
    assert isinstance(page, FollowUpsPage)
    active(qtbot, world)
    rename_item(world.database, world.sample.item_ids[0], "Kaj")
    page.finished.setChecked(True)
    row = follow_up_rows(world.database)[0]
    page.table.select_id(row.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.finish.text() == "Åbn opgaven igen"
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert follow_up_rows(world.database)[0].status is FollowUpStatus.OPEN
    assert world.context.messages.text == "Opgaven er åben igen."
    press_receipt(qtbot, world)
    assert row.id not in [one.id for one in follow_up_rows(world.database)]
    world.context.history.undo.trigger()
    assert follow_up_rows(world.database)[0].status is FollowUpStatus.OPEN
    world.context.history.undo.trigger()
    assert follow_up_rows(world.database)[0].item_title != "Kaj"


def test_space_in_the_filter_writes_a_space(qtbot: QtBot, world: World) -> None:
    page = register(world, "follow_ups")
    active(qtbot, world)
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "a b")
    assert page.filter.text() == "a b"
    assert len(follow_up_rows(world.database)) == 3


# --- sorting


def test_a_table_is_sorted_from_the_menu(world: World) -> None:
    for name in ("Ærø-gruppen", "Aalborg-gruppen", "Zebra-gruppen"):
        create_body(world.database, name)
    page = register(world, "bodies")
    before = column(page, 0)
    menu = page.sorting
    assert menu.menuAction() in page.menu_actions()
    assert menu.menuAction().text() == "Sortér efter"
    by_name, usual = menu.actions()[0], menu.actions()[-1]
    by_name.trigger()
    by_name.trigger()
    assert column(page, 0)[0] == "Aalborg-gruppen"
    menu.aboutToShow.emit()
    assert by_name.isChecked()
    assert not usual.isChecked()
    usual.trigger()
    assert column(page, 0) == before


def test_a_register_in_a_fixed_order_offers_no_sorting(world: World) -> None:
    assert register(world, "decisions").menu_actions() == []
