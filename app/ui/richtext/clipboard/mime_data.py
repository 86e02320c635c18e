"""Formatted text on the clipboard and in drag and drop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor

from app.models.richtext import (
    EMPTY,
    Paragraph,
    RichText,
    RichTextError,
    Run,
    Runs,
    from_json,
    iter_runs,
    map_runs,
    plain,
    to_json,
)
from app.ui.richtext.clipboard.clip_pictures import Clip
from app.ui.richtext.clipboard.html import to_html
from app.ui.richtext.clipboard.paste import clip_from_html, from_html, from_plain
from app.ui.richtext.document.reader import from_document, read_runs
from app.ui.richtext.document.rich_document import RichDocument

OWN = "application/x-moedevaerk-text"


def can_read(source: QMimeData) -> bool:
    """Whether there is text in it."""
    return source.hasFormat(OWN) or source.hasHtml() or source.hasText()


def local_files(source: QMimeData) -> list[str]:
    """Paths of files in it."""
    return [str(Path(url.toLocalFile())) for url in source.urls() if url.isLocalFile()]


def read(source: QMimeData, *, with_pictures: bool = False) -> Clip:
    """What is in it: our own form before HTML before plain words. Pictures come from HTML."""
    own = _own(source)
    if own.blocks:
        return Clip(own)
    if source.hasHtml():
        html = source.html()
        found = clip_from_html(html) if with_pictures else Clip(from_html(html))
        if found.text.blocks:
            return replace(found, text=_with_outer_blanks(found.text, source.text()))
    return Clip(from_plain(source.text()))


def read_plain(source: QMimeData) -> RichText:
    """The words in it without their looks; confidential ones of our own stay confidential."""
    if is_confidential(source):
        return map_runs(_own(source), _without_looks)
    return from_plain(source.text())


def is_confidential(source: QMimeData) -> bool:
    """Whether some of it was marked as confidential where it comes from."""
    return any(run.confidential for run in iter_runs(_own(source)))


def _own(source: QMimeData) -> RichText:
    """Our own form; nothing where there is none, or one of another version."""
    try:
        return from_json(bytes(source.data(OWN).data()).decode())
    except (RichTextError, UnicodeDecodeError):
        return EMPTY


def _without_looks(runs: Runs) -> Runs:
    return tuple(
        Run(run.text, confidential=run.confidential, footnote=run.footnote) for run in runs
    )


def _with_outer_blanks(text: RichText, words: str) -> RichText:
    """Words from the middle of a line keep the blanks around them, which HTML folds away."""
    first = text.blocks[0]
    if len(text.blocks) > 1 or not isinstance(first, Paragraph):
        return text
    before = (Run(" "),) if words[:1] == " " else ()
    after = (Run(" "),) if words[-1:] == " " else ()
    return RichText((Paragraph((*before, *first.runs, *after)),))


def write(cursor: QTextCursor) -> QMimeData:
    """The selection in all three forms."""
    text = selected_text(cursor)
    made = QMimeData()
    made.setData(OWN, QByteArray(to_json(text).encode()))
    made.setHtml(to_html(text))
    made.setText(plain(text))
    return made


def selected_text(cursor: QTextCursor) -> RichText:
    """The selection as a text; words of one block are a plain paragraph, whatever block it is."""
    document = RichDocument()
    QTextCursor(document).insertFragment(cursor.selection())
    first = cursor.document().findBlock(cursor.selectionStart())
    runs = read_runs(document.begin())
    if first.contains(cursor.selectionEnd()) and runs:
        return RichText((Paragraph(runs),))
    return from_document(document)
