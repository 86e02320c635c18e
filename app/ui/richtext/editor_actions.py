"""The editor's commands: run by key, bound to shortcuts, gathered in the context menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QAction,
    QFont,
    QGuiApplication,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu

from app.i18n import N_, _
from app.models.richtext import EMPTY
from app.ui.richtext.clipboard import mime_data
from app.ui.richtext.document.char_format import CONFIDENTIAL
from app.ui.richtext.document.style import EditorStyle
from app.ui.richtext.editing import commands, tables
from app.ui.richtext.editing.commands import ParagraphStyle
from app.ui.richtext.editing.containers import line_for
from app.ui.richtext.editing.objects import chosen_picture, footnote_at, picture_at, with_notes
from app.ui.richtext.editor_state import (
    COMMANDS,
    LINE_NAMES,
    Command,
    editor_state,
    shortcut_words,
)
from app.ui.richtext.insert_actions import InsertActions

if TYPE_CHECKING:
    from app.ui.history import HistoryActions
    from app.ui.richtext.editor import RichTextEdit

_PASTE_PLAIN = "Ctrl+Shift+V"
_GROWING: tuple[tuple[str, Callable[[QTextCursor, EditorStyle], None]], ...] = (
    (N_("Add row above"), partial(tables.add_row, below=False)),
    (N_("Add row below"), partial(tables.add_row, below=True)),
    (N_("Add column to the left"), partial(tables.add_column, right=False)),
    (N_("Add column to the right"), partial(tables.add_column, right=True)),
)
_SHRINKING: tuple[tuple[str, Callable[[QTextCursor], None]], ...] = (
    (N_("Delete row"), tables.remove_row),
    (N_("Delete column"), tables.remove_column),
    (N_("Delete table"), tables.remove_table),
)


class EditorActions:
    """Commands of one editor; ``run(key)`` does what the toolbar's button of that key does."""

    def __init__(self, editor: RichTextEdit) -> None:
        self._editor, self.inserts = editor, InsertActions(editor)
        self._history: HistoryActions | None = None
        self._doers: dict[str, Callable[[], None]] = {
            "bold": self._toggle_bold,
            "italic": self._toggle_italic,
            "underline": self._toggle_underline,
            "bullets": lambda: self._list(ordered=False),
            "numbers": lambda: self._list(ordered=True),
            "outdent": lambda: self._shift(-1),
            "indent": lambda: self._shift(1),
            "confidential": self._toggle_confidential,
            "undo": partial(self._step, "undo"),
            "redo": partial(self._step, "redo"),
            "picture": editor.pictures.choose,
            **self.inserts.doers,
        }
        for command in COMMANDS.values():
            if command.shortcut and not command.bound_elsewhere:
                self._bind(command.shortcut, partial(self._if_usable, command.key))
        self._bind(_PASTE_PLAIN, self.paste_plain)

    def follow_history(self, history: HistoryActions) -> None:
        """Undo and redo go through the history from now on, as their keys do."""
        self._history = history

    def run(self, key: str) -> None:
        """Do the command and give the focus back to the text."""
        if key in editor_state(self._editor).usable:
            self._doers[key]()
        self._editor.setFocus()

    def set_paragraph_style(self, wanted: ParagraphStyle) -> None:
        """Make the selected paragraphs body text, heading or quotation."""
        editor = self._editor
        commands.set_paragraph_style(editor.textCursor(), wanted, editor.editor_style)
        editor.state_changed.emit()
        editor.setFocus()

    def cut(self) -> None:
        """Cut the selection; a picture takes its line along."""
        if chosen_picture(self._editor.textCursor()) is None:
            self._editor.cut()
            return
        self._editor.copy()
        self._editor.pictures.delete()

    def paste_plain(self) -> None:
        """Paste words without their looks."""
        source: QMimeData | None = QGuiApplication.clipboard().mimeData()
        text = mime_data.read_plain(source) if source is not None else EMPTY
        if text.blocks and not self._editor.isReadOnly():
            self._editor.insert_rich(text)

    def _bind(self, shortcut: str, act: Callable[[], None]) -> None:
        action = QAction(self._editor)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self._editor.addAction(action)

    def _if_usable(self, key: str) -> None:
        if key in editor_state(self._editor).usable:
            self._doers[key]()

    def _step(self, step: str) -> None:
        if self._history is not None:
            self._history.take(step, self._editor)
        else:
            self._editor.undo() if step == "undo" else self._editor.redo()

    # --- Looks

    def _toggle_bold(self) -> None:
        look = QTextCharFormat()
        is_bold = "bold" in editor_state(self._editor).on
        look.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
        self._merge(look)

    def _toggle_italic(self) -> None:
        look = QTextCharFormat()
        look.setFontItalic("italic" not in editor_state(self._editor).on)
        self._merge(look)

    def _toggle_underline(self) -> None:
        look = QTextCharFormat()
        look.setFontUnderline("underline" not in editor_state(self._editor).on)
        self._merge(look)

    def _toggle_confidential(self) -> None:
        if self._editor.pictures.toggle_confidential():
            return
        hidden, cursor = QTextCharFormat(), self._editor.textCursor()
        hidden.setProperty(CONFIDENTIAL, "confidential" not in editor_state(self._editor).on)
        if cursor.hasSelection():  # twice over the same words, Qt loses the cursor on undo
            with_notes(cursor).mergeCharFormat(hidden)
            self._editor.state_changed.emit()
        else:
            self._merge(hidden)

    def _merge(self, look: QTextCharFormat) -> None:
        self._editor.mergeCurrentCharFormat(look)
        self._editor.state_changed.emit()

    # --- Blocks

    def _list(self, *, ordered: bool) -> None:
        commands.toggle_list(self._editor.textCursor(), self._editor.editor_style, ordered=ordered)
        self._editor.state_changed.emit()

    def _shift(self, step: int) -> None:
        commands.shift(self._editor.textCursor(), self._editor.editor_style, step)
        self._editor.state_changed.emit()

    # --- Menu

    def menu(self) -> QMenu:
        """The context menu, made anew for what stands at the cursor."""
        menu = QMenu(self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_commands(menu, "undo", "redo")
        menu.addSeparator()
        self._add_clipboard(menu)
        menu.addSeparator()
        if "open_link" in editor_state(self._editor).usable:
            self._add_commands(menu, "open_link")
        self._add_commands(menu, "table", "picture", "link", "footnote", "confidential")
        self._add_line_beside(menu)
        self._add_deletions(menu)
        if editor_state(self._editor).in_table:
            self._add_table_menu(menu)
        return menu

    def _add_commands(self, menu: QMenu, *keys: str) -> None:
        state = editor_state(self._editor)
        for key in keys:
            command: Command = COMMANDS[key]
            action = _entry(menu, _(command.name), command.shortcut, self._doers[key])
            action.setEnabled(key in state.usable)
            if key == "confidential":
                action.setCheckable(True)
                action.setChecked(key in state.on)

    def _add_line_beside(self, menu: QMenu) -> None:
        """The caption of the table or picture, or the author of the quotation."""
        role = line_for(self._editor.textCursor())
        if role is not None and not self._editor.isReadOnly():
            shortcut = COMMANDS["caption"].shortcut
            _entry(menu, _(LINE_NAMES[role]), shortcut, self._doers["caption"])

    def _add_deletions(self, menu: QMenu) -> None:
        cursor = self._editor.textCursor()
        if self._editor.isReadOnly():
            return
        if footnote_at(cursor) is not None:
            _entry(menu, _("Delete footnote"), "", self.inserts.delete_footnote)
        if picture_at(cursor) is not None:
            _entry(menu, _("Delete picture"), "", self._editor.pictures.delete)

    def _add_clipboard(self, menu: QMenu) -> None:
        editor = self._editor
        selected, writable = editor.textCursor().hasSelection(), not editor.isReadOnly()
        source: QMimeData | None = QGuiApplication.clipboard().mimeData()
        holds_something = source is not None and editor.canInsertFromMimeData(source)
        pastable = writable and holds_something
        for name, shortcut, act, enabled in (
            (N_("Cut"), "Ctrl+X", self.cut, selected and writable),
            (N_("Copy"), "Ctrl+C", editor.copy, selected),
            (N_("Paste"), "Ctrl+V", editor.paste, pastable),
            (N_("Paste as plain text"), _PASTE_PLAIN, self.paste_plain, pastable),
            (N_("Select all"), "Ctrl+A", editor.selectAll, not editor.document().isEmpty()),
        ):
            _entry(menu, _(name), shortcut, act).setEnabled(enabled)

    def _add_table_menu(self, menu: QMenu) -> None:
        editor = self._editor
        menu.addSeparator()
        table_menu = menu.addMenu(_("Table"))
        table_menu.setEnabled(not editor.isReadOnly())
        for name, grow in _GROWING:
            _entry(table_menu, _(name), "", partial(grow, editor.textCursor(), editor.editor_style))
        for name, shrink in _SHRINKING:
            _entry(table_menu, _(name), "", partial(shrink, editor.textCursor()))


def _entry(menu: QMenu, words: str, shortcut: str, act: Callable[[], None]) -> QAction:
    """A menu line; its shortcut is shown, not bound (the editor binds it)."""
    action = menu.addAction(f"{words}\t{shortcut_words(shortcut)}" if shortcut else words)
    action.triggered.connect(lambda _checked=False: act())
    return action
