"""What is said of files while they are being taken in, and when they have come."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.attachments import TakenIn, take_in
from app.services.queries.items import item_view
from app.storage.database import Database
from app.ui.pages.workbench.editor.attachments import coming
from tests.ui.workbench.conftest import Bench
from tests.ui.workbench.editor.conftest import CTRL, Key


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Files come in when it is opened, as from a slow drive."""
    opened = threading.Event()

    def slowly(database: Database, files: Sequence[Path]) -> TakenIn:
        opened.wait(20)
        return take_in(database, files)

    monkeypatch.setattr(coming, "take_in", slowly)
    yield opened
    opened.set()


def made(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_bytes(name.encode())
    return [folder / name for name in names]


def zone_words(bench: Bench) -> str:
    return bench.page.editor.form.attachments.zone._kinds.text()


def test_the_file_is_named_on_its_item_only_and_in_the_receipt(
    bench: Bench, qtbot: QtBot, tmp_path: Path, gate: threading.Event
) -> None:
    rows = bench.stored()
    bench.choose(rows[2].title)
    bench.page.editor.form.attachments.add_files(made(tmp_path, "Tal for ventetid.xlsx"))
    assert zone_words(bench) == "Tilføjer Tal for ventetid.xlsx …"
    QTest.keyClick(QApplication.focusWidget(), Key.Key_PageUp, CTRL)
    assert bench.page.editor.item_id == rows[1].id
    assert zone_words(bench) == "PDF, Word, Excel og billeder"
    QTest.keyClick(QApplication.focusWidget(), Key.Key_PageDown, CTRL)
    assert zone_words(bench) == "Tilføjer Tal for ventetid.xlsx …"
    bench.choose(rows[1].title)
    gate.set()
    messages = bench.world.context.messages
    qtbot.waitUntil(lambda: bool(messages.text))
    number = bench.stored()[2].number
    assert messages.text == f"Bilaget er tilføjet til punkt {number}, ”{rows[2].title}”."
    bench.choose(rows[2].title)
    assert zone_words(bench) == "PDF, Word, Excel og billeder"


def test_several_files_are_counted(
    bench: Bench, qtbot: QtBot, tmp_path: Path, gate: threading.Event
) -> None:
    part = bench.page.editor.form.attachments
    part.add_files(made(tmp_path, "a.txt", "b.txt"))
    part.add_files(made(tmp_path, "c.txt"))
    assert zone_words(bench) == "Tilføjer 3 filer …"
    gate.set()
    qtbot.waitUntil(lambda: part.model.rowCount() == 3)
    assert zone_words(bench) == "PDF, Word, Excel og billeder"
    assert bench.world.context.messages.text in (
        "Bilaget er tilføjet.", "2 bilag er tilføjet.",
    )  # fmt: skip


def test_a_title_being_written_outlives_the_arrival_of_a_file(
    bench: Bench, qtbot: QtBot, tmp_path: Path, gate: threading.Event
) -> None:
    rows = bench.stored()
    item_id = bench.choose(rows[2].title)
    part = bench.page.editor.form.attachments
    gate.set()
    part.add_files(made(tmp_path, "Tal for ventetid.xlsx", "Svar.docx"))
    qtbot.waitUntil(lambda: part.model.rowCount() == 2)
    gate.clear()
    part.add_files(made(tmp_path, "stor fil.pdf"))
    part.list.setFocus()
    part.list.select(0)
    QTest.keyClick(part.list, Key.Key_F2)
    field = part.list.indexWidget(part.list.currentIndex())
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Tal fra ")
    gate.set()
    qtbot.waitUntil(lambda: part.model.rowCount() == 3)
    qtbot.wait(50)
    QTest.keyClicks(QApplication.focusWidget(), "fire steder")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: part.list.indexWidget(part.list.currentIndex()) is None)
    attachments = item_view(bench.world.database, item_id).attachments
    assert [row.title for row in attachments] == ["Tal fra fire steder", "Svar", "stor fil"]
    assert not any(row.is_closed for row in attachments)
    qtbot.waitUntil(lambda: part.list.height() == part.list.sizeHint().height())
