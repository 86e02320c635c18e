"""What the preview of an import says of its papers: their names, remarks, lines without a place.

Public: ``names_of(drafts)``, ``failures(problems)``, ``Remarks``, ``UnplacedLines``, each a widget;
the last two with ``show_rows``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.errors import AppError
from app.i18n import _, ngettext, sentence
from app.models.draft import ImportDraft
from app.ui.dialogs.import_rows import NAMED, MeetingRow, remarks_of, unplaced_of
from app.ui.theme import theme
from app.ui.tokens import Role, Tone
from app.ui.widgets import Banner, WrapLabel
from app.ui.widgets.layouts import column

_MOST_LINES = 5  # of remarks; the others are scrolled to
_LEAST, _MOST = 50, 80  # px, height of the lines without a place


def names_of(drafts: Sequence[ImportDraft]) -> WrapLabel:
    """The names of the papers, or their number; then the names are in the tooltip."""
    names = [draft.source_name for draft in drafts]
    if len(names) <= NAMED:
        return WrapLabel(", ".join(names), Role.META, "muted")
    label = WrapLabel(_("{count} papers").format(count=len(names)), Role.META, "muted")
    label.setToolTip("\n".join(names))
    label.setAccessibleDescription(", ".join(names))
    return label


def failures(problems: Sequence[AppError]) -> Banner:
    """Why some papers could not be read."""
    return Banner(" ".join(map(sentence, problems)), Tone.RED, most_lines=_MOST_LINES)


class Remarks(Banner):
    """What a reader should know; hidden while that is nothing."""

    def __init__(self, drafts: Sequence[ImportDraft]) -> None:
        super().__init__("", most_lines=_MOST_LINES)
        self._drafts = drafts

    def show_rows(self, rows: Sequence[MeetingRow]) -> None:
        """Say it anew where it has changed: the words in sight stay so."""
        told = remarks_of(self._drafts, rows)
        if told != self.accessibleName():
            self.set_text(told)
        self.setVisible(bool(told))


class UnplacedLines(QWidget):
    """How many lines found no place, and which; hidden while there are none."""

    def __init__(self, drafts: Sequence[ImportDraft]) -> None:
        super().__init__()
        self._drafts = drafts
        self._count, self.lines = WrapLabel("", Role.META, "amber"), QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(_("Lines without a place"))
        self.lines.setMinimumHeight(theme().px(_LEAST))
        self.lines.setMaximumHeight(theme().px(_MOST))
        self.setLayout(column(self._count, self.lines))

    def show_rows(self, rows: Sequence[MeetingRow]) -> None:
        """The lines of what is taken along; those in sight stay so while they are the same."""
        lines = unplaced_of(rows, self._drafts)
        words = ngettext(
            "{count} line found no place. It follows the meeting, so that nothing is lost.",
            "{count} lines found no place. They follow the meeting, so that nothing is lost.",
            len(lines),
        )
        self._count.setText(words.format(count=len(lines)))
        if (text := "\n".join(lines)) != self.lines.toPlainText():
            self.lines.setPlainText(text)
        self.setVisible(bool(lines))
