"""The dimming behind a dialog. Public: ``Scrim.behind(dialog)``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.theme import theme
from app.ui.widgets.painting import painter_on

_STRENGTH = 0.42


class Scrim(QWidget):
    """Lies over the window that a dialog was opened from, as long as the dialog can be seen.

    It takes neither clicks nor the keyboard, and goes with the dialog however that ends.
    """

    @classmethod
    def behind(cls, dialog: QDialog) -> None:
        """Dim the window of the dialog's parent whenever the dialog shows."""
        parent = dialog.parentWidget()
        if parent is not None:
            scrim = cls(dialog, parent.window())
            dialog.destroyed.connect(scrim.deleteLater)

    def __init__(self, dialog: QDialog, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._dialog, self._window = dialog, window
        for watched in (dialog, window):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window and kind is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        elif watched is self._dialog and kind is QEvent.Type.Show:
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
        elif watched is self._dialog and kind is QEvent.Type.Hide:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setOpacity(_STRENGTH)
            painter.fillRect(self.rect(), theme().color("scrim"))
