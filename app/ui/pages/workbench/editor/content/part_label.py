"""The label of a section: read, renamed in place, and the handle for moving and deleting it.

Public: ``PartLabel`` with ``set_label``, ``rename_here``, ``end_renaming``, ``renamed(str)``;
``menu_of`` (a function that makes the menu) gives it a menu button.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.i18n import _
from app.ui.pages.workbench.editor.fields.menus import show_menu
from app.ui.theme import keep, set_role, theme
from app.ui.tokens import Role
from app.ui.widgets import IconButton, Label, LineEdit, Size

MenuMaker = Callable[[], QMenu]


class PartLabel(QWidget):
    """A heading of the form. Without a menu it is only read."""

    renamed = Signal(str)

    def __init__(self, text: str = "", tone: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_of: MenuMaker | None = None
        self._is_renaming = False
        self._label = Label(text, Role.SECTION_LABEL, tone)
        self._edit = _LabelEdit()
        self._edit.hide()
        self._button = _MenuButton()
        self._button.clicked.connect(self._open_menu)
        self._edit.editingFinished.connect(self._finish)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._label, self._edit, self._button):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        keep(self, lambda: self.setFixedHeight(theme().px(18)))

    @property
    def text(self) -> str:
        """The words as they are shown."""
        return self._label.text()

    def set_label(self, text: str) -> None:
        """Other words. A colon that a paper printed behind them is not shown, as on paper."""
        shown = text.rstrip(": ")
        self._label.setText(shown)
        self._button.rename(_("Section {label}: more").format(label=shown))
        self._button.setVisible(self.menu_of is not None and not self._is_renaming)

    def rename_here(self) -> None:
        """Write other words in place."""
        self._is_renaming = True
        self._edit.setText(self._label.text())
        self._label.hide()
        self._button.hide()
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._button.set_hot(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._button.set_hot(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.menu_of is not None:
            self.rename_here()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.menu_of is not None:
            self.popup_menu(event.globalPos())

    def popup_menu(self, at: QPoint) -> None:
        """Open the menu at a place of the screen."""
        self._finish()
        if self.menu_of is not None:
            show_menu(self.menu_of(), at)

    def _open_menu(self) -> None:
        self.popup_menu(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def end_renaming(self) -> str | None:
        """Close the field; the words that were written in it, or None when they are no news."""
        if not self._is_renaming:
            return None
        self._is_renaming = False
        words = " ".join(self._edit.text().split())
        self._edit.hide()
        self._label.show()
        self._button.setVisible(self.menu_of is not None)
        if not words or words == self._label.text() or self._edit.was_escaped:
            return None
        self._label.setText(words)
        return words

    def _finish(self) -> None:
        words = self.end_renaming()
        if words is not None:
            self.renamed.emit(words)


class _LabelEdit(LineEdit):
    """Esc leaves the words as they were."""

    def __init__(self) -> None:
        super().__init__("", _("Label of the section"))
        self.was_escaped = False
        self.setProperty("bare", True)
        set_role(self, Role.SECTION_LABEL)

    def setFocus(self, reason: Qt.FocusReason) -> None:  # type: ignore[override]
        self.was_escaped = False
        super().setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.was_escaped = True
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)


class _MenuButton(IconButton):
    """Three dots that are drawn only while they are near the pointer or the keyboard."""

    def __init__(self) -> None:
        super().__init__("ellipsis", _("More"), size=Size.SMALL)
        self._hot = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep(self, lambda: self.setFixedSize(theme().px(24), theme().px(18)))
        self.hide()

    def set_hot(self, hot: bool) -> None:
        self._hot = hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hot or self.hasFocus():
            super().paintEvent(event)
