"""Reservation, condition, dissent and rule: behind the three dots until they are used."""

from __future__ import annotations

import datetime as dt

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.decision import Modifier
from app.services.decisions import add_free_decision
from app.services.queries.items import DecisionTerms, NamedBody
from app.ui.pages.workbench.editor.fields.meta_field import MenuField
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
    assert row.terms.summary.text() == "På betingelse, fast regel"
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


def choose(field: MenuField, words: str) -> None:
    """Take an entry of the menu that a group's name opens."""
    act(field.button._make_menu(), words)


def typed(desk: Desk, words: str) -> None:
    QTest.keyClicks(desk.focused(), words)
    QTest.keyClick(desk.focused(), Key.Key_Return)


def test_a_condition_awaits_a_group_until_a_deadline(desk: Desk) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[1]
    facts = row.terms.facts
    act(row.menu_now(), "Betingelse …")
    assert facts.fields["condition_due"].isVisible()
    assert not facts.fields["delegation_scope"].isVisible()
    QTest.keyClicks(desk.focused(), "Kredsen tiltræder")
    facts.fields["condition_due"].field.setFocus()
    typed(desk, "medio august")
    choose(facts.bodies["condition_body"], "SG Fjord")
    found = terms(desk)[1]
    assert (found.condition_text, found.condition_due) == ("Kredsen tiltræder", "medio august")
    assert found.condition_body == NamedBody(desk.stored().body_id, "SG Fjord")
    assert facts.bodies["condition_body"].button.accessibleName() == "Afventer: SG Fjord"
    desk.database.undo()
    assert terms(desk)[1].condition_body is None
    assert facts.bodies["condition_body"].button.text() == "Vælg gruppe"


def test_validity_is_written_as_people_write_dates(desk: Desk, qtbot: QtBot) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[0]
    fields = row.terms.facts.fields
    act(row.menu_now(), "Gyldighed …")
    assert desk.focused() is fields["valid_from"].field
    typed(desk, "1/7-2032")
    QTest.keyClick(desk.focused(), Key.Key_Tab)
    assert desk.focused() is fields["valid_to"].field
    qtbot.waitUntil(lambda: fields["valid_from"].field.text() == "1. juli 2032")
    typed(desk, "1/6-2032")
    assert row.terms.facts.refusal.text() == "Beslutningen ophører, før den begynder. Ret datoerne."
    assert terms(desk)[0].valid_to is None
    desk.focused().selectAll()
    typed(desk, "engang")
    assert row.terms.facts.refusal.isVisible()
    desk.focused().selectAll()
    typed(desk, "30. juni 2034")
    assert not row.terms.facts.refusal.isVisible()
    found = terms(desk)[0]
    assert (found.valid_from, found.valid_to) == (dt.date(2032, 7, 1), dt.date(2034, 6, 30))


def test_both_ends_can_be_moved_past_each_other(desk: Desk) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[0]
    fields = row.terms.facts.fields
    act(row.menu_now(), "Gyldighed …")
    for name, words in (
        ("valid_from", "1/7-2032"),
        ("valid_to", "1/8-2032"),
        ("valid_from", "1/7-2033"),
        ("valid_to", "1/8-2033"),
    ):
        fields[name].field.setFocus()
        QApplication.processEvents()
        fields[name].field.selectAll()
        typed(desk, words)
    found = terms(desk)[0]
    assert (found.valid_from, found.valid_to) == (dt.date(2033, 7, 1), dt.date(2033, 8, 1))
    assert not row.terms.facts.refusal.isVisible()


def test_a_matter_is_delegated_by_the_keyboard(desk: Desk) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[0]
    facts = row.terms.facts
    act(row.menu_now(), "Delegering …")
    assert desk.focused() is facts.bodies["delegated_to"].button
    choose(facts.bodies["delegated_to"], "SG Fjord")
    facts.bodies["delegated_to"].button.setFocus()
    QTest.keyClick(desk.focused(), Key.Key_Tab)
    typed(desk, "tilpasning af tidsplanen")
    QTest.keyClick(desk.focused(), Key.Key_Tab)
    typed(desk, "31. december 2032")
    found = terms(desk)[0]
    assert found.delegated_to is not None
    assert (found.delegated_to.name, found.delegation_scope, found.delegated_until) == (
        "SG Fjord", "tilpasning af tidsplanen", dt.date(2032, 12, 31),
    )  # fmt: skip
    choose(facts.bodies["delegated_to"], "Ingen gruppe")
    assert terms(desk)[0].delegated_to is None
    desk.database.undo()
    assert terms(desk)[0].delegated_to == found.delegated_to


def test_facts_that_are_left_empty_go_away(desk: Desk, qtbot: QtBot) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[0]
    act(row.menu_now(), "Delegering …")
    assert row.terms.facts.bodies["delegated_to"].isVisible()
    row.chooser.setFocus()
    qtbot.waitUntil(lambda: not row.terms.isVisible())
    assert terms(desk)[0] == DecisionTerms()


def test_a_standing_rule_is_anchored_in_a_group(desk: Desk) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[0]
    assert not row.terms.facts.bodies["anchored_in"].isVisible()
    act(row.menu_now(), "Fast regel")
    choose(row.terms.facts.bodies["anchored_in"], "SG Fjord")
    assert terms(desk)[0].anchored_in == NamedBody(desk.stored().body_id, "SG Fjord")
    act(row.menu_now(), "Fast regel")
    assert row.terms.facts.bodies["anchored_in"].isVisible()


def test_a_deadline_of_a_condition_that_names_no_time_is_kept_and_questioned(desk: Desk) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[1]
    facts = row.terms.facts
    act(row.menu_now(), "Betingelse …")
    facts.fields["condition_due"].field.setFocus()
    typed(desk, "udsender vejledningen")
    assert terms(desk)[1].condition_due == "udsender vejledningen"
    assert facts.refusal.text().startswith("Ordene er gemt, men de nævner ingen tid.")
    facts.fields["condition_due"].field.selectAll()
    facts.fields["condition_due"].field.setFocus()
    typed(desk, "løbende")
    assert facts.refusal.text() == ""


def test_an_end_that_is_refused_is_left_without_another_word(desk: Desk, qtbot: QtBot) -> None:
    write_now(desk)
    row = desk.editor.form.decision.rows[0]
    fields = row.terms.facts.fields
    act(row.menu_now(), "Gyldighed …")
    typed(desk, "1/7-2032")
    fields["valid_to"].field.setFocus()
    typed(desk, "1/6-2032")
    row.chooser.setFocus()
    qtbot.wait(20)
    assert row.terms.facts.refusal.text() == "Beslutningen ophører, før den begynder. Ret datoerne."
    assert fields["valid_from"].field.text() == "1. juli 2032"
