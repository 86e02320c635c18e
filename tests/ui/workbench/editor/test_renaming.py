"""The label of a section is written in place and kept, wherever one goes from there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.services.sections import delete_section, rename_section
from app.storage.database import Database
from tests.ui.hands import refused
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.test_sections import act, labels


def begin(desk: Desk, words: str) -> None:
    """Write over the label of the first section, and leave the field standing."""
    label = desk.section(0).label
    label.rename_here()
    label._edit.selectAll()
    QTest.keyClicks(label._edit, words)


def other_labels(desk: Desk) -> list[str]:
    return [section.label for section in desk.stored(desk.scene.plain).sections]


def test_a_name_being_written_stays_with_its_item(desk: Desk) -> None:
    others = other_labels(desk)
    begin(desk, "Kort fortalt")
    desk.editor.show_item(desk.scene.plain)
    assert labels(desk)[0] == "Kort fortalt"
    label = desk.section(0).label
    assert (label.text, label._edit.isVisible()) == (others[0], False)
    QTest.keyClick(label._edit, Key.Key_Return)
    assert other_labels(desk) == others


def test_a_name_being_written_is_saved_with_the_rest(desk: Desk) -> None:
    begin(desk, "Kort fortalt")
    desk.editor.flush()
    assert labels(desk)[0] == "Kort fortalt"
    assert desk.editor.tabs.tabs[0].label == "Kort fortalt"
    assert not desk.section(0).label._edit.isVisible()


def test_a_name_being_written_is_saved_before_its_section_is_taken_away(desk: Desk) -> None:
    begin(desk, "Kort fortalt")
    desk.section(0).label.popup_menu(QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    act(menu, "Slet afsnit")
    menu.close()
    assert "Kort fortalt" not in labels(desk)
    desk.database.undo()
    assert labels(desk)[0] == "Kort fortalt"
    assert desk.section(0).label.text == "Kort fortalt"


def test_a_name_for_a_section_that_is_gone_harms_no_other(desk: Desk) -> None:
    section_id = desk.stored().sections[0].id
    begin(desk, "Kort fortalt")
    with desk.context.bus.by(desk.editor):
        delete_section(desk.database, section_id)
    desk.editor._refresh()
    assert labels(desk) == ["Sagsfremstilling", "Økonomi", "Indstilling"]
    assert [part.label.text for part in desk.editor.form.sections] == labels(desk)


def test_a_name_that_could_not_be_saved_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(desk, "Kort fortalt")
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", refused)
        QTest.keyClick(desk.section(0).label._edit, Key.Key_Return)
        assert desk.section(0).label.text == "Kort fortalt"
        assert desk.editor.saver.unsaved_words == "Kort fortalt"
    desk.editor.flush()
    assert labels(desk)[0] == "Kort fortalt"


def test_the_colon_of_a_paper_is_kept_but_not_shown(desk: Desk) -> None:
    rename_section(desk.database, desk.section(0).section.id, "Resumé :")
    label = desk.section(0).label
    assert label.text == "Resumé"
    label.rename_here()
    QTest.keyClick(label._edit, Key.Key_Return)
    assert labels(desk)[0] == "Resumé :"
