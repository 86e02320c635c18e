"""Recommendations: points by the keyboard, leads, further sets."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.models.agenda import RecommendationPoint
from app.models.decision import Outcome
from app.models.richtext import plain, text_of
from app.services.decisions import set_outcome
from app.services.recommendations import (
    add_point,
    add_recommendation_set,
    edit_recommendation_set,
)
from app.services.sections import edit_section_text
from app.storage.actions import Action
from app.storage.database import Database
from tests.ui.hands import refused
from tests.ui.workbench.editor.conftest import ALT, SHIFT, Desk, Key
from tests.ui.workbench.editor.test_sections import act

FIRST = "drøfter opgørelsen af pladser og ventetid"


def test_enter_makes_the_next_point(desk: Desk) -> None:
    desk.write(desk.block.rows[2], "")
    QTest.keyClick(desk.block.rows[2], Key.Key_Return)
    assert desk.focused() is desk.block.rows[3]
    QTest.keyClicks(desk.focused(), "beder om en status til foråret")
    desk.editor.flush()
    assert desk.points()[3] == "beder om en status til foråret"
    assert [row._mark.text() for row in desk.block.rows] == ["1.", "2.", "3.", "4."]


def test_enter_inside_a_point_splits_it(desk: Desk) -> None:
    row = desk.block.rows[0]
    row.setFocus()
    cursor = row.textCursor()
    cursor.setPosition(len("drøfter "))
    row.setTextCursor(cursor)
    QTest.keyClick(row, Key.Key_Return)
    assert desk.points()[:2] == ["drøfter", "opgørelsen af pladser og ventetid"]
    assert desk.focused() is desk.block.rows[1]


def test_backspace_deletes_an_empty_point_and_goes_back(desk: Desk) -> None:
    desk.write(desk.block.rows[0], "")
    QTest.keyClick(desk.block.rows[0], Key.Key_Return)
    assert len(desk.points()) == 4
    QTest.keyClick(desk.focused(), Key.Key_Backspace)
    assert len(desk.points()) == 3
    assert desk.focused() is desk.block.rows[0]
    assert desk.points()[0] == FIRST


def test_enter_in_an_empty_last_point_leaves_the_list(desk: Desk) -> None:
    desk.write(desk.block.rows[2], "")
    QTest.keyClick(desk.block.rows[2], Key.Key_Return)
    QTest.keyClick(desk.focused(), Key.Key_Return)
    assert len(desk.points()) == 3
    assert desk.focused() is desk.editor.form.attachments.list


def test_alt_shift_arrows_move_a_point(desk: Desk) -> None:
    row = desk.block.rows[0]
    row.setFocus()
    QTest.keyClick(row, Key.Key_Down, ALT | SHIFT)
    assert desk.points()[1] == FIRST
    assert desk.focused() is desk.block.rows[1]
    QTest.keyClick(desk.focused(), Key.Key_Up, ALT | SHIFT)
    assert desk.points()[0] == FIRST


def test_the_first_point_of_an_empty_recommendation(desk: Desk) -> None:
    desk.editor.show_item(desk.scene.plain)
    (row,) = desk.block.rows
    assert row.placeholderText() == "Skriv, hvad der indstilles"
    desk.write(row, "godkender prøveåret")
    desk.editor.flush()
    assert desk.points() == ["godkender prøveåret"]
    QTest.keyClicks(row, ", og")
    desk.editor.flush()
    assert desk.points() == ["godkender prøveåret, og"]
    assert desk.editor.form.tabs[3].is_filled


def test_the_lead_is_a_line_of_its_own(desk: Desk) -> None:
    desk.write(desk.block.lead, ",")
    QTest.keyClick(desk.block.lead, Key.Key_Return)
    assert desk.stored().recommendations[0].lead.endswith("Fjordområdet,")
    assert desk.focused() is desk.block.rows[0]


def test_tab_passes_over_a_fixed_lead(desk: Desk) -> None:
    economy = desk.section(2).editor
    economy.setFocus()
    QTest.keyClick(economy, Key.Key_Escape)
    QTest.keyClick(economy, Key.Key_Tab)
    assert desk.focused() is desk.block.rows[0]
    home = desk.stored().recommendations[0].id
    edit_recommendation_set(desk.database, home, lead_in_verbatim="")
    economy.setFocus()
    QTest.keyClick(economy, Key.Key_Escape)
    QTest.keyClick(economy, Key.Key_Tab)
    assert desk.focused() is desk.block.lead


def test_another_group_recommends_too(desk: Desk) -> None:
    home = desk.stored().sections[3].id
    menu = desk.editor.form.menus.section_menu(home)
    act(menu, "Tilføj indstilling fra anden gruppe")
    blocks = desk.section(3).blocks
    assert len(blocks) == 2
    assert blocks[1].origin.isVisible()
    assert not blocks[0].origin.isVisible()
    desk.write(blocks[1].origin, "Økonomikredsen")
    desk.write(blocks[1].rows[0], "tager til efterretning")
    desk.editor.flush()
    further = desk.stored().recommendations[1]
    assert further.from_text == "Økonomikredsen"
    assert [plain(point.text) for point in further.points] == ["tager til efterretning"]
    act(desk.editor.form.menus.section_menu(home), "Slet indstillingen fra Økonomikredsen")
    assert len(desk.stored().recommendations) == 1


def test_the_sections_own_text_stands_above_the_points(desk: Desk) -> None:
    part = desk.section(3)
    assert part.editor.isHidden()
    home = desk.stored().sections[3].id
    edit_section_text(desk.database, home, text_of("Forudsat at midlerne findes:"))
    assert part.editor.isVisible()
    assert part.editor.toPlainText() == "Forudsat at midlerne findes:"
    assert part.editor.y() < part.blocks[0].y()


def test_recommendations_without_a_section_are_shown(desk: Desk) -> None:
    home = desk.stored().sections[3].id
    act(desk.editor.form.menus.section_menu(home), "Slet afsnit")
    last = desk.editor.form.sections[-1]
    assert last.section is None
    assert last.blocks[0].rows[0].toPlainText() == FIRST


def test_arrows_go_from_point_to_point(desk: Desk) -> None:
    first, second, _third = desk.block.rows
    second.setFocus()
    QTest.keyClick(second, Key.Key_Up)
    assert desk.focused() is first
    QTest.keyClick(first, Key.Key_Up)
    assert desk.focused() is desk.block.lead


def test_points_are_numbered_on_and_the_decision_follows(desk: Desk) -> None:
    view = desk.stored()
    home = view.recommendations[0].section_id
    further = add_recommendation_set(desk.database, desk.scene.full, section_id=home)
    first, second = (b for part in desk.editor.form.sections for b in part.blocks)
    assert second.set_id == further
    assert [row._mark.text() for row in (*first.rows, *second.rows)] == ["1.", "2.", "3.", "4."]
    desk.write(second.rows[0], "tager det til efterretning")
    desk.editor.flush()
    third = view.recommendations[0].points[2].id
    set_outcome(desk.database, desk.scene.full, Outcome.NOTED, point_id=third)
    desk.editor.reload(None)
    rows = desk.editor.form.decision.rows
    assert [row.number.text() for row in rows] == ["1.", "2.", "3.", "4."]
    assert rows[3].chooser.accessibleName() == "Udfald for led 4"
    assert second.rows[0].accessibleName() == "Led 4"


def test_a_decision_names_the_group_where_the_number_does_not_tell(desk: Desk) -> None:
    further = add_recommendation_set(desk.database, desk.scene.full)
    edit_recommendation_set(desk.database, further, from_text="Økonomikredsen")
    add_point(desk.database, further, text_of("tager det til efterretning"))
    with desk.database.write(Action.IMPORT_MEETING) as session:
        for point in session.query(RecommendationPoint):
            point.number_text = f"{point.position + 1}."
    set_outcome(desk.database, desk.scene.full, Outcome.NOTED)
    desk.editor.reload(None)
    rows = desk.editor.form.decision.rows[:4]
    assert [row.number.text() for row in rows] == ["1.", "2.", "3.", ""]
    assert [row.name.text() for row in rows] == ["", "", "", "Økonomikredsen 1."]
    assert [row.name.isVisible() for row in rows] == [False, False, False, True]
    assert rows[3].chooser.accessibleName() == "Udfald for led Økonomikredsen 1"


def cut(desk: Desk, head: str) -> None:
    """Press Enter behind these words of the first point."""
    row = desk.block.rows[0]
    row.setFocus()
    cursor = row.textCursor()
    cursor.setPosition(len(head))
    row.setTextCursor(cursor)
    QTest.keyClick(row, Key.Key_Return)


def test_a_split_is_taken_back_in_one_step(desk: Desk) -> None:
    before = desk.points()
    cut(desk, "drøfter ")
    assert len(desk.points()) == 4
    desk.database.undo()
    assert desk.points() == before
    assert [row.toPlainText() for row in desk.block.rows] == before


def test_what_was_typed_before_a_split_is_a_step_of_its_own(desk: Desk) -> None:
    row = desk.block.rows[0]
    desk.write(row, " nu")
    QTest.keyClick(row, Key.Key_Return)
    assert desk.points()[:2] == [f"{FIRST} nu", ""]
    desk.database.undo()
    assert (desk.points()[0], len(desk.points())) == (f"{FIRST} nu", 3)


def test_a_split_that_cannot_be_stored_loses_no_word(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.points()
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        cut(desk, "drøfter ")
        assert [row.toPlainText() for row in desk.block.rows] == before
    desk.editor.flush()
    assert desk.points() == before
    cut(desk, "drøfter ")
    assert desk.points()[:2] == ["drøfter", "opgørelsen af pladser og ventetid"]


def test_marked_words_are_left_out_of_both_halves(desk: Desk) -> None:
    row = desk.block.rows[0]
    row.setFocus()
    cursor = row.textCursor()
    cursor.setPosition(len("drøfter "))
    cursor.setPosition(len("drøfter opgørelsen"), cursor.MoveMode.KeepAnchor)
    row.setTextCursor(cursor)
    QTest.keyClick(row, Key.Key_Return)
    assert desk.points()[:2] == ["drøfter", "af pladser og ventetid"]
    assert [row.toPlainText() for row in desk.block.rows] == desk.points()
