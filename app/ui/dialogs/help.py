"""F1: the keys by place, and how the most common things are done. Public: ``HelpDialog``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.ui.actions import SPECS, keys_of
from app.ui.dialogs.base import Dialog
from app.ui.key_list import KeyGroup, KeyRow, key_list
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets import Label, SectionLabel, Segment, SegmentedControl, WrapLabel
from app.ui.widgets.key_caps import KeyCaps
from app.ui.widgets.layouts import STRETCH, column, row
from app.ui.widgets.scrolled_words import KeyScrollArea

if TYPE_CHECKING:
    from app.ui.main_window import PageSpec

_SIZE = (820, 620)
_SCROLLING = (
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_Up, Qt.Key.Key_Down,
)  # fmt: skip
_HOW_TO = (
    (
        N_("Import minutes"),
        N_(
            "Choose Import minutes … in the menu File. You see the meetings and items before "
            "anything is saved."
        ),
    ),
    (
        N_("Make a new item"),
        N_("Press {new_item} in the meeting and write the title. Move the item with {move_up} "
           "and {move_down}."),
    ),
    (
        N_("Close an item"),
        N_("Press {toggle_closed} and write the reason. In the open edition only the number and "
           "the words Closed item are left."),
    ),
    (
        N_("Export to PDF"),
        N_("Press {export} in the meeting. Choose agenda or minutes, open or full edition."),
    ),
    (
        N_("Undo"),
        N_("Press {undo}. It takes back what you write and then one action at a time, deleted "
           "items and imports too. {redo} does it again."),
    ),
)  # fmt: skip


class HelpDialog(Dialog):
    """Two leaves; each scrolls with the arrows, Page Up and Page Down, Home and End."""

    def __init__(self, pages: Iterable[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(_("Keys and help"), parent)
        self.leaves = SegmentedControl(
            [Segment("keys", _("Keys")), Segment("how", _("How to"))], _("Keys and help")
        )
        self.keys = _Leaf(_("Keys"), _keys(key_list(pages)))
        self.how_to = _Leaf(_("How to"), _how_to())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.keys)
        self._stack.addWidget(self.how_to)
        self.leaves.chosen.connect(self._turn)
        self.body.addWidget(self.leaves)
        self.body.addWidget(self._stack, 1)
        self.add_close_button(_("Close"))
        self.resize(theme().px(_SIZE[0]), theme().px(_SIZE[1]))
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The leaf that is shown scrolls, wherever the keyboard is."""
        if event.key() in _SCROLLING:
            leaf = self._stack.currentWidget()
            assert isinstance(leaf, _Leaf)
            leaf.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _turn(self, leaf: str) -> None:
        self._stack.setCurrentWidget(self.how_to if leaf == "how" else self.keys)


class _Leaf(KeyScrollArea):
    """A page that scrolls; it has the keyboard itself, for nothing on it needs one."""

    def __init__(self, name: str, content: QVBoxLayout) -> None:
        super().__init__()
        inner = QWidget()
        inner.setLayout(content)
        self.setWidget(inner)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _keys(groups: Sequence[KeyGroup]) -> QVBoxLayout:
    """Two columns of about the same height, to be read one after the other."""
    left, right = _halves(groups)
    pair = row(_group_column(left), _group_column(right), spacing=theme().px(36))
    for at in range(2):
        pair.setStretch(at, 1)
    made = column(pair, STRETCH)
    made.setContentsMargins(0, 0, theme().px(20), 0)
    return made


def _halves(groups: Sequence[KeyGroup]) -> tuple[Sequence[KeyGroup], Sequence[KeyGroup]]:
    heights = [len(group.rows) + 2 for group in groups]
    at = min(range(len(groups)), key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])))
    return groups[:at], groups[at:]


def _group_column(groups: Sequence[KeyGroup]) -> QVBoxLayout:
    made = column(spacing=theme().px(6))
    for group in groups:
        made.addWidget(SectionLabel(group.title))
        for one in group.rows:
            made.addLayout(_key_line(one))
        made.addSpacing(theme().px(14))
    made.addStretch(1)
    return made


def _key_line(one: KeyRow) -> QHBoxLayout:
    words = WrapLabel(one.words)
    line = row(words, KeyCaps(one.keys), spacing=12)
    line.setStretch(0, 1)
    return line


def _how_to() -> QVBoxLayout:
    made = column(spacing=4, margins=(0, 4, 20, 0))
    keys = {key: keys_of(key) for key in SPECS}
    for title, sentence in _HOW_TO:
        made.addWidget(Label(_(title), Role.STRONG))
        made.addWidget(WrapLabel(_(sentence).format(**keys), tone="text2"))
        made.addSpacing(theme().px(10))
    made.addStretch(1)
    return made
