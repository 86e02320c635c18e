"""What has been begun in a new row is kept, however one leaves it."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.models.follow_up import ActorKind
from app.models.richtext import plain, text_of
from app.services.decisions import add_free_decision
from app.services.recommendations import add_recommendation_set
from app.storage.database import Database
from app.ui.pages.workbench.editor.follow_ups.line import FollowUpLine
from tests.ui.hands import refused
from tests.ui.workbench.editor.conftest import CTRL, Desk, Key
from tests.ui.workbench.editor.test_follow_ups import TASK, new_line, stored
from tests.ui.workbench.editor.test_sections import act

MISSING = "Opgaven mangler. Skriv, hvad der skal gøres."


@pytest.fixture(params=["another item", "hidden", "undo elsewhere", "news"])
def leave(request: pytest.FixtureRequest, desk: Desk) -> object:
    """A way to go on without having finished."""
    ways = {
        "another item": lambda: desk.editor.show_item(desk.scene.plain),
        "hidden": desk.window.hide,
        "undo elsewhere": lambda: (
            desk.context.history.going.emit(), desk.editor.show_item(desk.scene.plain)
        ),
        "news": lambda: (desk.editor.reload(None), desk.editor.show_item(desk.scene.plain)),
    }  # fmt: skip
    return ways[request.param]


def charge(line: FollowUpLine, who: str) -> None:
    """Choose who it is for, from the menu."""
    line.actor.setFocus()
    QTest.keyClick(line.actor, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    act(menu, who)
    menu.close()


# --- Follow-ups


def test_a_deadline_without_a_task_is_kept(desk: Desk, qtbot: QtBot, leave) -> None:  # type: ignore[no-untyped-def]
    line = new_line(desk, qtbot)
    line.due.setFocus()
    QTest.keyClicks(line.due, "medio august 2032")
    leave()
    assert stored(desk) == [("", "medio august 2032")]


def test_a_responsible_without_a_task_is_kept(desk: Desk, qtbot: QtBot, leave) -> None:  # type: ignore[no-untyped-def]
    charge(new_line(desk, qtbot), "Alle kommuner")
    leave()
    (found,) = desk.stored().follow_ups
    assert (found.action, found.actor_kind) == ("", ActorKind.ALL_MUNICIPALITIES)


def test_a_follow_up_without_a_task_says_so_when_one_comes_back(desk: Desk, qtbot: QtBot) -> None:
    line = new_line(desk, qtbot)
    line.due.setFocus()
    QTest.keyClicks(line.due, "løbende")
    assert not line.missing.isVisible()
    desk.editor.show_item(desk.scene.plain)
    desk.editor.show_item(desk.scene.full)
    (line,) = desk.editor.form.decision.follow_ups.lines
    assert (line.due.text(), line.action.text()) == ("løbende", "")
    assert (line.missing.isVisible(), line.missing.text()) == (True, MISSING)
    desk.settle(qtbot)
    desk.write(line.action, TASK)
    desk.editor.flush()
    assert stored(desk) == [(TASK, "løbende")]
    assert not line.missing.isVisible()


def test_leaving_a_begun_line_says_that_its_task_is_missing(desk: Desk, qtbot: QtBot) -> None:
    line = new_line(desk, qtbot)
    line.due.setFocus()
    QTest.keyClicks(line.due, "løbende")
    desk.section(0).editor.setFocus()
    desk.settle(qtbot)
    assert line.missing.isVisible()
    assert stored(desk) == [("", "løbende")]


def test_a_begun_line_is_taken_back_and_done_again(desk: Desk, qtbot: QtBot) -> None:
    line = new_line(desk, qtbot)
    line.due.setFocus()
    QTest.keyClicks(line.due, "løbende")
    desk.section(0).editor.setFocus()
    desk.settle(qtbot)
    desk.context.history.undo.trigger()
    assert stored(desk) == []
    assert desk.editor.form.decision.follow_ups.lines == []
    desk.context.history.redo.trigger()
    assert stored(desk) == [("", "løbende")]
    assert [line.due.text() for line in desk.editor.form.decision.follow_ups.lines] == ["løbende"]


def test_a_new_follow_up_that_could_not_be_saved_goes_where_it_was_written(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = new_line(desk, qtbot)
    line.due.setFocus()
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        QTest.keyClicks(line.due, "løbende")
        desk.write(line.action, TASK)
        desk.editor.show_item(desk.scene.plain)
        add = desk.editor.form.decision
        assert TASK in desk.editor.saver.unsaved_words
    desk.editor.flush()
    assert stored(desk) == [(TASK, "løbende")]
    assert desk.stored(desk.scene.plain).follow_ups == ()
    assert add.follow_ups.lines == []
    desk.editor.show_item(desk.scene.full)
    (line,) = add.follow_ups.lines
    assert (line.action.text(), line.due.text()) == (TASK, "løbende")


def test_words_that_could_not_be_saved_stand_in_their_new_line_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = new_line(desk, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        QTest.keyClicks(line.action, TASK)
        desk.editor.show_item(desk.scene.plain)
        desk.editor.show_item(desk.scene.full)
        (line,) = desk.editor.form.decision.follow_ups.lines
        assert line.action.text() == TASK
    desk.editor.flush()
    assert stored(desk) == [(TASK, "")]
    assert len(desk.editor.form.decision.follow_ups.lines) == 1


# --- Points


def test_a_first_point_is_kept(desk: Desk, leave) -> None:  # type: ignore[no-untyped-def]
    desk.editor.show_item(desk.scene.plain)
    desk.write(desk.block.rows[0], "drøfter prøveåret")
    desk.editor.show_item(desk.scene.full)
    leave()
    view = desk.stored(desk.scene.plain)
    assert [plain(point.text) for point in view.recommendations[0].points] == ["drøfter prøveåret"]


def test_a_point_that_could_not_be_saved_goes_where_it_was_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.points()
    desk.editor.show_item(desk.scene.plain)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        desk.write(desk.block.rows[0], "drøfter prøveåret")
        desk.editor.show_item(desk.scene.full)
        assert "drøfter prøveåret" in desk.editor.saver.unsaved_words
    desk.editor.flush()
    assert desk.points() == before
    view = desk.stored(desk.scene.plain)
    assert [plain(point.text) for point in view.recommendations[0].points] == ["drøfter prøveåret"]
    desk.editor.show_item(desk.scene.plain)
    desk.write(desk.block.rows[0], " grundigt")
    desk.editor.flush()
    assert desk.points() == ["drøfter prøveåret grundigt"]


def test_an_old_point_that_could_not_be_saved_harms_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = add_recommendation_set(desk.database, desk.scene.plain)
    before = desk.points()
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        desk.write(desk.block.rows[0], " igen")
        desk.editor.show_item(desk.scene.plain)
    desk.editor.flush()
    desk.editor.show_item(desk.scene.full)
    assert desk.points() == [before[0] + " igen", *before[1:]]
    sets = desk.stored(desk.scene.plain).recommendations
    assert other in [found.id for found in sets]
    assert not any(found.points for found in sets)


# --- Statements, sub-items, sections


def test_a_statement_is_kept_word_by_word(desk: Desk, qtbot: QtBot, leave) -> None:  # type: ignore[no-untyped-def]
    add_free_decision(desk.database, desk.scene.full, text_of("Prøven begynder."))
    desk.editor.reload(None)
    desk.editor.form.decision.statements.add()
    (line,) = desk.editor.form.decision.statements.lines
    QTest.keyClicks(line.name, "Ane Holm")
    leave()
    assert [one.name for one in desk.stored().statements] == ["Ane Holm"]


def test_the_words_of_a_statement_need_no_name(desk: Desk, leave) -> None:  # type: ignore[no-untyped-def]
    add_free_decision(desk.database, desk.scene.full, text_of("Prøven begynder."))
    desk.editor.reload(None)
    desk.editor.form.decision.statements.add()
    (line,) = desk.editor.form.decision.statements.lines
    desk.write(line.editor, "Vi bør vente.")
    leave()
    assert [plain(one.text) for one in desk.stored().statements] == ["Vi bør vente."]


@pytest.mark.parametrize("field", ["number", "title", "reporter"])
def test_each_field_of_a_new_sub_item_is_kept(desk: Desk, leave, field: str) -> None:  # type: ignore[no-untyped-def]
    desk.editor.form.menus.sub_item_asked.emit()
    (row,) = desk.editor.form.sub_items.rows
    getattr(row, field).setFocus()
    getattr(row, field).selectAll()
    QTest.keyClicks(getattr(row, field), "Nyt")
    leave()
    (found,) = desk.stored().sub_items
    assert getattr(found, field) == "Nyt"


def test_a_new_section_keeps_its_name_and_text(desk: Desk, leave) -> None:  # type: ignore[no-untyped-def]
    act(desk.editor.form.menus.add_menu(), "Baggrund")
    part = desk.editor.form.sections[-1]
    desk.write(part.editor, "Siden 2030.")
    part.label.rename_here()
    QTest.keyClicks(part.label._edit, "Forhistorie")
    leave()
    found = next(one for one in desk.stored().sections if one.label == "Forhistorie")
    assert plain(found.text) == "Siden 2030."


# --- Attachments


def write_title(desk: Desk, words: str) -> QLineEdit:
    """Write the title of the first attachment in place, and leave the field standing."""
    view = desk.editor.form.attachments.list
    view.setFocus()
    view.select(0)
    QTest.keyClick(view, Key.Key_F2)
    field = view.viewport().findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, words)
    return field


def test_a_title_being_written_is_kept(desk: Desk, qtbot: QtBot, leave) -> None:  # type: ignore[no-untyped-def]
    desk.settle(qtbot)
    write_title(desk, "Opgørelse")
    leave()
    assert desk.stored().attachments[0].title == "Opgørelse"


def test_a_title_being_written_outlives_news_of_its_row(desk: Desk, qtbot: QtBot) -> None:
    desk.settle(qtbot)
    field = write_title(desk, "Opgør")
    desk.editor.reload(None)
    QTest.keyClicks(field, "elsen")
    desk.editor.flush()
    assert desk.stored().attachments[0].title == "Opgørelsen"


def test_walking_on_by_keys_keeps_the_title(desk: Desk, qtbot: QtBot) -> None:
    desk.settle(qtbot)
    field = write_title(desk, "Opgørelse")
    QTest.keyClick(field, Key.Key_PageDown, CTRL)
    desk.editor.show_item(desk.scene.plain)
    assert desk.stored().attachments[0].title == "Opgørelse"


def test_a_title_that_could_not_be_saved_is_tried_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.settle(qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        QTest.keyClick(write_title(desk, "Opgørelse"), Key.Key_Return)
        qtbot.waitUntil(lambda: "Opgørelse" in desk.editor.saver.unsaved_words)
        assert desk.editor.form.attachments.model.rows[0].title == "Opgørelse"
    desk.editor.show_item(desk.scene.plain)
    assert desk.stored().attachments[0].title == "Opgørelse"


# --- What cannot be used


@pytest.mark.parametrize(("fact", "words"), [("minutes", "en hel del"), ("case_number", "ukendt")])
def test_what_was_refused_stands_there_again(
    desk: Desk, qtbot: QtBot, leave, fact: str, words: str
) -> None:  # type: ignore[no-untyped-def]
    before = desk.stored()
    field = getattr(desk.editor.head, fact).field
    desk.settle(qtbot)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    leave()
    desk.window.show()
    desk.editor.show_item(desk.scene.plain)
    assert field.text() != words
    assert field.accessibleDescription() == ""
    desk.editor.show_item(desk.scene.full)
    assert field.text() == words
    assert field.accessibleDescription()
    assert desk.stored() == before
    QTest.keyClick(field, Key.Key_Escape)
    desk.editor.show_item(desk.scene.plain)
    desk.editor.show_item(desk.scene.full)
    assert field.text() != words
