"""The agenda by keys and mouse; what happened is read from the file."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.agenda_words import ItemKind
from app.models.meeting import MeetingState
from app.services.meetings import change_state
from app.services.queries.items import ItemRow
from app.storage.database import Database
from app.ui.pages.workbench.agenda_delegate import _fitting, _mark_width
from app.ui.pages.workbench.agenda_model import AgendaModel, spoken
from app.ui.theme import theme
from app.ui.tokens import Tone
from tests.ui.hands import move_held, refused
from tests.ui.workbench.conftest import Bench

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = "Fælles vagttelefon om natten", "Prøveår med delte boliger"


def row(title: str, **values: object) -> ItemRow:
    plain = ItemRow(uuid4(), 1, title, ItemKind.CASE, False, "", 10, False, True, ())
    return replace(plain, **values)


@pytest.mark.parametrize(
    "order", [(2, 1, 0), (1, 2), (0, 3, 1, 2), (), (3,), (2, 0, 3, 1), (0, 1, 2)]
)
def test_model_merges_any_change_soundly(order: tuple[int, ...], qtbot: QtBot) -> None:
    rows = [row(word) for word in ("et", "to", "tre", "fire")]
    model = AgendaModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.reset(rows[:3])
    model.set_rows([rows[at] for at in order])
    assert [one.title for one in model.rows] == [rows[at].title for at in order]


def test_model_tells_of_changed_rows_only(qtbot: QtBot) -> None:
    rows = [row("et"), row("to")]
    model = AgendaModel()
    model.reset(rows)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows([rows[0], replace(rows[1], title="tre")])
    assert told.args[0].row() == 1


def test_a_row_is_spoken_whole() -> None:
    words = spoken(row("Fælles vagt", number=3, is_closed=True, case_number="2030-1"))
    assert words == "3 Fælles vagt, Lukket, 2030-1, 10\u00a0min"
    assert spoken(row("Uro", added_at_meeting=True)) == "1 Uro, 10\u00a0min, Tilføjet"


def test_alt_arrow_moves_and_numbers_follow(bench: Bench) -> None:
    before = bench.titles()
    at = before.index(FIRST)
    bench.choose(FIRST)
    bench.press(Qt.Key.Key_Down, ALT)
    after = bench.titles()
    assert after.index(FIRST) == at + 1
    assert after.index(SECOND) == at
    assert [one.number for one in bench.stored()] == list(range(1, len(after) + 1))
    assert bench.shown() == after
    assert bench.page.agenda.list.current_item.title == FIRST


def test_moving_beyond_the_end_changes_nothing(bench: Bench) -> None:
    before = bench.titles()
    steps = len(bench.world.database.history.undoable)
    bench.click_row(0)
    bench.press(Qt.Key.Key_Up, ALT)
    assert bench.titles() == before
    assert len(bench.world.database.history.undoable) == steps


def test_dragging_lands_at_the_line(bench: Bench) -> None:
    row_of = bench.shown().index(SECOND)
    top = bench.page.agenda.list.visualRect(bench.page.agenda.model.index(0)).topLeft()
    bench.drag(row_of, top)
    assert bench.titles()[0] == SECOND
    assert bench.page.agenda.list.current_item.title == SECOND


def test_dragging_down_counts_the_gap_left_behind(bench: Bench) -> None:
    titles = bench.titles()
    target = bench.middle(titles.index(SECOND)) + bench.middle(0) - bench.middle(0)
    target.setY(target.y() + 4)
    bench.drag(titles.index(FIRST), target)
    after = bench.titles()
    assert after.index(FIRST) == after.index(SECOND) + 1


def test_escape_ends_a_drag(bench: Bench) -> None:
    before = bench.titles()
    view = bench.page.agenda.list
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=bench.middle(3))
    move_held(view.viewport(), bench.middle(0))
    assert view.drag.row == 3
    bench.press(Qt.Key.Key_Escape)
    assert view.drag.row == -1
    move_held(view.viewport(), bench.middle(1))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=bench.middle(0))
    assert bench.titles() == before


def test_a_sent_agenda_keeps_its_order_and_says_why(bench: Bench) -> None:
    change_state(bench.world.database, bench.meeting_id, MeetingState.AGENDA_SENT)
    before = bench.titles()
    bench.choose(FIRST)
    bench.press(Qt.Key.Key_Down, ALT)
    assert bench.titles() == before
    assert bench.world.context.messages.text.startswith("Dagsordenen er udsendt")


def test_a_late_item_that_moves_keeps_its_number_and_says_why(bench: Bench) -> None:
    change_state(bench.world.database, bench.meeting_id, MeetingState.AGENDA_SENT)
    bench.choose(bench.titles()[0])
    bench.page.commands.actions["new_item"].trigger()
    late = bench.page.agenda.list.current_item
    assert bench.world.context.messages.text == ""
    before = bench.titles()
    bench.press(Qt.Key.Key_Up, ALT)
    bench.press(Qt.Key.Key_Up, ALT)
    assert bench.titles() != before
    assert next(one for one in bench.stored() if one.id == late.id).number == late.number
    assert bench.world.context.messages.text.startswith("Punktet beholder sit nummer")


def test_a_refused_drag_says_why_and_leaves_list_and_editor_together(bench: Bench) -> None:
    change_state(bench.world.database, bench.meeting_id, MeetingState.AGENDA_SENT)
    before, view = bench.titles(), bench.page.agenda.list
    bench.choose(FIRST)
    bench.drag(bench.shown().index(FIRST), bench.middle(0))
    assert bench.titles() == before
    assert bench.world.context.messages.text.startswith("Dagsordenen er udsendt")
    assert view.current_item is not None
    assert view.current_item.id == bench.page.editor.item_id
    assert view.selectedIndexes() == [view.currentIndex()]


@pytest.mark.parametrize("command", ["new_item", "toggle_closed", "move_down", "delete_item"])
def test_what_cannot_be_done_is_said_whatever_it_was(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    before = bench.stored()
    bench.choose(FIRST)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        bench.page.commands.actions[command].trigger()
    assert bench.world.context.messages.text.startswith("Ændringen blev ikke gemt.")
    assert bench.page.agenda.list.current_item.title == FIRST
    assert bench.stored() == before


def test_delete_and_take_back(bench: Bench, qtbot: QtBot) -> None:
    before = bench.titles()
    bench.choose(FIRST)
    bench.press(Qt.Key.Key_Delete)
    assert FIRST not in bench.titles()
    assert FIRST not in bench.shown()
    assert bench.page.agenda.list.current_item is not None
    assert "slettet" in bench.world.context.messages.text
    toast = bench.world.context.messages._toast
    qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert bench.titles() == before
    assert bench.shown() == before
    assert bench.page.agenda.list.current_item.title == FIRST


def test_the_receipt_takes_back_its_own_step_only(bench: Bench, qtbot: QtBot) -> None:
    bench.choose(FIRST)
    bench.press(Qt.Key.Key_Delete)
    toast = bench.world.context.messages._toast
    bench.choose(SECOND)
    bench.press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert FIRST not in bench.titles()
    assert bench.world.context.messages.text.startswith("Der er ændret noget")


def test_the_receipt_goes_when_its_step_is_undone_by_key(bench: Bench) -> None:
    bench.choose(FIRST)
    bench.press(Qt.Key.Key_Delete)
    assert "slettet" in bench.world.context.messages.text
    bench.press(Qt.Key.Key_Z, CONTROL)
    assert FIRST in bench.titles()
    assert bench.world.context.messages.text == "Fortrudt: Slet punkt."


def test_new_item_lands_below_the_chosen_one(bench: Bench) -> None:
    bench.choose(FIRST)
    bench.press(Qt.Key.Key_N, CONTROL)
    stored = bench.stored()
    at = [one.title for one in stored].index(FIRST)
    assert stored[at + 1].title == ""
    assert bench.page.editor.item_id == stored[at + 1].id


def test_an_empty_new_item_is_written_before_another_is_made(bench: Bench) -> None:
    bench.choose(FIRST)
    before = len(bench.stored())
    QTest.mouseDClick(bench.page.agenda.new_item, Qt.MouseButton.LeftButton)
    for _time in range(2):
        QTest.mouseClick(bench.page.agenda.new_item, Qt.MouseButton.LeftButton)
        assert len(bench.stored()) == before + 1
    assert QApplication.focusWidget() is bench.page.editor.head.title
    bench.page.editor.head.minutes.field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "20")
    bench.press(Qt.Key.Key_N, CONTROL)
    assert len(bench.stored()) == before + 2


@pytest.mark.parametrize("row", [0, -1])
def test_new_item_lands_between_the_formal_ones(bench: Bench, row: int) -> None:
    bench.click_row(row % len(bench.shown()))
    bench.press(Qt.Key.Key_N, CONTROL)
    kinds = [one.kind for one in bench.stored()]
    assert kinds[:2] == [ItemKind.AGENDA_APPROVAL, ItemKind.MINUTES_APPROVAL]
    assert kinds[-3:] == [ItemKind.CASE, ItemKind.ANY_OTHER_BUSINESS, ItemKind.NEXT_MEETING]


def test_page_keys_walk_through_the_items(bench: Bench) -> None:
    bench.click_row(0)
    bench.press(Qt.Key.Key_PageDown, CONTROL)
    assert bench.page.editor.item_id == bench.stored()[1].id
    bench.press(Qt.Key.Key_PageUp, CONTROL)
    bench.press(Qt.Key.Key_PageUp, CONTROL)
    assert bench.page.editor.item_id == bench.stored()[0].id


def test_closing_an_item_shows_in_the_list(bench: Bench) -> None:
    item_id = bench.choose(FIRST)
    bench.press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert next(one for one in bench.stored() if one.id == item_id).is_closed
    assert bench.page.agenda.list.current_item.is_closed


def test_menu_makes_a_theme(bench: Bench) -> None:
    bench.choose(FIRST)
    bench.page.commands.actions["new_theme"].trigger()
    assert ItemKind.THEME in [one.kind for one in bench.stored()]


def test_f2_writes_the_title_and_the_list_follows(bench: Bench, qtbot: QtBot) -> None:
    item_id = bench.choose(FIRST)
    bench.press(Qt.Key.Key_F2)
    title = QApplication.focusWidget()
    QTest.keyClick(title, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(title, "Vagt om dagen")
    assert "Vagt om dagen" in bench.shown()
    bench.page.editor.flush()
    assert next(one.title for one in bench.stored() if one.id == item_id) == "Vagt om dagen"
    assert bench.page.head.status.text().startswith("Gemt kl.")


def test_a_warning_is_shown_before_a_case_number() -> None:
    closed = ("Lukket", "lock", Tone.HEATHER)
    number = ("2027-000123", "", Tone.NEUTRAL)
    warning = ("Mangler indstilling", "circle-alert", Tone.AMBER)
    marks = [closed, number, warning]
    assert _fitting(marks, 1000) == marks
    least = sum(_mark_width(*mark[:2]) for mark in (closed, warning)) + 10
    assert _fitting(marks, least) == [closed, warning]
    assert _fitting(marks, least - 1) == [closed]
    assert _fitting(marks, 0) == []


def test_the_pane_grows_with_the_text(bench: Bench, qtbot: QtBot) -> None:
    bench.page.panes.setSizes([280, 700, 0])
    theme().set_text_size(130)
    qtbot.waitUntil(lambda: bench.page.agenda.width() >= theme().px(280))
    assert theme().px(280) > 350
