"""Words and boxes that do something answer the left button only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.ui.workbench.editor.conftest import Desk

LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)


@pytest.mark.parametrize("button", [RIGHT, MIDDLE])
def test_only_a_left_click_opens_the_decision(desk: Desk, button: Qt.MouseButton) -> None:
    part = desk.editor.form.decision
    QTest.mouseClick(part.well.link, button)
    assert part.box.isHidden()
    QTest.mouseClick(part.well.link, LEFT)
    assert part.box.isVisible()


@pytest.mark.parametrize("button", [RIGHT, MIDDLE])
def test_only_a_left_click_asks_for_files(
    desk: Desk, button: Qt.MouseButton, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def ask(*_a: object, **_k: object) -> tuple[list[str], str]:
        asked.append(True)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    zone = desk.editor.form.attachments.zone
    for target in (zone, zone.link):
        QTest.mouseClick(target, button)
    assert asked == []
    for target in (zone, zone.link):
        QTest.mouseClick(target, LEFT)
    assert len(asked) == 2
