"""Attachments of a closed item are closed with it, and their own again when it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.items import set_closed
from tests.ui.workbench.editor.conftest import Desk, Key


def test_in_a_closed_item_an_attachment_is_closed_with_it(desk: Desk, qtbot: QtBot) -> None:
    part, item = desk.editor.form.attachments, desk.scene.full
    own = [row.is_closed for row in desk.stored().attachments]
    assert own == [False, False, True]
    qtbot.waitUntil(lambda: part.list.height() == part.list.sizeHint().height())
    before = part.list.grab().toImage()
    set_closed(desk.database, item, True)
    told = [said(desk, row) for row in range(3)]
    assert all(one.endswith(", Lukket, følger punktet") for one in told)
    tip = part.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("Lukket: følger punktet")
    assert part.list.grab().toImage() != before
    set_closed(desk.database, item, False)
    assert [said(desk, row).rpartition(", ")[2] for row in range(3)] == ["Åben", "Åben", "Lukket"]
    assert [row.is_closed for row in desk.stored().attachments] == own


def test_what_follows_the_item_is_not_opened_by_itself(desk: Desk) -> None:
    set_closed(desk.database, desk.scene.full, True)
    part = desk.editor.form.attachments
    own = [row.is_closed for row in desk.stored().attachments]
    texts = {one.text(): one for one in part.menu(part.model.rows[0]).actions()}
    assert not texts["Lukket: følger punktet"].isEnabled()
    part.list.setFocus()
    for key in (Key.Key_Space, Key.Key_L):
        QTest.keyClick(part.list, key)
    assert [row.is_closed for row in desk.stored().attachments] == own
    assert desk.context.messages.text == "Bilaget følger punktet, som er lukket."


def said(desk: Desk, row: int) -> str:
    index = desk.editor.form.attachments.model.index(row)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))
