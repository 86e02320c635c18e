"""The pages beside the text: the right paper, the right page, and what happens when it fails."""

from __future__ import annotations

import sys
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.errors import FileProblem
from app.models.meeting import MeetingState
from app.models.richtext import text_of
from app.models.visibility import Edition
from app.reports.pages import PdfPages
from app.services.items import create_item, rename_item
from app.services.meetings import change_state
from app.services.queries.items import item_view
from app.services.recommendations import add_point
from app.services.sections import edit_section_text
from app.ui.crash import install_excepthook
from app.ui.dialogs.crash import CrashDialog
from app.ui.pages.workbench.places import words_at
from app.ui.pages.workbench.preview import PreviewPane
from app.ui.pages.workbench.preview.pane import AHEAD
from app.ui.pages.workbench.preview.paper_view import PaperView
from tests.ui.hands import active
from tests.ui.workbench.conftest import Bench

CLOSED = "Flytning af arkivet"
SLOW = 20_000
HEADING = 12  # points


def words(pane: PreviewPane) -> str:
    with PdfPages(pane._paper.pdf) as pages:
        return "\n".join(pages.text(page) for page in range(len(pages)))


def settled(pane: PreviewPane, qtbot: QtBot, wanted: str) -> None:
    qtbot.waitUntil(lambda: wanted in words(pane), timeout=SLOW)


def spot(pane: PreviewPane, item_id: UUID) -> tuple[int, float]:
    """Where an item begins: a page, and points from its top."""
    assert pane._paper is not None
    return pane._paper.page_of_item[item_id], pane._paper.top_of_item[item_id]


def segment(pane: PreviewPane, text: str) -> QAbstractButton:
    return next(
        one for one in pane.head.edition.findChildren(QAbstractButton) if one.text() == text
    )


def test_the_pages_come_to_an_item_of_which_only_the_page_is_in_sight(
    bench: Bench, preview: PreviewPane, qtbot: QtBot
) -> None:
    item_id = bench.choose("Fælles vagttelefon om natten")
    assert preview._paper is not None
    span = preview._paper.span_of_item(item_id)
    assert span is not None
    qtbot.waitUntil(lambda: preview.view.shows_span(*span))
    preview.view.set_zoom(2.5)
    preview.view.verticalScrollBar().setValue(preview.view.verticalScrollBar().maximum())
    assert span[0][0] in preview.view._in_sight()
    assert not preview.view.shows_span(*span)
    rename_item(bench.world.database, item_id, "Vagttelefon om dagen")
    settled(preview, qtbot, "Vagttelefon om dagen")
    moved = preview._paper.span_of_item(item_id)
    qtbot.waitUntil(lambda: preview.view.shows_span(*moved))


def test_the_pages_follow_an_item_that_is_moved(
    bench: Bench, preview: PreviewPane, qtbot: QtBot
) -> None:
    database, item_id = bench.world.database, bench.choose("Prøveår med delte boliger")
    section = item_view(database, item_id).sections[0]
    edit_section_text(database, section.id, text_of("Et langt afsnit. " * 70))
    settled(preview, qtbot, "Et langt afsnit")
    preview.view.set_zoom(2)
    above = bench.choose("Fælles vagttelefon om natten")
    bench.choose("Prøveår med delte boliger")
    active(qtbot, bench.world)
    bench.page.agenda.list.setFocus()
    bench.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: spot(preview, item_id) < spot(preview, above), timeout=SLOW)
    page, top = spot(preview, item_id)
    assert preview.view.shows_span((page, top), (page, top + HEADING))


def test_a_draft_shows_its_agenda_in_the_open_edition(preview: PreviewPane) -> None:
    assert preview.product == "agenda"
    assert preview.edition is Edition.OPEN
    assert "Fælles vagttelefon om natten" in words(preview)
    assert CLOSED not in words(preview)


def test_the_full_edition_is_one_click_away(preview: PreviewPane, qtbot: QtBot) -> None:
    QTest.mouseClick(segment(preview, "Fuld udgave"), Qt.MouseButton.LeftButton)
    settled(preview, qtbot, CLOSED)


def test_a_held_meeting_shows_its_minutes(bench: Bench, qtbot: QtBot) -> None:
    change_state(bench.world.database, bench.meeting_id, MeetingState.HELD)
    other = bench.world.sample.meeting_ids[1]
    bench.world.window.open("meeting", meeting_id=other)
    bench.world.window.open("meeting", meeting_id=bench.meeting_id)
    assert bench.page.preview.product == "minutes"


def test_what_is_typed_is_set_after_a_pause(
    bench: Bench, preview: PreviewPane, qtbot: QtBot
) -> None:
    rename_item(bench.world.database, bench.stored()[2].id, "Tilskud til lydbøger")
    settled(preview, qtbot, "Tilskud til lydbøger")


def test_the_page_of_the_chosen_item_is_shown(
    bench: Bench, preview: PreviewPane, qtbot: QtBot
) -> None:
    for number in range(24):
        create_item(bench.world.database, bench.meeting_id, title=f"Ekstra {number}")
    settled(preview, qtbot, "Ekstra 23")
    bench.click_row(20)
    item_id = bench.page.editor.item_id
    page = preview._paper.page_of_item[item_id]
    assert page > 0
    qtbot.waitUntil(lambda: preview.view.page == page, timeout=SLOW)
    assert preview.foot._number.text() == str(page + 1)


def test_only_pages_near_the_reader_have_pictures(
    bench: Bench, preview: PreviewPane, qtbot: QtBot
) -> None:
    for number in range(90):
        create_item(bench.world.database, bench.meeting_id, title=f"Ekstra {number}")
    settled(preview, qtbot, "Ekstra 89")
    bench.click_row(0)
    qtbot.waitUntil(lambda: preview.view.missing_around(AHEAD) == [], timeout=SLOW)
    assert preview.view.page_count > AHEAD + 2
    assert max(preview.view._images) <= preview.view.page + AHEAD


def test_stepping_and_zooming(preview: PreviewPane, qtbot: QtBot) -> None:
    view = preview.view
    view.show_spot(0, 0)
    QTest.mouseClick(preview.foot._next, Qt.MouseButton.LeftButton)
    assert view.page == 1
    scale = view.scale
    QTest.mouseClick(preview.head.zoom_in, Qt.MouseButton.LeftButton)
    assert view.scale == pytest.approx(scale * 1.25)
    qtbot.waitUntil(lambda: view.missing() == [], timeout=SLOW)
    QTest.mouseClick(preview.head.zoom_out, Qt.MouseButton.LeftButton)
    assert view.scale == pytest.approx(scale)


def test_closing_unchecks_the_button(bench: Bench, preview: PreviewPane) -> None:
    QTest.mouseClick(preview.head.close_button, Qt.MouseButton.LeftButton)
    assert not preview.isVisible()
    assert not bench.page.head.preview.isChecked()


def test_a_failure_is_said_and_can_be_tried_again(
    preview: PreviewPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise FileProblem("The minutes are saved as “{name}”.", name="x")

    with monkeypatch.context() as patch:
        patch.setattr("app.ui.pages.workbench.preview.pane.collect", fail)
        preview.refresh(0)
        qtbot.waitUntil(preview.problem.isVisible, timeout=SLOW)
    QTest.mouseClick(preview.problem.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(preview.view.isVisible, timeout=SLOW)


def test_a_bug_is_reported_once_and_the_next_one_too(
    bench: Bench,
    preview: PreviewPane,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    context, faults = bench.world.context, [ZeroDivisionError, ZeroDivisionError, KeyError]

    def fail(*_given: object) -> None:
        raise faults.pop(0)("hemmeligt")

    monkeypatch.setattr("app.ui.pages.workbench.preview.pane.collect", fail)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_excepthook(context.messages, context.paths.log_dir)
    reported = []
    while faults:
        left = len(faults)
        preview.refresh(0)
        qtbot.waitUntil(lambda left=left: len(faults) < left and context.jobs.is_idle)
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CrashDialog):
            reported.append(len(faults))
            dialog.reject()
    assert reported == [2, 0]
    assert preview.problem.isVisible()
    assert "preview/pane.py" in caplog.text
    assert "hemmeligt" not in caplog.text


def test_old_pages_stay_until_the_new_ones_are_there(
    bench: Bench, preview: PreviewPane, qtbot: QtBot
) -> None:
    count = preview.view.page_count
    create_item(bench.world.database, bench.meeting_id, title="Et punkt til")
    assert preview.view.page_count == count
    assert preview.view._images
    settled(preview, qtbot, "Et punkt til")


def test_an_empty_desk_has_no_pages(qtbot: QtBot) -> None:
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.step_page(1)
    view.show_spot(3, 0)
    assert (view.page_count, view.page, view.missing()) == (0, 0, [])


def test_the_page_of_the_section_that_is_written_is_shown(
    bench: Bench, preview: PreviewPane, qtbot: QtBot
) -> None:
    database = bench.world.database
    item_id = bench.choose("Prøveår med delte boliger")
    first, second = item_view(database, item_id).sections[:2]
    edit_section_text(database, first.id, text_of("Et langt afsnit om boliger. " * 400))
    edit_section_text(database, second.id, text_of("Til sidst kommer økonomien."))
    settled(preview, qtbot, "Til sidst kommer")
    begins = preview._paper.page_of_item[item_id]
    preview.follow(item_id)
    qtbot.waitUntil(lambda: preview.view.page == begins, timeout=SLOW)
    bench.page.editor.place_changed.emit(second.id)
    assert preview.view.page > begins
    bench.page.editor.place_changed.emit(first.id)
    assert preview.view.page <= begins + 1


def test_words_of_places(bench: Bench) -> None:
    database, item_id = bench.world.database, bench.choose("Prøveår med delte boliger")
    found = item_view(database, item_id)
    add_point(database, found.recommendations[0].id, text_of("drøfter tallene"))
    edit_section_text(database, found.sections[0].id, text_of("Først dette."))
    assert words_at(database, item_id, found.sections[0].id) == "Først dette."
    assert words_at(database, item_id, "recommendation") == "drøfter tallene"
    assert words_at(database, item_id, "decision") == "Beslutning"
    assert words_at(database, item_id, "attachments") == ""
    assert words_at(database, item_id, "head") == ""
    assert words_at(database, found.sections[0].id, "head") == ""
