"""An editor in a scrolling form, and quick ways to make texts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as PillowImage
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.models.richtext import RichText
from app.ui.fonts import load_fonts
from app.ui.richtext import EditorStyle, RichTextEdit
from app.ui.richtext.pictures.dialog import PictureDialog
from app.ui.theme import theme
from tests.ui.richtext.shelf import Shelf, question

Stroke = str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]


@pytest.fixture(scope="session")
def _fonts(qapp) -> None:
    load_fonts()


@pytest.fixture
def style(_fonts) -> EditorStyle:
    return EditorStyle.of(theme())


@pytest.fixture
def shelf() -> Shelf:
    """Where the editor keeps its pictures."""
    return Shelf()


@pytest.fixture
def form(qtbot, _fonts, shelf) -> QScrollArea:
    """A form of three fields: line, editor, line."""
    area, inside = QScrollArea(), QWidget()
    layout = QVBoxLayout(inside)
    editor = RichTextEdit(name="Sagsfremstilling", image_of=shelf)
    for field in (QLineEdit(), editor, QLineEdit()):
        layout.addWidget(field)
    layout.addStretch(1)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(800, 400)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    editor.setFocus()
    return area


@pytest.fixture
def editor(form) -> RichTextEdit:
    return form.findChild(RichTextEdit)


@pytest.fixture
def typed(qtbot, editor) -> Callable[..., RichText]:
    """Type words and press keys (``Qt.Key`` or (key, modifier)); the text that comes of it."""

    def type_(*strokes: Stroke) -> RichText:
        for stroke in strokes:
            if isinstance(stroke, str):
                _type_words(editor, stroke)
            elif isinstance(stroke, tuple):
                qtbot.keyClick(editor, *stroke)
            else:
                qtbot.keyClick(editor, stroke)
        return editor.text()

    return type_


def _type_words(editor: RichTextEdit, words: str) -> None:
    """As the keyboard does it; Qt's own helper knows Latin-1 only."""
    for letter in words:
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
        )
        QApplication.sendEvent(editor, event)


@pytest.fixture
def at(editor) -> Callable[[str], None]:
    """Put the cursor before the words."""

    def put(words: str) -> None:
        cursor = editor.document().find(words)
        cursor.setPosition(cursor.selectionStart())
        editor.setTextCursor(cursor)

    return put


@pytest.fixture
def select(editor) -> Callable[[str, str], None]:
    """Select from the start of the first words to the end of the last."""

    def mark(first: str, last: str = "") -> None:
        start = editor.document().find(first)
        end = editor.document().find(last or first)
        cursor = editor.textCursor()
        cursor.setPosition(start.selectionStart())
        cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)

    return mark


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kort over fjorden.png"
    PillowImage.new("RGB", (60, 40), (21, 89, 122)).save(path)
    return path


@pytest.fixture
def answer(editor) -> Callable[..., PictureDialog]:
    """Fill in the open question and press the button."""

    def fill(alternative: str = "Kort over fjorden", caption: str = "", *, hidden: bool = False):
        dialog = question(editor)
        assert dialog is not None
        dialog.alternative.setText(alternative)
        dialog.caption.setText(caption)
        dialog.confidential.setChecked(hidden)
        dialog.accept()
        return dialog

    return fill
