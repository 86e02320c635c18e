"""The head of the editor: number and title, open or closed, and the small facts.

Public: ``ItemHead(context, saver)`` with ``show_view``, ``flush``, the signals
``title_edited(str)``, ``title_entered`` and ``changed`` (something that others show was saved).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.i18n import _, duration, pgettext
from app.labels import label
from app.models.agenda_words import ItemKind
from app.services.items import edit_item, rename_item, set_closed, set_presenters
from app.services.queries.items import ItemView
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.closed_reason import ClosedReason
from app.ui.pages.workbench.editor.fields.binding import LineBinding
from app.ui.pages.workbench.editor.fields.case_numbers import check_case_number
from app.ui.pages.workbench.editor.fields.flow import FlowLayout
from app.ui.pages.workbench.editor.fields.folding_line import FoldingLine
from app.ui.pages.workbench.editor.fields.meta_field import INSET, MetaChooser, MetaField
from app.ui.pages.workbench.editor.fields.minutes import read_minutes
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.opening import say_opened
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import IconLabel, Label, Segment, SegmentedControl
from app.ui.widgets.layouts import column, row

_LONGEST_TITLE = 300  # characters; four lines of the agenda's front page


class ItemHead(QWidget):
    """What is said of the item before its texts."""

    title_edited = Signal(str)
    title_entered = Signal()
    changed = Signal()

    def __init__(self, context: AppContext, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self._view: ItemView | None = None
        self._make_title()
        self._make_facts()
        self._make_error()
        self.reason = ClosedReason(saver)
        self._lay_out()
        self._bind()

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        facts = (self.case_number, self.minutes, self.presenters)
        fields = [fact.field for fact in facts]
        segments = self.openness.findChildren(QAbstractButton)
        return [self.title, *segments, *fields, self.kind.button, self.reason.field]

    def show_view(self, view: ItemView) -> None:
        """Show an item, or news of the one that is shown."""
        self._view = view
        database, item_id = self._context.database, view.id
        self.number.setText("" if view.number is None else str(view.number))
        self._title.show(
            (item_id, "title"), view.title, lambda text: rename_item(database, item_id, text)
        )
        self.openness.set_value("closed" if view.is_closed else "open")
        self._show_facts(view)
        self.kind.show_value(view.kind)
        self.reason.show_reason(
            (item_id, "reason"),
            view.closed_reason,
            view.is_closed,
            lambda text: edit_item(database, item_id, closed_reason=text.strip()),
        )

    def flush(self) -> None:
        """Save what is typed."""
        for binding in (self._title, *self._facts, self.reason.binding):
            binding.flush()

    def release(self) -> None:
        """There is no item."""
        self._view = None
        for binding in (self._title, *self._facts, self.reason.binding):
            binding.release()

    def focus_title(self) -> None:
        """Write the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_title(self) -> None:
        self.number = Label("", Role.ITEM_TITLE, "accent")
        self.number.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = FoldingLine(
            _("Title of the item"), Role.ITEM_TITLE, 30, placeholder=_("Write a title")
        )
        self.title.room = _LONGEST_TITLE

    def _make_facts(self) -> None:
        words = pgettext("state", "Open"), pgettext("state", "Closed")
        self.openness = SegmentedControl(
            [
                Segment("open", words[0], "lock-open"),
                Segment("closed", words[1], "lock", tone="heather"),
            ],
            _("Open or closed"),
        )
        self.case_number = MetaField(pgettext("field", "Case"), _("Add"))
        self.minutes = MetaField(pgettext("field", "Time"), _("Add"))
        self.presenters = MetaField(pgettext("field", "Presented by"), _("Add"))
        self.kind = MetaChooser(pgettext("field", "Type"), {kind: label(kind) for kind in ItemKind})

    def _make_error(self) -> None:
        self._error = QWidget()
        self._error_words = Label("", Role.META, "red")
        icon = IconLabel("circle-alert", 14, "red")
        self._error.setLayout(row(icon, self._error_words, spacing=6, margins=(INSET, 6, INSET, 0)))
        self._error_words.setWordWrap(True)
        self._error.hide()

    def _lay_out(self) -> None:
        title_row = QHBoxLayout()
        title_row.setContentsMargins(INSET, 0, INSET, 0)
        title_row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        title_row.addWidget(self.title, 1)
        facts = QWidget()
        flow = FlowLayout(12, 8, INSET, facts)
        for widget in (self.openness, self.case_number, self.minutes, self.presenters, self.kind):
            flow.addWidget(widget)
        layout = column(title_row, 10, facts, self._error, self.reason, spacing=0)
        self.setLayout(layout)
        keep(self, lambda: title_row.setSpacing(theme().px(12)))

    def _bind(self) -> None:
        self._title = LineBinding(self.title, self._saver)
        self._facts = [
            LineBinding(field.field, self._saver)
            for field in (self.case_number, self.minutes, self.presenters)
        ]
        for binding, fact in zip(self._facts, (self.case_number, self.minutes), strict=False):
            binding.refused.connect(partial(self._show_refusal, fact))
        self._facts[1].stored.connect(self._tidy_minutes)
        self.title.textEdited.connect(self.title_edited)
        self.title.textChanged.connect(partial(self._show_title_reason, ""))
        self.title.full.connect(self._tell_full)
        self.title.entered.connect(self.title_entered)
        self.openness.chosen.connect(self._set_closed)
        self.kind.chosen.connect(self._set_kind)
        self.reason.closed.connect(self.title_entered)

    def _show_facts(self, view: ItemView) -> None:
        database, item_id = self._context.database, view.id
        minutes = "" if view.duration_min is None else duration(view.duration_min)
        case, time, presenters = self._facts
        case.show(
            (item_id, "case"),
            view.case_number,
            lambda text: edit_item(database, item_id, case_number_printed=text.strip()),
            check_case_number,
        )
        time.show(
            (item_id, "minutes"),
            minutes,
            lambda text: edit_item(database, item_id, duration_min=read_minutes(text)),
            read_minutes,
        )
        presenters.show(
            (item_id, "presenters"),
            _joined(view.presenters),
            lambda text: set_presenters(database, item_id, _names(text)),
        )

    def _tell_full(self) -> None:
        words = _("A title has room for {count} characters. Put the text into a section instead.")
        self._show_title_reason(words.format(count=_LONGEST_TITLE))

    def _show_title_reason(self, reason: str) -> None:
        if reason != self.title.accessibleDescription():
            self.title.setAccessibleDescription(reason)
            self._show_reasons()

    def _show_refusal(self, fact: MetaField, reason: str) -> None:
        fact.show_refusal(reason)
        self._show_reasons()

    def _show_reasons(self) -> None:
        fields = (self.title, self.case_number.field, self.minutes.field)
        reasons = [field.accessibleDescription() for field in fields]
        self._error_words.setText("\n".join(filter(None, reasons)))
        self._error.setVisible(any(reasons))

    def _tidy_minutes(self, typed: str) -> None:
        """Write "1:30" as the house writes it, once it is not being typed any more."""
        minutes = read_minutes(typed)
        if not self.minutes.field.hasFocus() and minutes is not None:
            self._facts[1].show_tidy(duration(minutes))

    def _set_closed(self, key: str) -> None:
        if self._view is None:
            return
        act = partial(set_closed, self._context.database, self._view.id, key == "closed")
        if self._saver.attempt(act):
            self.changed.emit()
            if key == "closed":
                self.reason.ask()
            else:
                say_opened(self._context)
        else:
            self.openness.set_value("closed" if self._view.is_closed else "open")

    def _set_kind(self, kind: ItemKind) -> None:
        if self._view is not None:
            act = partial(edit_item, self._context.database, self._view.id, kind=kind)
            self._saver.attempt(act)
            self.changed.emit()


def _joined(names: Sequence[str]) -> str:
    """Names with commas between, semicolons where a name has a comma of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _names(words: str) -> list[str]:
    return words.split(";" if ";" in words else ",")
