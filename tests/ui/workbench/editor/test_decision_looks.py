"""How the words of a decision look in the box."""

from __future__ import annotations

from PySide6.QtGui import QFont

from app.models.decision import Outcome
from app.models.richtext import text_of
from app.services.decisions import edit_decision_text, set_outcome
from tests.ui.workbench.editor.conftest import Desk


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
