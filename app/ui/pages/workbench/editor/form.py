"""The scrolling form: sections, attachments, decision, one below the other.

Public: ``Form(context, saver)`` with ``show_view``, ``flush``, ``tabs``, ``go_to(place)``,
``place_of(widget)``; signals ``stored``, ``restructured(focus)``, ``files_dropped``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.models.agenda_words import AFTER_MEETING_KINDS
from app.services.queries.items import ItemView, RecommendationView, SectionView
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.attachments.part import AttachmentsPart
from app.ui.pages.workbench.editor.content.part_label import PartLabel
from app.ui.pages.workbench.editor.content.section_menu import SectionMenus
from app.ui.pages.workbench.editor.content.section_part import SectionPart
from app.ui.pages.workbench.editor.content.sub_items_part import SubItemsPart
from app.ui.pages.workbench.editor.decision.part import DecisionPart
from app.ui.pages.workbench.editor.fields.binding import TextBinding
from app.ui.pages.workbench.editor.fields.pool import Pool
from app.ui.pages.workbench.editor.measures import GUTTER, side
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.editor.sight import Sight
from app.ui.pages.workbench.editor.tabs import Tab
from app.ui.theme import keep, theme

_BETWEEN, _TOP, _BOTTOM = 15, 18, 90
_USUAL_SECTIONS = 4
_LOOSE = "recommendation"  # key of recommendations that are placed in no section
Part = SectionPart | SubItemsPart | AttachmentsPart | DecisionPart


class Form(QScrollArea):
    """All parts of one item in their order. Widgets are kept and filled anew for the next item."""

    stored = Signal()
    restructured = Signal(object)
    files_dropped = Signal(list)

    def __init__(self, context: AppContext, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self.menus = SectionMenus(context, saver, self.flush, self)
        self.menus.restructured.connect(self.restructured)
        self.menus.rename_asked.connect(self._rename_section)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._sections: Pool[SectionPart] = Pool(self._make_section, self._column)
        self.sub_items = SubItemsPart(context, saver)
        self.attachments = AttachmentsPart(context, saver)
        self.decision = DecisionPart(context, saver, self.menus)
        for part in (self.sub_items, self.attachments, self.decision):
            self._column.addWidget(part)
            part.restructured.connect(self.restructured)
        self._column.addStretch(1)
        for written in (self.sub_items, self.decision):
            written.stored.connect(self.stored)
            written.files_dropped.connect(self.files_dropped)
        self.menus.sub_item_asked.connect(self.sub_items.add)
        self.menus.statement_asked.connect(self.decision.statements.add)
        self._set_up()

    @property
    def parts(self) -> list[Part]:
        """All parts in order."""
        below = [self.sub_items] if self.sub_items.is_wanted else []
        return [*self._sections.used, *below, self.attachments, self.decision]

    @property
    def sections(self) -> list[SectionPart]:
        """The sections before attachments and decision."""
        return self._sections.used

    @property
    def tabs(self) -> list[Tab]:
        """How the tabs show the parts."""
        return [part.tab for part in self.parts]

    @property
    def bindings(self) -> Iterator[TextBinding]:
        """What keeps the texts."""
        for part in self._sections.used:
            yield from part.bindings
        yield from self.sub_items.bindings
        yield from self.decision.bindings

    @property
    def stops(self) -> Iterator[QWidget]:
        """What the keyboard stops at, in order."""
        for part in self.parts:
            yield from part.stops

    def show_view(self, view: ItemView) -> None:
        """Show an item, or news of the one that is shown."""
        self.menus.show_item(view)
        sections = [s for s in view.sections if s.kind not in AFTER_MEETING_KINDS]
        rows: list[tuple[object, SectionView | None, list[RecommendationView]]] = [
            (section.id, section, _placed(view, {section.id})) for section in sections
        ]
        homes = {section.id for section in sections}
        loose = [found for found in view.recommendations if found.section_id not in homes]
        if loose:
            rows.append(((view.id, _LOOSE), None, loose))
        self._show_sections(view, rows)
        self.sub_items.show_item(view)
        self.attachments.show_item(view)
        self.decision.show_item(view)

    def prepare(self) -> None:
        """Make what most cases need, while nobody waits."""
        self._sections.prepare(_USUAL_SECTIONS)

    def flush(self) -> None:
        """Save what is typed."""
        for part in self._sections.used:
            part.flush()
        self.sub_items.flush()
        self.attachments.flush()
        self.decision.flush()

    def release(self) -> None:
        """There is no item."""
        self._sections.arrange([])
        self.sub_items.release()
        self.attachments.release()
        self.decision.release()

    def part(self, place: object) -> Part | None:
        """The part at a place."""
        return next((part for part in self.parts if part.place == place), None)

    def place_beside(self, place: object, by: int) -> object:
        """The place before or after another, the first where that is none of the parts."""
        places = [part.place for part in self.parts]
        at = places.index(place) + by if place in places else 0
        return places[min(max(at, 0), len(places) - 1)]

    def label_of(self, place: object) -> PartLabel | None:
        """The label with the menu of a part."""
        part = self.part(place)
        if isinstance(part, DecisionPart):
            return part.heading
        return part.label if isinstance(part, SectionPart) else None

    def place_of(self, widget: QWidget | None) -> object:
        """Where a widget stands; None outside the parts."""
        around = self._part_around(widget) if widget is not None else None
        return around.place if around is not None else None

    def go_to(self, place: object) -> None:
        """Scroll to a part and write there."""
        minutes = (part for part in self.decision.sections if part.place == place)
        part = self.part(place) or next(minutes, None)
        if part is not None:
            part.focus_first()
            self.scroll_to(part)

    def choose_files(self) -> None:
        """Go to the attachments and ask which files to add."""
        self.go_to(self.attachments.place)
        self.attachments.choose_files()

    def show_place(self, place: object) -> None:
        """Scroll to a part without going there."""
        if (part := self.part(place)) is not None:
            self.scroll_to(part)

    def scroll_to(self, part: QWidget) -> None:
        """Bring the top of a part to the top."""
        self._content.layout().activate()  # type: ignore[union-attr]
        top = part.mapTo(self._content, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - theme().px(_TOP))

    def focus_key(self, key: object) -> bool:
        """Write in the point, sub-item, statement or follow-up of this id; False when there is
        none."""
        blocks = (block for part in self._sections.used for block in part.blocks)
        return (
            any(block.focus_row(key) for block in blocks)
            or self.sub_items.focus_row(key)
            or self.decision.statements.focus_row(key)
            or self.decision.follow_ups.focus_row(key)
        )

    def focus_changed(self, ids: Collection[UUID]) -> bool:
        """Write where one of these rows is shown; False when it is none of the texts."""
        found = next((b for b in self.bindings if b.key in ids and not b.editor.isHidden()), None)
        editor = found.editor if found is not None else self.decision.editor_of(ids)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(editor)
        return editor is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_sections(
        self,
        view: ItemView,
        rows: Iterable[tuple[object, SectionView | None, list[RecommendationView]]],
    ) -> None:
        rows = list(rows)
        parts = self._sections.arrange([key for key, _section, _sets in rows])
        first = view.recommendations[0].id if view.recommendations else None
        for part, (_key, section, sets) in zip(parts, rows, strict=True):
            part.show_section(section, sets, is_first=not sets or sets[0].id == first)

    def _make_section(self) -> SectionPart:
        part = SectionPart(self._context, self._saver, self.menus)
        part.stored.connect(self.stored)
        part.restructured.connect(self.restructured)
        part.files_dropped.connect(self.files_dropped)
        return part

    def _rename_section(self, section_id: UUID) -> None:
        found = (part.label for part in self.sections if part.place == section_id)
        label = next(found, None) or self.decision.heading.rename_of(section_id)
        if label is not None:
            label.rename_here()

    def _part_around(self, widget: QWidget) -> Part | None:
        around = (part for part in self.parts if widget is part or part.isAncestorOf(widget))
        return next(around, None)

    def _set_up(self) -> None:
        Sight(self, self._part_around)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep(self, self._fit)

    def _fit(self) -> None:
        px, edge = theme().px, side(self.width())
        bar = self.width() - self.viewport().width()
        self._column.setSpacing(px(_BETWEEN))
        self._column.setContentsMargins(edge - px(GUTTER), px(_TOP), edge - bar, px(_BOTTOM))


def _placed(view: ItemView, homes: set[UUID]) -> list[RecommendationView]:
    return [found for found in view.recommendations if found.section_id in homes]
