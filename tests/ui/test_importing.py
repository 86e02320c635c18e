"""Papers on their way in: what is asked for, what is there already, and the way back."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.models.draft import ImportDraft, ItemDraft, UnplacedLine, notice
from app.services import import_meetings, importing
from app.services.bodies import create_body
from app.services.items import rename_item
from app.services.queries.meetings import meeting_rows
from app.services.queries.registers import body_rows
from app.storage.database import Database, dump
from app.ui.commands import Commands
from app.ui.dialogs.body import BodyDialog
from app.ui.dialogs.import_preview import ImportPreview
from app.ui.widgets import Banner, notices
from tests.ui.conftest import World
from tests.ui.papers_in import (
    DAY,
    cells,
    opened,
    paper,
    press_confirm,
    press_receipt,
    said,
    write_date,
)


def test_reading_is_told_until_it_ends(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: dict[str, Any] = {}
    monkeypatch.setattr(notices, "_RECEIPT_MS", 10)
    monkeypatch.setattr(world.context.jobs, "in_process", lambda *_job, **told: begun.update(told))
    world.window.findChild(Commands).import_papers([Path("referat.pdf")])
    qtbot.wait(60)
    assert said(world) == "Læser …"
    with pytest.raises(FileProblem):
        begun["failed"](FileProblem("{path} is a file. Write the name of a folder.", path="x"))
    assert said(world) == ""


def test_two_undated_papers_get_a_date_each(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world, paper(1, None), paper(2, None))
    assert cells(dialog, "date") == ["mangler", "mangler"]
    write_date(qtbot, dialog, 0, "08.05.2031")
    press_confirm(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.problem.accessibleName().startswith("referat-2.txt: Skriv mødets dato")
    assert dialog.meetings.current_row().id == 1
    assert dialog.date.text() == ""
    write_date(qtbot, dialog, 1, "12.06.2031")
    assert not dialog.problem.isVisible()
    assert cells(dialog, "date") == ["08.05.2031", "12.06.2031"]
    dialog.meetings.selectRow(0)
    assert dialog.date.text() == "08.05.2031"
    press_confirm(qtbot, dialog)
    assert [row.date for row in meeting_rows(world.database)][:2] == [dt.date(2031, 6, 12), DAY]


def test_a_paper_whose_day_is_taken_says_so_at_once_and_in_the_receipt(
    qtbot: QtBot, world: World
) -> None:
    importing.import_drafts(world.database, [paper(1)])
    dialog = opened(qtbot, world, paper(1), paper(2, None), paper(3, None))
    assert cells(dialog, "there") == ["Findes allerede", "Nyt", "Nyt"]
    write_date(qtbot, dialog, 1, "08.05.2031")
    write_date(qtbot, dialog, 2, "09.05.2031")
    assert cells(dialog, "there") == ["Findes allerede", "Findes allerede", "Nyt"]
    press_confirm(qtbot, dialog)
    assert said(world) == (
        "1 møde er importeret. Fandtes allerede og er uændret: SG Fjord 08.05.2031."
    )


def test_a_group_is_chosen_for_each_paper_that_names_none(qtbot: QtBot, world: World) -> None:
    create_body(world.database, "Aafelt")
    dialog = opened(qtbot, world, paper(1, body=""), paper(2, DAY, ""), paper(3))
    assert dialog.group.isVisible()
    assert not dialog.date.isVisible()
    press_confirm(qtbot, dialog)
    assert dialog.problem.accessibleName().startswith("referat-1.txt: Papiret siger ikke")
    dialog.group.setCurrentIndex(dialog.group.findText("Aafelt"))
    dialog.group.activated.emit(dialog.group.currentIndex())
    assert cells(dialog, "body") == ["Aafelt", "Aafelt", "SG Fjord"]
    dialog.meetings.selectRow(1)
    dialog.group.setCurrentIndex(dialog.group.findText("SG Fjord"))
    dialog.group.activated.emit(dialog.group.currentIndex())
    assert cells(dialog, "body") == ["Aafelt", "SG Fjord", "SG Fjord"]
    dialog.meetings.selectRow(2)
    assert not dialog.group.isVisible()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "tom.db") as made:
        yield made


def shown(qtbot: QtBot, world: World, database: Database, *papers: ImportDraft) -> ImportPreview:
    dialog = ImportPreview(database, papers, world.window)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_where_there_is_no_group_its_name_is_asked_for(
    qtbot: QtBot, world: World, empty: Database
) -> None:
    dialog = shown(qtbot, world, empty, paper(1, body=""), paper(2, DAY, ""), paper(3, DAY, ""))
    assert (dialog.group.isVisible(), dialog.name.isVisible()) == (False, True)
    press_confirm(qtbot, dialog)
    assert dialog.problem.accessibleName() == (
        "referat-1.txt: Papiret siger ikke, hvilken gruppe der mødtes. "
        "Vælg gruppen, eller skriv dens navn."
    )
    qtbot.keyClicks(dialog.name, "Havnerådet")
    assert cells(dialog, "body") == ["Havnerådet"] * 3
    dialog.meetings.selectRow(1)
    dialog.name.clear()
    qtbot.keyClicks(dialog.name, "Vejrådet")
    assert cells(dialog, "body") == ["Havnerådet", "Vejrådet", "Vejrådet"]
    press_confirm(qtbot, dialog)
    assert sorted(row.name for row in body_rows(empty)) == ["Havnerådet", "Vejrådet"]


def test_a_new_group_can_be_named_beside_those_there_are(qtbot: QtBot, world: World) -> None:
    dialog = opened(qtbot, world, paper(1, body=""))
    assert (dialog.group.isVisible(), dialog.name.isVisible()) == (True, False)
    dialog.group.setCurrentIndex(dialog.group.findText("Ny gruppe …"))
    dialog.group.activated.emit(dialog.group.currentIndex())
    assert cells(dialog, "body") == ["mangler"]
    qtbot.keyClicks(dialog.name, "R")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Backspace)
    assert dialog.name.isVisible()
    qtbot.keyClicks(dialog.name, "Rederiet")
    press_confirm(qtbot, dialog)
    assert "Rederiet" in [row.name for row in body_rows(world.database)]
    assert meeting_rows(world.database)[0].body_name == "Rederiet"


def test_remarks_and_lines_without_a_place_say_which_paper_they_are_of(
    qtbot: QtBot, world: World
) -> None:
    one, two = paper(1), paper(2, dt.date(2031, 6, 12))
    told = notice("The layout is not known. The whole text stands in one item, in its own order.")
    two.notices = [told, told]
    two.meetings[0].unplaced = [UnplacedLine(2, 31, "En linje for sig")]
    dialog = opened(qtbot, world, one, two)
    (banner,) = [b for b in dialog.findChildren(Banner) if "ukendt" in b.accessibleName()]
    assert banner.accessibleName() == (
        "referat-2.txt: Papirets opsætning er ukendt. "
        "Hele teksten står i ét punkt i papirets egen rækkefølge."
    )
    (lines,) = dialog.findChildren(QPlainTextEdit)
    assert lines.toPlainText() == "referat-2.txt: side 2, linje 31: En linje for sig"


def test_twelve_papers_are_taken_back_by_one_press(qtbot: QtBot, world: World) -> None:
    before = dump(world.database)
    papers = [paper(n, DAY + dt.timedelta(weeks=n)) for n in range(12)]
    dialog = opened(qtbot, world, *papers)
    names = dialog.findChildren(QLabel)
    (count,) = [label for label in names if label.text() == "12 dokumenter"]
    assert count.toolTip().split("\n") == [one.source_name for one in papers]
    dialog.meetings.selectRow(11)
    assert dialog.facts.text().startswith("referat-11.txt · Læst som referat med forside")
    press_confirm(qtbot, dialog)
    assert said(world) == "12 møder er importeret."
    press_receipt(qtbot, world)
    assert dump(world.database) == before


def test_an_error_half_way_imports_nothing_and_says_so(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, add_item = dump(world.database), import_meetings.add_item

    def fail_at_second(session: Any, row: Any, position: int, item: ItemDraft) -> Any:
        if item.title == "Kaj 2":
            raise FileProblem(
                "The change was not saved. The disk is full; make room and try again."
            )
        return add_item(session, row, position, item)

    monkeypatch.setattr(import_meetings, "add_item", fail_at_second)
    dialog = opened(qtbot, world, paper(1), paper(2, dt.date(2031, 6, 12)))
    press_confirm(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.problem.accessibleName().startswith("Ændringen blev ikke gemt.")
    assert dialog.problem.accessibleName().endswith("Intet er importeret.")
    assert dump(world.database) == before
    monkeypatch.undo()
    press_confirm(qtbot, dialog)
    assert said(world) == "2 møder er importeret."


def test_the_receipt_of_an_import_takes_back_nothing_else(qtbot: QtBot, world: World) -> None:
    press_confirm(qtbot, opened(qtbot, world, paper(1)))
    rename_item(world.database, world.sample.item_ids[0], "Et andet navn")
    before = dump(world.database)
    press_receipt(qtbot, world)
    assert dump(world.database) == before
    assert said(world).endswith("Fortryd trin for trin med Ctrl+Z.")


def test_the_receipt_of_a_new_group_takes_back_its_own_step(qtbot: QtBot, world: World) -> None:
    world.context.navigator.run("new_body")
    dialog = world.window.findChild(BodyDialog)
    qtbot.keyClicks(dialog.name, "Udvalget for havne")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    rename_item(world.database, world.sample.item_ids[0], "Et andet navn")
    press_receipt(qtbot, world)
    assert "Udvalget for havne" in [row.name for row in body_rows(world.database)]
    world.database.undo()
    assert "Udvalget for havne" in [row.name for row in body_rows(world.database)]


def test_the_receipt_of_a_group_goes_with_its_step(qtbot: QtBot, world: World) -> None:
    world.context.navigator.run("new_body")
    dialog = world.window.findChild(BodyDialog)
    qtbot.keyClicks(dialog.name, "Udvalget for havne")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    rename_item(world.database, world.sample.item_ids[0], "Et andet navn")
    world.context.history.take("undo")
    assert said(world) == "Fortrudt: Ret titel."
    world.context.history.take("undo")
    assert said(world) == "Fortrudt: Opret gruppe."
    assert "Udvalget for havne" not in [row.name for row in body_rows(world.database)]


def test_what_is_said_after_a_receipt_stays_when_typing_is_undone(world: World) -> None:
    rename_item(world.database, world.sample.item_ids[0], "Et andet navn")
    world.context.messages.say("Noget andet.")
    world.context.history.take("undo")
    assert said(world) == "Noget andet."


def test_papers_that_cannot_be_read_are_all_named_beside_those_that_can(
    qtbot: QtBot, world: World
) -> None:
    problems = [FileProblem("The file {name} is damaged.", name=f"{n}.pdf") for n in "ab"]
    commands = world.window.findChild(Commands)
    commands._preview([problems[0], paper(1), problems[1]])
    dialog = world.window.findChild(ImportPreview)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "a.pdf" in words
    assert "b.pdf" in words
    dialog.reject()
    commands._preview(list(problems))
    assert "a.pdf" in said(world)
    assert "b.pdf" in said(world)
    assert QApplication.activeModalWidget() is None
