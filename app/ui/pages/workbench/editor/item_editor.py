"""The editor of one agenda item: head, tools, tabs and the scrolling form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.context import AppContext

if TYPE_CHECKING:
    from app.storage.changes import Changes


class ItemEditor(QWidget):
    """Shows one item and saves what is typed in it.

    ``place_changed`` tells where the cursor is: the id of a section, or one of the words "head",
    "recommendation", "attachments" and "decision". ``title_edited`` comes at every key.
    """

    place_changed = Signal(object)
    saving = Signal()
    saved = Signal()
    title_edited = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_id: UUID | None = None
        self._context = context
        self.setMinimumWidth(460)
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_item(self, item_id: UUID | None) -> None:
        """Save what is typed and show another item; ``None`` shows nothing."""
        self.flush()
        self.item_id = item_id

    def flush(self) -> None:
        """Save now what is typed."""

    def reload(self, changes: Changes | None) -> None:
        """Others changed something (``None``: anything): show it, keeping what is being typed."""
