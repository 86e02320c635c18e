"""How far a follow-up is, chosen from a menu. Public: ``StatusButton`` with ``chosen(status)``."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.i18n import _
from app.labels import label
from app.models.follow_up import FollowUpStatus
from app.ui.pages.workbench.editor.fields.meta_field import MetaButton


class StatusButton(MetaButton):
    """Shows the status in words; ``chosen`` tells another that the user has chosen."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.menu_now)
        self.value = FollowUpStatus.OPEN
        self.show_status(self.value)

    def show_status(self, value: str) -> None:
        """Show what is stored."""
        self.value = FollowUpStatus(value)
        self.setText(label(self.value))
        self.setAccessibleName(_("Status: {status}").format(status=label(self.value)))
        self.updateGeometry()

    def menu_now(self) -> QMenu:
        """All there are, the one that holds ticked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for status in FollowUpStatus:
            action = menu.addAction(label(status), partial(self._choose, status))
            action.setCheckable(True)
            action.setChecked(status is self.value)
            action.setActionGroup(group)
        return menu

    def _choose(self, status: FollowUpStatus) -> None:
        if status is not self.value:
            self.chosen.emit(status)
