"""The keys of the program by place, as the help shows them.

Public: ``key_list(pages)`` gives ``KeyGroup`` with its ``KeyRow``. Keys of actions and of the
editor's commands come from their own tables; only what a list or a field does by itself is written
here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from app.i18n import N_, _
from app.models.decision import Outcome
from app.ui.actions import SPECS
from app.ui.richtext.editor_state import COMMANDS

if TYPE_CHECKING:
    from app.ui.main_window import PageSpec


@dataclass(frozen=True)
class KeyRow:
    """``keys`` as this system writes them, and what they do."""

    keys: str
    words: str


@dataclass(frozen=True)
class KeyGroup:
    """Where the keys work, and the keys."""

    title: str
    rows: tuple[KeyRow, ...]


_Own = tuple[str, str]
"""Keys that are no action's, as Qt writes them or as they are, and what they do (a msgid)."""

_ON_MAC = sys.platform == "darwin"
_ANYWHERE: tuple[str | _Own, ...] = (
    "undo", "redo", "new_meeting", "help", "settings", "full_screen", "quit",
    *(() if _ON_MAC else (("Alt", N_("Show or hide the menu bar")),)),
    ("Esc", N_("Close a dialog, a menu or a message")),
)  # fmt: skip
_PLACES: tuple[tuple[str, tuple[str | _Own, ...]], ...] = (
    (
        N_("Lists"),
        (
            "find",
            ("Up", N_("Choose the row above")),
            ("Down", N_("Choose the row below")),
            ("Home", N_("First row")),
            ("End", N_("Last row")),
            ("Return", N_("Open the row")),
            ("Del", N_("Delete the meeting or the item")),
            "finish_follow_up",
            ("F2", N_("Edit group …")),
        ),
    ),
    (
        N_("Fields"),
        (
            ("Esc", N_("Take back what you have written in the field")),
            ("Alt+Down", N_("Choose a date in the calendar")),
        ),
    ),
    (
        N_("Meeting and agenda"),
        (
            "new_item", "rename_item", "toggle_closed", "move_up", "move_down",
            "previous_item", "next_item", "meeting_details", "export",
            "toggle_preview", "zoom_in", "zoom_out",
        ),
    ),
    (
        N_("Item and decision"),
        (
            ("Alt+PgUp", N_("Previous part of the item")),
            ("Alt+PgDown", N_("Next part of the item")),
            (f"1–{len(Outcome)}", N_("Choose the outcome")),
            ("Del", N_("Take the outcome away")),
        ),
    ),
    (
        N_("Attachments"),
        (
            ("Return", N_("Open the file")),
            ("F2", N_("Correct the title")),
            ("L", N_("Open or closed")),
            ("Alt+Up", N_("Move the attachment up")),
            ("Alt+Down", N_("Move the attachment down")),
            ("Del", N_("Delete the attachment")),
        ),
    ),
    (
        N_("Text"),
        (
            "cut", "copy", "paste", ("Ctrl+Shift+V", N_("Paste as plain text")), "select_all",
            "bold", "italic", "underline", "bullets", "numbers", "indent", "outdent",
            "link", "open_link", "footnote", "picture", "caption", "confidential",
        ),
    ),
)  # fmt: skip


def key_list(pages: Iterable[PageSpec]) -> list[KeyGroup]:
    """All keys; ``pages`` are those of the navigation with keys of their own."""
    to_pages = [KeyRow(_native(one.shortcut), one.text) for one in pages]
    anywhere = KeyGroup(_("Everywhere"), (*_rows(_ANYWHERE), *to_pages))
    return [anywhere, *(KeyGroup(_(title), _rows(keys)) for title, keys in _PLACES)]


def _rows(entries: Sequence[str | _Own]) -> tuple[KeyRow, ...]:
    return tuple(_row(entry) for entry in entries)


def _row(entry: str | _Own) -> KeyRow:
    if isinstance(entry, tuple):
        keys, words = entry
    elif entry in SPECS:
        keys, words = SPECS[entry].shortcut, SPECS[entry].text
    else:
        keys, words = COMMANDS[entry].shortcut, COMMANDS[entry].name
    return KeyRow(_native(keys), _(words).removesuffix(" …"))


def _native(keys: str) -> str:
    """What Qt knows as keys in this system's words; "1–7" stays as it is."""
    found = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return found or keys
