"""How the words of a decision look in the box."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from app.models.decision import Outcome
from app.models.richtext import text_of
from app.services.decisions import edit_decision_text, set_outcome
from app.ui.theme import Theme
from app.ui.widgets import Label
from tests.ui.workbench.editor.conftest import Desk
from tests.ui.workbench.editor.test_decisions import write_now
from tests.ui.workbench.editor.test_sections import act


def test_the_outcome_in_the_words_is_semibold_and_stored_plain(desk: Desk) -> None:
    point = desk.stored().recommendations[0].points[0].id
    words = text_of("Udsat. Der mangler tal.")
    set_outcome(desk.database, desk.scene.full, Outcome.POSTPONED, point_id=point)
    edit_decision_text(desk.database, desk.scene.full, words, point_id=point)
    editor = desk.editor.form.decision.rows[0].editor
    (opening,) = editor.document().firstBlock().layout().formats()
    assert (opening.start, opening.length) == (0, len("Udsat."))
    assert opening.format.fontWeight() == QFont.Weight.DemiBold
    desk.editor.flush()
    assert desk.stored().recommendations[0].points[0].decision_text == words


@pytest.mark.parametrize("size", [100, 130])
def test_all_that_binds_a_decision_stands_at_one_edge(desk: Desk, look: Theme, size: int) -> None:
    look.set_text_size(size)
    write_now(desk)
    row = desk.editor.form.decision.rows[1]
    act(row.menu_now(), "Fast regel")
    act(row.menu_now(), "På betingelse")
    desk.editor.flush()
    (condition,) = row.terms.lines["condition_text"].findChildren(Label)
    labels = (row.terms.summary, condition, row.terms.facts.bodies["condition_body"].label)
    assert {_start(one, row) for one in labels} == {_start(row.chooser, row)}


def _start(part: QWidget, row: QWidget) -> int:
    """Where the words of a widget begin, in the row that holds it."""
    words = part.contentsRect().topLeft() if isinstance(part, Label) else QPoint(0, 0)
    return part.mapTo(row, words).x()
