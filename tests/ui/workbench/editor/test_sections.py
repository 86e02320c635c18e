"""Sections and tabs: writing, stepping, adding, renaming, moving, deleting."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.models.agenda_words import SectionKind
from app.models.richtext import Image, RichText
from app.services.sections import edit_section_text
from app.ui.richtext.document.char_format import IMAGE_PREFIX
from tests.ui.workbench.editor.conftest import ALT, Desk, Key
from tests.ui.workbench.editor.scene import decide


def labels(desk: Desk) -> list[str]:
    return [section.label for section in desk.stored().sections]


def act(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_text_is_saved_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    desk.write(desk.section(2).editor, " Uden ekstra midler.")
    qtbot.waitUntil(lambda: desk.section_words(2).endswith("Uden ekstra midler."), timeout=3000)


def test_text_is_saved_when_the_field_is_left(desk: Desk) -> None:
    desk.write(desk.section(2).editor, " Ja tak.")
    desk.section(0).editor.setFocus()
    assert desk.section_words(2).endswith("Ja tak.")


def test_tabs_tell_what_is_filled(desk: Desk) -> None:
    desk.editor.show_item(desk.scene.plain)
    assert [tab.is_filled for tab in desk.editor.tabs.tabs] == [False] * 6
    desk.write(desk.section(0).editor, "Kort fortalt.")
    desk.editor.flush()
    assert [tab.is_filled for tab in desk.editor.tabs.tabs] == [True] + [False] * 5
    desk.editor.show_item(desk.scene.full)
    assert [tab.count for tab in desk.editor.tabs.tabs] == [None] * 4 + [3, None]


def test_the_tab_of_the_cursor_is_the_current_one(desk: Desk) -> None:
    places: list[object] = []
    desk.editor.place_changed.connect(places.append)
    desk.section(1).editor.setFocus()
    assert desk.editor.tabs.current == desk.section(1).place == places[-1]
    desk.editor.form.attachments.list.setFocus()
    assert desk.editor.tabs.current == "attachments" == places[-1]


def test_a_click_on_a_tab_goes_to_its_part(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(700, 500)
    button = desk.editor.tabs.button("decision")
    assert button is not None
    button.click()
    assert desk.editor.form.verticalScrollBar().value() > 100
    assert desk.editor.tabs.current == "decision"


def test_alt_page_keys_step_through_the_parts(desk: Desk) -> None:
    desk.section(0).editor.setFocus()
    seen = []
    for _step in range(5):
        QTest.keyClick(desk.focused(), Key.Key_PageDown, ALT)
        seen.append(desk.editor.tabs.current)
    assert seen == [tab.place for tab in desk.editor.tabs.tabs][1:]
    QTest.keyClick(desk.focused(), Key.Key_PageUp, ALT)
    assert desk.editor.tabs.current == "attachments"


def test_arrows_move_between_tabs_and_enter_goes_there(desk: Desk) -> None:
    first = desk.editor.tabs.button(desk.section(0).place)
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Key.Key_Right)
    QTest.keyClick(desk.focused(), Key.Key_Return)
    assert desk.focused() is desk.section(1).editor


def whole(desk: Desk) -> list[str]:
    """Labels of the tabs that are drawn, all of each."""
    tabs = desk.editor.tabs
    buttons = [tabs.button(tab.place) for tab in tabs.tabs]
    strip = tabs._strip
    inside = [
        b for b in buttons if strip.rect().contains(b.geometry().translated(strip.inner.pos()))
    ]
    assert inside == [button for button in buttons if button.is_whole]
    return [button.tab.label for button in inside]


def test_the_six_tabs_of_a_decided_item_fit_beside_the_preview(desk: Desk) -> None:
    decide(desk.database, desk.scene.full)
    desk.window.resize(618, 900)
    QTest.qWait(1)
    assert len(whole(desk)) == 6
    assert not desk.editor.tabs.forward.isVisible()


def test_where_tabs_do_not_fit_arrows_bring_them(desk: Desk) -> None:
    desk.window.resize(460, 900)
    QTest.qWait(1)
    tabs = desk.editor.tabs
    assert (tabs.back.isEnabled(), tabs.forward.isEnabled()) == (False, True)
    assert whole(desk)[0] == "Resumé"
    while tabs.forward.isEnabled():
        QTest.mouseClick(tabs.forward, Qt.MouseButton.LeftButton)
    assert whole(desk)[-1] == "Beslutning"
    while tabs.back.isEnabled():
        QTest.mouseClick(tabs.back, Qt.MouseButton.LeftButton)
    assert whole(desk)[0] == "Resumé"
    desk.window.resize(900, 900)
    QTest.qWait(1)
    assert len(whole(desk)) == 6
    assert not tabs.back.isVisible()


def test_the_tab_of_the_cursor_stays_in_sight_when_the_room_shrinks(
    desk: Desk, qtbot: QtBot
) -> None:
    for words in ("Baggrund", "Drøftelse"):
        act(desk.editor.form.menus.add_menu(), words)
    desk.editor.focus_place("decision")
    tab = desk.editor.tabs.button("decision")
    desk.window.resize(1000, 900)
    qtbot.waitUntil(lambda: tab.is_whole)
    desk.window.resize(480, 900)
    qtbot.waitUntil(lambda: desk.editor.tabs.back.isVisible())
    qtbot.waitUntil(lambda: tab.is_whole)


def test_a_section_is_added_at_the_end_and_written_in(desk: Desk) -> None:
    act(desk.editor.form.menus.add_menu(), "Tidsplan")
    assert labels(desk)[-1] == "Tidsplan"
    assert desk.focused() is desk.section(4).editor
    QTest.keyClicks(desk.focused(), "Prøven begynder til efteråret.")
    desk.editor.flush()
    assert desk.section_words(4) == "Prøven begynder til efteråret."
    desk.database.undo()
    desk.database.undo()
    assert "Tidsplan" not in labels(desk)
    assert len(desk.editor.form.sections) == 4


def test_a_section_is_renamed_moved_and_deleted(desk: Desk) -> None:
    summary = desk.section(0)
    summary.label.rename_here()
    edit = summary.label._edit
    assert desk.focused() is edit
    edit.selectAll()
    QTest.keyClicks(edit, "Kort fortalt")
    QTest.keyClick(edit, Key.Key_Return)
    assert labels(desk)[0] == "Kort fortalt"
    place = desk.section(0).section
    assert place is not None
    act(desk.editor.form.menus.section_menu(place.id), "Flyt ned")
    assert labels(desk)[:2] == ["Sagsfremstilling", "Kort fortalt"]
    act(desk.editor.form.menus.section_menu(place.id), "Slet afsnit")
    assert labels(desk) == ["Sagsfremstilling", "Økonomi", "Indstilling"]
    assert [part.label.text for part in desk.editor.form.sections] == labels(desk)
    for _step in range(3):
        desk.database.undo()
    assert labels(desk) == ["Resumé", "Sagsfremstilling", "Økonomi", "Indstilling"]
    assert [part.label.text for part in desk.editor.form.sections] == labels(desk)


def test_a_recommendation_is_added_with_its_section_in_one_step(desk: Desk) -> None:
    act(desk.editor.form.menus.add_menu(), "Indstilling")
    view = desk.stored()
    assert [found.section_id for found in view.recommendations][-1] == view.sections[-1].id
    assert view.recommendations[-1].lead == "Det indstilles, at Styregruppen for Fjordområdet"
    desk.database.undo()
    assert (len(desk.stored().sections), len(desk.stored().recommendations)) == (4, 1)
    assert len(desk.editor.form.sections) == 4


def test_the_receipt_takes_back_the_deletion_and_not_what_was_typed(desk: Desk) -> None:
    place = desk.stored().sections[0].id
    desk.write(desk.section(2).editor, " Tastet")
    act(desk.editor.form.menus.section_menu(place), "Slet afsnit")
    assert desk.context.messages.text == "Afsnittet er slettet."
    desk.context.messages._act()
    assert labels(desk)[0] == "Resumé"
    assert desk.section(2).editor.toPlainText().endswith("Tastet")


def test_escape_leaves_the_label_as_it_was(desk: Desk) -> None:
    label = desk.section(0).label
    label.rename_here()
    QTest.keyClicks(label._edit, "Andet")
    QTest.keyClick(label._edit, Key.Key_Escape)
    assert labels(desk)[0] == "Resumé" == label.text


def test_minutes_go_into_the_decision_box_not_among_the_sections(desk: Desk) -> None:
    act(desk.editor.form.menus.add_menu(), "Referat")
    assert desk.stored().sections[-1].kind is SectionKind.MINUTES
    assert [part.label.text for part in desk.editor.form.sections][-1] == "Indstilling"
    assert [part.label.text for part in desk.editor.form.decision.sections] == ["Referat"]


def test_the_keyboard_goes_through_everything_in_reading_order(desk: Desk, qtbot: QtBot) -> None:
    desk.editor.head.title.setFocus()
    way = [desk.focused()]
    for _step in range(60):
        QTest.keyClick(desk.window, Key.Key_Tab)
        if desk.focused() in way:
            break
        way.append(desk.focused())
    names = [widget.accessibleName() for widget in way if widget is not None]
    assert all(names), [w for w in way if w is not None and not w.accessibleName()]
    wanted = ["Punktets titel", "Sag", "Tid", "Oplæg", "Resumé", "Sagsfremstilling", "Bilag"]
    assert [names.index(name) for name in wanted] == sorted(names.index(name) for name in wanted)
    tops = [
        widget.mapTo(desk.editor, QPoint(0, 0)).y()
        for widget in way
        if widget is not None and desk.editor.form.isAncestorOf(widget)
    ]
    assert tops == sorted(tops)


def test_a_picture_of_the_store_is_shown(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "kort.png"
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0)
    picture.save(str(file))
    stored = desk.database.attachments.add(file)
    text = RichText((Image(stored.sha256, "Kort over fjorden"),))
    edit_section_text(desk.database, desk.stored().sections[0].id, text)
    editor = desk.section(0).editor
    name = QUrl(f"{IMAGE_PREFIX}{stored.sha256}")
    shown = editor.document().resource(QTextDocument.ResourceType.ImageResource.value, name)
    assert shown.size() == picture.size()
    assert editor.text() == text
