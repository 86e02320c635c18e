"""A writer who does anything in any order: screen and file always say the same."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.models.agenda_words import AFTER_MEETING_KINDS
from app.models.richtext import plain
from app.storage.database import dump
from tests.ui.workbench.editor.conftest import ALT, SHIFT, Desk, Key
from tests.ui.workbench.editor.scene import turn

STEPS = 70


class Writer:
    """Chooses what to do next, always the same for the same seed."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, random.Random(seed)
        self.acts: list[Callable[[], object]] = [
            self.write_title, self.write_section, self.write_section, self.write_point,
            self.next_point, self.drop_point, self.move_point, self.add_section, self.move_section,
            self.delete_section, self.close, self.move_attachment, self.toggle_attachment,
            self.delete_attachment, self.decide, self.add_decision, self.write_decision,
            self.add_follow_up, self.write_sub_item, self.move_sub_item, self.write_statement,
            self.delete_statement, self.switch, self.undo, self.undo, self.undo, self.redo,
        ]  # fmt: skip

    def step(self) -> str:
        act = self.chance.choice(self.acts)
        act()
        return act.__name__

    def write_title(self) -> None:
        self.desk.write(self.desk.editor.head.title, self.chance.choice([" og", " ny", "x"]))

    def write_section(self) -> None:
        shown = [part for part in self.desk.editor.form.sections if part.editor.isVisible()]
        if shown:
            self.desk.write(self.chance.choice(shown).editor, " ord")

    def write_point(self) -> None:
        if row := self._row():
            self.desk.write(row, " mere")

    def next_point(self) -> None:
        if row := self._row():
            self.desk.write(row, "a")
            QTest.keyClick(row, Key.Key_Return)

    def drop_point(self) -> None:
        if row := self._row():
            self.desk.write(row, "")
            row.selectAll()
            QTest.keyClick(row, Key.Key_Backspace)
            QTest.keyClick(row, Key.Key_Backspace)

    def move_point(self) -> None:
        if row := self._row():
            row.setFocus()
            QTest.keyClick(row, self.chance.choice([Key.Key_Up, Key.Key_Down]), ALT | SHIFT)

    def _row(self):  # type: ignore[no-untyped-def]
        rows = [r for p in self.desk.editor.form.sections for b in p.blocks for r in b.rows]
        return self.chance.choice(rows) if rows else None

    def add_section(self) -> None:
        actions = [a for a in self.desk.editor.form.menus.add_menu().actions() if a.text()]
        self.chance.choice(actions).trigger()

    def move_section(self) -> None:
        self._from_menu("Flyt ned")

    def delete_section(self) -> None:
        self._from_menu("Slet afsnit")

    def _from_menu(self, words: str) -> None:
        if sections := self.desk.editor.form.sections:
            part = self.chance.choice(sections)
            self._pick(part.label.menu_of(), words)

    @staticmethod
    def _pick(menu: QMenu, words: str) -> None:
        for action in menu.actions():
            if action.text() == words and action.isEnabled():
                action.trigger()
                return

    def close(self) -> None:
        turn(self.desk.editor)

    def move_attachment(self) -> None:
        self._attachment(Key.Key_Down, ALT)

    def toggle_attachment(self) -> None:
        self._attachment(Key.Key_Space)

    def delete_attachment(self) -> None:
        self._attachment(Key.Key_Delete)

    def _attachment(self, *keys: object) -> None:
        view = self.desk.editor.form.attachments.list
        if count := view.model().rowCount():
            view.setFocus()
            view.select(self.chance.randrange(count))
            QTest.keyClick(view, *keys)

    def decide(self) -> None:
        part = self.desk.editor.form.decision
        if part.box.isHidden():
            part._write_now()
        choosers = [row.chooser for row in part.rows if row.chooser.isVisible()]
        if choosers:
            QTest.keyClicks(self.chance.choice(choosers), self.chance.choice("1234567"))

    def add_decision(self) -> None:
        if self.desk.editor.form.decision.add_decision.isVisible():
            self.desk.editor.form.decision._add_decision()

    def write_decision(self) -> None:
        rows = [r for r in self.desk.editor.form.decision.rows if r.editor.isVisible()]
        if rows:
            self.desk.write(self.chance.choice(rows).editor, " besluttet")

    def add_follow_up(self) -> None:
        part = self.desk.editor.form.decision
        if part.add_follow_up.isVisible():
            part.follow_ups.add()
            QTest.keyClicks(self.desk.focused(), "gør det")
            QTest.keyClick(self.desk.focused(), Key.Key_Return)

    def write_sub_item(self) -> None:
        form = self.desk.editor.form
        if not form.sub_items.rows:
            form.sub_items.add()
        row = self.chance.choice(form.sub_items.rows)
        self.desk.write(self.chance.choice([row.title, row.reporter, row.editor]), " nyt")

    def move_sub_item(self) -> None:
        rows = self.desk.editor.form.sub_items.rows
        if rows:
            words = self.chance.choice(["Flyt ned", "Flyt ned", "Slet underpunkt"])
            self._pick(self.chance.choice(rows).menu.menu_now(), words)

    def write_statement(self) -> None:
        lines = self.desk.editor.form.decision.statements.lines
        if lines:
            line = self.chance.choice(lines)
            self.desk.write(self.chance.choice([line.name, line.editor]), " sagt")
        else:
            self.desk.editor.form.decision.statements.add()

    def delete_statement(self) -> None:
        lines = self.desk.editor.form.decision.statements.lines
        if lines:
            self._pick(self.chance.choice(lines).menu.menu_now(), "Slet udtalelse")

    def switch(self) -> None:
        scene = self.desk.scene
        self.desk.editor.show_item(self.chance.choice([scene.full, scene.plain, scene.formal]))

    def undo(self) -> None:
        self.desk.editor.flush()
        self.desk.database.undo()

    def redo(self) -> None:
        self.desk.editor.flush()
        self.desk.database.redo()


def shown(desk: Desk) -> dict[str, object]:
    """What stands on the screen."""
    editor, form = desk.editor, desk.editor.form
    return {
        "title": " ".join(editor.head.title.text().split()),
        "closed": editor.head.openness.value == "closed",
        "sections": [(p.label.text, p.binding.text) for p in form.sections if p.section],
        "points": [
            plain(row.text()) for p in form.sections for b in p.blocks for row in b.rows
            if row.point_id
        ],
        "attachments": [(a.title, a.is_closed) for a in form.attachments.model.rows],
        "outcomes": [r.chooser.value for r in form.decision.rows if r.source.number],
        "free": [
            plain(r.editor.text()) for r in form.decision.rows
            if r.source.decision_id and not r.editor.document().isEmpty()
        ],
        "sub_items": [
            (r.number.text(), r.title.text().strip(), r.reporter.text().strip(), r.binding.text)
            for r in form.sub_items.rows
        ],
        "statements": [
            (line.name.text().strip(), line.binding.text) for line in form.decision.statements.lines
        ],
        "follow_ups": [line.action.text() for line in form.decision.follow_ups.lines],
    }  # fmt: skip


def stored(desk: Desk) -> dict[str, object]:
    """What stands in the file, asked the same way."""
    view, form = desk.stored(desk.editor.item_id), desk.editor.form
    points = [p for found in view.recommendations for p in found.points]
    answered = [p for p in points if p.text or p.decision_id]
    homes = [part.section.id if part.section else None for part in form.sections]
    known = {home for home in homes if home}
    order = sorted(
        view.recommendations,
        key=lambda s: homes.index(s.section_id if s.section_id in known else None),
    )
    box = not form.decision.box.isHidden()
    sections = [s for s in view.sections if s.kind not in AFTER_MEETING_KINDS]
    free = [plain(d.text) for d in view.decisions if d.text]
    return {
        "title": view.title,
        "closed": view.is_closed,
        "sections": [(s.label, s.text) for s in sections],
        "points": [plain(p.text) for s in order for p in s.points],
        "attachments": [(a.title, a.is_closed) for a in view.attachments],
        "outcomes": [p.outcome for p in answered] if box else [],
        "free": free,
        "sub_items": [(s.number, s.title, s.reporter, s.text) for s in view.sub_items],
        "statements": [(s.name, s.text) for s in view.statements],
        "follow_ups": [found.action for found in view.follow_ups],
    }


def differences(desk: Desk) -> dict[str, tuple[object, object]]:
    """What the screen and the file say differently."""
    screen, file = shown(desk), stored(desk)
    return {key: (screen[key], file[key]) for key in screen if screen[key] != file[key]}


@pytest.mark.parametrize("seed", range(3))
def test_screen_and_file_say_the_same_whatever_is_done(desk: Desk, seed: int) -> None:
    start = dump(desk.database)
    writer, done = Writer(desk, seed), []
    for _step in range(STEPS):
        done.append(writer.step())
        desk.editor.flush()
        assert differences(desk) == {}, done[-4:]
    while desk.database.undo():
        assert differences(desk) == {}
    assert dump(desk.database) == start
