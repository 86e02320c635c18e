"""A meeting of an import is left out and taken along again, with the keyboard."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.models.draft import ImportDraft, ItemDraft, MeetingDraft, UnplacedLine
from app.services import importing
from app.services.queries.items import item_rows
from app.services.queries.meetings import meeting_rows
from app.storage.database import dump
from app.ui.dialogs.import_preview import ImportPreview
from app.ui.tables import CELL_ROLE
from app.ui.widgets import Button
from tests.ui.conftest import World
from tests.ui.papers_in import DAY, cells, opened, paper, press_confirm, said, write_date

JUNE = dt.date(2031, 6, 12)


def ready(qtbot: QtBot, world: World, *papers: ImportDraft) -> ImportPreview:
    """The preview, with the keyboard."""
    dialog = opened(qtbot, world, *papers)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press(qtbot: QtBot, dialog: ImportPreview, row: int, key: Qt.Key) -> None:
    dialog.meetings.setFocus()
    dialog.meetings.selectRow(row)
    qtbot.keyClick(dialog.meetings, key)


def days_in(world: World) -> list[dt.date]:
    return [row.date for row in meeting_rows(world.database)]


def test_a_paper_without_a_date_is_left_out_with_delete(qtbot: QtBot, world: World) -> None:
    before = days_in(world)
    dialog = ready(qtbot, world, paper(1), paper(2, None), paper(3, JUNE))
    press_confirm(qtbot, dialog)
    assert dialog.problem.isVisible()
    press(qtbot, dialog, 1, Qt.Key.Key_Delete)
    assert not dialog.problem.isVisible()
    assert not dialog.gaps.isVisible()
    assert cells(dialog, "there") == ["Nyt", "Udeladt", "Nyt"]
    assert cells(dialog, "date") == ["08.05.2031", "–", "12.06.2031"]
    assert dialog.meetings.current_row().id == 1
    qtbot.keyClick(dialog.meetings, Qt.Key.Key_Return)
    assert sorted(days_in(world)) == sorted([*before, DAY, JUNE])
    assert said(world) == "2 møder er importeret."


def test_what_is_left_out_is_quiet_and_not_counted(qtbot: QtBot, world: World) -> None:
    dialog = ready(qtbot, world, paper(1), paper(2, None), paper(3, JUNE))
    assert dialog.confirm.text() == "Importér 3 møder"
    press(qtbot, dialog, 1, Qt.Key.Key_Delete)
    assert dialog.confirm.text() == "Importér 2 møder"
    model = dialog.meetings.rows_model()
    for row, is_quiet in enumerate((False, True, False)):
        shown = [model.index(row, at).data(CELL_ROLE) for at in range(model.columnCount())]
        assert {(cell.is_quiet, cell.chip and is_quiet) for cell in shown} == {(is_quiet, False)}
    press(qtbot, dialog, 0, Qt.Key.Key_Delete)
    assert dialog.confirm.text() == "Importér mødet"
    dialog.reject()


def test_space_takes_it_along_again(qtbot: QtBot, world: World) -> None:
    dialog = ready(qtbot, world, paper(1), paper(2, None))
    press(qtbot, dialog, 1, Qt.Key.Key_Delete)
    qtbot.keyClick(dialog.meetings, Qt.Key.Key_Delete)
    assert cells(dialog, "there") == ["Nyt", "Udeladt"]
    qtbot.keyClick(dialog.meetings, Qt.Key.Key_Space)
    assert cells(dialog, "there") == ["Nyt", "Nyt"]
    assert dialog.date.isVisible()
    write_date(qtbot, dialog, 1, "12.06.2031")
    press_confirm(qtbot, dialog)
    assert {DAY, JUNE} <= set(days_in(world))


def test_the_button_says_it_in_words_and_is_reached_with_tab(qtbot: QtBot, world: World) -> None:
    dialog = ready(qtbot, world, paper(1), paper(2))
    (button,) = [one for one in dialog.findChildren(Button) if one.text() == "Udelad mødet"]
    qtbot.keyClick(dialog.meetings, Qt.Key.Key_Tab)
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert cells(dialog, "there") == ["Udeladt", "Nyt"]
    assert button.text() == "Tag mødet med"
    dialog.meetings.selectRow(1)
    assert button.text() == "Udelad mødet"
    assert "Delete" in button.accessibleDescription()
    dialog.reject()
    dialog = ready(qtbot, world, paper(1))
    press(qtbot, dialog, 0, Qt.Key.Key_Delete)
    assert cells(dialog, "there") == ["Nyt"]
    assert not dialog.leave_out.isVisible()
    dialog.reject()


def test_one_meeting_at_least_is_taken_along(qtbot: QtBot, world: World) -> None:
    before = dump(world.database)
    dialog = ready(qtbot, world, paper(1), paper(2, None))
    for row in (0, 1):
        press(qtbot, dialog, row, Qt.Key.Key_Delete)
    assert not dialog.confirm.isEnabled()
    qtbot.keyClick(dialog.meetings, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.problem.accessibleName() == "Tag mindst ét møde med."
    assert dump(world.database) == before
    press(qtbot, dialog, 0, Qt.Key.Key_Space)
    assert dialog.confirm.isEnabled()
    dialog.reject()


def test_its_lines_without_a_place_go_with_it(qtbot: QtBot, world: World) -> None:
    one, two = paper(1), paper(2, JUNE)
    for number, draft in enumerate((one, two)):
        draft.meetings[0].unplaced = [UnplacedLine(1, number, f"Løs linje {number}")]
    dialog = ready(qtbot, world, one, two)
    (lines,) = dialog.findChildren(QPlainTextEdit)
    press(qtbot, dialog, 1, Qt.Key.Key_Delete)
    assert lines.toPlainText() == "referat-1.txt: side 1, linje 0: Løs linje 0"
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "1 linje fandt ingen plads. Den følger mødet, så intet går tabt." in told
    press(qtbot, dialog, 0, Qt.Key.Key_Delete)
    assert not lines.isVisible()
    dialog.reject()


def with_minutes_of_may() -> ImportDraft:
    """A meeting in June whose item 1 approves the minutes of May, attached to the same paper."""
    inner = MeetingDraft(body="SG Fjord", date=DAY, layout="C", items=[ItemDraft(1, "Moler")])
    item = ItemDraft(1, "Referat", kind="minutes_approval", attached_minutes=[inner])
    outer = MeetingDraft(body="SG Fjord", date=JUNE, layout="C", items=[item])
    return ImportDraft("juni.txt", "ab" * 32, [outer, inner])


@pytest.mark.parametrize(("left_out", "taken"), [(0, DAY), (1, JUNE)])
def test_attached_minutes_and_their_paper_go_one_without_the_other(
    qtbot: QtBot, world: World, left_out: int, taken: dt.date
) -> None:
    before = days_in(world)
    dialog = ready(qtbot, world, with_minutes_of_may())
    press(qtbot, dialog, left_out, Qt.Key.Key_Delete)
    press_confirm(qtbot, dialog)
    assert sorted(days_in(world)) == sorted([*before, taken])


def test_the_paper_of_minutes_that_are_there_is_taken_for_a_meeting_of_its_own(
    qtbot: QtBot, world: World
) -> None:
    importing.import_drafts(world.database, [with_minutes_of_may()], left_out={0})
    dialog = ready(qtbot, world, with_minutes_of_may())
    assert cells(dialog, "there") == ["Nyt", "Findes allerede"]
    press_confirm(qtbot, dialog)
    june, may = meeting_rows(world.database)[:2]
    assert (june.date, may.date) == (JUNE, DAY)
    (item,) = item_rows(world.database, june.id)
    assert item.title == "Referat"
