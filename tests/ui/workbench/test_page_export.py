"""The export dialog: what it says beforehand, and the files it leaves."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.agenda import AgendaItem
from app.models.agenda_words import ItemKind
from app.models.meeting import MeetingState
from app.models.problems import ProblemKind
from app.models.richtext import text_of
from app.models.visibility import Edition
from app.reports.pages import PdfPages
from app.services.attachments import add_attachments
from app.services.items import create_item, rename_item
from app.services.meetings import change_state
from app.services.queries.meetings import meeting_fields
from app.services.recommendations import add_point, add_recommendation_set
from app.storage.actions import Action
from app.ui.pages.workbench import export_dialog
from app.ui.pages.workbench.export_dialog import ExportDialog
from app.ui.settings import Settings
from app.ui.widgets import Banner, WrapLabel
from tests.ui.workbench.conftest import Bench

SLOW = 20_000


@pytest.fixture
def dialog(bench: Bench, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    folder = tmp_path / "ud"
    folder.mkdir()
    bench.world.context.settings.remember_last("export_folder", str(folder))
    press = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    bench.press(Qt.Key.Key_E, press)
    made = QApplication.activeModalWidget()
    assert isinstance(made, ExportDialog)
    qtbot.waitUntil(made.export.isEnabled, timeout=SLOW)
    return made


def notices(dialog: ExportDialog) -> list[str]:
    QApplication.processEvents()
    return [one.accessibleName() for one in dialog.findChildren(Banner) if one.isVisible()]


def export(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted, timeout=SLOW):
        QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)


def test_the_folder_is_remembered_when_it_is_used(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    context = bench.world.context
    used = dialog.folder = tmp_path / "andet"
    used.mkdir()
    export(dialog, qtbot)
    assert Settings(context.paths).last("export_folder") == str(used)


def words(path: Path) -> str:
    with PdfPages(path.read_bytes()) as pages:
        return "\n".join(pages.text(page) for page in range(len(pages)))


def test_the_open_edition_says_what_it_leaves_out(dialog: ExportDialog) -> None:
    assert notices(dialog) == ["Den åbne udgave udelader 1 lukket punkt."]
    QTest.mouseClick(dialog.editions[Edition.OPEN], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.editions[Edition.FULL], Qt.MouseButton.LeftButton)
    assert notices(dialog) == []


def test_without_an_edition_there_is_nothing_to_export(dialog: ExportDialog) -> None:
    QTest.mouseClick(dialog.editions[Edition.OPEN], Qt.MouseButton.LeftButton)
    assert not dialog.export.isEnabled()
    assert dialog.export.toolTip() == "Vælg mindst én udgave."


def test_the_file_lies_there_and_is_named(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert dialog.name.text() == "SG Fjord 2030-02-07 dagsorden kladde"
    export(dialog, qtbot)
    (path,) = (tmp_path / "ud").iterdir()
    assert path.name == "SG Fjord 2030-02-07 dagsorden kladde åben udgave.pdf"
    assert bench.world.context.messages.text == f"Dagsordenen er gemt som ”{path.name}”."
    assert "Flytning af arkivet" not in words(path)


def test_ctrl_enter_exports(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.accepted, timeout=SLOW):
        QTest.keyClick(dialog.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [path.suffix for path in (tmp_path / "ud").iterdir()] == [".pdf"]


def test_files_of_attachments_are_said_to_stay_behind(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    said, file = "Bilagene står på listen, men er ikke med i filen.", tmp_path / "Notat.txt"
    file.write_bytes(b"notat")
    closed = next(row for row in bench.stored() if row.is_closed)
    add_attachments(bench.world.database, closed.id, [file])
    assert said not in told(bench, qtbot, Edition.OPEN)
    assert said in told(bench, qtbot, Edition.FULL)
    add_attachments(bench.world.database, bench.stored()[1].id, [file])
    assert said in told(bench, qtbot, Edition.OPEN)


def told(bench: Bench, qtbot: QtBot, edition: Edition) -> list[str]:
    """What a fresh dialog says of one edition."""
    fields = meeting_fields(bench.world.database, bench.meeting_id)
    dialog = ExportDialog(bench.world.context, fields, "agenda", edition, bench.page)
    dialog.open()
    qtbot.waitUntil(dialog.export.isEnabled, timeout=SLOW)
    QApplication.processEvents()
    words = [one.text() for one in dialog.findChildren(WrapLabel) if one.isVisible()]
    dialog.reject()
    return words


def test_both_editions_are_two_files(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    QTest.mouseClick(dialog.editions[Edition.FULL], Qt.MouseButton.LeftButton)
    export(dialog, qtbot)
    held = {path.name: "Flytning af arkivet" in words(path) for path in (tmp_path / "ud").iterdir()}
    assert sorted(held.values()) == [False, True]


def test_minutes_warn_of_unanswered_items(dialog: ExportDialog, qtbot: QtBot) -> None:
    QTest.mouseClick(dialog.products["minutes"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.export.isEnabled, timeout=SLOW)
    assert dialog.name.text().startswith("SG Fjord 2030-02-07 referat")


def test_what_lacks_a_decision_is_named_as_one_reads_it(bench: Bench, qtbot: QtBot) -> None:
    database, meeting_id = bench.world.database, bench.meeting_id
    closing = next(row.id for row in bench.stored() if row.kind is ItemKind.ANY_OTHER_BUSINESS)
    asked = add_recommendation_set(database, closing)
    add_point(database, asked, text_of("godkender en prøvedag"))
    change_state(database, meeting_id, MeetingState.AGENDA_SENT)
    late = create_item(database, meeting_id, title="Sent punkt")
    change_state(database, meeting_id, MeetingState.HELD)
    with database.write(Action.IMPORT_MEETING) as session:
        session.get_one(AgendaItem, late).number = 10
    numbers = [str(row.number) for row in bench.stored() if ProblemKind.OUTCOME in row.problems]
    assert numbers == ["1", "2", "10", "8"]
    bench.page.export.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    QTest.mouseClick(dialog.products["minutes"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("beslutning" in one for one in notices(dialog)), timeout=SLOW)
    assert "Punkt 1, 2, 8 og 10 mangler beslutning." in notices(dialog)
    dialog.reject()


def test_a_file_that_would_be_replaced_is_named(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    export(dialog, qtbot)
    bench.page.export.trigger()
    again = QApplication.activeModalWidget()
    assert isinstance(again, ExportDialog)
    qtbot.waitUntil(again.export.isEnabled, timeout=SLOW)
    assert any("findes allerede" in words for words in notices(again))
    again.reject()


def test_signs_that_cannot_be_printed_are_named(bench: Bench, qtbot: QtBot) -> None:
    rename_item(bench.world.database, bench.stored()[2].id, "Fest \U0001f389 og farver")
    bench.page.export.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(dialog.export.isEnabled, timeout=SLOW)
    assert any("\U0001f389" in words for words in notices(dialog))
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "stem"),
    [
        ("../udenfor", "udenfor"),
        ("Referat 8/5", "Referat 8 5"),
        ("Referat: maj?", "Referat maj"),
        ("...", "Dokument"),
    ],
)
def test_the_name_is_made_one_that_every_system_takes(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, typed: str, stem: str
) -> None:
    dialog.name.setText(typed)
    export(dialog, qtbot)
    (path,) = tmp_path.rglob("*.pdf")
    assert path == tmp_path / "ud" / f"{stem} åben udgave.pdf"
    assert bench.world.context.messages.text == f"Dagsordenen er gemt som ”{path.name}”."


def test_a_name_that_is_typed_is_kept_when_the_forecast_comes_and_for_the_other_paper(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    may_come, look_ahead = Event(), export_dialog.forecast

    def wait_first(*args: Any) -> Any:
        assert may_come.wait(20)
        return look_ahead(*args)

    monkeypatch.setattr(export_dialog, "forecast", wait_first)
    bench.world.context.settings.remember_last("export_folder", str(tmp_path))
    bench.page.export.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, "Mit eget navn")
    may_come.set()
    qtbot.waitUntil(dialog.export.isEnabled, timeout=SLOW)
    QTest.mouseClick(dialog.products["minutes"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.export.isEnabled, timeout=SLOW)
    export(dialog, qtbot)
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["Mit eget navn åben udgave.pdf"]


def test_a_name_that_is_emptied_makes_room_for_the_one_of_the_other_paper(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog.name.selectAll()
    QTest.keyClick(dialog.name, Qt.Key.Key_Delete)
    QTest.mouseClick(dialog.products["minutes"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.export.isEnabled, timeout=SLOW)
    assert dialog.name.text().startswith("SG Fjord 2030-02-07 referat")


def test_an_export_that_is_under_way_goes_on_and_says_so_when_its_dialog_is_closed(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    messages = bench.world.context.messages
    assert dialog.leave.text() == "Annullér"
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert dialog.leave.text() == "Luk", "nothing can be taken back any more"
    QTest.mouseClick(dialog.editions[Edition.FULL], Qt.MouseButton.LeftButton)
    assert not dialog.export.isEnabled(), "it is under way"
    QTest.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    qtbot.waitUntil(lambda: messages.text != "", timeout=SLOW)
    (path,) = (tmp_path / "ud").iterdir()
    assert messages.text == f"Dagsordenen er gemt som ”{path.name}”."


def test_an_export_that_fails_after_its_dialog_was_closed_is_said(
    bench: Bench, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.folder = tmp_path / "væk"
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    qtbot.waitUntil(lambda: "væk" in bench.world.context.messages.text, timeout=SLOW)


def test_a_folder_that_is_gone_is_said_at_the_name(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.folder = tmp_path / "væk"
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.name.accessibleDescription()), timeout=SLOW)
    assert "væk" in dialog.name.accessibleDescription()
    assert dialog.export.isEnabled()
    assert dialog.leave.text() == "Annullér"
    dialog.reject()
