"""The five states: what the stepper says and what its dialog does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.i18n import long_date, register_date
from app.models.meeting import MeetingState
from app.models.problems import ProblemKind
from app.services.items import delete_item, rename_item
from app.services.meetings import change_state, edit_meeting
from app.services.queries.meetings import meeting_fields
from app.ui.pages.workbench.state_dialog import StateDialog
from app.ui.pages.workbench.steps import Requirement, requirements, steps_of
from app.ui.widgets import IconLabel, WrapLabel
from tests.ui.workbench.conftest import Bench


def step_button(bench: Bench, word: str) -> QAbstractButton:
    QApplication.processEvents()
    buttons = bench.page.head.stepper.findChildren(QAbstractButton)
    return next(one for one in buttons if one.isVisible() and word in one.accessibleName())


def asked(bench: Bench, word: str) -> StateDialog:
    QTest.mouseClick(step_button(bench, word), Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StateDialog)
    return dialog


def state(bench: Bench) -> MeetingState:
    return meeting_fields(bench.world.database, bench.meeting_id).state


def test_steps_have_their_notes(bench: Bench) -> None:
    change_state(bench.world.database, bench.meeting_id, MeetingState.AGENDA_SENT)
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    notes = {step.key: step.note for step in steps_of(fields, 8)}
    assert notes["draft"] == "8 punkter"
    assert notes["held"] == "7.\u00a0februar"
    assert notes["agenda_sent"].startswith(f"{fields.dispatched_at.day}.")
    assert notes["approved"] == "11.\u00a0april"


def test_clicking_a_step_changes_nothing_by_itself(bench: Bench) -> None:
    dialog = asked(bench, "Afholdt")
    assert state(bench) is MeetingState.DRAFT
    dialog.reject()
    assert state(bench) is MeetingState.DRAFT


def test_the_button_changes_the_state(bench: Bench) -> None:
    dialog = asked(bench, "Dagsorden udsendt")
    assert dialog.change.text() == "Skift til Dagsorden udsendt"
    QTest.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    assert state(bench) is MeetingState.AGENDA_SENT
    assert "nu" in step_button(bench, "Dagsorden udsendt").accessibleName()


def test_one_enter_does_not_overlook_what_is_lacking(bench: Bench) -> None:
    rename_item(bench.world.database, bench.stored()[1].id, "")
    dialog = asked(bench, "Godkendt")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert state(bench) is MeetingState.DRAFT


def test_enter_changes_the_state_when_nothing_is_lacking(bench: Bench) -> None:
    edit_meeting(bench.world.database, bench.meeting_id, place_text="Rådhuset")
    for row in bench.stored():
        if row.problems:
            delete_item(bench.world.database, row.id)
    dialog = asked(bench, "Dagsorden udsendt")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert state(bench) is MeetingState.AGENDA_SENT


def test_the_keyboard_is_on_the_item_after_a_change_of_state(bench: Bench) -> None:
    dialog = asked(bench, "Dagsorden udsendt")
    QTest.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    assert bench.world.window.focusWidget() is bench.page.agenda.list


def test_going_back_takes_a_reason(bench: Bench) -> None:
    change_state(bench.world.database, bench.meeting_id, MeetingState.HELD)
    dialog = asked(bench, "Kladde")
    assert dialog.windowTitle() == "Sæt mødet tilbage til Kladde? – Mødeværk"
    QTest.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    assert state(bench) is MeetingState.HELD
    assert dialog.isVisible()
    QTest.keyClicks(dialog.reason, "Et punkt mangler")
    QTest.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    assert state(bench) is MeetingState.DRAFT


def test_where_the_meeting_is_there_is_nothing_to_do(bench: Bench) -> None:
    change_state(bench.world.database, bench.meeting_id, MeetingState.HELD)
    dialog = asked(bench, "Afholdt")
    assert not hasattr(dialog, "change")
    assert "Mødet står som afholdt." in [one.text() for one in dialog.findChildren(WrapLabel)]
    dialog.reject()


def test_the_mark_of_several_items_stands_at_the_first(bench: Bench) -> None:
    for row in bench.stored()[:3]:
        rename_item(bench.world.database, row.id, "")
    dialog = asked(bench, "Dagsorden udsendt")
    QTest.qWait(50)
    marks = sorted(one.geometry().center().y() for one in dialog.findChildren(IconLabel))
    words = [one for one in dialog.findChildren(WrapLabel) if one.y() > marks[0] - 20]
    assert any("\n" in one.text() for one in words)
    for mark, told in zip(marks, words, strict=True):
        first = QRect(told.rect().topLeft(), QSize(told.width(), told.fontMetrics().lineSpacing()))
        assert told.alignment() & Qt.AlignmentFlag.AlignTop
        assert abs(mark - told.mapToParent(first.center()).y()) <= 2
    dialog.reject()


def test_what_a_state_takes_stands_close_together(bench: Bench) -> None:
    dialog = asked(bench, "Godkendt")
    QTest.qWait(50)
    assert dialog.height() == dialog.layout().totalHeightForWidth(dialog.width())
    dialog.reject()


def test_what_is_lacking_is_named_by_number(bench: Bench) -> None:
    rename_item(bench.world.database, bench.stored()[1].id, "")
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    found = requirements(fields, bench.stored(), MeetingState.AGENDA_SENT)
    lacking = next(one for one in found if "Punkt 2 " in one.words)
    assert not lacking.is_met
    assert "Punkt 2 mangler titel" in lacking.words.splitlines()
    assert [one.is_met for one in found if "dagsordenen" in one.words] == [True]


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([ProblemKind.TITLE], "Punkt 2 mangler titel"),
        (
            [ProblemKind.OUTCOME, ProblemKind.TASK],
            "Punkt 2 mangler beslutning og opgave til opfølgningen",
        ),
        (list(ProblemKind)[:3], "Punkt 2 mangler titel, resumé og indstilling"),
    ],
)
def test_what_an_item_lacks_is_said_in_one_sentence(
    bench: Bench, problems: list[ProblemKind], words: str
) -> None:
    row = replace(bench.stored()[1], number="2", problems=tuple(problems))
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    found = requirements(fields, [row], MeetingState.AGENDA_SENT)
    assert words in [one.words for one in found]


@pytest.mark.parametrize(("days", "is_told"), [(1, True), (0, False), (-1, False)])
def test_a_meeting_of_a_day_to_come_is_told(bench: Bench, days: int, is_told: bool) -> None:
    day = dt.date.today() + dt.timedelta(days=days)
    edit_meeting(bench.world.database, bench.meeting_id, date=day)
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    for state in (MeetingState.HELD, MeetingState.APPROVED):
        words = [one.words for one in requirements(fields, bench.stored(), state)]
        told = f"Mødet er først den {long_date(day, weekday=False)}"
        assert (told in words) is is_told
    sent = requirements(fields, bench.stored(), MeetingState.AGENDA_SENT)
    assert not any("Mødet er først den" in one.words for one in sent)


def test_going_back_asks_for_nothing_but_the_reason(bench: Bench) -> None:
    change_state(bench.world.database, bench.meeting_id, MeetingState.HELD)
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    assert requirements(fields, bench.stored(), MeetingState.DRAFT) == []


def test_tab_goes_from_the_buttons_to_the_steps(bench: Bench) -> None:
    bench.page.head.export.setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _step in range(6):
        bench.world.window.focusNextChild()
        names.append(QApplication.focusWidget().accessibleName())
    assert [name[:2] for name in names[:5]] == ["1.", "2.", "3.", "4.", "5."]
    assert names[5] == "Mere"


@pytest.mark.parametrize(
    ("start", "place", "words", "is_met"),
    [
        (dt.time(12), "Mødelokale A", "Tid og sted er angivet", True),
        (dt.time(12), "", "Mødestedet mangler", False),
        (None, "Mødelokale A", "Mødetidspunktet mangler", False),
        (None, "", "Tid og sted mangler", False),
    ],
)
def test_what_is_missing_of_time_and_place_is_said(
    bench: Bench, start: dt.time | None, place: str, words: str, is_met: bool
) -> None:
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    fields = replace(fields, start=start, place_text=place)
    found = requirements(fields, bench.stored(), MeetingState.AGENDA_SENT)
    assert Requirement(words, is_met) in found


def test_nothing_that_is_missing_is_said_to_be_there(bench: Bench) -> None:
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    bare = replace(fields, start=None, place_text="", approved_on=None, date=dt.date(2020, 1, 2))
    assert [(one.words, one.is_met) for one in requirements(bare, [], MeetingState.APPROVED)] == [
        ("Der er ingen punkter på dagsordenen", False),
        ("Tid og sted mangler", False),
        ("Intet punkt på et senere møde godkender referatet endnu", False),
    ]


def test_the_meeting_is_named_with_as_much_of_its_day_as_has_room(bench: Bench) -> None:
    title = bench.page.head.title
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    name, seen = fields.body_name, []
    for width in range(title.sizeHint().width(), 40, -1):
        title.resize(width, title.height())
        if title.words_shown() not in seen:
            seen.append(title.words_shown())
    days = [long_date(fields.date), long_date(fields.date, weekday=False)]
    wordings = [*days, register_date(fields.date)]
    assert seen[:3] == [f"{name}, {day}" for day in wordings]
    assert all(words.endswith("…") for words in seen[3:])


def test_the_day_of_approval_is_written_as_in_a_sentence(bench: Bench) -> None:
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    approved = replace(fields, approved_on=dt.date(2026, 12, 2))
    words = [one.words for one in requirements(approved, bench.stored(), MeetingState.APPROVED)]
    assert "Et punkt godkender referatet den 2.\u00a0december 2026" in words
