"""Every action of the program: words, keys, tip and icon in one table.

Public: ``make_action(key, parent, slot)`` gives a QAction that works while ``parent`` (a page or
the window) has the focus inside it; ``SPECS`` is the table; ``keys_of`` and ``tip`` say its keys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.i18n import N_, _
from app.ui.icons import set_icon


@dataclass(frozen=True)
class ActionSpec:
    """Words are msgids; ``tip`` says what it does where the words alone do not."""

    text: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    is_checkable: bool = False


SPECS: dict[str, ActionSpec] = {
    "undo": ActionSpec(N_("Undo"), "Ctrl+Z", "undo-2"),
    "redo": ActionSpec(N_("Redo"), "Ctrl+Y", "redo-2"),
    "cut": ActionSpec(N_("Cut"), "Ctrl+X"),
    "copy": ActionSpec(N_("Copy"), "Ctrl+C", "copy"),
    "paste": ActionSpec(N_("Paste"), "Ctrl+V"),
    "select_all": ActionSpec(N_("Select all"), "Ctrl+A"),
    "find": ActionSpec(N_("Find on the page"), "Ctrl+F", "search"),
    "settings": ActionSpec(N_("Settings"), "Ctrl+,", "settings"),
    "full_screen": ActionSpec(N_("Full screen"), "F11", "maximize", is_checkable=True),
    "help": ActionSpec(N_("Keys and help"), "F1", "book-open"),
    "about": ActionSpec(N_("About Mødeværk")),
    "quit": ActionSpec(N_("Quit Mødeværk"), "Ctrl+Q", "log-out"),
    "new_meeting": ActionSpec(N_("New meeting …"), "Ctrl+Shift+N", "calendar-plus"),
    "new_body": ActionSpec(N_("New group …"), "", "users"),
    "edit_body": ActionSpec(N_("Edit group …"), "", "pen-line"),
    "delete_body": ActionSpec(N_("Delete group"), "", "trash-2"),
    "import": ActionSpec(N_("Import minutes …"), "", "folder-input"),
    "finish_follow_up": ActionSpec(N_("Set the task finished"), "Space", "check"),
    "new_item": ActionSpec(N_("New item"), "Ctrl+N", "plus"),
    "new_information": ActionSpec(N_("New information item"), "", "list-plus"),
    "new_theme": ActionSpec(N_("New theme item"), "", "list-plus"),
    "new_closed_item": ActionSpec(N_("New closed item"), "", "lock"),
    "rename_item": ActionSpec(N_("Rename item"), "F2", "pen-line"),
    "meeting_details": ActionSpec(
        N_("Meeting details …"), "Alt+Return", "calendar-days", N_("Date, time, place and people")
    ),
    "delete_meeting": ActionSpec(N_("Delete meeting"), "", "trash-2"),
    "zoom_in": ActionSpec(N_("Zoom in"), "Ctrl++", "zoom-in"),
    "zoom_out": ActionSpec(N_("Zoom out"), "Ctrl+-", "zoom-out"),
    "delete_item": ActionSpec(N_("Delete item"), "", "trash-2"),
    "move_up": ActionSpec(N_("Move item up"), "Alt+Up", "arrow-up"),
    "move_down": ActionSpec(N_("Move item down"), "Alt+Down", "arrow-down"),
    "previous_item": ActionSpec(N_("Previous item"), "Ctrl+PgUp", "chevron-up"),
    "next_item": ActionSpec(N_("Next item"), "Ctrl+PgDown", "chevron-down"),
    "toggle_closed": ActionSpec(
        N_("Open or closed"),
        "Ctrl+Shift+L",
        "lock",
        N_("A closed item is left out of the open edition"),
    ),
    "toggle_preview": ActionSpec(
        N_("Preview"), "Ctrl+Shift+P", "panel-right", N_("Show or hide the pages"), True
    ),
    "export": ActionSpec(N_("Export …"), "Ctrl+Shift+E", "file-down"),
    "add_attachments": ActionSpec(N_("Add attachments …"), "", "paperclip"),
}


MENU_ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""Where macOS puts them; it guesses by their words for those that have no role of their own."""


def make_action(
    key: str,
    parent: QWidget,
    slot: Callable[..., object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> QAction:
    """The action ``key`` for a page or the window; its shortcut works inside ``parent``."""
    spec = SPECS[key]
    action = QAction(_(spec.text), parent)
    action.setObjectName(key)
    action.setMenuRole(MENU_ROLES.get(key, QAction.MenuRole.NoRole))
    action.setCheckable(spec.is_checkable)
    action.setShortcutContext(context)
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
    if spec.icon:
        set_icon(action, spec.icon)
    action.setToolTip(tip(key))
    action.setStatusTip(_(spec.tip))
    action.triggered.connect(slot)
    parent.addAction(action)
    return action


def keys_of(key: str) -> str:
    """The keys of an action as this system writes them: "Ctrl+Z", "⌘Z"."""
    return QKeySequence(SPECS[key].shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def tip(key: str) -> str:
    """Words and keys, as a tooltip has them: "Nyt punkt (Ctrl+N)"."""
    spec, keys = SPECS[key], keys_of(key)
    words = _(spec.tip) or _(spec.text).removesuffix(" …")
    return f"{words} ({keys})" if keys else words
