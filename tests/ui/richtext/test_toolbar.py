"""Toolbar, context menu and dialogs: they follow the cursor and speak Danish."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from app.models.richtext import Heading, Quote, Run
from app.ui.richtext import RichTextEdit, RichTextToolbar
from app.ui.richtext.insert_dialogs import LinkDialog, TableDialog, full_address
from tests.ui.richtext.shorthand import bullets, item, p, table, text


@pytest.fixture
def workbench(qtbot, _fonts) -> QWidget:
    """A toolbar, two editors and a line."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for part in (RichTextToolbar(), RichTextEdit(name="a"), RichTextEdit(name="b"), QLineEdit()):
        layout.addWidget(part)
    window.resize(760, 500)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def toolbar(workbench) -> RichTextToolbar:
    return workbench.findChild(RichTextToolbar)


@pytest.fixture
def first(workbench) -> RichTextEdit:
    found = workbench.findChildren(RichTextEdit)[0]
    found.setFocus()
    return found


@pytest.fixture
def click(qtbot, toolbar) -> Callable[[str], None]:
    return lambda key: qtbot.mouseClick(toolbar.buttons[key], Qt.MouseButton.LeftButton)


def test_without_an_editor_nothing_can_be_pressed(workbench, toolbar) -> None:
    workbench.findChild(QLineEdit).setFocus()
    assert not any(button.isEnabled() for button in toolbar.buttons.values())
    assert not toolbar.style_chooser.isEnabled()


def test_it_acts_on_the_editor_with_the_focus(workbench, toolbar, click) -> None:
    one, other = workbench.findChildren(RichTextEdit)
    for editor in (one, other):
        editor.set_text(text("ord"))
        editor.setFocus()
        assert toolbar.editor is editor
    click("bullets")
    assert (one.text(), other.text()) == (text("ord"), text(bullets("ord")))
    assert other.hasFocus()


def test_it_lets_go_when_another_field_gets_the_focus(workbench, toolbar, first) -> None:
    assert toolbar.editor is first
    workbench.findChild(QLineEdit).setFocus()
    assert toolbar.editor is None


def test_it_keeps_the_editor_while_a_button_has_the_focus(toolbar, first) -> None:
    toolbar.buttons["bold"].setFocus()
    assert toolbar.editor is first


def test_it_lets_go_of_an_editor_that_is_gone(qtbot, toolbar, first) -> None:
    first.deleteLater()
    qtbot.waitUntil(lambda: toolbar.editor is None, timeout=1000)
    assert not toolbar.buttons["bold"].isEnabled()


def test_buttons_show_what_stands_at_the_cursor(qtbot, toolbar, first) -> None:
    first.set_text(text(bullets(item(p(Run("fed", bold=True), " ikke")), "to")))
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert toolbar.buttons["bold"].isChecked()
    assert toolbar.buttons["bullets"].isChecked()
    assert not toolbar.buttons["indent"].isEnabled()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert not toolbar.buttons["bold"].isChecked()
    assert toolbar.buttons["indent"].isEnabled()


def test_undo_and_redo_follow_the_text(qtbot, toolbar, first, click) -> None:
    assert not toolbar.buttons["undo"].isEnabled()
    qtbot.keyClicks(first, "ord")
    click("undo")
    assert first.text() == text()
    assert not toolbar.buttons["undo"].isEnabled()
    click("redo")
    assert first.text() == text("ord")


def test_a_confidential_passage(qtbot, first, click) -> None:
    first.set_text(text("ord"))
    first.selectAll()
    click("confidential")
    assert first.text() == text(p(Run("ord", confidential=True)))
    click("confidential")
    assert first.text() == text("ord")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Overskrift", Heading((Run("ord"),), 1)),
        ("Underoverskrift", Heading((Run("ord"),), 2)),
        ("Citat", Quote((p("ord"),))),
        ("Brødtekst", p("ord")),
    ],
)
def test_the_style_chooser(toolbar, first, name: str, made) -> None:
    first.set_text(text("ord"))
    entry(toolbar.style_chooser.menu_of_styles(), name).trigger()
    assert first.text() == text(made)
    assert toolbar.style_chooser.text() == name


def test_cells_have_no_paragraph_styles(toolbar, first) -> None:
    first.set_text(text(table(("a", "b"))))
    first.setTextCursor(first.document().find("b"))
    assert not toolbar.style_chooser.isEnabled()
    assert not toolbar.buttons["table"].isEnabled()


def test_every_button_has_a_danish_name_and_tip(toolbar) -> None:
    tips = {key: button.toolTip() for key, button in toolbar.buttons.items()}
    assert tips["bold"] == "Fed (Ctrl+B)"
    assert tips["bullets"] == "Punktliste (Ctrl+Skift+8)"
    assert tips["table"] == "Indsæt tabel …"
    assert all(button.accessibleName() for button in toolbar.buttons.values())


# --- Context menu


def entry(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.text().split("\t")[0] == name)


def test_the_context_menu_is_danish(first) -> None:
    first.set_text(text(table(("a", "b"))))
    first.setTextCursor(first.document().find("b"))
    names = [a.text().split("\t")[0] for a in first.commands.menu().actions() if a.text()]
    assert names == [
        "Fortryd i teksten",
        "Gentag i teksten",
        "Klip",
        "Kopiér",
        "Indsæt",
        "Indsæt som ren tekst",
        "Markér alt",
        "Indsæt tabel …",
        "Billede …",
        "Link …",
        "Fodnote …",
        "Fortrolig passage",
        "Tabeltekst",
        "Tabel",
    ]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Tilføj række over", text(table(("", ""), ("a", "b"), ("c", "d")))),
        ("Tilføj række under", text(table(("a", "b"), ("", ""), ("c", "d")))),
        ("Tilføj kolonne til venstre", text(table(("", "a", "b"), ("", "c", "d")))),
        ("Tilføj kolonne til højre", text(table(("a", "", "b"), ("c", "", "d")))),
        ("Slet række", text(table(("c", "d")))),
        ("Slet kolonne", text(table(("b",), ("d",)))),
        ("Slet tabel", text()),
    ],
)
def test_table_actions_are_one_undo_step(first, name: str, made) -> None:
    before = text(table(("a", "b"), ("c", "d")))
    first.set_text(before)
    cursor = first.document().find("a")
    cursor.setPosition(cursor.selectionStart())
    first.setTextCursor(cursor)
    entry(entry(first.commands.menu(), "Tabel").menu(), name).trigger()
    assert first.text() == made
    first.undo()
    assert first.text() == before


def test_a_read_only_text_can_be_copied_only(qtbot, first) -> None:
    first.set_text(text("ord"))
    first.setReadOnly(True)
    first.selectAll()
    menu = first.commands.menu()
    usable = [a.text().split("\t")[0] for a in menu.actions() if a.text() and a.isEnabled()]
    assert usable == ["Kopiér", "Markér alt"]
    qtbot.keyClick(first, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert first.text() == text("ord")


# --- Dialogs


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        (" a.example/side ", "https://a.example/side"),
        ("sek@region.example", "mailto:sek@region.example"),
        ("mailto:sek@region.example", "mailto:sek@region.example"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("ord", None),
        ("", None),
    ],
)
def test_addresses(typed: str, address: str | None) -> None:
    assert full_address(typed) == address


def open_dialog(editor: RichTextEdit, kind: type):
    return editor.findChild(kind)


def test_a_link_is_made_of_the_selected_words(qtbot, first) -> None:
    first.set_text(text("se siden her"))
    first.setTextCursor(first.document().find("siden"))
    first.commands.run("link")
    dialog = open_dialog(first, LinkDialog)
    assert dialog.words.text() == "siden"
    dialog.address.setText("ikke en adresse")
    dialog.accept()
    assert dialog.isVisible()
    dialog.address.setText("a.example")
    dialog.accept()
    assert first.text() == text(p("se ", Run("siden", link="https://a.example"), " her"))


def test_a_link_is_changed_and_removed_as_a_whole(qtbot, first) -> None:
    first.set_text(text(p("se ", Run("siden", link="https://a.example"), " her")))
    cursor = first.document().find("de")
    cursor.setPosition(cursor.selectionEnd())
    first.setTextCursor(cursor)
    first.commands.run("link")
    dialog = open_dialog(first, LinkDialog)
    assert (dialog.words.text(), dialog.address.text()) == ("siden", "https://a.example")
    dialog._remove()
    assert first.text() == text("se siden her")
    first.undo()
    assert first.text() == text(p("se ", Run("siden", link="https://a.example"), " her"))


def test_a_link_of_several_looks_is_one_link(qtbot, first) -> None:
    old, new = "https://a.example", "https://b.example"
    looks = [{}, {"bold": True}, {"italic": True}]
    first.set_text(text(p("se ", *[Run("si", link=old, **look) for look in looks], " her")))
    cursor = first.document().find("sisisi")
    cursor.setPosition(cursor.selectionStart() + 3)
    first.setTextCursor(cursor)
    first.commands.run("link")
    dialog = open_dialog(first, LinkDialog)
    assert dialog.words.text() == "sisisi"
    dialog.address.setText(new)
    dialog.accept()
    assert first.text() == text(p("se ", *[Run("si", link=new, **look) for look in looks], " her"))


def test_a_table_of_the_asked_size(first) -> None:
    first.set_text(text("ord"))
    first.commands.run("table")
    dialog = open_dialog(first, TableDialog)
    dialog.rows.setCurrentText("2")
    dialog.columns.setCurrentText("4")
    dialog.accept()
    assert first.text() == text("ord", table(("",) * 4, ("",) * 4))
