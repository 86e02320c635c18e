"""The decision: well, box, outcomes by key, free words, follow-ups, minutes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.models.agenda_words import SectionKind
from app.models.decision import Outcome
from app.models.follow_up import ActorKind
from app.models.richtext import plain, text_of
from app.services.decisions import set_outcome
from app.services.sections import add_section
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.scene import decide
from tests.ui.workbench.editor.test_sections import act


def write_now(desk: Desk) -> None:
    desk.editor.form.go_to("decision")
    QTest.keyClick(desk.editor.form.decision.well.link, Key.Key_Return)


def outcomes(desk: Desk) -> list[Outcome | None]:
    return [point.outcome for point in desk.stored().recommendations[0].points]


def test_the_well_stands_there_until_something_is_written(desk: Desk) -> None:
    part = desk.editor.form.decision
    assert (part.well.isVisible(), part.box.isVisible()) == (True, False)
    write_now(desk)
    assert (part.well.isVisible(), part.box.isVisible()) == (False, True)
    assert desk.focused() is part.rows[0].chooser
    desk.editor.show_item(desk.scene.plain)
    assert part.well.isVisible()


def test_the_tip_names_the_key_of_the_last_outcome(desk: Desk) -> None:
    write_now(desk)
    assert desk.focused().toolTip() == f"Vælg udfald (tasterne 1 til {len(Outcome)})"
    QTest.keyClicks(desk.focused(), str(len(Outcome)))
    assert outcomes(desk)[0] is list(Outcome)[-1]


def test_outcomes_are_set_by_their_keys(desk: Desk) -> None:
    write_now(desk)
    QTest.keyClick(desk.focused(), Key.Key_2)
    QTest.keyClick(desk.focused(), Key.Key_Tab)
    QTest.keyClicks(desk.focused(), "Der skal ses på udkanten.")
    QTest.keyClick(desk.focused(), Key.Key_Tab)
    assert desk.focused() is desk.editor.form.decision.rows[0].more
    QTest.keyClick(desk.focused(), Key.Key_Tab)
    QTest.keyClick(desk.focused(), Key.Key_1)
    assert outcomes(desk) == [Outcome.DISCUSSED, Outcome.APPROVED, None]
    first = desk.stored().recommendations[0].points[0]
    assert plain(first.decision_text) == "Der skal ses på udkanten."
    QTest.keyClick(desk.focused(), Key.Key_Delete)
    assert outcomes(desk) == [Outcome.DISCUSSED, None, None]


def test_digits_choose_in_the_open_menu_too(desk: Desk) -> None:
    write_now(desk)
    menu = desk.editor.form.decision.rows[0].chooser.menu()
    menu.popup(desk.editor.mapToGlobal(desk.editor.rect().center()))
    QTest.keyClick(menu, Key.Key_2)
    assert not menu.isVisible()
    assert outcomes(desk)[0] is Outcome.DISCUSSED


def test_all_points_without_an_outcome_are_answered_at_once(desk: Desk) -> None:
    write_now(desk)
    QTest.keyClick(desk.focused(), Key.Key_5)
    act(desk.editor.form.decision.answer_all.menu(), "Godkendt")
    assert outcomes(desk) == [Outcome.POSTPONED, Outcome.APPROVED, Outcome.APPROVED]
    values = [row.chooser.value for row in desk.editor.form.decision.rows]
    assert values == outcomes(desk)


def test_a_free_decision_is_added_written_and_deleted(desk: Desk) -> None:
    part = desk.editor.form.decision
    write_now(desk)
    QTest.keyClick(desk.focused(), Key.Key_1)
    QTest.mouseClick(part.add_decision, Qt.MouseButton.LeftButton)
    assert desk.focused() is part.rows[3].editor
    QTest.keyClicks(desk.focused(), "Sagen tages op igen.")
    desk.editor.flush()
    assert [plain(d.text) for d in desk.stored().decisions] == ["Sagen tages op igen."]
    act(part.rows[3].menu_now(), "Slet beslutning")
    assert desk.stored().decisions == ()
    desk.context.history.undo.trigger()
    assert len(desk.stored().decisions) == 1
    assert part.rows[3].editor.toPlainText() == "Sagen tages op igen."


def test_an_item_without_points_has_one_free_decision(desk: Desk) -> None:
    desk.editor.show_item(desk.scene.formal)
    write_now(desk)
    QTest.keyClick(desk.focused(), Key.Key_1)
    QTest.keyClick(desk.focused(), Key.Key_Tab)
    QTest.keyClicks(desk.focused(), "Dagsordenen blev fulgt.")
    desk.editor.flush()
    (decision,) = desk.stored(desk.scene.formal).decisions
    assert decision.outcome is Outcome.APPROVED
    assert plain(decision.text) == "Dagsordenen blev fulgt."


def test_minutes_as_printed_are_shown_once(desk: Desk) -> None:
    """An imported paper: the words stand in their section, the outcome in a decision."""
    item = desk.scene.formal
    words = "Godkendt. Formanden takkede for ordet."
    add_section(
        desk.database, item, SectionKind.DECISION, "Beslutning på mødet:", text=text_of(words)
    )
    set_outcome(desk.database, item, Outcome.APPROVED)
    desk.editor.show_item(item)
    part = desk.editor.form.decision
    assert part.heading.text == "Beslutning på mødet"
    assert part.sections[0].editor.toPlainText() == words
    assert len(part.rows) == 1
    assert part.rows[0].chooser.value is Outcome.APPROVED
    assert not part.rows[0].editor.isVisible()
    desk.write(part.sections[0].editor, " Mødet sluttede.")
    desk.editor.flush()
    assert plain(desk.stored(item).sections[0].text).endswith("Mødet sluttede.")


def test_a_follow_up_is_added_changed_and_deleted(desk: Desk) -> None:
    part = desk.editor.form.decision
    write_now(desk)
    QTest.mouseClick(part.add_follow_up, Qt.MouseButton.LeftButton)
    assert desk.focused() is part.follow_ups.lines[0].action
    QTest.keyClicks(desk.focused(), "Skriv en køreplan")
    QTest.keyClick(desk.focused(), Key.Key_Return)
    line = part.follow_ups.lines[0]
    assert desk.focused() is line.due
    QTest.keyClicks(line.due, "medio august 2032")
    QTest.keyClick(line.due, Key.Key_Return)
    (stored,) = desk.stored().follow_ups
    assert (stored.action, stored.due) == ("Skriv en køreplan", "medio august 2032")
    act(line._menu(), "Alle kommuner")
    assert desk.stored().follow_ups[0].actor_kind is ActorKind.ALL_MUNICIPALITIES
    members = next(a.menu() for a in line._menu().actions() if a.text() == "Medlemmer")
    act(members, "Ane Holm")
    assert desk.stored().follow_ups[0].actor_name == "Ane Holm"
    assert line.actor.text() == "Ane Holm"
    line.delete.click()
    assert desk.stored().follow_ups == ()


def test_a_new_follow_up_left_empty_goes_away(desk: Desk, qtbot: QtBot) -> None:
    part = desk.editor.form.decision
    write_now(desk)
    QTest.keyClick(desk.focused(), Key.Key_1)
    part.follow_ups.add()
    assert len(part.follow_ups.lines) == 1
    desk.section(0).editor.setFocus()
    qtbot.waitUntil(lambda: part.follow_ups.lines == [])
    assert desk.stored().follow_ups == ()


def test_everything_decided_is_shown_again(desk: Desk) -> None:
    decide(desk.database, desk.scene.full)
    part = desk.editor.form.decision
    assert [row.chooser.value for row in part.rows[:3]] == outcomes(desk)
    assert part.rows[3].editor.toPlainText() == "Sagen sendes også til økonomikredsen."
    assert [line.due.text() for line in part.follow_ups.lines] == ["medio august 2032", "løbende"]


def test_a_digit_that_is_no_number_is_no_outcome(desk: Desk) -> None:
    write_now(desk)
    chooser = desk.editor.form.decision.rows[0].chooser
    for typed in ("²", "५", "0", "8", "12"):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, typed)
        QApplication.sendEvent(chooser, event)
    assert outcomes(desk) == [None, None, None]
    QTest.keyClick(chooser, Key.Key_7)
    assert outcomes(desk)[0] is Outcome.NOT_APPLICABLE


# --- The section of the minutes


def minuted(desk: Desk, *labels: str) -> None:
    """The formal item, with sections that were written at the meeting."""
    for words in labels:
        add_section(
            desk.database, desk.scene.formal, SectionKind.MINUTES, words, text=text_of("Aftalt.")
        )
    desk.editor.show_item(desk.scene.formal)


def shown_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_minutes_have_the_menu_of_a_section_by_key(desk: Desk) -> None:
    minuted(desk, "Referat")
    button = desk.editor.tabs.button("decision")
    assert button is not None
    desk.editor.tabs.menu_asked.emit("decision", QPoint(0, 0))
    menu = shown_menu()
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Omdøb", "Flyt op", "Flyt ned", "Slet afsnit",
    ]  # fmt: skip
    act(menu, "Omdøb")
    menu.close()
    heading = desk.editor.form.decision.heading
    assert heading._edit.isVisible()
    heading._edit.selectAll()
    QTest.keyClicks(heading._edit, "Fra mødet")
    desk.editor.show_item(desk.scene.full)
    assert desk.stored(desk.scene.formal).sections[0].label == "Fra mødet"
    assert not heading._edit.isVisible()


def test_the_minutes_are_renamed_and_deleted_with_the_mouse(desk: Desk) -> None:
    minuted(desk, "Referat")
    heading = desk.editor.form.decision.heading
    QTest.mouseDClick(heading, Qt.MouseButton.LeftButton)
    heading._edit.selectAll()
    QTest.keyClicks(heading._edit, "Fra mødet")
    QTest.keyClick(heading._edit, Key.Key_Return)
    assert desk.stored(desk.scene.formal).sections[0].label == "Fra mødet"
    assert heading.text == "Fra mødet"
    QTest.mouseClick(heading._button, Qt.MouseButton.LeftButton)
    menu = shown_menu()
    act(menu, "Slet afsnit")
    menu.close()
    assert desk.stored(desk.scene.formal).sections == ()


def test_each_section_of_the_minutes_has_its_menu(desk: Desk) -> None:
    minuted(desk, "Referat", "Protokol")
    desk.editor.tabs.menu_asked.emit("decision", QPoint(0, 0))
    menu = shown_menu()
    assert [action.text() for action in menu.actions()] == ["Referat", "Protokol"]
    second = menu.actions()[1].menu()
    assert isinstance(second, QMenu)
    act(second, "Omdøb")
    menu.close()
    assert desk.editor.form.decision.sections[1].label._edit.isVisible()


def test_without_minutes_the_box_has_no_menu(desk: Desk) -> None:
    write_now(desk)
    desk.editor.tabs.menu_asked.emit("decision", QPoint(0, 0))
    assert QApplication.activePopupWidget() is None


def test_the_keyboard_stays_in_the_part_when_its_decision_is_taken_back(
    desk: Desk, qtbot: QtBot
) -> None:
    part = desk.editor.form.decision
    desk.settle(qtbot)
    QTest.mouseClick(part.well.link, Qt.MouseButton.LeftButton)
    part.rows[0].chooser.setFocus()
    QTest.keyClick(part.rows[0].chooser, Key.Key_1)
    assert desk.stored().recommendations[0].points[0].outcome is Outcome.APPROVED
    desk.editor.show_item(desk.scene.plain)
    desk.editor.show_item(desk.scene.full)
    desk.settle(qtbot)
    part.rows[0].chooser.setFocus()
    desk.context.history.undo.trigger()
    assert part.box.isHidden()
    assert desk.focused() is part.well.link
