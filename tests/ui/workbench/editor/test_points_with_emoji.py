"""Enter in points with characters that take two places in Qt."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.models.richtext import text_of
from app.services.recommendations import edit_point
from tests.ui.workbench.editor.conftest import CTRL, Desk, Key


def enter(desk: Desk, words: str, before: str = "") -> list[str]:
    """Press Enter before some of the words, or behind them all; the points that come of it."""
    row = desk.block.rows[0]
    edit_point(desk.database, row.point_id, text_of(words))
    row.setFocus()
    QTest.keyClick(row, Key.Key_End, CTRL)
    for _letter in before:
        QTest.keyClick(row, Key.Key_Left)
    QTest.keyClick(row, Key.Key_Return)
    return desk.points()[:2]


@pytest.mark.parametrize("words", ["godkender 😀 planen", "godkender 😀", "😀😀😀", "😀 planen 😀"])
def test_enter_behind_a_point_with_an_emoji_leaves_it_whole(desk: Desk, words: str) -> None:
    assert enter(desk, words) == [words, ""]


def test_enter_inside_a_point_with_an_emoji_splits_it_at_the_cursor(desk: Desk) -> None:
    made = enter(desk, "godkender 😀 planen  drøfter sagen", before="drøfter sagen")
    assert made == ["godkender 😀 planen", "drøfter sagen"]


def test_enter_before_an_emoji_takes_it_along(desk: Desk) -> None:
    assert enter(desk, "godkender 😀", before="😀") == ["godkender", "😀"]
