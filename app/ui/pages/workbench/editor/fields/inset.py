"""Room at the left for what has no gutter of its own. Public: ``Inset(content)``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.pages.workbench.editor.measures import COLUMN, GUTTER
from app.ui.theme import keep, theme


class Inset(QWidget):
    """Holds a widget as wide as the words of a text editor, which has a gutter for its bar."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(content)
        keep(self, self._fit)

    def _fit(self) -> None:
        gutter = theme().px(GUTTER)
        self.layout().setContentsMargins(gutter, 0, 0, 0)  # type: ignore[union-attr]
        self.setMaximumWidth(gutter + theme().px(COLUMN))
