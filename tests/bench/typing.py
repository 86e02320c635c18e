"""Key to paint in a text of 12,000 words, beside a bare QTextEdit with the same words."""

from __future__ import annotations

import itertools
import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from app.models.richtext import Heading, List, ListItem, Paragraph, RichText, Run, plain
from app.ui.fonts import load_fonts
from app.ui.richtext import RichTextEdit

WORDS, KEYS, ENTER_EVERY = 12_000, 400, 10
_SENTENCE = "Kommunerne har drøftet forslaget og peger på en fælles model for ventetid og pladser. "
_TYPED = 'Ventetiden falder - og det er "godt". '


def measure() -> dict[str, float]:
    """Milliseconds from key to painted window: median, 95th percentile and worst, ours and bare.

    The cursor stands in the middle of the text; every tenth key is Enter, which moves all below.
    ``typing_read_ms`` is what the pause after typing costs: reading the whole text for saving.
    """
    application = QApplication.instance() or QApplication([])
    load_fonts()
    text = sample()
    ours, bare = RichTextEdit(), QTextEdit()
    ours.set_text(text)
    bare.setPlainText(plain(text))
    windows = _form(ours), _shown(bare)
    figures = _figures("typing", _times(windows[0], ours))
    figures |= _figures("typing_bare", _times(windows[1], bare))
    started = time.perf_counter()
    ours.text()
    figures["typing_read_ms"] = round((time.perf_counter() - started) * 1000, 2)
    for window in windows:
        window.close()
    application.processEvents()
    return figures


def sample(words: int = WORDS) -> RichText:
    """A long item: headings, paragraphs with some looks, lists."""
    in_sentence = len(_SENTENCE.split())
    sentences = words // in_sentence
    blocks: list[Heading | Paragraph | List] = []
    while sentences > 0:
        blocks.append(Heading((Run("Status og økonomi"),), 1))
        blocks.extend(_paragraph(3) for _ in range(3))
        blocks.append(List(tuple(ListItem((_paragraph(1),)) for _ in range(3))))
        sentences -= 12
    return RichText(tuple(blocks))


def _paragraph(sentences: int) -> Paragraph:
    return Paragraph((Run(_SENTENCE * sentences), Run("Fremhævet. ", bold=True)))


def _form(editor: RichTextEdit) -> QWidget:
    """Ours grows inside a scrolling form."""
    area, inside = QScrollArea(), QWidget()
    QVBoxLayout(inside).addWidget(editor)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    return _shown(area)


def _shown(window: QWidget) -> QWidget:
    window.resize(760, 800)
    window.show()
    return window


def _times(window: QWidget, editor: QTextEdit) -> list[float]:
    window.activateWindow()
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    QApplication.processEvents()
    letters = itertools.cycle(_TYPED)
    return [_press(editor, next(letters), n) for n in range(KEYS)]


def _press(editor: QTextEdit, letter: str, count: int) -> float:
    enter = count % ENTER_EVERY == ENTER_EVERY - 1
    key, words = (Qt.Key.Key_Return, "\r") if enter else (Qt.Key.Key_unknown, letter)
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, words)
    started = time.perf_counter()
    QApplication.sendEvent(editor, event)
    QApplication.processEvents()
    return (time.perf_counter() - started) * 1000


def _figures(name: str, times: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(times, n=20)
    return {
        f"{name}_p50_ms": round(statistics.median(times), 2),
        f"{name}_p95_ms": round(cuts[-1], 2),
        f"{name}_max_ms": round(max(times), 2),
    }


if __name__ == "__main__":
    print(measure())
