"""All points without an outcome are answered at once, by mouse or by digit."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.models.decision import Outcome
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.test_decisions import outcomes, write_now


@pytest.mark.parametrize(
    ("key", "outcome"),
    [(Key.Key_1, Outcome.APPROVED), (Key.Key_2, Outcome.DISCUSSED), (Key.Key_7, list(Outcome)[6])],
)
def test_a_digit_answers_all_points(desk: Desk, key: Key, outcome: Outcome) -> None:
    write_now(desk)
    menu = desk.editor.form.decision.answer_all.menu()
    assert menu.actions()[0].shortcut().toString() == "1"
    menu.popup(desk.editor.mapToGlobal(desk.editor.rect().center()))
    QTest.keyClick(menu, key)
    assert not menu.isVisible()
    assert outcomes(desk) == [outcome] * 3
