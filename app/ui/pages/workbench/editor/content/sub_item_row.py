"""One point below an information item, each field written in place. Public: ``SubItemRow``."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.services.queries.items import SubItemView
from app.services.sub_items import edit_sub_item, edit_sub_item_text
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.fields.binding import LineBinding, TextBinding
from app.ui.pages.workbench.editor.fields.growing_line import GrowingLine
from app.ui.pages.workbench.editor.fields.row_menu import RowMenuButton
from app.ui.pages.workbench.editor.measures import GUTTER
from app.ui.pages.workbench.editor.pictures import pictures_of
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.richtext import RichTextEdit
from app.ui.theme import keep, theme
from app.ui.tokens import Role

_NUMBER = 30  # px from the column's edge to the title


class SubItemRow(QWidget):
    """Number, title, who reports, text. ``moved(row, index)``, ``deletion_asked(row)``."""

    stored = Signal()
    moved = Signal(object, int)
    deletion_asked = Signal(object)

    def __init__(self, context: AppContext, saver: Saver) -> None:
        super().__init__()
        self._context = context
        self.view: SubItemView | None = None
        self.number = GrowingLine(_("Number of the sub-item"), Role.STRONG, 24, "accent", "–")
        self.title = GrowingLine(
            _("Title of the sub-item"), Role.MONTH, 24, "text", _("Write the title")
        )
        self.reporter = GrowingLine(
            _("Who reports"), Role.META, 20, "text2", _("Write who reports")
        )
        self.editor = RichTextEdit(image_of=pictures_of(context))
        self.editor.setPlaceholderText(_("Write here"))
        self.menu = RowMenuButton(_("Delete sub-item"))
        self._lines = [LineBinding(field, saver) for field in self._fields]
        self.binding = TextBinding(self.editor, saver)
        bindings: tuple[LineBinding | TextBinding, ...] = (*self._lines, self.binding)
        for binding in bindings:
            binding.stored.connect(lambda _value: self.stored.emit())
        self.menu.moved.connect(lambda index: self.moved.emit(self, index))
        self.menu.deletion_asked.connect(lambda: self.deletion_asked.emit(self))
        self._lay_out()
        for field, following in zip(self._fields, self.stops[1:], strict=False):
            field.entered.connect(partial(following.setFocus, Qt.FocusReason.TabFocusReason))

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [self.number, self.title, self.reporter, self.editor, self.menu]

    def show_sub_item(self, view: SubItemView, index: int, count: int) -> None:
        """Show a sub-item, the ``index``-th of ``count``."""
        self.view = view
        database = self._context.database
        edit = partial(edit_sub_item, database, view.id)
        values = {
            "number_text": view.number, "title": view.title, "reporter": view.reporter
        }  # fmt: skip
        for binding, (name, value) in zip(self._lines, values.items(), strict=True):
            binding.show((view.id, name), value, partial(_save, edit, name))
        self.binding.show(view.id, view.text, partial(edit_sub_item_text, database, view.id))
        name = _("Sub-item {number}").format(number=view.number or index + 1)
        self.editor.setAccessibleName(name)
        self.menu.show_place(name, index, count)

    def flush(self) -> None:
        """Save what is typed."""
        for line in self._lines:
            line.flush()
        self.editor.flush()

    def release(self) -> None:
        """The sub-item is gone."""
        self.view = None
        for line in self._lines:
            line.release()
        self.binding.release()

    def focus_first(self) -> None:
        """Write the title, or the text when there is a title."""
        first = self.editor if self.title.text() else self.title
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _fields(self) -> list[GrowingLine]:
        return [self.number, self.title, self.reporter]

    def _lay_out(self) -> None:
        self.number.setViewportMargins(0, 2, 0, 0)  # on the line of the larger title
        top = Qt.AlignmentFlag.AlignTop
        head = QGridLayout()
        head.setSpacing(0)
        head.addWidget(self.number, 0, 0, top)
        head.addWidget(self.title, 0, 1, top)
        head.addWidget(self.menu, 0, 2, top)
        head.addWidget(self.reporter, 1, 1)
        head.setColumnStretch(1, 1)
        below = QVBoxLayout()
        below.addWidget(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addLayout(below)

        def fit() -> None:
            px = theme().px
            self.number.setFixedWidth(px(_NUMBER))
            head.setContentsMargins(px(GUTTER), 0, 0, 0)
            below.setContentsMargins(px(_NUMBER), 0, 0, 0)

        keep(self, fit)


def _save(edit: partial[None], name: str, value: str) -> None:
    edit(**{name: value})
