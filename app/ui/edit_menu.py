"""The menu "Redigér": the two steps of the history, and what is done to the text in hand.

Public: ``EditMenu(history, text, parent)``; ``text()`` gives the widget that the words act on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from app.i18n import _
from app.ui.actions import make_action
from app.ui.history import HistoryActions, Text

_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYS = {
    "cut": Qt.Key.Key_X,
    "copy": Qt.Key.Key_C,
    "paste": Qt.Key.Key_V,
    "select_all": Qt.Key.Key_A,
}


class EditMenu(QMenu):
    """Cut, copy, paste and select all; what cannot be done now is grey.

    The keys are those of the text itself and only shown here: a table has its own Ctrl+C.
    """

    def __init__(
        self, history: HistoryActions, text: Callable[[], QWidget | None], parent: QWidget
    ) -> None:
        super().__init__(_("&Edit"), parent)
        self._history, self._text = history, text
        self.addActions([history.undo, history.redo])
        self.addSeparator()
        self.cut, self.copy, self.paste = map(self._add, ("cut", "copy", "paste"))
        self.addSeparator()
        self.select_all = self._add("select_all")
        self.aboutToShow.connect(self._fit)
        self.aboutToHide.connect(self._offer_all)

    def _add(self, key: str) -> QAction:
        """It does what its keys do: a text may have a way of its own, with pictures for one."""

        def press() -> None:
            editor = self._editor()
            if editor is not None:
                event = QKeyEvent(QEvent.Type.KeyPress, _KEYS[key], _CONTROL)
                QApplication.sendEvent(editor, event)

        return make_action(key, self, press, Qt.ShortcutContext.WidgetShortcut)

    def _editor(self) -> Text | None:
        found = self._text()
        return found if isinstance(found, Text) else None

    def _fit(self) -> None:
        editor = self._editor()
        writable = editor is not None and not editor.isReadOnly()
        marked = editor is not None and _has_marked(editor)
        for step, action in self._steps():
            action.setEnabled(self._history.can(step))
        self.cut.setEnabled(writable and marked)
        self.copy.setEnabled(marked)
        self.paste.setEnabled(writable)
        self.select_all.setEnabled(editor is not None)

    def _steps(self) -> tuple[tuple[str, QAction], ...]:
        return ("undo", self._history.undo), ("redo", self._history.redo)

    def _offer_all(self) -> None:
        """The keys work while the menu is closed, whatever was grey when it was open."""
        steps = (action for _step, action in self._steps())
        for action in (*steps, self.cut, self.copy, self.paste, self.select_all):
            action.setEnabled(True)


def _has_marked(editor: Text) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.hasSelectedText()
    return editor.textCursor().hasSelection()
