"""What can be done with sections: add, rename, move, delete; further recommendations.

Public: ``SectionMenus(context, saver, flush, parent)`` with ``section_menu(id)``, ``add_menu()``,
signals ``restructured(focus)`` and ``rename_asked(id)``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import _
from app.models.agenda_words import AFTER_MEETING_KINDS, SectionKind
from app.services.queries.items import ItemView, item_view
from app.services.recommendations import (
    add_point,
    add_recommendation_section,
    add_recommendation_set,
    delete_recommendation_set,
)
from app.services.sections import add_section, delete_section, move_section
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.content.section_part import kind_choices
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.receipts import say_undoable


class SectionMenus(QObject):
    """Makes the menus of the labels, the tabs and the "+"; ``restructured`` tells where to write
    next: the id of a section or a point, or None. ``flush`` saves what is typed: a step back brings
    only that again which was saved."""

    restructured = Signal(object)
    rename_asked = Signal(object)
    sub_item_asked = Signal()
    statement_asked = Signal()

    def __init__(
        self, context: AppContext, saver: Saver, flush: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._saver, self._window = context, saver, parent
        self._flush = flush
        self._view: ItemView | None = None

    def show_item(self, view: ItemView) -> None:
        """The item that the menus are about."""
        self._view = view

    def section_menu(self, section_id: UUID | None) -> QMenu:
        """The menu of a section; None is the recommendations that are placed in no section."""
        menu = QMenu(self._window)
        if self._view is None:
            return menu
        self._view = item_view(self._context.database, self._view.id)
        ids = [section.id for section in self._view.sections]
        self._offer_recommendations(menu, section_id)
        if section_id not in ids:
            return menu
        index = ids.index(section_id)
        menu.addAction(_("Rename"), partial(self.rename_asked.emit, section_id))
        up = menu.addAction(_("Move up"), partial(self._move, section_id, index - 1))
        down = menu.addAction(_("Move down"), partial(self._move, section_id, index + 1))
        up.setEnabled(index > 0)
        down.setEnabled(index < len(ids) - 1)
        menu.addSeparator()
        menu.addAction(_("Delete section"), partial(self._delete, section_id))
        return menu

    def add_menu(self) -> QMenu:
        """The kinds of section that can be added, and what else an item can have."""
        menu = QMenu(self._window)
        for kind, words in kind_choices():
            menu.addAction(words, partial(self._add, kind, words))
        menu.addSeparator()
        menu.addAction(_("Recommendation of another group"), partial(self._add_set, None))
        menu.addAction(_("Sub-item"), self.sub_item_asked.emit)
        menu.addAction(_("Statement"), self.statement_asked.emit)
        return menu

    def _offer_recommendations(self, menu: QMenu, section_id: UUID | None) -> None:
        assert self._view is not None
        kinds = {section.id: section.kind for section in self._view.sections}
        if kinds.get(section_id or UUID(int=0), SectionKind.RECOMMENDATION) != "recommendation":
            return
        sets = [s for s in self._view.recommendations if s.section_id == section_id]
        for found in sets[-1:]:
            menu.addAction(_("New point"), partial(self._add_point, found.id))
        words = _("Add recommendation of another group") if sets else _("Add recommendation")
        menu.addAction(words, partial(self._add_set, section_id))
        for found in sets[1:] if section_id else sets:
            sender = found.from_text or _("another group")
            text = _("Delete the recommendation of {name}").format(name=sender)
            menu.addAction(text, partial(self._delete_set, found.id))
        menu.addSeparator()

    # --- Acts

    def _add(self, kind: SectionKind, words: str) -> None:
        """Sections of the agenda go before those that are written at the meeting."""
        assert self._view is not None
        view, database = self._view, self._context.database
        before = sum(section.kind not in AFTER_MEETING_KINDS for section in view.sections)
        index = None if kind in AFTER_MEETING_KINDS else before
        if kind is SectionKind.RECOMMENDATION:
            act = partial(add_recommendation_section, database, view.id, words, to_index=index)
        else:
            act = partial(add_section, database, view.id, kind, words, to_index=index)
        self.restructured.emit(self._saver.make(act))

    def _move(self, section_id: UUID, index: int) -> None:
        self._do(partial(move_section, self._context.database, section_id, index), section_id)

    def _delete(self, section_id: UUID) -> None:
        if self._do(partial(delete_section, self._context.database, section_id), None):
            say_undoable(self._context, _("The section is deleted."))

    def _add_set(self, section_id: UUID | None) -> None:
        """A further recommendation stands with the others unless a place is given."""
        assert self._view is not None
        homes = [s.id for s in self._view.sections if s.kind is SectionKind.RECOMMENDATION]
        home = section_id or (homes[-1] if homes else None)
        act = partial(add_recommendation_set, self._context.database, self._view.id)
        made = self._saver.make(partial(act, section_id=home, lead=None))
        self.restructured.emit(made)

    def _add_point(self, set_id: UUID) -> None:
        made = self._saver.make(partial(add_point, self._context.database, set_id))
        self.restructured.emit(made)

    def _delete_set(self, set_id: UUID) -> None:
        if self._do(partial(delete_recommendation_set, self._context.database, set_id), None):
            say_undoable(self._context, _("The recommendation is deleted."))

    def _do(self, act: Callable[[], object], focus: UUID | None) -> bool:
        self._flush()
        done = self._saver.attempt(act)
        self.restructured.emit(focus)
        return done
