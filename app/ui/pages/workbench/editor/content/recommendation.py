"""A recommendation in the form: who recommends, the lead, the points.

Public: ``RecommendationBlock(context, saver)`` with ``show_set``, ``flush``, ``release``; signals
``restructured(focus)`` (points came, went or moved; ``focus`` is the id to go to), ``stored``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.i18n import _
from app.models.richtext import EMPTY, RichText
from app.services.queries.items import PointView, RecommendationView
from app.services.recommendations import (
    add_point,
    delete_point,
    drop_blank_point,
    edit_point,
    edit_recommendation_set,
    move_point,
    split_point,
)
from app.ui.context import AppContext
from app.ui.pages.workbench.editor.content.point_row import PointRow, point_mark
from app.ui.pages.workbench.editor.fields.binding import LineBinding, TextBinding
from app.ui.pages.workbench.editor.fields.growing_line import GrowingLine
from app.ui.pages.workbench.editor.fields.inset import Inset
from app.ui.pages.workbench.editor.fields.pool import Pool
from app.ui.pages.workbench.editor.pictures import pictures_of
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.richtext.document.rich_document import ImageResolver
from app.ui.theme import theme
from app.ui.tokens import Role

NEW = "new"  # key of the empty row that stands there while a set has no points
_ABOVE_FURTHER = 10  # px that set a further recommendation apart
_FIXED = 2  # widgets above the points
_PRESSED = 50  # ms between two looks at the mouse


class RecommendationBlock(QWidget):
    """One set with its points, each a small text of its own."""

    restructured = Signal(object)
    stored = Signal()
    files_dropped = Signal(list)

    def __init__(self, context: AppContext, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self._view: RecommendationView | None = None
        self._begun: UUID | None = None  # the point that Enter made and nobody has written in
        self.origin = GrowingLine(
            _("Who recommends"), Role.LABEL, 20, "text2", _("Write which group recommends")
        )
        self.lead = GrowingLine(
            _("Lead of the recommendation"), Role.BODY, 23, "muted", _("Write the lead")
        )
        self._origin = LineBinding(self.origin, saver)
        self._lead = LineBinding(self.lead, saver)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Inset(self.origin))
        layout.addWidget(Inset(self.lead))
        self._rows: Pool[_Row] = Pool(self._make_row, layout, _FIXED)
        self.origin.entered.connect(lambda: self.lead.setFocus(Qt.FocusReason.TabFocusReason))
        self.lead.entered.connect(self._enter_points)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    @property
    def rows(self) -> list[PointRow]:
        """The points, in order."""
        return list(self._rows)

    @property
    def bindings(self) -> list[TextBinding]:
        """What keeps the points."""
        return [row.binding for row in self._rows]

    @property
    def set_id(self) -> UUID | None:
        """The set that is shown."""
        return self._view.id if self._view else None

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [self.origin, self.lead, *self.rows]

    def show_set(self, view: RecommendationView, *, is_further: bool) -> None:
        """Show a set; a further one says who recommends."""
        if view.id != self.set_id:
            self._leave()
        self._view = view
        edit = partial(edit_recommendation_set, self._context.database, view.id)
        self._origin.show(
            (view.id, "from"), view.from_text, lambda text: edit(from_text=text.strip())
        )
        self._lead.show(
            (view.id, "lead"), view.lead, lambda text: edit(lead_in_verbatim=text.strip())
        )
        # A fixed lead is passed over by Tab; the arrow up goes there from the first point.
        is_fixed = Qt.FocusPolicy.ClickFocus if view.lead else Qt.FocusPolicy.StrongFocus
        self.lead.setFocusPolicy(is_fixed)
        self.origin.parentWidget().setVisible(is_further or bool(view.from_text))
        above = theme().px(_ABOVE_FURTHER) if is_further else 0
        self.layout().setContentsMargins(0, above, 0, 0)  # type: ignore[union-attr]
        self._show_points(view)

    def flush(self) -> None:
        """Save what is typed."""
        self._origin.flush()
        self._lead.flush()
        for row in self._rows:
            row.flush()

    def release(self) -> None:
        """The set is gone."""
        self._leave()
        self._view = None
        self._origin.release()
        self._lead.release()
        self._rows.arrange([])

    def focus_row(self, point_id: object) -> bool:
        """Write in this point, or begin with this set; False when it is not ours."""
        if point_id == self.set_id:
            first = self.origin if self.origin.isVisible() else self.lead
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        row = self._rows.of(point_id)
        if row is None:
            return False
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show_points(self, view: RecommendationView) -> None:
        new = PointView(view.id, EMPTY, None, None, EMPTY, name=view.next_name)
        points = view.points or (new,)
        blank = {p.id for p in view.points if not p.text and p.decision_id is None}
        self._begun = self._begun if self._begun in blank else None
        keys: list[Hashable] = [point.id for point in view.points] or [(view.id, NEW)]
        for index, (row, point) in enumerate(zip(self._rows.arrange(keys), points, strict=True)):
            row.point_id = point.id if view.points else None
            row.set_mark(point_mark(view.list_style, point.name.mark), point.name.label)
            row.setPlaceholderText("" if view.points else _("Write what is recommended"))
            row.binding.show(keys[index], point.text, self._saving(row, view.id))

    def _make_row(self) -> _Row:
        row = _Row(self._saver, pictures_of(self._context))
        row.split.connect(partial(self._split, row))
        row.emptied.connect(partial(self._remove, row))
        row.moved.connect(partial(self._move, row))
        row.stepped.connect(partial(self._step, row))
        row.files_dropped.connect(self.files_dropped)
        row.binding.stored.connect(partial(self._tell_stored, row))
        return row

    def _saving(self, row: _Row, set_id: UUID) -> Callable[[RichText], object]:
        """What saves the words of a row, also when the row shows another point by then."""
        if row.point_id is not None:
            return partial(edit_point, self._context.database, row.point_id)
        return partial(self._save_first, row, set_id)

    def _save_first(self, row: _Row, set_id: UUID, text: RichText) -> None:
        """The first words of a set make a point."""
        made = add_point(self._context.database, set_id, text)
        if row.binding.key != (set_id, NEW):
            return
        row.point_id = made
        self._rows.rename((set_id, NEW), row.point_id)
        row.binding.adopt(row.point_id, self._saving(row, set_id))
        row.setPlaceholderText("")

    def _tell_stored(self, row: _Row, text: RichText) -> None:
        """The first words of a point, or the loss of all, change what the decision answers."""
        points = self._view.points if self._view else ()
        if bool(text) != any(point.text for point in points if point.id == row.point_id):
            self.restructured.emit(None)
        self.stored.emit()

    def _split(self, row: _Row, head: RichText, rest: RichText) -> None:
        """The point is cut in two, or stays as it is where that cannot be stored."""
        if row.point_id is None:
            return
        act = partial(split_point, self._context.database, row.point_id, head, rest)
        made = self._saver.make(act)
        if made is not None:
            self._begun = None if head and rest else made
            self.restructured.emit(made if head else row.point_id)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Another window is a dialog that may be about to write here."""
        if new is not None and new.window() is self.window() and not self.isAncestorOf(new):
            self._leave()

    def _leave(self) -> None:
        """A point that was begun and not written in goes, once what leads away has happened."""
        begun, self._begun = self._begun, None
        if begun is not None:
            QTimer.singleShot(0, self, lambda: self._drop(begun))

    def _drop(self, begun: UUID) -> None:
        """Not while a mouse button is down: what is pressed must not move away below it."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_PRESSED, self, lambda: self._drop(begun))
            return
        if row := self._rows.of(begun):
            row.flush()
        if not self._context.slot.is_filled or self._saver.unsaved(begun, EMPTY):
            return
        if self._saver.attempt(partial(drop_blank_point, self._context.database, begun)):
            self.restructured.emit(None)

    def _remove(self, row: _Row, is_enter: bool) -> None:
        """Backspace goes back to the point before; Enter leaves the list when it is the last."""
        rows = self._rows.used
        if row.point_id is None or (is_enter and row is not rows[-1]):
            return
        index = rows.index(row)
        neighbour = rows[index - 1] if index else rows[1] if len(rows) > 1 else None
        focus = NEW if is_enter or neighbour is None else neighbour.point_id
        if self._saver.attempt(partial(delete_point, self._context.database, row.point_id)):
            row.binding.release()
            self.restructured.emit(focus)
            if is_enter:
                self.rows[-1].setFocus(Qt.FocusReason.TabFocusReason)
                self.rows[-1].focusNextPrevChild(True)

    def _move(self, row: _Row, by: int) -> None:
        row.flush()
        index = self._rows.used.index(row) + by
        if row.point_id is None or not 0 <= index < len(self._rows.used):
            return
        if self._saver.attempt(partial(move_point, self._context.database, row.point_id, index)):
            self.restructured.emit(row.point_id)

    def _step(self, row: _Row, by: int) -> None:
        """Up and down go from point to point as in one list; from the first one to the lead."""
        index = self._rows.used.index(row) + by
        if index < 0:
            self.lead.setFocus(Qt.FocusReason.OtherFocusReason)
        elif index < len(self._rows.used):
            self._rows.used[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_points(self) -> None:
        self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)


class _Row(PointRow):
    """A point with its binding."""

    def __init__(self, saver: Saver, image_of: ImageResolver) -> None:
        super().__init__(image_of)
        self.point_id: UUID | None = None
        self.binding = TextBinding(self, saver)

    def release(self) -> None:
        """The point is gone."""
        self.point_id = None
        self.binding.release()
