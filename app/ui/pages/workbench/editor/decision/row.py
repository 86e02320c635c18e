"""One decision in the box: number, outcome, words. Public: ``DecisionRow``, ``RowSource``."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from app.i18n import _
from app.labels import label
from app.models.decision import Outcome
from app.models.richtext import RichText
from app.services.queries.items import DecisionTerms
from app.ui.pages.workbench.editor.decision.facts import Around, Describe
from app.ui.pages.workbench.editor.decision.outcome_chooser import OutcomeChooser
from app.ui.pages.workbench.editor.decision.terms import TermLines
from app.ui.pages.workbench.editor.fields.binding import TextBinding
from app.ui.pages.workbench.editor.fields.menus import show_menu_below
from app.ui.pages.workbench.editor.fields.meta_field import INSET
from app.ui.pages.workbench.editor.saver import Saver
from app.ui.richtext import RichTextEdit
from app.ui.richtext.document.rich_document import ImageResolver
from app.ui.richtext.document.style import GUTTER
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import IconButton, Label, Size, WrapLabel
from app.ui.widgets.layouts import row
from app.ui.widgets.painting import text_width

_NUMBER, _BETWEEN = 25, 5  # px
_NARROW = 470  # px below which the words stand under the outcome


@dataclass(frozen=True)
class RowSource:
    """What a row shows and where it goes. ``number`` may be a name with a number ("FU 2."), which
    then stands above. ``key`` tells rows apart; ``subject`` names the row in words. Without
    ``set_outcome`` there is no chooser, without ``save`` no text."""

    key: Hashable
    number: str
    subject: str
    outcome: Outcome | None
    text: RichText
    set_outcome: Callable[[Outcome | None], object] | None
    save: Callable[[RichText], object] | None
    terms: DecisionTerms
    describe: Describe
    around: Around
    decision_id: UUID | None = None


class DecisionRow(QWidget):
    """Outcome beside the words where there is room, above them where there is not."""

    stored = Signal()
    outcome_set = Signal(object)
    deletion_asked = Signal(object)

    def __init__(
        self, saver: Saver, image_of: ImageResolver | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._saver = saver
        self.source: RowSource | None = None
        self.number = Label("", Role.STRONG, "accent")
        self.name = WrapLabel("", Role.STRONG, "accent")
        self.chooser = OutcomeChooser()
        self.editor = RichTextEdit(image_of=image_of, role=Role.DECISION, line=22)
        self.binding = TextBinding(self.editor, saver)
        self.binding.stored.connect(self.stored)
        self.terms = TermLines(saver)
        self.terms.stored.connect(self.stored)
        self.terms.changed.connect(self._tell_changed)
        self.more = IconButton("ellipsis", _("More"), size=Size.SMALL)
        self.more.clicked.connect(lambda: show_menu_below(self.menu_now(), self.more))
        self.chooser.chosen.connect(self._set_outcome)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        keep(self, lambda: self._grid.setHorizontalSpacing(theme().px(_BETWEEN)))
        self._words = QWidget()
        self._words.setLayout(row(self.editor, spacing=0))
        self._is_narrow: bool | None = None
        keep(self, lambda: self._arrange(force=True))

    def show_source(self, source: RowSource) -> None:
        """Show a decision, or news of it."""
        self.source = source
        is_number = text_width(theme().font(Role.STRONG), source.number) <= theme().px(_NUMBER)
        self.number.setText(source.number if is_number else "")
        self.name.setText("" if is_number else source.number)
        self.name.setVisible(not is_number)
        self.chooser.show_outcome(source.outcome, source.subject)
        self.chooser.setVisible(source.set_outcome is not None)
        self._words.setVisible(source.save is not None)
        is_said = source.set_outcome is not None and source.outcome is not None
        hint = _("Elaborate (optional)") if is_said else _("Write the decision")
        self.editor.setPlaceholderText(hint)
        self.editor.set_opening(label(source.outcome) if source.outcome is not None else "")
        self.editor.setAccessibleName(_("Decision on {subject}").format(subject=source.subject))
        self.more.rename(_("Decision on {subject}: more").format(subject=source.subject))
        self.terms.show_terms(source.key, source.terms, source.describe, source.around)
        if source.save is not None:
            self.binding.show(source.key, source.text, source.save)
        else:
            self.binding.release()
        self._arrange(force=True)

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [self.chooser, self.editor, self.more, *self.terms.stops]

    @property
    def says_something(self) -> bool:
        """Whether there is an outcome or a word."""
        has_outcome = self.source is not None and self.source.outcome is not None
        return has_outcome or bool(self.binding.text)

    def menu_now(self) -> QMenu:
        """How the decision is bound, and its end."""
        menu = QMenu(self)
        self.terms.fill_menu(menu)
        if self.source is not None and self.source.decision_id is not None:
            menu.addSeparator()
            menu.addAction(_("Delete decision"), self._ask_to_delete)
        return menu

    def flush(self) -> None:
        """Save what is typed."""
        self.editor.flush()
        self.terms.flush()

    def release(self) -> None:
        """The decision is gone."""
        self.source = None
        self.binding.release()
        self.terms.release()

    def focus_first(self) -> None:
        """Write here."""
        first = self.editor if self.chooser.isHidden() else self.chooser
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *, force: bool = False) -> None:
        is_narrow = self.width() < theme().px(_NARROW)
        if is_narrow == self._is_narrow and not force:
            return
        self._is_narrow = is_narrow
        px, top = theme().px, Qt.AlignmentFlag.AlignTop
        number = px(_NUMBER) if self.number.text() else 0
        self.number.setFixedSize(px(GUTTER) + number - px(_BETWEEN), px(28))
        self.number.setContentsMargins(px(GUTTER), 0, 0, 0)
        has_chooser = not self.chooser.isHidden()
        self.name.setContentsMargins(px(GUTTER), 0, 0, px(2))
        self._grid.addWidget(self.name, 0, 0, 1, 4)
        self._grid.addWidget(self.number, 1, 0, top)
        self._grid.addWidget(self.chooser, 1, 1, top)
        self._grid.addWidget(self.more, 1, 3, top)
        self._grid.addWidget(self.terms, 3, 0, 1, 4)
        self.terms.setContentsMargins(px(GUTTER) + number - INSET, px(3), 0, 0)
        if has_chooser and not is_narrow:
            self._set_words(1, 2, 1, 0, px(3))
        elif has_chooser:
            self._set_words(2, 0, 3, number, px(2))
        else:
            self._set_words(1, 0, 3, number, px(3))

    def _set_words(self, row: int, column: int, span: int, left: int, above: int) -> None:
        self._grid.addWidget(self._words, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(2, 1)
        self._words.layout().setContentsMargins(left, above, 0, 0)  # type: ignore[union-attr]

    def _set_outcome(self, outcome: Outcome | None) -> None:
        if self.source is None or self.source.set_outcome is None:
            return
        act = self.source.set_outcome
        self.flush()
        self._saver.attempt(lambda: act(outcome))
        self.outcome_set.emit(self.source.key)

    def _tell_changed(self) -> None:
        if self.source is not None:
            self.outcome_set.emit(self.source.key)

    def _ask_to_delete(self) -> None:
        if self.source is not None and self.source.decision_id is not None:
            self.deletion_asked.emit(self.source.decision_id)
