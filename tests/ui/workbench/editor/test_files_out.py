"""Opened attachments: copies nobody can write in, gone when the program ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtTest import QTest

from app.paths import clean_name
from app.services.attachments import add_attachments, set_attachment_closed
from app.ui.application import end
from app.ui.key_list import key_list
from app.ui.main_window import MainWindow
from app.ui.pages.workbench.editor.attachments import files_out
from app.ui.pages.workbench.editor.attachments.files_out import remove_copies
from tests.ui.workbench.editor.conftest import Desk, Key
from tests.ui.workbench.editor.test_sections import act


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """Paths that were handed to the system."""
    paths: list[Path] = []

    def note(url: QUrl) -> bool:
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    yield paths
    remove_copies()


def open_row(desk: Desk, row: int) -> None:
    part = desk.editor.form.attachments
    act(part.menu(part.model.rows[row]), "Åbn fil")


def test_the_menu_of_an_attachment_and_the_help_tell_the_same_keys(desk: Desk) -> None:
    part = desk.editor.form.attachments
    menu = part.menu(part.model.rows[0])
    native = QKeySequence.SequenceFormat.NativeText
    keys = {action.shortcut().toString(native) for action in menu.actions()}
    (told,) = [group for group in key_list([]) if group.title == "Bilag"]
    assert keys - {""} == {row.keys for row in told.rows}


def test_an_opened_copy_cannot_be_written_in_nor_seen_by_others(
    desk: Desk, opened: list[Path]
) -> None:
    open_row(desk, 0)
    (copy,) = opened
    assert copy.name == "Pladser og ventetid 2030–2031.pdf"
    assert copy.read_bytes() == b"fil 0"
    assert not copy.stat().st_mode & 0o222
    if os.name != "nt":
        assert [path.stat().st_mode & 0o777 for path in list(copy.parents)[:2]] == [0o700, 0o700]


def test_a_file_opened_twice_is_one_copy_and_all_lie_together(
    desk: Desk, opened: list[Path]
) -> None:
    for row in (0, 0, 1):
        open_row(desk, row)
    assert opened[0] == opened[1] != opened[2]
    assert opened[0].parent.parent == opened[2].parent.parent


def test_copies_are_gone_when_the_program_ends(desk: Desk, opened: list[Path]) -> None:
    set_attachment_closed(desk.database, desk.stored().attachments[0].id, True)
    open_row(desk, 0)
    open_row(desk, 1)
    folder = opened[0].parent.parent
    remove_copies()
    assert not folder.exists()
    open_row(desk, 0)
    assert opened[-1].is_file()
    assert opened[-1].parent.parent != folder


def test_the_program_takes_its_copies_away(desk: Desk, opened: list[Path]) -> None:
    open_row(desk, 0)
    window = SimpleNamespace(is_furnished=True, context=desk.context)
    end(cast(MainWindow, window))
    assert not opened[0].exists()


@pytest.mark.parametrize("name", ["Kald.exe", "kør.BAT", "vis.ps1", "se.lnk", "regn.js"])
def test_a_program_is_not_opened_but_saved(
    desk: Desk, opened: list[Path], tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"MZ")
    add_attachments(desk.database, desk.scene.full, [file])
    open_row(desk, 3)
    assert opened == []
    assert desk.context.messages.text == (
        f"{name} er et program og åbnes ikke herfra. Gem en kopi, hvis du skal bruge filen."
    )
    view = desk.stored().attachments[3]
    target = files_out.save_copy(desk.database, view, tmp_path / "gemt.bin")
    assert target.read_bytes() == b"MZ"
    assert list(tmp_path.glob("*.part")) == []


def test_enter_opens_the_file_of_the_row(desk: Desk, opened: list[Path]) -> None:
    view = desk.editor.form.attachments.list
    view.setFocus()
    QTest.keyClick(view, Key.Key_Return)
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Notat.pdf", "Notat.pdf"),
        ('a<b>c:d"e/f\\g|h?i*j\x00\x1fk.pdf', "a b c d e f g h i j k.pdf"),
        ("../../hemmelig", "hemmelig"),
        ("Kald.exe. ", "Kald.exe"),
        ("CON.txt", "_CON.txt"),
        ("Konto.txt", "Konto.txt"),
        (" . ", ""),
        ("", ""),
    ],
)
def test_names_are_good_on_every_system(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_a_file_without_a_usable_name_gets_one(desk: Desk) -> None:
    view = replace(desk.stored().attachments[0], file_name=" . ")
    assert files_out.name_of(view) == "bilag"
