"""What the window asks of a page.

Public: ``Page`` (base class), ``PageHead(title)`` (title in serif, note beside it, buttons at the
right).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.context import AppContext
from app.ui.tokens import Role
from app.ui.widgets.labels import Label, share_baseline

if TYPE_CHECKING:
    from app.storage.changes import Changes

PADDING = 36
RIGHT = 24  # what stands at the right is nearer to the edge


class Page(QWidget):
    """A page: made once, opened at places, reloaded when others have changed what it shows."""

    title = ""
    collapses_navigation = False
    hides_navigation = False

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def open(self, **where: Any) -> None:
        """Show a place; without one, what was shown last."""

    def take_focus(self) -> None:
        """Put the keyboard where work begins here."""
        self.setFocus()

    def prepare(self) -> None:
        """Made ahead of time, while the program is idle: read what will probably be wanted."""

    def reload(self, changes: Changes | None) -> None:
        """Others changed something; None means: read everything again."""

    def shows(self, changes: Changes) -> bool:
        """Whether an undone change can be seen here; if not, the window goes where it can."""
        return True

    def unsaved_words(self) -> str:
        """Save what is typed; what cannot be saved now, as people read it."""
        return ""

    def refused_words(self) -> str:
        """What stands in fields that do not take it, as people read it."""
        return ""

    def body_in_view(self) -> UUID | None:
        """The group that is looked at, for which a new meeting would be."""
        return None

    def menu_actions(self) -> list[QAction]:
        """What the menu "Side" offers while this page is shown."""
        return []


class PageHead(QWidget):
    """The head of a page; add buttons with ``add``."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = Label(title, Role.PAGE_TITLE)
        self.note = Label("", Role.BASE, "text2")
        share_baseline(self.note, self.title)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(PADDING, 26, RIGHT, 12)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.title)
        self._layout.addSpacing(6)
        self._layout.addWidget(self.note, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addStretch(1)

    def add(self, button: QWidget) -> None:
        """One more at the right."""
        self._layout.addWidget(button)
