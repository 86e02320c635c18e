"""The small facts that bind a decision: deadline, validity, delegation, the groups it names.

Public: ``TermFacts(saver)`` with ``show_terms``, ``open_group``, ``show_groups``, ``flush``,
``release``; ``Group`` (facts that come together), ``Around`` (what the fields need to know of the
meeting); signals ``stored`` after typing, ``chosen`` after a choice, ``left``.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from app.errors import InvalidInput
from app.i18n import N_, _, long_date
from app.models.fuzzy_date import Precision, parse_fuzzy_date
from app.services.queries.items import DecisionTerms, NamedBody
from app.ui.pages.workbench.editor.fields.binding import LineBinding
from app.ui.pages.workbench.editor.fields.deadline import deadline_doubt
from app.ui.pages.workbench.editor.fields.flow import FlowLayout
from app.ui.pages.workbench.editor.fields.meta_field import INSET, MenuField, MetaField
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.tokens import Role
from app.ui.widgets import WrapLabel

Describe = Callable[..., object]


class Group(enum.Enum):
    """Facts that come and go together."""

    CONDITION = "condition"
    RULE = "rule"
    VALIDITY = "validity"
    DELEGATION = "delegation"


@dataclass(frozen=True)
class Around:
    """``bodies`` tells the groups of the register, ``met_on`` is what a year left out goes by."""

    bodies: Callable[[], Sequence[NamedBody]]
    met_on: dt.date


_BODIES = {
    "condition_body": (N_("Awaits"), Group.CONDITION, "condition_body_id"),
    "anchored_in": (N_("Anchored in"), Group.RULE, "anchored_in_body_id"),
    "delegated_to": (N_("Delegated to"), Group.DELEGATION, "delegated_to_body_id"),
}
_TEXTS = {
    "condition_due": (N_("Deadline"), N_("By when"), Group.CONDITION),
    "valid_from": (N_("Valid from"), N_("Date"), Group.VALIDITY),
    "valid_to": (N_("Valid until"), N_("Date"), Group.VALIDITY),
    "delegation_scope": (N_("May decide on"), N_("Write what"), Group.DELEGATION),
    "delegated_until": (N_("Delegated until"), N_("Date"), Group.DELEGATION),
}
_ENDS = ("valid_from", "valid_to")
_DATES = frozenset({*_ENDS, "delegated_until"})
_ORDER = (
    "condition_body", "condition_due", "anchored_in", "valid_from", "valid_to", "delegated_to",
    "delegation_scope", "delegated_until",
)  # fmt: skip


class TermFacts(QWidget):
    """Label above, value below, side by side; each group is hidden until it is wanted."""

    stored = Signal()
    chosen = Signal()
    left = Signal()

    def __init__(self, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = saver
        self._terms = DecisionTerms()
        self._describe: Describe | None = None
        self._around: Around | None = None
        self.fields = {
            name: MetaField(_(words), _(hint)) for name, (words, hint, _group) in _TEXTS.items()
        }
        self.bodies = {
            name: MenuField(_(words), partial(self._menu, name))
            for name, (words, _group, _column) in _BODIES.items()
        }
        self._bindings = {n: LineBinding(f.field, saver) for n, f in self.fields.items()}
        self.refusal = WrapLabel("", Role.META, "red")
        self._lay_out()
        self._connect()

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [self._stop(name) for name in _ORDER]

    def show_terms(
        self, key: Hashable, terms: DecisionTerms, describe: Describe, around: Around
    ) -> None:
        """Show the facts of a decision; ``describe`` stores fields by their name."""
        self._terms, self._describe, self._around = terms, describe, around
        for name, binding in self._bindings.items():
            value = getattr(terms, name)
            words = _shown(value) if name in _DATES else value
            check = partial(self._read, name) if name in _DATES else None
            doubt = self._doubt if name == "condition_due" else None
            binding.show((key, name), words, partial(self._save, name), check, doubt=doubt)
        for name, field in self.bodies.items():
            body: NamedBody | None = getattr(terms, name)
            field.show_words(body.name if body else _("Choose group"))

    def used_groups(self) -> set[Group]:
        """The groups of which anything is written."""
        return {
            _group_of(name)
            for name in _ORDER
            if getattr(self._terms, name) or (name in self.fields and self._words(name))
        }

    def show_groups(self, groups: Iterable[Group]) -> None:
        """Show these groups, and with them all that has the focus."""
        shown = {*groups, *(_group_of(n) for n in _ORDER if self._stop(n).hasFocus())}
        for name in _ORDER:
            self._field(name).setVisible(_group_of(name) in shown)
        self.setVisible(bool(shown))

    def focus_group(self, group: Group) -> None:
        """Write the first fact of a group."""
        first = next(name for name in _ORDER if _group_of(name) is group)
        self._stop(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is typed."""
        for binding in self._bindings.values():
            binding.flush()

    def release(self) -> None:
        """The decision is gone."""
        self._terms, self._describe = DecisionTerms(), None
        for binding in self._bindings.values():
            binding.release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Groups that were left empty may go, once the focus has arrived elsewhere."""
        if isinstance(event, QFocusEvent) and _is_leaving(event):
            QTimer.singleShot(0, self, self._tell_left)
        return super().eventFilter(watched, event)

    def _tell_stored(self, _words: str) -> None:
        """One end of a span may have been refused because of the other."""
        for name in _ENDS:
            self._bindings[name].flush()
        self.stored.emit()

    def _tell_left(self) -> None:
        for name in _DATES:
            self._tidy(name)
        if QApplication.focusWidget() not in self.stops:
            self.left.emit()

    def _lay_out(self) -> None:
        facts = QWidget()
        facts.setMinimumWidth(1)  # a long name is shortened before it widens the editor
        flow = FlowLayout(12, 4, INSET, facts)
        for name in _ORDER:
            flow.addWidget(self._field(name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(2)
        layout.addWidget(facts)
        layout.addWidget(self.refusal)
        self.refusal.setContentsMargins(INSET, 0, 0, 0)
        self.refusal.hide()

    def _connect(self) -> None:
        for name, binding in self._bindings.items():
            binding.stored.connect(self._tell_stored)
            binding.refused.connect(partial(self._refuse, name))
        for stop in self.stops:
            stop.installEventFilter(self)

    def _field(self, name: str) -> QWidget:
        return self.fields[name] if name in self.fields else self.bodies[name]

    def _stop(self, name: str) -> QWidget:
        return self.fields[name].field if name in self.fields else self.bodies[name].button

    def _words(self, name: str) -> str:
        return self.fields[name].field.text().strip()

    def _read(self, name: str, words: str) -> dt.date | None:
        """The day that is written; raises ``InvalidInput`` for what is none, or lies wrongly."""
        day = self._day(words)
        if words.strip() and day is None:
            raise InvalidInput(N_("Write a date, for example 2/6, 2. juni or om 14 dage."))
        if name in _ENDS:
            first, last = (day if n == name else self._day(self._words(n)) for n in _ENDS)
            if first and last and last < first:
                raise InvalidInput(N_("The decision ends before it begins. Correct the dates."))
        return day

    def _doubt(self, words: str) -> str:
        return deadline_doubt(words, self._around.met_on) if self._around is not None else ""

    def _day(self, words: str) -> dt.date | None:
        if self._around is None:
            return None
        found = parse_fuzzy_date(words, self._around.met_on)
        return found.first if found.precision is Precision.DAY else None

    def _save(self, name: str, words: str) -> None:
        if self._describe is not None:
            value = self._read(name, words) if name in _DATES else words.strip()
            self._describe(**{name: value})

    def _tidy(self, name: str) -> None:
        """Write "1/7" as the house writes it, once it is not being typed any more."""
        field = self.fields[name].field
        words = _shown(self._day(field.text()))
        is_written = field.hasFocus() or field.accessibleDescription()
        if words and words != field.text() and not is_written:
            self._bindings[name].show_tidy(words)

    def _refuse(self, name: str, reason: str) -> None:
        self.fields[name].show_refusal(reason)
        reasons = [field.field.accessibleDescription() for field in self.fields.values()]
        words = next(filter(None, reasons), "")
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self)
        chosen: NamedBody | None = getattr(self._terms, name)
        for body in self._around.bodies() if self._around else ():
            action = menu.addAction(body.name, partial(self._choose, name, body))
            action.setCheckable(True)
            action.setChecked(body == chosen)
        menu.addSeparator()
        menu.addAction(_("No group"), partial(self._choose, name, None))
        return menu

    def _choose(self, name: str, body: NamedBody | None) -> None:
        if self._describe is not None:
            values = {_BODIES[name][2]: body.id if body else None}
            self._saver.attempt(partial(self._describe, **values))
            self.chosen.emit()


def _is_leaving(event: QFocusEvent) -> bool:
    """A menu that opens does not count."""
    return event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason


def _group_of(name: str) -> Group:
    return _TEXTS[name][2] if name in _TEXTS else _BODIES[name][1]


def _shown(day: dt.date | None) -> str:
    return long_date(day, weekday=False).replace("\u00a0", " ") if day else ""
