"""The row of a participant while it is corrected in place: name, and title with place of work.

Public: ``RowEditor(table)`` with ``begin``, ``flush`` and ``is_open``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.theme import theme
from app.ui.widgets import LineEdit
from app.ui.widgets.fields import mark
from app.ui.widgets.painted_button import is_enter
from app.ui.widgets.table_view import TableView

Save = Callable[[str, str], str]
"""Takes the name and what follows it; gives why they cannot be used, or nothing."""
_HEIGHT, _GAP = 34, 4


class RowEditor(QWidget):
    """Two fields over the first two cells of the chosen row.

    Enter saves both and Esc leaves the row as it was. Going elsewhere saves too; what cannot be
    used is then given up.
    """

    def __init__(self, table: TableView) -> None:
        super().__init__(table.viewport())
        self._table, self._row = table, QPersistentModelIndex()
        self._save: Save = lambda _name, _about: ""
        self.name = LineEdit(name=_("Name"), parent=self)
        self.about = LineEdit(name=_("Title and place of work"), parent=self)
        for field in (self.name, self.about):
            field.editingFinished.connect(self._look_after_focus)
        table.horizontalHeader().sectionResized.connect(self._place)
        table.model().modelAboutToBeReset.connect(self._leave)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a row is being corrected."""
        return not self.isHidden()

    def begin(self, name: str, about: str, save: Save) -> None:
        """Correct the chosen row, from its name on."""
        self._row, self._save = QPersistentModelIndex(self._table.currentIndex()), save
        self.name.setText(name)
        self.about.setText(about)
        self._mark("")
        self._place()
        self.show()
        self._enter(self.name)

    def flush(self) -> bool:
        """Save what is being written; what cannot be used stays, and gives False."""
        wrong = self._save(self.name.text(), self.about.text()) if self.is_open else ""
        self._mark(wrong)
        if not wrong:
            self._leave()
        return not wrong

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the fields do not take is not for the table below."""
        if is_enter(event):
            self.flush()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_F1:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From the one to the other; past the ends it is saved."""
        if forward is self.name.hasFocus():
            self._enter(self.about if forward else self.name)
        else:
            self.flush()
        return True

    def _enter(self, field: LineEdit) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()

    def _mark(self, wrong: str) -> None:
        mark(self.name, "invalid", bool(wrong))
        self.name.setAccessibleDescription(wrong)

    def _look_after_focus(self) -> None:
        QTimer.singleShot(0, self, self._leave_if_left)

    def _leave_if_left(self) -> None:
        is_left = not (self.name.hasFocus() or self.about.hasFocus())
        if self.is_open and is_left and not self.flush():
            self.hide()

    def _leave(self) -> None:
        """Where a field had the keyboard, the table has it."""
        if self.name.hasFocus() or self.about.hasFocus():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _place(self) -> None:
        model, row = self._table.model(), self._row.row()
        cells = [self._table.visualRect(model.index(row, at)) for at in range(2)]
        self.setGeometry(cells[0].united(cells[1]))
        height = theme().px(_HEIGHT)
        for cell, field in zip(cells, (self.name, self.about), strict=True):
            top = (cell.height() - height) // 2
            field.setGeometry(QRect(cell.left() - self.x(), top, cell.width() - _GAP, height))
