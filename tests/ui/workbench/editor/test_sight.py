"""What has the keyboard is in sight, and Esc and Tab lead to the very next field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets import Label
from app.ui.widgets.focus_ring import Ring
from tests.ui.workbench.editor.conftest import SHIFT, Desk, Key
from tests.ui.workbench.editor.scene import decide
from tests.ui.workbench.editor.test_sections import act


def shown_part(desk: Desk, widget: QWidget) -> tuple[int, int]:
    """Rows of pixels of the widget that can be seen, and how many it has."""
    port = desk.editor.form.viewport()
    place = QRect(widget.mapTo(port, QPoint(0, 0)), widget.size())
    return place.intersected(port.rect()).height(), widget.height()


def is_whole(desk: Desk, widget: QWidget) -> bool:
    seen, height = shown_part(desk, widget)
    return seen == height > 0


@pytest.fixture
def decided(desk: Desk, qtbot: QtBot) -> Desk:
    """Everything is decided, and the window shows little of it."""
    decide(desk.database, desk.scene.full)
    desk.window.resize(700, 560)
    desk.settle(qtbot)
    desk.editor.form.verticalScrollBar().setValue(0)
    return desk


def test_tab_into_the_decision_shows_all_of_it(decided: Desk, qtbot: QtBot) -> None:
    form = decided.editor.form
    form.attachments.zone.link.setFocus()
    decided.settle(qtbot)
    QTest.keyClick(form.attachments.zone.link, Key.Key_Tab)
    assert form.decision.isAncestorOf(decided.focused())
    room = form.viewport().height()
    qtbot.waitUntil(
        lambda: (
            is_whole(decided, form.decision) or shown_part(decided, form.decision)[0] > room * 0.9
        )
    )
    focused = decided.focused()
    assert focused is not None
    assert is_whole(decided, focused)


def test_a_new_decision_is_in_sight(decided: Desk, qtbot: QtBot) -> None:
    part = decided.editor.form.decision
    decided.editor.form.scroll_to(decided.section(0))
    part.add_decision.clicked.emit()
    row = part.rows[-1]
    assert decided.focused() is row.editor
    qtbot.waitUntil(lambda: is_whole(decided, row.editor))


def test_a_condition_that_is_opened_is_in_sight(decided: Desk, qtbot: QtBot) -> None:
    row = decided.editor.form.decision.rows[2]
    decided.editor.form.scroll_to(decided.section(0))
    act(row.menu_now(), "Betingelse …")
    field = row.terms.lines["condition_text"].field
    assert decided.focused() is field
    qtbot.waitUntil(lambda: is_whole(decided, field))


def test_a_click_moves_nothing(decided: Desk, qtbot: QtBot) -> None:
    form = decided.editor.form
    text = decided.section(1).editor
    form.verticalScrollBar().setValue(text.mapTo(form.widget(), QPoint(0, 20)).y())
    before = form.verticalScrollBar().value()
    assert not is_whole(decided, text)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 110))
    qtbot.wait(20)
    assert form.verticalScrollBar().value() == before
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 110))


def test_once_an_outcome_is_chosen_one_sees_where_to_write(desk: Desk) -> None:
    desk.editor.form.decision.well.clicked.emit()
    row = desk.editor.form.decision.rows[0]
    assert row.editor.placeholderText() == "Skriv beslutningen"
    QTest.keyClick(row.chooser, Key.Key_1)
    assert row.editor.placeholderText() == "Uddyb (valgfrit)"


# --- Esc


def is_ringed(desk: Desk, editor: QWidget) -> bool:
    """Whether a ring stands round this text and no other."""
    shown = [ring for ring in desk.window.findChildren(Ring) if ring.isVisible()]
    places = [QRect(ring.mapToGlobal(QPoint()), ring.size()) for ring in shown]
    whole = QRect(editor.mapToGlobal(QPoint()), editor.size())
    return len(places) == 1 and places[0].contains(whole)


def test_esc_and_tab_go_to_the_very_next_field(desk: Desk) -> None:
    first, second = desk.section(0).editor, desk.section(1).editor
    first.setFocus()
    assert not is_ringed(desk, first)
    QTest.keyClick(first, Key.Key_Escape)
    assert desk.focused() is first
    assert is_ringed(desk, first)
    QTest.keyClick(first, Key.Key_Tab)
    assert desk.focused() is second
    assert not is_ringed(desk, first)


def test_esc_and_shift_tab_go_to_the_field_before(desk: Desk) -> None:
    first, second = desk.section(0).editor, desk.section(1).editor
    second.setFocus()
    QTest.keyClick(second, Key.Key_Escape)
    QTest.keyClick(second, Key.Key_Backtab, SHIFT)
    assert desk.focused() is first


def test_esc_leaves_a_list_in_which_tab_would_indent(desk: Desk) -> None:
    text, following = desk.section(1).editor, desk.section(2).editor
    text.setFocus()
    text.find("Ventetiden")
    before = text.text()
    QTest.keyClick(text, Key.Key_Escape)
    QTest.keyClick(text, Key.Key_Tab)
    assert desk.focused() is following
    assert text.text() == before


def test_after_esc_one_may_just_write_on(desk: Desk) -> None:
    text = desk.section(2).editor
    desk.write(text, " Ja")
    QTest.keyClick(text, Key.Key_Escape)
    QTest.keyClicks(text, " tak.")
    assert not is_ringed(desk, text)
    desk.editor.flush()
    assert desk.section_words(2).endswith("Ja tak.")


def test_the_ring_of_a_small_fact_lies_beside_its_label(desk: Desk) -> None:
    kind = desk.editor.head.kind
    kind.button.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = [one for one in desk.window.findChildren(Ring) if one.isVisible()]
    label = next(one for one in kind.findChildren(Label) if one.text() == "Type")
    bottom = label.mapTo(desk.window, label.rect().bottomLeft()).y()
    assert ring.mapTo(desk.window, QPoint(0, 0)).y() >= bottom - 1
