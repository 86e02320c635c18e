"""The toolbar of the text editor, cut to the room there is. Public: ``ToolRow``."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.history import HistoryActions
from app.ui.richtext import RichTextToolbar
from app.ui.theme import keep, theme
from app.ui.widgets import Line

_LAST_FIRST = (
    "footnote", "picture", "redo", "undo", "confidential", "link", "table", "indent", "outdent",
    "numbers", "italic",
)  # fmt: skip
_HEIGHT = 38


class ToolRow(QWidget):
    """In a narrow pane the last buttons go first, into the menu of a button "…"."""

    def __init__(self, history: HistoryActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toolbar = RichTextToolbar(self)
        self.toolbar.follow_history(history)
        keep(self, self._restyle)

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [self.toolbar.style_chooser, *self.toolbar.buttons.values(), self.toolbar.more]

    def sizeHint(self) -> QSize:
        return QSize(200, theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        more, buttons = self.toolbar.more, self.toolbar.buttons
        for button in buttons.values():
            button.show()
        more.hide()
        more.setVisible(self._needed() > self.width())
        for key in _LAST_FIRST:
            if self._needed() <= self.width():
                break
            buttons[key].hide()
        self.toolbar.setGeometry(0, 0, self.width(), self.height())

    def _needed(self) -> int:
        self._show_dividers()
        layout = self.toolbar.layout()
        assert layout is not None
        return layout.minimumSize().width()

    def _show_dividers(self) -> None:
        """A divider only where a button follows it."""
        layout, follows = self.toolbar.layout(), False
        assert layout is not None
        for index in reversed(range(layout.count())):
            widget = layout.itemAt(index).widget()  # type: ignore[union-attr]
            if isinstance(widget, Line):
                widget.setVisible(follows)
                follows = False
            elif widget is not None and not widget.isHidden():
                follows = True

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(_HEIGHT))
        self._fit()
