"""Files that cannot become attachments: named, and no hindrance to the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.workbench.editor.conftest import Desk
from tests.ui.workbench.editor.test_attachments import drop, forget_file, titles
from tests.ui.workbench.editor.test_sections import act


def test_a_bad_file_is_named_and_the_others_are_added(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("Notat.txt", "tom.pdf", "Svar.txt", "Tal.txt")]
    for file in files:
        file.write_text("" if file.name == "tom.pdf" else file.name, encoding="utf-8")
    drop(desk, files)
    qtbot.waitUntil(lambda: len(titles(desk)) == 6)
    assert titles(desk)[3:] == ["Notat", "Svar", "Tal"]
    told = "3 bilag er tilføjet. Filen tom.pdf er tom og blev ikke tilføjet."
    qtbot.waitUntil(lambda: desk.context.messages.text == told)
    assert desk.database.undo() is not None
    assert len(titles(desk)) == 3


def test_files_that_are_all_bad_are_all_named(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    steps, files = len(desk.database.history.undoable), [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for file in files:
        file.touch()
    drop(desk, files)
    qtbot.waitUntil(lambda: bool(desk.context.messages.text))
    assert desk.context.messages.text == (
        "Filen a.pdf er tom og blev ikke tilføjet. Filen b.pdf er tom og blev ikke tilføjet."
    )
    assert len(titles(desk)) == 3
    assert len(desk.database.history.undoable) == steps


def test_a_bad_file_leaves_an_attachment_as_it_was(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_file(desk.database, desk.stored().attachments[0].id)
    desk.editor.reload(None)
    part, file = desk.editor.form.attachments, tmp_path / "tom.pdf"
    file.touch()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(file), ""))
    act(part.menu(part.model.rows[0]), "Tilføj filen …")
    qtbot.waitUntil(lambda: "tom.pdf" in desk.context.messages.text)
    assert desk.stored().attachments[0].sha256 == ""
