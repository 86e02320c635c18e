"""The chip of a filter: taken away by a key, and no wider than there is room for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets import FilterChip, SearchField
from app.ui.widgets.layouts import STRETCH, row
from tests.ui.hands import shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return])
def test_a_filter_is_taken_away_by_a_key(qtbot: QtBot, key: Qt.Key) -> None:
    chip = FilterChip("Organ")
    shown(qtbot, chip)
    chip.set_value("SG Fjord")
    assert chip.accessibleName() == "Organ: SG Fjord"
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, key)


def test_a_long_filter_is_cut_short_and_told_whole(qtbot: QtBot) -> None:
    name = "Den tværgående arbejdsgruppe for havne, fyrtårne og vejrvarsling ved fjorden " * 2
    window, chip = QWidget(), FilterChip("Gruppe")
    window.setLayout(row(SearchField("Søg"), chip, STRETCH))
    chip.set_value(name)
    shown(qtbot, window)
    for width in (900, 420):
        window.resize(width, 80)
        QApplication.processEvents()
        assert window.width() == width
        assert chip.geometry().right() < width
        assert chip.value_shown().endswith("…")
        assert chip.toolTip().startswith(name)
    chip.set_value("Havnerådet")
    QApplication.processEvents()
    assert chip.value_shown() == "Havnerådet"
    assert chip.toolTip() == "Fjern filteret med Delete"
