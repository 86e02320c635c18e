"""Hands on the preview of an import: small papers, and what one presses."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.draft import ImportDraft, ItemDraft, MeetingDraft
from app.ui.commands import Commands
from app.ui.dialogs.import_preview import ImportPreview
from tests.ui.conftest import World

DAY = dt.date(2031, 5, 8)


def paper(number: int, day: dt.date | None = DAY, body: str = "SG Fjord") -> ImportDraft:
    meeting = MeetingDraft(body=body, date=day, layout="C", items=[ItemDraft(1, f"Kaj {number}")])
    return ImportDraft(f"referat-{number}.txt", f"{number:02}" * 32, [meeting])


def opened(qtbot: QtBot, world: World, *papers: ImportDraft) -> ImportPreview:
    """The preview that the commands show once the papers are read."""
    world.window.findChild(Commands)._preview(list(papers))
    dialog = world.window.findChildren(ImportPreview)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def cells(dialog: ImportPreview, key: str) -> list[str]:
    model = dialog.meetings.rows_model()
    column = [one.key for one in model.columns].index(key)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def write_date(qtbot: QtBot, dialog: ImportPreview, row: int, words: str) -> None:
    dialog.meetings.selectRow(row)
    dialog.date.setFocus()
    dialog.date.clear()
    qtbot.keyClicks(dialog.date, words)


def press_confirm(qtbot: QtBot, dialog: ImportPreview) -> None:
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)


def press_receipt(qtbot: QtBot, world: World) -> None:
    toast = world.context.messages._toast
    assert toast is not None
    qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)


def said(world: World) -> str:
    return world.context.messages.text.replace("\u00a0", " ")
