"""What the toolbar shows of an editor: its commands, which are on and which can be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QTextCursor

from app.i18n import N_
from app.ui.richtext.document.block_state import BlockRole, BlockState, read_state
from app.ui.richtext.document.char_format import CONFIDENTIAL, is_bold, is_footnote
from app.ui.richtext.editing.commands import ParagraphStyle, can_shift, paragraph_style
from app.ui.richtext.editing.containers import line_for
from app.ui.richtext.editing.objects import forward, holds_footnotes, link_address, picture_at

if TYPE_CHECKING:
    from app.ui.richtext.editor import RichTextEdit


@dataclass(frozen=True)
class Command:
    """A command by its key, its name (msgid), its icon and its shortcut as Qt writes it."""

    key: str
    name: str
    icon: str
    shortcut: str = ""
    bound_elsewhere: bool = False  # Tab and Ctrl+Z are handled by the keys themselves


COMMANDS = {
    command.key: command
    for command in (
        Command("bold", N_("Bold"), "bold", "Ctrl+B"),
        Command("italic", N_("Italic"), "italic", "Ctrl+I"),
        Command("underline", N_("Underlined"), "underline", "Ctrl+U"),
        Command("bullets", N_("Bullet list"), "list", "Ctrl+Shift+8"),
        Command("numbers", N_("Numbered list"), "list-ordered", "Ctrl+Shift+7"),
        Command("outdent", N_("One level out"), "indent-decrease", "Shift+Tab", True),
        Command("indent", N_("One level in"), "indent-increase", "Tab", True),
        Command("table", N_("Insert table …"), "table"),
        Command("link", N_("Link …"), "link", "Ctrl+Shift+K"),
        Command("open_link", N_("Open link …"), "external-link", "Ctrl+Return"),
        Command("footnote", N_("Footnote …"), "superscript", "Ctrl+Alt+F"),
        Command("picture", N_("Picture …"), "image", "Ctrl+Alt+P"),
        Command("caption", N_("Caption or who is quoted"), "", "Ctrl+Alt+B"),
        Command("confidential", N_("Confidential passage"), "lock", "Ctrl+Shift+F"),
        Command("undo", N_("Undo in the text"), "undo-2", "Ctrl+Z", True),
        Command("redo", N_("Redo in the text"), "redo-2", "Ctrl+Y", True),
    )
}

LINE_NAMES = {
    BlockRole.TABLE_CAPTION: N_("Table caption"),
    BlockRole.PICTURE_CAPTION: N_("Caption"),
    BlockRole.AUTHOR: N_("Who is quoted"),
}

STYLE_NAMES = {
    ParagraphStyle.BODY: N_("Body text"),
    ParagraphStyle.HEADING: N_("Heading"),
    ParagraphStyle.SUBHEADING: N_("Subheading"),
    ParagraphStyle.QUOTE: N_("Quotation"),
}


@dataclass(frozen=True)
class EditorState:
    """At the cursor: the paragraph style, commands that are on, commands that can be used."""

    paragraph_style: ParagraphStyle
    on: frozenset[str]
    usable: frozenset[str]
    in_table: bool


def editor_state(editor: RichTextEdit) -> EditorState:
    """What stands at the cursor of ``editor``."""
    cursor = editor.textCursor()
    state = read_state(cursor.blockFormat())
    in_table = cursor.currentTable() is not None
    usable = _usable(editor, cursor, state, in_table)
    if editor.isReadOnly():
        usable &= {"open_link"}
    return EditorState(paragraph_style(state), _on(editor, state), usable, in_table)


def _on(editor: RichTextEdit, state: BlockState) -> frozenset[str]:
    cursor = editor.textCursor()
    look = forward(cursor).charFormat() if cursor.hasSelection() else editor.currentCharFormat()
    flags = {
        "bold": is_bold(look),
        "italic": look.fontItalic(),
        "underline": look.fontUnderline(),
        "confidential": look.boolProperty(CONFIDENTIAL),
        "link": look.isAnchor(),
        "footnote": is_footnote(look),
        "bullets": state.marked and not state.ordered,
        "numbers": state.marked and state.ordered,
    }
    return frozenset(key for key, is_on in flags.items() if is_on)


def _usable(
    editor: RichTextEdit, cursor: QTextCursor, state: BlockState, in_table: bool
) -> frozenset[str]:
    in_text = state.role is BlockRole.TEXT
    answers = {
        "indent": can_shift(cursor, 1),
        "outdent": can_shift(cursor, -1),
        "table": not in_table,
        "bullets": in_text,
        "numbers": in_text,
        "footnote": holds_footnotes(cursor),
        "open_link": bool(link_address(cursor)),
        "caption": line_for(cursor) is not None,
        "picture": editor.pictures.can_add or picture_at(cursor) is not None,
        "undo": editor.document().isUndoAvailable(),
        "redo": editor.document().isRedoAvailable(),
    }
    return frozenset(key for key in COMMANDS if answers.get(key, True))


def shortcut_words(shortcut: str) -> str:
    """A shortcut as this system writes it, with the keys' Danish names."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
