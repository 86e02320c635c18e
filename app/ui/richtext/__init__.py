"""The text editor: formatted text on screen, its converters, its toolbar (decisions 0020-0023).

Public: ``RichTextEdit`` (the field), ``RichTextToolbar`` (acts on the field with the focus),
``EditorStyle``, ``RichDocument``; ``to_document`` and ``from_document``; ``from_html`` and
``from_plain`` for what is pasted.
"""

from app.ui.richtext.clipboard.paste import from_html, from_plain
from app.ui.richtext.document.reader import from_document
from app.ui.richtext.document.rich_document import RichDocument
from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.document.writer import to_document
from app.ui.richtext.editor import RichTextEdit
from app.ui.richtext.toolbar import RichTextToolbar

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
