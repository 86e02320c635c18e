"""Udtalelser: remarks minuted under somebody's name, in the decision box.

Public: ``StatementLines(context, saver)`` with ``show_item``, ``add``, ``flush``; signals
``stored``, ``restructured(focus)``, ``files_dropped``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.services.queries.items import ItemView, StatementView
from app.services.statements import (
    add_statement,
    delete_statement,
    edit_statement_text,
    move_statement,
    rename_statement,
)
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.fields.binding import LineBinding, TextBinding
from app.ui.pages.workbench.editor.fields.growing_line import GrowingLine
from app.ui.pages.workbench.editor.fields.pool import Pool
from app.ui.pages.workbench.editor.fields.row_menu import RowMenuButton
from app.ui.pages.workbench.editor.measures import GUTTER
from app.ui.pages.workbench.editor.pictures import pictures_of
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.receipts import say_undoable
from app.ui.richtext import RichTextEdit
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import Label
from app.ui.widgets.layouts import column, row


class StatementLines(QWidget):
    """Nothing is shown while there is none."""

    stored = Signal()
    restructured = Signal(object)
    files_dropped = Signal(list)

    def __init__(self, context: AppContext, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self._view: ItemView | None = None
        head = row(Label(_("Statements"), Role.SECTION_LABEL, "text2"))
        lines = column(spacing=6)
        self.setLayout(column(head, lines, spacing=4))
        self._lines: Pool[StatementLine] = Pool(self._make, lines)
        keep(self, lambda: head.setContentsMargins(theme().px(GUTTER), 0, 0, 0))

    @property
    def lines(self) -> list[StatementLine]:
        """The statements, in order."""
        return self._lines.used

    @property
    def bindings(self) -> list[TextBinding]:
        """What keeps the texts."""
        return [line.binding for line in self._lines]

    @property
    def stops(self) -> Iterator[QWidget]:
        """What the keyboard stops at, in order."""
        for line in self.lines:
            yield from (line.name, line.editor, line.menu)

    def show_item(self, view: ItemView) -> None:
        """Show the statements of an item, or news of them."""
        self._view = view
        found, count = view.statements, len(view.statements)
        for index, line in enumerate(self._lines.arrange([one.id for one in found])):
            line.show_statement(found[index], index, count)
        self.setVisible(count > 0)

    def flush(self) -> None:
        """Save what is typed."""
        for line in self._lines:
            line.flush()

    def release(self) -> None:
        """There is no item."""
        self._view = None
        self._lines.arrange([])

    def focus_row(self, key: object) -> bool:
        """Write in the statement of this id; False when there is none."""
        line = self._lines.of(key)
        if line is not None:
            line.focus_first()
        return line is not None

    def add(self) -> None:
        """A further statement, beginning with who makes it."""
        if self._view is not None:
            act = partial(add_statement, self._context.database, self._view.id)
            self.restructured.emit(self._saver.make(act))

    def _make(self) -> StatementLine:
        line = StatementLine(self._context, self._saver)
        line.stored.connect(self.stored)
        line.menu.moved.connect(partial(self._move, line))
        line.menu.deletion_asked.connect(partial(self._delete, line))
        line.editor.files_dropped.connect(self.files_dropped)
        return line

    def _move(self, line: StatementLine, index: int) -> None:
        line.flush()
        if line.view is not None:
            act = partial(move_statement, self._context.database, line.view.id, index)
            self._saver.attempt(act)
            self.restructured.emit(line.view.id)

    def _delete(self, line: StatementLine) -> None:
        if line.view is None:
            return
        line.flush()
        done = self._saver.attempt(partial(delete_statement, self._context.database, line.view.id))
        self.restructured.emit(None)
        if done:
            say_undoable(self._context, _("The statement is deleted."))


class StatementLine(QWidget):
    """Who, and below it what was said."""

    stored = Signal()

    def __init__(self, context: AppContext, saver: Saver) -> None:
        super().__init__()
        self._context = context
        self.view: StatementView | None = None
        self.name = GrowingLine(_("Who said it"), Role.STRONG, 22, "text", _("Write who said it"))
        self.editor = RichTextEdit(image_of=pictures_of(context), role=Role.DECISION, line=22)
        self.editor.setPlaceholderText(_("Write what was said"))
        self.menu = RowMenuButton(_("Delete statement"))
        self._name = LineBinding(self.name, saver)
        self.binding = TextBinding(self.editor, saver)
        for binding in (self._name, self.binding):
            binding.stored.connect(lambda _value: self.stored.emit())
        self.name.entered.connect(partial(self.editor.setFocus, Qt.FocusReason.TabFocusReason))
        self._lay_out()

    def show_statement(self, view: StatementView, index: int, count: int) -> None:
        """Show a statement, the ``index``-th of ``count``."""
        self.view = view
        database = self._context.database
        self._name.show((view.id, "name"), view.name, partial(rename_statement, database, view.id))
        self.binding.show(view.id, view.text, partial(edit_statement_text, database, view.id))
        name = _("Statement of {name}").format(name=view.name or index + 1)
        self.editor.setAccessibleName(name)
        self.menu.show_place(name, index, count)

    def flush(self) -> None:
        """Save what is typed."""
        self._name.flush()
        self.editor.flush()

    def release(self) -> None:
        """The statement is gone."""
        self.view = None
        self._name.release()
        self.binding.release()

    def focus_first(self) -> None:
        """Write the name, or the words when there is a name."""
        first = self.editor if self.name.text() else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setSpacing(4)
        head.addWidget(self.name, 0, 0)
        head.addWidget(self.menu, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.editor)
        keep(self, lambda: head.setContentsMargins(theme().px(GUTTER), 0, 0, 0))
