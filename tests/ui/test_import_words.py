"""What is written in the preview of an import, and what is said of what was not."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.draft import ImportDraft, UnplacedLine
from app.services.bodies import create_body
from app.services.queries.meetings import meeting_rows
from app.ui.dialogs.base import Confirmation
from app.ui.dialogs.import_preview import ImportPreview
from app.ui.widgets import WrapLabel
from tests.ui.conftest import World
from tests.ui.papers_in import DAY, cells, opened, paper, write_date

JUNE = dt.date(2031, 6, 12)
CONTROL = Qt.KeyboardModifier.ControlModifier


def ready(qtbot: QtBot, world: World, *papers: ImportDraft) -> ImportPreview:
    """The preview, with the keyboard."""
    dialog = opened(qtbot, world, *papers)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def error_at(dialog: ImportPreview) -> str:
    """The sentence below the date."""
    field = dialog.date.parentWidget()
    return " ".join(one.text() for one in field.findChildren(WrapLabel) if one.isVisible())


def test_a_paper_without_a_group_says_where_it_is_put(qtbot: QtBot, world: World) -> None:
    dialog = ready(qtbot, world, paper(1, body=""))
    assert cells(dialog, "body") == ["SG Fjord"]
    told = "Papiret nævner ingen gruppe. Det lægges under SG Fjord."
    assert dialog.remarks.accessibleName() == told
    assert dialog.remarks.isVisible()
    dialog.reject()


def test_several_papers_without_a_group_share_the_sentence(qtbot: QtBot, world: World) -> None:
    papers = [paper(n, DAY + dt.timedelta(weeks=n), "") for n in range(5)]
    dialog = ready(qtbot, world, *papers, paper(5, JUNE))
    told = "Papiret nævner ingen gruppe. Det lægges under SG Fjord."
    assert dialog.remarks.accessibleName() == f"5 dokumenter: {told}"
    dialog.meetings.setFocus()
    for row in (0, 1, 2):
        dialog.meetings.selectRow(row)
        qtbot.keyClick(dialog.meetings, Qt.Key.Key_Delete)
    assert dialog.remarks.accessibleName() == f"referat-3.txt, referat-4.txt: {told}"
    dialog.meetings.selectRow(3)
    dialog.group.setFocus()
    qtbot.keyClick(dialog.group, Qt.Key.Key_End)
    assert dialog.remarks.accessibleName() == f"referat-4.txt: {told}"
    dialog.reject()


def test_nothing_is_said_where_there_are_several_groups(qtbot: QtBot, world: World) -> None:
    create_body(world.database, "Aafelt")
    dialog = ready(qtbot, world, paper(1, body=""))
    assert not dialog.remarks.isVisible()
    dialog.reject()


def fields(dialog: ImportPreview) -> dict[str, QWidget]:
    return {
        "meetings": dialog.meetings,
        "items": dialog.items,
        "group": dialog.group,
        "name": dialog.name,
        "date": dialog.date,
        "lines": dialog.unplaced.lines,
        "leave_out": dialog.leave_out,
    }


def undated() -> list[ImportDraft]:
    papers = [paper(1, None, ""), paper(2, JUNE)]
    papers[0].meetings[0].unplaced = [UnplacedLine(1, 1, "En linje for sig")]
    return papers


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(
    "name", ["meetings", "items", "group", "name", "date", "lines", "leave_out"]
)
def test_ctrl_enter_imports_from_every_field(
    qtbot: QtBot, world: World, name: str, key: Qt.Key
) -> None:
    dialog = ready(qtbot, world, *undated())
    if name == "name":
        dialog.group.setCurrentIndex(dialog.group.count() - 1)
        dialog.group.activated.emit(dialog.group.currentIndex())
        qtbot.keyClicks(dialog.name, "Rederiet")
    write_date(qtbot, dialog, 0, "8/5 2031")
    field = fields(dialog)[name]
    field.setFocus()
    assert field.hasFocus()
    qtbot.keyClick(field, key, CONTROL)
    assert {row.date for row in meeting_rows(world.database)} >= {DAY, JUNE}


def test_esc_asks_before_a_written_date_is_lost(qtbot: QtBot, world: World) -> None:
    dialog = ready(qtbot, world, *undated())
    write_date(qtbot, dialog, 0, "8/5 2031")
    qtbot.keyClick(dialog.date, Qt.Key.Key_Escape)
    (question,) = dialog.findChildren(Confirmation)
    assert dialog.isVisible()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert cells(dialog, "date")[0] == "08.05.2031"


@pytest.mark.parametrize("words", ["8.5.2031", "8/5-31", "080531", "torsdag den 8. maj 2031"])
def test_a_date_is_read_as_in_a_new_meeting(qtbot: QtBot, world: World, words: str) -> None:
    dialog = ready(qtbot, world, paper(1, None), paper(2, JUNE))
    write_date(qtbot, dialog, 0, words)
    assert cells(dialog, "date")[0] == "08.05.2031"
    qtbot.keyClick(dialog.date, Qt.Key.Key_Backtab)
    assert not dialog.date.hasFocus()
    assert dialog.date.text() == "torsdag den 8. maj 2031"
    dialog.meetings.selectRow(1)
    dialog.meetings.selectRow(0)
    assert dialog.date.text() == "torsdag den 8. maj 2031"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("31.2.2031", "Den dag findes ikke."),
        ("engang", "Skriv en dato, f"),
        ("onsdag den 8. maj 2031", "Den 8. maj 2031 er en torsdag."),
    ],
)
def test_what_is_wrong_with_a_date_is_said_when_the_field_is_left(
    qtbot: QtBot, world: World, words: str, told: str
) -> None:
    dialog = ready(qtbot, world, paper(1, None), paper(2, None))
    write_date(qtbot, dialog, 0, words)
    assert error_at(dialog) == ""
    qtbot.keyClick(dialog.date, Qt.Key.Key_Backtab)
    assert error_at(dialog).replace("\u00a0", " ").startswith(told)
    assert dialog.date.text() == words
    dialog.meetings.selectRow(1)
    assert error_at(dialog) == ""
    dialog.meetings.selectRow(0)
    assert error_at(dialog).replace("\u00a0", " ").startswith(told)
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    said = dialog.problem.accessibleName().replace("\u00a0", " ")
    assert said.startswith(f"referat-1.txt: {told}")
    write_date(qtbot, dialog, 0, "8/5 2031")
    assert error_at(dialog) == ""


def test_an_empty_date_is_not_complained_of(qtbot: QtBot, world: World) -> None:
    dialog = ready(qtbot, world, paper(1, None))
    dialog.date.setFocus()
    qtbot.keyClick(dialog.date, Qt.Key.Key_Backtab)
    assert error_at(dialog) == ""
    dialog.reject()


def test_the_chosen_meeting_stays_in_sight_when_something_is_asked(
    qtbot: QtBot, world: World
) -> None:
    create_body(world.database, "Aafelt")
    papers = [paper(n, DAY + dt.timedelta(weeks=n)) for n in range(9)]
    dialog = ready(qtbot, world, *papers[:3], paper(9, None, ""), *papers[3:])
    write_date(qtbot, dialog, 3, "31.2.2031")
    qtbot.keyClick(dialog.date, Qt.Key.Key_Tab)
    assert error_at(dialog) != ""
    dialog.resize(dialog.width(), dialog.minimumHeight())
    table = dialog.meetings
    qtbot.waitUntil(lambda: table.height() < table.maximumHeight())
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
