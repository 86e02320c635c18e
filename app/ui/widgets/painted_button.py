"""What buttons that paint themselves share.

Public: ``PaintedButton``: reached by Tab, pressed by Enter as by Space; ``is_enter(event)``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


class PaintedButton(QAbstractButton):
    """A button without a look of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter, by the letters or by the digits."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
