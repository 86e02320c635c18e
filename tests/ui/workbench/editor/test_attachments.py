"""Attachments: in by drop and dialog, order, openness, names, files."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.models.meeting import MeetingState
from app.services.attachments import add_attachments
from app.services.meetings import change_state
from app.storage.database import Database
from tests.ui.hands import move_held
from tests.ui.workbench.editor.conftest import ALT, Desk, Key
from tests.ui.workbench.editor.test_sections import act

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def titles(desk: Desk) -> list[str]:
    return [row.title for row in desk.stored(desk.editor.item_id).attachments]


def drop(desk: Desk, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(desk.editor, enter)
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(desk.editor, event)


def test_dropped_files_become_attachments(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = tmp_path / "Bilag 1 - Notat_om_køen.pdf", tmp_path / "Tal.xlsx"
    first.write_bytes(b"notat")
    second.write_bytes(b"tal")
    drop(desk, [first, second])
    qtbot.waitUntil(lambda: len(titles(desk)) == 5)
    assert titles(desk)[3:] == ["Notat om køen", "Tal"]
    assert desk.editor.form.attachments.model.rowCount() == 5
    stored = desk.stored().attachments[3]
    assert desk.database.attachments.path_of(stored.sha256).read_bytes() == b"notat"


def test_a_pdf_that_cannot_be_read_says_so(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    broken, letter = tmp_path / "Notat.pdf", tmp_path / "Brev.docx"
    broken.write_bytes(b"ikke en PDF")
    letter.write_bytes(b"brev")
    part = desk.editor.form.attachments
    part.add_files([broken, letter])
    qtbot.waitUntil(lambda: len(desk.stored().attachments) == 5)
    told = [part.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (3, 4)]
    assert "låst eller beskadiget" in told[0]
    assert "beskadiget" not in told[1]


def test_files_are_chosen_in_a_dialog(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "Svar fra tilbud.docx"
    file.write_bytes(b"svar")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(file)], ""))
    QTest.mouseClick(desk.editor.form.attachments.zone, LEFT)
    qtbot.waitUntil(lambda: "Svar fra tilbud" in titles(desk))
    assert "Bilaget er tilføjet." in desk.context.messages.text


def test_files_land_on_the_item_they_were_dropped_on(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "stor.pdf"
    file.write_bytes(b"x" * 4_000_000)
    drop(desk, [file])
    desk.editor.show_item(desk.scene.plain)
    qtbot.waitUntil(lambda: len(desk.stored(desk.scene.full).attachments) == 4)
    assert desk.stored(desk.scene.plain).attachments == ()
    assert desk.editor.form.attachments.model.rowCount() == 0


def test_without_an_item_nothing_is_taken_in(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"a")
    desk.editor.show_item(None)
    drop(desk, [file])
    qtbot.wait(100)
    assert len(desk.stored().attachments) == 3


def test_what_came_after_the_meeting_says_so(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    for state in (MeetingState.AGENDA_SENT, MeetingState.HELD):
        change_state(desk.database, desk.scene.meeting_id, state)
    file = tmp_path / "Slides.txt"
    file.write_bytes(b"slides")
    add_attachments(desk.database, desk.scene.full, [file])
    model = desk.editor.form.attachments.model
    told = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 3)]
    assert "efter mødet" not in told[0]
    assert told[1] == "4. Slides, efter mødet, Åben"
    view = desk.editor.form.attachments.list
    qtbot.waitUntil(lambda: view.height() == view.sizeHint().height())
    before = view.grab().toImage()
    model.show_rows([replace(row, is_late=False) for row in model.rows])
    assert view.grab().toImage() != before


def test_the_number_is_that_of_the_paper(desk: Desk, qtbot: QtBot) -> None:
    model, view = desk.editor.form.attachments.model, desk.editor.form.attachments.list
    qtbot.waitUntil(lambda: view.height() == view.sizeHint().height())
    pictures = []
    for number, beginning in ((1, "1. Pladser"), (2, "2. Pladser"), (None, "Pladser")):
        model.show_rows([replace(row, number=number) for row in model.rows])
        told = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert told.startswith(beginning)
        pictures.append(view.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


def test_keys_move_close_and_delete(desk: Desk) -> None:
    view = desk.editor.form.attachments.list
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down, ALT)
    assert titles(desk)[1] == "Pladser og ventetid 2030–2031"
    QTest.keyClick(view, Key.Key_Space)
    assert [row.is_closed for row in desk.stored().attachments] == [False, True, True]
    QTest.keyClick(view, Key.Key_L)
    assert [row.is_closed for row in desk.stored().attachments] == [False, False, True]
    QTest.keyClick(view, Key.Key_Delete)
    assert titles(desk) == ["Model for fælles kø, udkast", "Svar"]
    assert [row.number for row in desk.stored().attachments] == [1, 2]
    assert view.currentIndex().row() == 1
    for _step in range(4):
        desk.database.undo()
    assert titles(desk)[0] == "Pladser og ventetid 2030–2031"
    assert desk.editor.form.attachments.model.rowCount() == 3


def test_f2_writes_the_title_in_place(desk: Desk, qtbot: QtBot) -> None:
    view = desk.editor.form.attachments.list
    view.setFocus()
    QTest.keyClick(view, Key.Key_F2)
    field = desk.focused()
    assert field is not view
    QTest.keyClicks(field, "Tal for pladser")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: titles(desk)[0] == "Tal for pladser")
    assert desk.stored().attachments[0].file_name == "Pladser og ventetid 2030–2031.pdf"


def test_a_row_is_dragged_to_another_place(desk: Desk) -> None:
    _take_to_the_end(desk)
    QTest.mouseRelease(desk.editor.form.attachments.list.viewport(), LEFT, NONE, _end(desk))
    assert titles(desk)[2] == "Pladser og ventetid 2030–2031"


def test_escape_ends_a_drag(desk: Desk) -> None:
    before = titles(desk)
    _take_to_the_end(desk)
    view = desk.editor.form.attachments.list
    assert view.drag.row == 0
    QTest.keyClick(view, Key.Key_Escape)
    assert view.drag.row == -1
    QTest.mouseRelease(view.viewport(), LEFT, NONE, _end(desk))
    assert titles(desk) == before


def test_a_row_that_is_let_go_beside_its_place_stays(desk: Desk) -> None:
    before, steps = titles(desk), len(desk.database.history.undoable)
    view = desk.editor.form.attachments.list
    desk.editor.form.scroll_to(desk.editor.form.attachments)
    QTest.mousePress(view.viewport(), LEFT, NONE, _middle(desk, 1))
    move_held(view.viewport(), _middle(desk, 1) + QPoint(0, 15))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, _middle(desk, 1) + QPoint(0, 15))
    assert (titles(desk), len(desk.database.history.undoable)) == (before, steps)


def _take_to_the_end(desk: Desk) -> None:
    """Drag the first row below the last; the button is still held."""
    desk.editor.form.scroll_to(desk.editor.form.attachments)
    port, start = desk.editor.form.attachments.list.viewport(), _middle(desk, 0)
    QTest.mousePress(port, LEFT, NONE, start)
    for at in (start + QPoint(0, 30), _end(desk)):
        move_held(port, at)


def _end(desk: Desk) -> QPoint:
    return QPoint(40, desk.editor.form.attachments.list.height() - 2)


def _middle(desk: Desk, row: int) -> QPoint:
    view = desk.editor.form.attachments.list
    return view.visualRect(view.model().index(row, 0)).center()


def test_an_attachment_without_file_gets_one(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_file(desk.database, desk.stored().attachments[0].id)
    desk.editor.reload(None)
    part = desk.editor.form.attachments
    view = part.model.rows[0]
    assert [a.text() for a in part.menu(view).actions()][1] == "Tilføj filen …"
    file = tmp_path / "fundet.pdf"
    file.write_bytes(b"fundet")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(file), ""))
    act(part.menu(view), "Tilføj filen …")
    qtbot.waitUntil(lambda: bool(desk.stored().attachments[0].sha256))
    assert desk.stored().attachments[0].title == "Pladser og ventetid 2030–2031"


def forget_file(database: Database, attachment_id: object) -> None:
    """As after an import: only the title is known."""
    from app.models.attachment import Attachment
    from app.storage.actions import Action

    with database.write(Action.EDIT_ATTACHMENT) as session:
        row = session.get_one(Attachment, attachment_id)
        row.sha256, row.file_name, row.page_count = "", "", None


def test_a_copy_is_saved_whole(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part, target = desk.editor.form.attachments, tmp_path / "kopi.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    act(part.menu(part.model.rows[0]), "Gem en kopi …")
    assert target.read_bytes() == b"fil 0"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "nix" / "k.pdf"), "")
    )
    act(part.menu(part.model.rows[0]), "Gem en kopi …")
    assert "Vælg en anden mappe" in desk.context.messages.text


def test_another_items_attachments_are_its_own(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"a")
    add_attachments(desk.database, desk.scene.plain, [file])
    assert desk.editor.form.attachments.model.rowCount() == 3
    desk.editor.show_item(desk.scene.plain)
    assert desk.editor.form.attachments.model.rowCount() == 1


def test_the_menu_shows_the_attachments_and_puts_the_keyboard_there(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.resize(700, 400)
    desk.settle(qtbot)
    desk.section(0).editor.setFocus()
    file = tmp_path / "Svar fra tilbud.docx"
    file.write_bytes(b"svar")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(file)], ""))
    desk.editor.adding_action.trigger()
    part = desk.editor.form.attachments
    qtbot.waitUntil(lambda: "Svar fra tilbud" in titles(desk))
    assert desk.focused() is part.list
    assert not part.list.visibleRegion().isEmpty()
    assert desk.editor.tabs.current == "attachments"


def test_the_same_file_twice_is_told_and_added_once(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    old, new = tmp_path / "En kopi.pdf", tmp_path / "Ny.pdf"
    old.write_bytes(b"fil 0")
    new.write_bytes(b"ny")
    drop(desk, [old, new, new])
    part = desk.editor.form.attachments
    qtbot.waitUntil(part.banner.isVisible)
    assert titles(desk)[3:] == ["Ny"]
    assert part.banner.accessibleName().startswith(
        "En kopi.pdf, Ny.pdf er allerede bilag til punktet og blev ikke tilføjet igen."
    )
    drop(desk, [new])
    qtbot.waitUntil(lambda: part.banner.accessibleName().startswith("Ny.pdf er allerede"))
    assert len(titles(desk)) == 4
