"""What binds a decision: modifier, reservation, condition, dissent, standing rule, and its facts.

Public: ``TermLines(saver)`` with ``show_terms``, ``fill_menu``, ``flush``, ``release``; signal
``stored`` after typing, ``changed`` after a choice.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import N_, _
from app.labels import label
from app.models.decision import Modifier
from app.services.queries.items import DecisionTerms
from app.ui.pages.workbench.editor.decision.facts import Around, Describe, Group, TermFacts
from app.ui.pages.workbench.editor.fields.binding import LineBinding
from app.ui.pages.workbench.editor.fields.growing_line import GrowingLine
from app.ui.pages.workbench.editor.fields.meta_field import INSET
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import Label
from app.ui.widgets.layouts import column, row

_NAMES = {
    "reservation_text": (N_("Reservation"), N_("Write the reservation")),
    "condition_text": (N_("Condition"), N_("Write the condition")),
    "dissent_text": (N_("Dissent"), N_("Write who dissents and why")),
}
_MARK = 70  # px, as wide as the widest of the three words
_GROUPS = {Group.VALIDITY: N_("Validity"), Group.DELEGATION: N_("Delegation")}
_BY_MODIFIER = {
    Modifier.WITH_RESERVATION: "reservation_text",
    Modifier.CONDITIONAL: "condition_text",
}


class TermLines(QWidget):
    """Nothing is shown until something is chosen; a line that is left empty goes away.

    All words begin ``INSET`` px further in, as those of the facts, which have a ground.
    """

    stored = Signal()
    changed = Signal()

    def __init__(self, saver: Saver) -> None:
        super().__init__()
        self._saver = saver
        self._key: Hashable = None
        self._terms = DecisionTerms()
        self._describe: Describe | None = None
        self._opened: set[str] = set()
        self._groups: set[Group] = set()
        self.summary = Label("", Role.META, "text2")
        self.summary.setContentsMargins(INSET, 0, 0, 0)
        self.lines = {name: _TermLine(name, saver) for name in _NAMES}
        self.facts = TermFacts(saver)
        self.setLayout(column(self.summary, *self.lines.values(), self.facts, spacing=2))
        self.facts.stored.connect(self.stored)
        self.facts.chosen.connect(self.changed)
        self.facts.left.connect(self._leave_facts)
        for name, line in self.lines.items():
            line.binding.stored.connect(lambda _words: self.stored.emit())
            line.field.editingFinished.connect(partial(self._leave, name))

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [*(line.field for line in self.lines.values()), *self.facts.stops]

    def show_terms(
        self, key: Hashable, terms: DecisionTerms, describe: Describe, around: Around
    ) -> None:
        """Show what binds a decision; ``describe`` stores fields by their name."""
        if key != self._key:
            self._opened.clear()
            self._groups.clear()
        self._key, self._terms, self._describe = key, terms, describe
        for name, line in self.lines.items():
            save = partial(_save, describe, name)
            line.binding.show((key, name), getattr(terms, name), save)
        self.facts.show_terms(key, terms, describe, around)
        self.summary.setText(_summary(terms))
        self._show_used()

    def flush(self) -> None:
        """Save what is typed."""
        for line in self.lines.values():
            line.binding.flush()
        self.facts.flush()

    def release(self) -> None:
        """The decision is gone."""
        self._key = self._describe = None
        self._opened.clear()
        for line in self.lines.values():
            line.binding.release()
        self.facts.release()

    def fill_menu(self, menu: QMenu) -> None:
        """How the decision is bound, and the lines that can be written."""
        group = QActionGroup(menu)
        for modifier in Modifier:
            action = self._choice(menu, label(modifier), modifier is self._terms.modifier)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._set_modifier, modifier))
        menu.addSeparator()
        for name, (words, _hint) in _NAMES.items():
            menu.addAction(_("{name} …").format(name=_(words)), partial(self.write, name))
        menu.addSeparator()
        rule = self._choice(menu, _("Standing rule"), self._terms.is_standing_rule)
        rule.triggered.connect(lambda on: self._store(is_standing_rule=on))
        for facts, words in _GROUPS.items():
            menu.addAction(_("{name} …").format(name=_(words)), partial(self.open_facts, facts))

    def write(self, name: str) -> None:
        """Write one of the lines."""
        self._opened.add(name)
        self._show_used()
        self.lines[name].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_facts(self, group: Group) -> None:
        """Write the facts of a group."""
        self._groups.add(group)
        self._show_used()
        self.facts.focus_group(group)

    def _leave_facts(self) -> None:
        self._groups.clear()
        self._show_used()

    def _choice(self, menu: QMenu, words: str, is_on: bool) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_on)
        return action

    def _set_modifier(self, modifier: Modifier, *_checked: bool) -> None:
        if modifier is not self._terms.modifier and not self._store(modifier=modifier):
            return
        if modifier in _BY_MODIFIER:
            self.write(_BY_MODIFIER[modifier])

    def _store(self, **values: object) -> bool:
        if self._describe is None:
            return False
        done = self._saver.attempt(partial(self._describe, **values))
        self.changed.emit()
        return done

    def _leave(self, name: str) -> None:
        if not self.lines[name].field.text().strip():
            self._opened.discard(name)
            self._show_used()

    def _show_used(self) -> None:
        for name, line in self.lines.items():
            is_used = name in self._opened or bool(line.field.text().strip())
            line.setVisible(is_used or line.field.hasFocus())
        self.facts.show_groups(self._wanted_groups())
        self.summary.setVisible(bool(self.summary.text()))
        shown = [self.summary, *self.lines.values(), self.facts]
        self.setVisible(not all(widget.isHidden() for widget in shown))

    def _wanted_groups(self) -> set[Group]:
        """Those that were asked for, and those that go with what is written."""
        wanted = self._groups | self.facts.used_groups()
        if not self.lines["condition_text"].isHidden():
            wanted.add(Group.CONDITION)
        if self._terms.is_standing_rule:
            wanted.add(Group.RULE)
        return wanted


def _summary(terms: DecisionTerms) -> str:
    """``På betingelse, fast regel``."""
    words = [label(terms.modifier)] if terms.modifier is not Modifier.PLAIN else []
    words += [_("Standing rule")] if terms.is_standing_rule else []
    return ", ".join(words).capitalize()


class _TermLine(QWidget):
    def __init__(self, name: str, saver: Saver) -> None:
        super().__init__()
        words, hint = (_(text) for text in _NAMES[name])
        self.field = GrowingLine(words, Role.DECISION, 22, "text", hint)
        self.binding = LineBinding(self.field, saver)
        mark = Label(f"{words}:", Role.META, "text2")
        keep(mark, lambda: mark.setFixedSize(theme().px(_MARK), theme().px(22)))
        layout = row(mark, self.field, spacing=6, margins=(INSET, 0, 0, 0))
        layout.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def _save(describe: Describe, name: str, words: str) -> None:
    describe(**{name: words.strip()})
