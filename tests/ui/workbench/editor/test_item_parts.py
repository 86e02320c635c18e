"""Sub-items and statements: shown where there are some, written by keys, moved, deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.agenda_words import ItemKind
from app.models.richtext import plain, text_of
from app.services.items import edit_item
from app.services.statements import add_statement
from app.services.sub_items import add_sub_item
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.test_sections import act


def sub_items(desk: Desk) -> list[tuple[str, str, str, str]]:
    view = desk.stored(desk.editor.item_id)
    return [(one.number, one.title, one.reporter, plain(one.text)) for one in view.sub_items]


def test_sub_items_are_there_for_information_and_where_there_are_some(desk: Desk) -> None:
    part = desk.editor.form.sub_items
    assert not part.isVisible()
    edit_item(desk.database, desk.scene.full, kind=ItemKind.INFORMATION)
    assert part.isVisible()
    assert part.place in [tab.place for tab in desk.editor.tabs.tabs]
    desk.database.undo()
    assert not part.isVisible()
    add_sub_item(desk.database, desk.scene.full, "Ny vagtordning")
    assert part.isVisible()
    assert part.rows[0].title.text() == "Ny vagtordning"


def test_a_sub_item_is_written_by_keys(desk: Desk) -> None:
    desk.editor.show_item(desk.scene.plain)
    edit_item(desk.database, desk.scene.plain, kind=ItemKind.INFORMATION)
    part = desk.editor.form.sub_items
    desk.editor.form.go_to(part.place)
    assert desk.focused() is part.add_link
    QTest.keyClick(desk.focused(), Key.Key_Return)
    assert desk.focused() is part.rows[0].title
    for words in ("Ny vagtordning", "Ane Holm"):
        QTest.keyClicks(desk.focused(), words)
        QTest.keyClick(desk.focused(), Key.Key_Return)
    QTest.keyClicks(desk.focused(), "Begynder 1. maj.")
    desk.editor.flush()
    assert sub_items(desk) == [("a.", "Ny vagtordning", "Ane Holm", "Begynder 1. maj.")]
    part.add()
    QTest.keyClicks(desk.focused(), "Tal for køen")
    desk.editor.flush()
    assert [one[:2] for one in sub_items(desk)] == [
        ("a.", "Ny vagtordning"),
        ("b.", "Tal for køen"),
    ]


def test_sub_items_are_moved_and_deleted_by_their_menu(desk: Desk) -> None:
    for title in ("Vagt", "Tal"):
        add_sub_item(desk.database, desk.scene.full, title)
    part = desk.editor.form.sub_items
    act(part.rows[0].menu.menu_now(), "Flyt ned")
    assert [row.title.text() for row in part.rows] == ["Tal", "Vagt"]
    assert [one[:2] for one in sub_items(desk)] == [("a.", "Tal"), ("b.", "Vagt")]
    act(part.rows[0].menu.menu_now(), "Slet underpunkt")
    assert [row.title.text() for row in part.rows] == ["Vagt"]
    assert desk.context.messages.text == "Underpunktet er slettet."
    desk.context.messages._act()
    assert [row.title.text() for row in part.rows] == ["Tal", "Vagt"]


def test_a_statement_comes_by_the_menu_and_opens_the_box(desk: Desk) -> None:
    part = desk.editor.form.decision
    assert not part.box.isVisible()
    act(desk.editor.form.menus.add_menu(), "Udtalelse")
    assert part.box.isVisible()
    assert desk.focused() is part.statements.lines[0].name
    QTest.keyClicks(desk.focused(), "Ane Holm")
    QTest.keyClick(desk.focused(), Key.Key_Return)
    QTest.keyClicks(desk.focused(), "Køen er for lang.")
    desk.editor.flush()
    found = desk.stored().statements
    assert [(one.name, plain(one.text)) for one in found] == [("Ane Holm", "Køen er for lang.")]
    QTest.mouseClick(part.add_statement, Qt.MouseButton.LeftButton)
    assert desk.focused() is part.statements.lines[1].name
    act(part.statements.lines[0].menu.menu_now(), "Slet udtalelse")
    assert len(part.statements.lines) == 1
    desk.database.undo()
    assert part.statements.lines[0].editor.toPlainText() == "Køen er for lang."


def test_another_item_shows_its_own(desk: Desk) -> None:
    add_sub_item(desk.database, desk.scene.full, "Vagt", text=text_of("Fra maj."))
    add_statement(desk.database, desk.scene.full, "Ane Holm", text_of("Enig."))
    form = desk.editor.form
    desk.write(form.sub_items.rows[0].editor, " Eller juni.")
    desk.editor.show_item(desk.scene.plain)
    assert not form.sub_items.isVisible()
    assert not form.decision.statements.isVisible()
    assert plain(desk.stored(desk.scene.full).sub_items[0].text) == "Fra maj. Eller juni."
    desk.editor.show_item(desk.scene.full)
    assert form.sub_items.rows[0].editor.toPlainText() == "Fra maj. Eller juni."
    assert form.decision.statements.lines[0].name.text() == "Ane Holm"
