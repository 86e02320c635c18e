"""Beslutning: a well before anything is written, then the decision box.

Public: ``DecisionPart(context, saver, actions)`` with ``show_item``, ``flush``, ``tab``,
``restructured``, ``stored``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.models.problems import answers_all
from app.services.decisions import add_free_decision, delete_decision
from app.services.queries.items import ItemView
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.content.part_label import PartLabel
from app.ui.pages.workbench.editor.content.section_part import SectionActions, SectionPart
from app.ui.pages.workbench.editor.decision.answer_all import AnswerAll
from app.ui.pages.workbench.editor.decision.heading import DecisionHeading
from app.ui.pages.workbench.editor.decision.row import DecisionRow
from app.ui.pages.workbench.editor.decision.sources import (
    answer_key,
    is_begun,
    minutes_sections,
    row_sources,
)
from app.ui.pages.workbench.editor.decision.statements import StatementLines
from app.ui.pages.workbench.editor.decision.well import DecisionWell
from app.ui.pages.workbench.editor.fields.binding import TextBinding
from app.ui.pages.workbench.editor.fields.flow import FlowLayout
from app.ui.pages.workbench.editor.fields.inset import Inset
from app.ui.pages.workbench.editor.fields.meta_field import INSET
from app.ui.pages.workbench.editor.fields.pool import Pool
from app.ui.pages.workbench.editor.follow_ups.lines import FollowUpLines
from app.ui.pages.workbench.editor.pictures import pictures_of
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.editor.tabs import Tab
from app.ui.receipts import say_undoable
from app.ui.richtext.document.style import GUTTER
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import DecisionBox, LinkLabel
from app.ui.widgets.layouts import STRETCH, column, row


class DecisionPart(QWidget):
    """What was decided on one item, and what follows from it."""

    restructured = Signal(object)
    stored = Signal()
    files_dropped = Signal(list)
    place = "decision"

    def __init__(
        self,
        context: AppContext,
        saver: Saver,
        actions: SectionActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._saver, self._actions = context, saver, actions
        self._view: ItemView | None = None
        self._is_opened = False
        self.label = PartLabel(_("Decision"))
        self.well = DecisionWell()
        self.well.clicked.connect(self._write_now)
        self.box = DecisionBox()
        self.answer_all = AnswerAll(context, saver, self.flush)
        self.add_decision = LinkLabel(_("Add decision"), Role.META)
        self.add_follow_up = LinkLabel(_("Add follow-up"), Role.META)
        self.add_statement = LinkLabel(_("Add statement"), Role.META)
        self._fill_box()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (self.label, self.well, self.box):
            layout.addWidget(Inset(widget))
        self._connect()

    @property
    def tab(self) -> Tab:
        """How the tab shows it."""
        return Tab(self.place, _("Decision"), self._is_answered())

    @property
    def bindings(self) -> list[TextBinding]:
        """What keeps the texts."""
        sections = [found for part in self._sections for found in part.bindings]
        rows = (line.binding for line in self._rows)
        return [*sections, *rows, *self.statements.bindings]

    @property
    def rows(self) -> list[DecisionRow]:
        """The decisions, in order."""
        return self._rows.used

    @property
    def sections(self) -> list[SectionPart]:
        """Minutes as printed, in order."""
        return self._sections.used

    @property
    def stops(self) -> Iterator[QWidget]:
        """What the keyboard stops at, in order."""
        yield from (self.well.link, self.answer_all)
        for part in self.sections:
            yield from part.stops
        for line in self.rows:
            yield from line.stops
        yield from self.statements.stops
        for follow_up in self.follow_ups.lines:
            yield from follow_up.stops
        yield from (self.add_decision, self.add_follow_up, self.add_statement)

    def show_item(self, view: ItemView) -> None:
        """Show what was decided on an item, or news of it."""
        if self._view is None or view.id != self._view.id:
            self._is_opened = False
        self._view = view
        is_open = self._is_opened or view.is_held or is_begun(view)
        self.label.setVisible(not is_open)
        self.well.setVisible(not is_open)
        self.box.setVisible(is_open)
        if is_open:
            self._show_box(view)
        else:
            self._clear()
            self.statements.show_item(view)

    def flush(self) -> None:
        """Save what is typed."""
        self.heading.flush()
        for part in (*self._sections, *self._rows):
            part.flush()
        self.statements.flush()
        self.follow_ups.flush()

    def release(self) -> None:
        """There is no item."""
        self._view = None
        self._clear()

    def focus_first(self) -> None:
        """Write here."""
        if self.box.isHidden():
            self.well.link.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.rows and self.rows[0].source and self.rows[0].source.set_outcome:
            self.rows[0].focus_first()
        elif self.sections:
            self.sections[0].focus_first()

    def editor_of(self, ids: Collection[UUID]) -> QWidget | None:
        """Where one of these decisions is written; they may be kept under their points."""
        if self._view is None:
            return None
        points = (point for found in self._view.recommendations for point in found.points)
        keys: list[object] = [answer_key(p.id) for p in points if p.decision_id in ids]
        if self._view.decisions and self._view.decisions[0].id in ids:
            keys.append((self._view.id, "free"))
        lines = (self._rows.of(key) for key in keys)
        return next((line.stops[0] for line in lines if line is not None), None)

    def _show_box(self, view: ItemView) -> None:
        sections = minutes_sections(view)
        self.heading.part_with(sections[0].id if sections else None)
        parts = self._sections.arrange([section.id for section in sections])
        for index, (part, section) in enumerate(zip(parts, sections, strict=True)):
            part.show_section(section, (), is_first=True)
            part.show_label(index > 0)  # the first one is the label of the box
        self.heading.show_parts(parts)
        sources = row_sources(self._context.database, view)
        rows = self._rows.arrange([source.key for source in sources])
        for line, source in zip(rows, sources, strict=True):
            line.show_source(source)
        self.answer_all.show_item(view)
        has_points = any(found.points for found in view.recommendations)
        self.add_decision.setVisible(has_points or bool(view.decisions))
        self.add_statement.setVisible(bool(view.statements))
        self.statements.show_item(view)
        self.follow_ups.show_item(view)

    def _is_answered(self) -> bool:
        """As the agenda sees it: by minutes, by one decision on all points, or by one on each."""
        if self._view is None:
            return False
        sets = self._view.recommendations
        said = {s.key: s for line in self.rows if (s := line.source) and line.says_something}
        own = {answer_key(point.id) for found in sets for point in found.points}
        free = [source for key, source in said.items() if key not in own]
        at_once = bool(free) and answers_all(
            has_outcome=any(source.outcome for source in free),
            has_own_answers=len(free) < len(said),
            is_imported=self._view.is_imported,
        )
        asked = {answer_key(p.id) for s in sets if s.is_put_to_decision for p in s.points if p.text}
        is_minuted = any(part.binding.text for part in self.sections)
        return is_minuted or at_once or (bool(said) and asked <= said.keys())

    def _clear(self) -> None:
        self.heading.part_with(None)
        self._sections.arrange([])
        self._rows.arrange([])
        self.statements.release()
        self.follow_ups.release()

    def _fill_box(self) -> None:
        body = self.box.body
        self.box.label.hide()
        body.setContentsMargins(4, 12, 16, 14)
        self.heading = DecisionHeading(self._actions)
        head = row(self.heading, STRETCH, self.answer_all)
        body.addLayout(head)
        sections, rows = column(spacing=8), column(spacing=8)
        body.addLayout(sections)
        body.addLayout(rows)
        self._sections: Pool[SectionPart] = Pool(self._make_section, sections)
        self._rows: Pool[DecisionRow] = Pool(self._make_row, rows)
        self.statements = StatementLines(self._context, self._saver)
        body.addWidget(self.statements)
        self.follow_ups = FollowUpLines(self._context, self._saver)
        lines = row(self.follow_ups)
        flow = FlowLayout(18, 4)
        for link in (self.add_decision, self.add_follow_up, self.add_statement):
            flow.addWidget(link)
        links = row(flow)
        body.addLayout(lines)
        body.addLayout(links)
        body.setSpacing(8)
        keep(self.box, partial(_inset, head, links))
        keep(self.box, lambda: lines.setContentsMargins(theme().px(GUTTER) - INSET, 0, 0, 0))

    def _connect(self) -> None:
        self.answer_all.answered.connect(partial(self.restructured.emit, None))
        self.add_decision.clicked.connect(self._add_decision)
        self.add_follow_up.clicked.connect(self.follow_ups.add)
        self.add_statement.clicked.connect(self.statements.add)
        self.statements.stored.connect(self.stored)
        self.statements.files_dropped.connect(self.files_dropped)
        for lines in (self.statements, self.follow_ups):
            lines.restructured.connect(self.restructured)

    def _make_section(self) -> SectionPart:
        part = SectionPart(self._context, self._saver, self._actions)
        part.stored.connect(self.stored)
        part.restructured.connect(self.restructured)
        part.files_dropped.connect(self.files_dropped)
        return part

    def _make_row(self) -> DecisionRow:
        line = DecisionRow(self._saver, pictures_of(self._context))
        line.stored.connect(partial(self._tell_stored, line))
        line.outcome_set.connect(lambda _key: self.restructured.emit(None))
        line.deletion_asked.connect(self._delete)
        line.editor.files_dropped.connect(self.files_dropped)
        return line

    def _tell_stored(self, line: DecisionRow) -> None:
        """A free decision that has got its first words can be deleted from now on."""
        if line.source and not line.source.number and line.source.decision_id is None:
            self.restructured.emit(None)
        self.stored.emit()

    def _write_now(self) -> None:
        if self._view is not None:
            self._is_opened = True
            self.restructured.emit(None)
            self.focus_first()

    def _add_decision(self) -> None:
        if self._view is None:
            return
        made = self._saver.make(partial(add_free_decision, self._context.database, self._view.id))
        self.restructured.emit(None)
        line = self._rows.of(made)
        if line is not None:
            line.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, decision_id: UUID) -> None:
        self.flush()
        if self._saver.attempt(partial(delete_decision, self._context.database, decision_id)):
            self.restructured.emit(None)
            say_undoable(self._context, _("The decision is deleted."))


def _inset(*rows: QLayout) -> None:
    """Start where the words of the texts start, which have a gutter of their own."""
    for line in rows:
        line.setContentsMargins(theme().px(GUTTER), 0, 0, 0)
