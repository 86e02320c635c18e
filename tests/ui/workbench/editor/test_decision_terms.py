"""Reservation, condition, dissent and rule: behind the three dots until they are used."""

from __future__ import annotations

from PySide6.QtTest import QTest

from app.models.decision import Modifier
from app.services.decisions import add_free_decision
from app.services.queries.items import DecisionTerms
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.test_decisions import write_now
from tests.ui.workbench.editor.test_sections import act


def terms(desk: Desk) -> list[DecisionTerms]:
    return [point.terms for point in desk.stored().recommendations[0].points]


def test_nothing_is_shown_until_it_is_used(desk: Desk) -> None:
    write_now(desk)
    assert not any(row.terms.isVisible() for row in desk.editor.form.decision.rows)


def test_a_reservation_is_chosen_and_written(desk: Desk) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[1]
    QTest.keyClick(row.chooser, Key.Key_1)
    act(row.menu_now(), "Med forbehold")
    assert row.terms.summary.text() == "Med forbehold"
    assert desk.focused() is row.terms.lines["reservation_text"].field
    QTest.keyClicks(desk.focused(), "Fjordby afventer sit byråd.")
    desk.editor.flush()
    assert terms(desk)[1].modifier is Modifier.WITH_RESERVATION
    assert terms(desk)[1].reservation_text == "Fjordby afventer sit byråd."
    assert terms(desk)[0] == DecisionTerms()
    desk.database.undo()
    desk.database.undo()
    assert terms(desk)[1] == DecisionTerms()
    assert row.terms.summary.text() == ""
    row.chooser.setFocus()
    assert not row.terms.isVisible()
    desk.database.redo()
    assert row.terms.summary.text() == "Med forbehold"


def test_lines_are_written_without_a_modifier_and_go_away_when_emptied(desk: Desk) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[0]
    act(row.menu_now(), "Mindretal …")
    field = row.terms.lines["dissent_text"].field
    assert desk.focused() is field
    QTest.keyClicks(field, "Havneby")
    desk.editor.flush()
    assert terms(desk)[0].dissent_text == "Havneby"
    field.selectAll()
    QTest.keyClick(field, Key.Key_Delete)
    row.chooser.setFocus()
    assert terms(desk)[0].dissent_text == ""
    assert not row.terms.isVisible()


def test_a_free_decision_becomes_a_rule_on_a_condition(desk: Desk) -> None:
    decision_id = add_free_decision(desk.database, desk.scene.full)
    row = desk.editor.form.decision.rows[3]
    act(row.menu_now(), "Fast regel")
    act(row.menu_now(), "På betingelse")
    QTest.keyClicks(desk.focused(), "Midlerne findes.")
    desk.editor.flush()
    (found,) = desk.stored().decisions
    assert found.id == decision_id
    assert found.terms == DecisionTerms(
        modifier=Modifier.CONDITIONAL, condition_text="Midlerne findes.", is_standing_rule=True
    )
    assert row.terms.summary.text() == "På betingelse, Fast regel"
    act(row.menu_now(), "Fast regel")
    assert not desk.stored().decisions[0].terms.is_standing_rule


def test_terms_of_one_item_are_not_shown_on_another(desk: Desk) -> None:
    write_now(desk)
    act(desk.editor.form.decision.rows[0].menu_now(), "Forbehold …")
    QTest.keyClicks(desk.focused(), "Kun i år")
    desk.editor.show_item(desk.scene.formal)
    write_now(desk)
    assert not desk.editor.form.decision.rows[0].terms.isVisible()
    desk.editor.show_item(desk.scene.full)
    row = desk.editor.form.decision.rows[0]
    assert row.terms.lines["reservation_text"].field.text() == "Kun i år"
    assert row.terms.lines["reservation_text"].isVisible()
