"""A section in the form: its label, its text, and the recommendations placed in it.

Public: ``SectionPart(context, saver)`` with ``show_section``, ``flush``, ``release``,
``focus_first``, ``tab``; ``SectionActions`` says what the label's menu can do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.i18n import _
from app.labels import label
from app.models.agenda_words import SectionKind
from app.services.queries.items import RecommendationView, SectionView
from app.services.sections import edit_section_text, rename_section
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.content.part_label import PartLabel
from app.ui.pages.workbench.editor.content.recommendation import RecommendationBlock
from app.ui.pages.workbench.editor.fields.binding import TextBinding
from app.ui.pages.workbench.editor.fields.inset import Inset
from app.ui.pages.workbench.editor.fields.pool import Pool
from app.ui.pages.workbench.editor.pictures import pictures_of
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.pages.workbench.editor.tabs import Tab
from app.ui.richtext import RichTextEdit

_FIXED = 2  # label and text stand above the recommendations


class SectionActions(Protocol):
    """What can be done with a section beside writing in it."""

    def section_menu(self, section_id: UUID | None) -> QMenu: ...


class SectionPart(QWidget):
    """Label, text, recommendations. Those placed in no section have ``section`` None."""

    stored = Signal()
    restructured = Signal(object)
    files_dropped = Signal(list)

    def __init__(
        self,
        context: AppContext,
        saver: Saver,
        actions: SectionActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._saver, self._actions = context, saver, actions
        self.section: SectionView | None = None
        self._sets: tuple[RecommendationView, ...] = ()
        self.label = PartLabel()
        self.label.menu_of = self._menu
        self.label.renamed.connect(self.rename)
        self.editor = RichTextEdit(image_of=pictures_of(context))
        self.editor.setPlaceholderText(_("Write here"))
        self.binding = TextBinding(self.editor, saver)
        self.binding.stored.connect(self.stored)
        self.editor.files_dropped.connect(self.files_dropped)
        self._lay_out()

    @property
    def place(self) -> object:
        """Id of the section, or "recommendation"."""
        return self.section.id if self.section else "recommendation"

    @property
    def tab(self) -> Tab:
        """How the tab shows it."""
        return Tab(self.place, self.label.text, self._is_filled())

    @property
    def bindings(self) -> list[TextBinding]:
        """What keeps the texts."""
        return [self.binding, *(found for block in self._blocks for found in block.bindings)]

    @property
    def blocks(self) -> list[RecommendationBlock]:
        """The recommendations, in order."""
        return self._blocks.used

    @property
    def stops(self) -> Iterator[QWidget]:
        """What the keyboard stops at, in order."""
        yield self.editor
        for block in self.blocks:
            yield from block.stops

    def show_section(
        self, section: SectionView | None, sets: Sequence[RecommendationView], *, is_first: bool
    ) -> None:
        """Show a section with its recommendations; ``is_first`` when no set stands before them."""
        self.section, self._sets = section, tuple(sets)
        words = self._saver.unsaved((section.id, "label"), section.label) if section else ""
        kind = section.kind if section else SectionKind.RECOMMENDATION
        self.label.set_label(words or label(kind))
        self._show_text(section)
        blocks = self._blocks.arrange([found.id for found in sets])
        for index, (block, found) in enumerate(zip(blocks, sets, strict=True)):
            block.show_set(found, is_further=bool(index) or not is_first)

    def show_label(self, shown: bool) -> None:
        """Show the label, or leave it to what is around the section."""
        self._label_row.setVisible(shown)

    def flush(self) -> None:
        """Save what is typed."""
        self._end_renaming()
        self.editor.flush()
        for block in self._blocks:
            block.flush()

    def release(self) -> None:
        """The section is gone."""
        self._end_renaming()
        self.section, self._sets = None, ()
        self.binding.release()
        self._blocks.arrange([])

    def focus_first(self) -> None:
        """Write here."""
        if not self.editor.isHidden():
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.blocks:
            self.blocks[0].rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_text(self, section: SectionView | None) -> None:
        """A recommendation's own text is there only when somebody has written one."""
        self.editor.setAccessibleName(self.label.text)
        if section is None:
            self.binding.release()
            self.editor.hide()
            return
        save = partial(edit_section_text, self._context.database, section.id)
        self.binding.show(section.id, section.text, save)
        self.editor.setVisible(not self._sets or bool(self.binding.text) or self._is_writing())

    def _is_writing(self) -> bool:
        return self.editor.hasFocus() and not self.editor.isHidden()

    def _is_filled(self) -> bool:
        points = any(binding.text for block in self._blocks for binding in block.bindings)
        return points or (self.section is not None and bool(self.binding.text))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._label_row = Inset(self.label)
        layout.addWidget(self._label_row)
        layout.addWidget(self.editor)
        self._blocks: Pool[RecommendationBlock] = Pool(self._make_block, layout, _FIXED)

    def _make_block(self) -> RecommendationBlock:
        block = RecommendationBlock(self._context, self._saver)
        block.stored.connect(self.stored)
        block.restructured.connect(self.restructured)
        block.files_dropped.connect(self.files_dropped)
        return block

    def _menu(self) -> QMenu:
        return self._actions.section_menu(self.section.id if self.section else None)

    def rename(self, words: str) -> None:
        """Give the section another label."""
        if self.section is not None:
            key, section_id = (self.section.id, "label"), self.section.id
            save = partial(rename_section, self._context.database, section_id)
            self._saver.keep(key, words, save)
            self.stored.emit()

    def _end_renaming(self) -> None:
        words = self.label.end_renaming()
        if words is not None:
            self.rename(words)


def kind_choices() -> list[tuple[SectionKind, str]]:
    """The kinds a new section can have, with the label it is born with."""
    return [
        (kind, _("Section") if kind is SectionKind.OTHER else label(kind)) for kind in SectionKind
    ]
