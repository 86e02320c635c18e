"""Closing by keys, the ground for it, and what becomes of the ground."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.models.visibility import Edition
from app.reports.collect import collect_meeting
from app.services.queries.items import item_view
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.editor.conftest import CTRL, SHIFT, Desk, Key
from tests.ui.workbench.editor.test_in_page import TITLE

GROUND = "Forvaltningsloven § 27"


def choices(desk: Desk) -> list[QAbstractButton]:
    """Open and closed, as they stand side by side."""
    return desk.editor.head.openness.findChildren(QAbstractButton)


def close_by_arrow(desk: Desk) -> None:
    choices(desk)[0].setFocus()
    QTest.keyClick(desk.focused(), Key.Key_Right)


def test_closing_by_arrow_key_goes_on_in_the_ground(desk: Desk) -> None:
    close_by_arrow(desk)
    assert desk.stored().is_closed
    assert desk.focused() is desk.editor.head.reason.field
    QTest.keyClicks(desk.focused(), GROUND)
    desk.editor.flush()
    assert desk.stored().closed_reason == GROUND


def test_an_arrow_key_that_opens_stays_on_the_choice(desk: Desk) -> None:
    close_by_arrow(desk)
    opened, closed = choices(desk)
    closed.setFocus()
    QTest.keyClick(closed, Key.Key_Left)
    assert not desk.stored().is_closed
    assert desk.focused() is opened


def test_the_ground_is_there_again_when_an_item_is_closed_again(desk: Desk) -> None:
    close_by_arrow(desk)
    reason = desk.editor.head.reason
    QTest.keyClicks(reason.field, GROUND)
    opened, closed = choices(desk)
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton)
    assert reason.isHidden()
    assert not desk.stored().is_closed
    QTest.mouseClick(closed, Qt.MouseButton.LeftButton)
    assert reason.field.text() == GROUND
    assert (desk.stored().is_closed, desk.stored().closed_reason) == (True, GROUND)


def test_no_edition_prints_the_ground_of_an_item_that_is_open_again(desk: Desk) -> None:
    close_by_arrow(desk)
    QTest.keyClicks(desk.focused(), GROUND)
    QTest.mouseClick(choices(desk)[0], Qt.MouseButton.LeftButton)
    assert (desk.stored().is_closed, desk.stored().closed_reason) == (False, GROUND)
    for edition in Edition:
        with desk.database.read() as session:
            paper = collect_meeting(session, desk.scene.meeting_id, "minutes", edition)
        assert "Pladser i botilbud" in repr(paper)
        assert GROUND not in repr(paper)


def test_the_ground_is_there_again_when_an_item_is_closed_by_key(bench: Bench) -> None:
    item_id = bench.choose(TITLE)
    text = bench.page.editor.form.sections[0].editor
    reason = bench.page.editor.head.reason
    for _turn in ("close", "open", "close again"):
        text.setFocus()
        QTest.keyClick(text, Key.Key_L, CTRL | SHIFT)
        if reason.field.hasFocus() and not reason.field.text():
            QTest.keyClicks(reason.field, GROUND)
    view = item_view(bench.world.database, item_id)
    assert (view.is_closed, view.closed_reason) == (True, GROUND)
    assert reason.field.text() == GROUND
