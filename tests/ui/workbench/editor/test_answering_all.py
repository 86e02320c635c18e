"""All points without an outcome are answered at once, and the tab tells when all are."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtTest import QTest

from app.models.decision import Outcome
from app.models.meeting import MeetingState
from app.models.problems import ProblemKind
from app.models.richtext import text_of
from app.services.decisions import add_free_decision, set_outcome
from app.services.follow_ups import add_follow_up
from app.services.meetings import change_state
from app.services.queries.items import item_rows
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.test_decisions import outcomes, write_now


@pytest.mark.parametrize(
    ("key", "outcome"),
    [(Key.Key_1, Outcome.APPROVED), (Key.Key_2, Outcome.DISCUSSED), (Key.Key_7, list(Outcome)[6])],
)
def test_a_digit_answers_all_points(desk: Desk, key: Key, outcome: Outcome) -> None:
    write_now(desk)
    menu = desk.editor.form.decision.answer_all.menu()
    assert menu.actions()[0].shortcut().toString() == "1"
    menu.popup(desk.editor.mapToGlobal(desk.editor.rect().center()))
    QTest.keyClick(menu, key)
    assert not menu.isVisible()
    assert outcomes(desk) == [outcome] * 3


def answered(desk: Desk) -> tuple[bool, bool]:
    """Whether the decision is done: as the tab shows it, and as the agenda sees it."""
    rows = item_rows(desk.database, desk.scene.meeting_id)
    problems = next(row.problems for row in rows if row.id == desk.scene.full)
    return desk.editor.tabs.tabs[-1].is_filled, ProblemKind.OUTCOME not in problems


def test_the_tab_says_what_the_agenda_says(desk: Desk) -> None:
    change_state(desk.database, desk.scene.meeting_id, MeetingState.HELD)
    both = partial(answered, desk)
    desk.editor.reload(None)
    rows = desk.editor.form.decision.rows
    assert both() == (False, False)
    for row in rows[:2]:
        QTest.keyClick(row.chooser, Key.Key_1)
        assert both() == (False, False)
    desk.write(rows[2].editor, "Tages op igen.")
    desk.editor.flush()
    assert both() == (True, True)
    desk.database.undo()
    assert both() == (False, False)
    add_follow_up(desk.database, desk.scene.full, "Skriv en køreplan")
    assert both() == (False, False)
    add_free_decision(desk.database, desk.scene.full, text_of("Gruppen mødes igen i maj."))
    assert both() == (False, False)
    QTest.keyClick(desk.editor.form.decision.rows[2].chooser, Key.Key_1)
    assert both() == (True, True)


def test_the_tab_takes_one_outcome_for_the_whole_item_as_the_agenda_does(desk: Desk) -> None:
    change_state(desk.database, desk.scene.meeting_id, MeetingState.HELD)
    desk.editor.reload(None)
    set_outcome(desk.database, desk.scene.full, Outcome.POSTPONED)
    assert answered(desk) == (True, True)
    point = desk.stored().recommendations[0].points[0].id
    set_outcome(desk.database, desk.scene.full, Outcome.APPROVED, point_id=point)
    assert answered(desk) == (False, False)
