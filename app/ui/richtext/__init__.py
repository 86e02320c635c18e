"""The text editor: formatted text on screen, its converters, its toolbar (decisions 0020-0023).

Public: ``RichTextEdit`` (the field), ``RichTextToolbar`` (acts on the field with the focus),
``EditorStyle``, ``RichDocument``; ``to_document`` and ``from_document``; ``from_html`` and
``from_plain`` for what is pasted.
"""

from app.ui.richtext.document import RichDocument
from app.ui.richtext.editor import RichTextEdit
from app.ui.richtext.paste import from_html, from_plain
from app.ui.richtext.reader import from_document
from app.ui.richtext.style import EditorStyle
from app.ui.richtext.toolbar import RichTextToolbar
from app.ui.richtext.writer import to_document

__all__ = [
    "EditorStyle",
    "RichDocument",
    "RichTextEdit",
    "RichTextToolbar",
    "from_document",
    "from_html",
    "from_plain",
    "to_document",
]
