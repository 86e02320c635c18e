"""The registers, the settings and the import, as a user meets them."""

import datetime as dt
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.models.decision import Modifier, Outcome
from app.models.draft import ImportDraft, ItemDraft, MeetingDraft, UnplacedLine
from app.models.follow_up import FollowUpStatus
from app.models.richtext import Paragraph, RichText, Run
from app.services.decisions import add_free_decision, edit_decision, set_outcome
from app.services.follow_ups import add_follow_up, edit_follow_up
from app.services.items import create_item
from app.services.queries.meetings import meeting_rows
from app.services.queries.registers import follow_up_rows
from app.settings import Appearance, Preferences
from app.storage import backup
from app.storage.backup import Copy, copies
from app.storage.filelock import user_name
from app.ui.commands import Commands
from app.ui.dialogs.import_preview import ImportPreview
from app.ui.pages.follow_ups import deadline
from app.ui.reading import read_papers
from app.ui.tables import Cell, Group
from app.ui.tokens import Tone
from tests.ui.conftest import World
from tests.ui.hands import asked, column, register


def test_decisions_stand_under_their_meeting_newest_first(world: World) -> None:
    page = register(world, "decisions")
    groups = [row for row in page.model.rows if isinstance(row, Group)]
    assert [group.title.replace("\u00a0", " ") for group in groups] == [
        "11. april 2030",
        "7. februar 2030",
    ]
    assert groups[0].right == "4 beslutninger"
    assert column(page, 2)[:4] == ["Godkendt", "Udsat", "Taget til efterretning", "Ikke godkendt"]


def test_paragraphs_of_a_decision_stand_apart(world: World) -> None:
    item_id = next(iter(world.sample.item_ids))
    words = Paragraph((Run("Dagsordenen blev godkendt"),)), Paragraph((Run("Ea Falk takkede."),))
    add_free_decision(world.database, item_id, RichText((*words, *words[1:])))
    shown = column(register(world, "decisions"), 3)
    assert "Dagsordenen blev godkendt · Ea Falk takkede. Ea Falk takkede." in shown


def test_what_binds_a_decision_stands_with_it_and_is_found(qtbot: QtBot, world: World) -> None:
    item_id = create_item(world.database, world.sample.meeting_ids[0], title="Kaj")
    decision_id = add_free_decision(world.database, item_id)
    set_outcome(world.database, item_id, Outcome.APPROVED)
    edit_decision(
        world.database,
        decision_id,
        modifier=Modifier.WITH_RESERVATION,
        reservation_text="når der er råd til bolværket",
        dissent_text="Bo Lund",
    )
    page = register(world, "decisions")
    qtbot.keyClicks(page.filter, "bolværket")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert column(page, 2) == ["Godkendt med forbehold"]
    assert column(page, 3) == ["Forbehold: når der er råd til bolværket · Mindretal: Bo Lund"]


def test_enter_opens_the_item_of_a_decision(qtbot: QtBot, world: World) -> None:
    page = register(world, "decisions")
    found = asked(world)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    row = page.table.current_row()
    assert found == [("meeting", {"meeting_id": row.meeting_id, "item_id": row.item_id})]


def test_a_filter_leaves_what_holds_all_words(qtbot: QtBot, world: World) -> None:
    page = register(world, "decisions")
    qtbot.keyClicks(page.filter, "BOLIGER udsat")
    qtbot.waitUntil(lambda: page.head.note.text() == "2 af 8 vises")
    assert set(column(page, 1)) == {"Prøveår med delte boliger"}


def test_a_filter_that_leaves_nothing_can_be_cleared(qtbot: QtBot, world: World) -> None:
    page = register(world, "decisions")
    qtbot.keyClicks(page.filter, "findes ikke")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page._stack.currentIndex() == 2
    page.clear_filters()
    assert page.model.rowCount() == 10


def test_ctrl_f_goes_to_the_filter(qtbot: QtBot, world: World) -> None:
    page = register(world, "decisions")
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.hasFocus()


def test_follow_ups_stand_by_deadline_and_undated_last(world: World) -> None:
    page = register(world, "follow_ups")
    assert column(page, 2)[1:] == ["1. maj 2090", "løbende"]
    assert column(page, 1)[:2] == ["Sekretariatet", "Alle kommuner"]


def test_sorted_by_deadline_follow_ups_stand_as_they_do_without(world: World) -> None:
    item_id = follow_up_rows(world.database)[0].item_id
    for due in ("uge 20, 2089", "maj 2089"):
        add_follow_up(world.database, item_id, "Spørg", due=due)
    page = register(world, "follow_ups")
    usual = column(page, 2)
    assert usual[1:3] == ["maj 2089", "uge 20, 2089"]
    page.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert column(page, 2) == usual


def test_a_deadline_that_is_over_is_said_in_words_and_red(world: World) -> None:
    late, later, undated = follow_up_rows(world.database)
    cell = deadline(late)
    assert isinstance(cell, Cell)
    assert cell.tone is Tone.RED
    assert "dage over" in cell.text
    assert deadline(later) == "1. maj 2090"
    assert deadline(undated) == "løbende"


def test_a_deadline_that_is_near_is_amber(world: World) -> None:
    near = dt.date.today() + dt.timedelta(days=6)
    edit_follow_up(world.database, follow_up_rows(world.database)[0].id, due=f"{near:%d.%m.%Y}")
    cell = deadline(follow_up_rows(world.database)[0])
    assert isinstance(cell, Cell)
    assert (cell.text, cell.tone) == (f"{near:%d.%m.%Y}", Tone.AMBER)


def test_finished_follow_ups_are_shown_on_request(qtbot: QtBot, world: World) -> None:
    page = register(world, "follow_ups")
    row = follow_up_rows(world.database)[0]
    edit_follow_up(world.database, row.id, status=FollowUpStatus.DONE)
    assert row.action not in column(page, 0)
    qtbot.mouseClick(page.finished, Qt.MouseButton.LeftButton)
    assert row.action in column(page, 0)


def test_an_empty_register_says_what_will_be_there(world: World) -> None:
    page = register(world, "follow_ups")
    for row in follow_up_rows(world.database):
        edit_follow_up(world.database, row.id, status=FollowUpStatus.DROPPED)
    assert page._stack.currentIndex() == 1


def test_settings_offer_another_folder(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda _parent, title, _here: asked.append(title) or ""
    )
    page = world.window.open("settings")
    qtbot.mouseClick(page.elsewhere, Qt.MouseButton.LeftButton)
    assert asked == ["Vælg mappen med data – Mødeværk"]


def test_settings_take_effect_at_once_and_are_stored(qtbot: QtBot, world: World) -> None:
    page = world.window.open("settings")
    page.appearance.step(2)
    page.text_size.step(1)
    page.name.setFocus()
    qtbot.keyClicks(page.name, "Ida Thorup")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    stored = Preferences.load(world.context.paths.preferences)
    assert stored == Preferences(Appearance.DARK, 115, "Ida Thorup")
    assert world.context.theme.is_dark
    assert world.context.theme.text_size == 115
    assert world.database.actor == "Ida Thorup"
    page.name.clear()
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert world.database.actor == user_name()


def test_a_copy_is_made_while_the_window_goes_on(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    original = backup.make_copy

    def wait_and_copy(*args: Any) -> Copy:
        assert go_on.wait(20)
        return original(*args)

    monkeypatch.setattr(backup, "make_copy", wait_and_copy)
    page = world.window.open("settings")
    page.backup.setFocus()
    qtbot.keyClick(page.backup, Qt.Key.Key_Return)
    assert (page.backup.isEnabled(), page.backup.text()) == (False, "Tager sikkerhedskopi …")
    qtbot.keyClicks(page.name, "Ida Thorup")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert world.database.actor == "Ida Thorup"
    assert copies(world.context.paths.backups) == []
    go_on.set()
    qtbot.waitUntil(page.backup.isEnabled)
    assert page.backup.text() == "Tag en sikkerhedskopi nu"
    assert page.backup.hasFocus()
    assert len(copies(world.context.paths.backups)) == 1
    assert world.context.messages.text.startswith("Sikkerhedskopien er gemt")


def test_a_copy_that_cannot_be_made_is_said_and_can_be_tried_again(
    qtbot: QtBot, world: World
) -> None:
    world.context.paths.backups.write_text("i vejen", encoding="utf-8")
    page = world.window.open("settings")
    qtbot.mouseClick(page.backup, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.backup.isEnabled)
    assert world.context.messages.text.startswith("Der blev ikke lavet")
    world.context.paths.backups.unlink()
    qtbot.mouseClick(page.backup, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.backup.isEnabled)
    assert len(copies(world.context.paths.backups)) == 1


def draft(body: str = "SG Fjord", *, day: bool = True) -> ImportDraft:
    meeting = MeetingDraft(
        body=body, date=dt.date(2031, 5, 8) if day else None, lines_total=10, lines_placed=9,
        items=[ItemDraft(1, "Kajpladser"), ItemDraft(2, "", is_closed=True)],
        unplaced=[UnplacedLine(2, 31, "En linje for sig")],
    )  # fmt: skip
    return ImportDraft("referat.txt", "ab" * 32, [meeting])


def preview(world: World, made: ImportDraft) -> ImportPreview:
    """It goes when it is closed, or with its window."""
    dialog = ImportPreview(world.database, [made], world.window)
    dialog.open()
    return dialog


def test_the_preview_shows_what_will_be_made_and_writes_nothing(world: World) -> None:
    before = len(meeting_rows(world.database))
    dialog = preview(world, draft())
    model = dialog.items.rows_model()
    titles = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert titles == ["Kajpladser", "Lukket punkt"]
    assert dialog.meetings.rows_model().index(0, 4).data() == "90,0 %"
    texts = [w.toPlainText() for w in dialog.findChildren(QWidget) if hasattr(w, "toPlainText")]
    assert texts == ["side 2, linje 31: En linje for sig"]
    dialog.reject()
    assert len(meeting_rows(world.database)) == before


def test_importing_writes_once(qtbot: QtBot, world: World) -> None:
    results = []
    for _ in range(2):
        dialog = preview(world, draft())
        dialog.imported.connect(results.append)
        qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert [len(result.created) for result in results] == [1, 0]
    assert results[1].known == results[0].created


def test_enter_imports_from_wherever_one_stands(qtbot: QtBot, world: World) -> None:
    for number, name in enumerate(("meetings", "items"), 1):
        dialog = preview(world, draft(f"Gruppe {number}"))
        with qtbot.waitSignal(dialog.imported):
            qtbot.keyClick(getattr(dialog, name), Qt.Key.Key_Return)


def test_what_the_paper_does_not_say_is_asked_for(qtbot: QtBot, world: World) -> None:
    dialog = preview(world, draft("", day=False))
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.problem.isVisible()
    qtbot.keyClicks(dialog.date, "09.05.2031")
    with qtbot.waitSignal(dialog.imported):
        qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    (newest, *_others) = meeting_rows(world.database)
    assert (newest.body_id, newest.date.year) == (world.sample.body_id, 2031)


def test_papers_that_cannot_be_read_give_their_reason(tmp_path: Path) -> None:
    broken = tmp_path / "tom.pdf"
    broken.write_bytes(b"")
    (error,) = read_papers([broken])
    assert isinstance(error, Exception)


def test_reading_happens_in_the_worker_and_ends_in_a_preview(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    paper = tmp_path / "referat.txt"
    paper.write_text("Et brev uden punkter.\n\nMed venlig hilsen\n", encoding="utf-8")
    world.window.findChild(Commands).import_papers([paper])
    qtbot.waitUntil(lambda: world.window.findChild(ImportPreview) is not None, timeout=20_000)
    dialog = world.window.findChild(ImportPreview)
    assert dialog.isVisible()
    dialog.reject()
