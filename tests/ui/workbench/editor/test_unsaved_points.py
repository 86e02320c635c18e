"""A point and the decision on it are two texts, also while neither can be saved."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.models.richtext import plain
from app.storage.database import Database
from tests.ui.hands import refused
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.scene import decide

POINT, DECISION = " fra næste år", " Det sker i juni."


def stored(desk: Desk) -> tuple[str, str]:
    """The second point and what was decided on it."""
    point = desk.stored().recommendations[0].points[1]
    return plain(point.text), plain(point.decision_text)


def test_a_point_and_its_decision_that_cannot_be_saved_do_not_overwrite_each_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(desk.database, desk.scene.full)
    desk.editor.reload(None)
    point, decision = stored(desk)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        desk.write(desk.block.rows[1], POINT)
        desk.editor.flush()
        desk.write(desk.editor.form.decision.rows[1].editor, DECISION)
        desk.editor.flush()
        desk.editor.show_item(desk.scene.plain)
    desk.editor.show_item(desk.scene.full)
    assert stored(desk) == (f"{point}{POINT}", f"{decision}{DECISION}".strip())


def test_a_decision_is_shown_as_it_is_while_its_point_cannot_be_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(desk.database, desk.scene.full)
    desk.editor.reload(None)
    editor = desk.editor.form.decision.rows[1].editor
    _point, decision = stored(desk)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        desk.write(desk.block.rows[1], POINT)
        desk.editor.reload(None)
        assert editor.toPlainText() == decision


def test_undo_goes_to_the_decision_on_a_point(desk: Desk) -> None:
    decide(desk.database, desk.scene.full)
    desk.editor.reload(None)
    row = desk.editor.form.decision.rows[1]
    desk.write(row.editor, DECISION)
    desk.editor.show_item(desk.scene.plain)
    desk.editor.show_item(desk.scene.full)
    changes = desk.database.undo()
    assert changes is not None
    desk.editor.go_to_rows(changes)
    assert desk.focused() in row.stops


def test_a_point_that_could_not_be_deleted_still_takes_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.points()
    desk.write(desk.block.rows[-1], "")
    QTest.keyClick(desk.block.rows[-1], Key.Key_Return)
    row = desk.block.rows[-1]
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        QTest.keyClick(row, Key.Key_Backspace)
    desk.write(row, "beder om en status til foråret")
    desk.editor.show_item(desk.scene.plain)
    assert desk.stored().recommendations[0].points[3:]
    desk.editor.show_item(desk.scene.full)
    assert desk.points() == [*before, "beder om en status til foråret"]
    assert [row.toPlainText() for row in desk.block.rows] == desk.points()
