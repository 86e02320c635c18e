"""What is deleted or answered in bulk has a receipt with the way back, and all that was typed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.models.decision import Outcome
from app.models.richtext import plain, text_of
from app.services.decisions import add_free_decision
from app.services.follow_ups import add_follow_up
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.test_decisions import outcomes, write_now
from tests.ui.workbench.editor.test_sections import act

LAST = " De sidste ord."


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def take_back(desk: Desk) -> None:
    """Click "Fortryd" on the receipt."""
    toast = desk.context.messages._toast
    assert toast is not None
    assert toast._action.text() == "Fortryd"
    QTest.mouseClick(toast._action, Qt.MouseButton.LeftButton)


def test_undo_brings_a_section_back_with_the_last_words_typed(desk: Desk) -> None:
    part = desk.section(0)
    desk.write(part.editor, LAST)
    part.label.popup_menu(QPoint(0, 0))
    menu = popup()
    act(menu, "Slet afsnit")
    menu.close()
    take_back(desk)
    assert desk.section_words(0).endswith(LAST.strip())
    assert desk.section(0).editor.toPlainText().endswith(LAST.strip())


def test_undo_brings_a_recommendation_back_with_the_last_words_typed(desk: Desk) -> None:
    home = desk.stored().sections[3].id
    act(desk.editor.form.menus.section_menu(home), "Tilføj indstilling fra anden gruppe")
    further = desk.section(3).blocks[1]
    desk.write(further.origin, "Økonomikredsen")
    desk.write(further.rows[0], "tager til efterretning")
    desk.editor.flush()
    desk.write(further.rows[0], LAST)
    act(desk.editor.form.menus.section_menu(home), "Slet indstillingen fra Økonomikredsen")
    assert len(desk.stored().recommendations) == 1
    assert desk.context.messages.text == "Indstillingen er slettet."
    take_back(desk)
    (point,) = desk.stored().recommendations[1].points
    assert plain(point.text) == f"tager til efterretning{LAST}"


def test_undo_brings_a_decision_back_with_the_last_words_typed(desk: Desk) -> None:
    item = desk.scene.plain
    for words in ("Prøven begynder.", "Den måles i juni."):
        add_free_decision(desk.database, item, text_of(words))
    desk.editor.show_item(item)
    row = desk.editor.form.decision.rows[1]
    desk.write(row.editor, LAST)
    act(row.menu_now(), "Slet beslutning")
    assert len(desk.stored(item).decisions) == 1
    take_back(desk)
    assert plain(desk.stored(item).decisions[1].text) == f"Den måles i juni.{LAST}"


def test_undo_brings_a_follow_up_back_with_the_last_words_typed(desk: Desk, qtbot: QtBot) -> None:
    add_follow_up(desk.database, desk.scene.full, "Saml tallene")
    desk.editor.reload(None)
    (line,) = desk.editor.form.decision.follow_ups.lines
    desk.settle(qtbot)
    desk.write(line.action, LAST)
    QTest.mouseClick(line.delete, Qt.MouseButton.LeftButton)
    assert desk.stored().follow_ups == ()
    take_back(desk)
    assert [found.action for found in desk.stored().follow_ups] == [f"Saml tallene{LAST}"]


def test_answering_all_points_is_taken_back_from_its_receipt(desk: Desk) -> None:
    write_now(desk)
    QTest.keyClick(desk.focused(), Key.Key_5)
    before = outcomes(desk)
    act(desk.editor.form.decision.answer_all.menu(), "Godkendt")
    assert outcomes(desk) == [before[0], Outcome.APPROVED, Outcome.APPROVED]
    assert desk.context.messages.text == "Alle led er besvaret."
    take_back(desk)
    assert outcomes(desk) == before
    assert [row.chooser.value for row in desk.editor.form.decision.rows] == before


def test_where_all_points_are_answered_there_is_nothing_to_take_back(desk: Desk) -> None:
    write_now(desk)
    for _answer in range(2):
        act(desk.editor.form.decision.answer_all.menu(), "Godkendt")
        desk.context.messages.clear()
    act(desk.editor.form.decision.answer_all.menu(), "Drøftet")
    assert desk.context.messages.text == ""
    assert outcomes(desk) == [Outcome.APPROVED] * 3
