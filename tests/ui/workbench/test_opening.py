"""A closed item that is opened: said, and taken back from where it was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.workbench.conftest import Bench

CLOSED = "Flytning af arkivet"
OPENED = "Punktets titel og tekst kommer nu med i den åbne udgave."
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def by_keys(bench: Bench) -> None:
    bench.press(Qt.Key.Key_L, CONTROL | SHIFT)


def by_mouse(bench: Bench) -> None:
    segments = bench.page.editor.head.openness.findChildren(QAbstractButton)
    QTest.mouseClick(segments[0], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", [by_keys, by_mouse])
def test_opening_an_item_is_said_and_can_be_taken_back(
    bench: Bench, way: Callable[[Bench], None]
) -> None:
    item_id = bench.choose(CLOSED)

    def is_closed() -> bool:
        return next(row.is_closed for row in bench.stored() if row.id == item_id)

    assert is_closed()
    way(bench)
    assert not is_closed()
    assert bench.world.context.messages.text == OPENED
    bench.world.context.history.take_back()
    assert is_closed()
    assert bench.world.context.messages.text != OPENED


def test_closing_an_item_opens_nothing(bench: Bench) -> None:
    bench.choose("Prøveår med delte boliger")
    by_keys(bench)
    assert bench.world.context.messages.text != OPENED
