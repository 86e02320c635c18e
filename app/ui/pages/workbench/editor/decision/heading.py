"""The label of the decision box, which is that of the minutes where there are some.

Public: ``DecisionHeading(actions)`` with ``part_with``, ``show_parts``, ``flush``, ``rename_of``.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QMenu

from app.i18n import pgettext
from app.ui.pages.workbench.editor.content.part_label import PartLabel
from app.ui.pages.workbench.editor.content.section_part import SectionActions, SectionPart


class DecisionHeading(PartLabel):
    """Stands for the label of the first section of the minutes: with its menu, renamed in place."""

    def __init__(self, actions: SectionActions) -> None:
        super().__init__(pgettext("paper", "Decision"), "accent")
        self._actions = actions
        self._parts: list[SectionPart] = []
        self.renamed.connect(self._rename)

    def part_with(self, first: UUID | None) -> None:
        """Another section will be the first one: what is being written belongs to this."""
        if [first] != [self._id_of(part) for part in self._parts[:1]]:
            self.flush()

    def show_parts(self, parts: Sequence[SectionPart]) -> None:
        """Show the label of the first of these, or that of any decision."""
        self._parts = list(parts)
        self.menu_of = self._menu if parts else None
        self.set_label(parts[0].label.text if parts else pgettext("paper", "Decision"))

    def flush(self) -> None:
        """Save the label that is being written."""
        words = self.end_renaming()
        if words is not None:
            self._rename(words)

    def rename_of(self, section_id: UUID) -> PartLabel | None:
        """Where the label of this section is written; None when it is not in the box."""
        for part in self._parts:
            if self._id_of(part) == section_id:
                return self if part is self._parts[0] else part.label
        return None

    def _rename(self, words: str) -> None:
        for part in self._parts[:1]:
            part.label.set_label(words)
            part.rename(words)

    def _menu(self) -> QMenu:
        """The menu of the section; each has its own where there are several."""
        menus = [(part, self._actions.section_menu(self._id_of(part))) for part in self._parts]
        if len(menus) == 1:
            return menus[0][1]
        whole = QMenu(self)
        for part, menu in menus:
            menu.setTitle(part.label.text)
            whole.addMenu(menu)
        return whole

    def _id_of(self, part: SectionPart) -> UUID | None:
        return part.section.id if part.section is not None else None
