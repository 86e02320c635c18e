"""Why the data cannot be opened, and the ways on. Public: ``ProblemPage``, ``Ways``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError, UnusableFile
from app.i18n import _, moment, sentence
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import Button, IconLabel, Label, Variant, WrapLabel
from app.ui.widgets.layouts import STRETCH, row

_WIDTH = 560

Do = Callable[[], object]


@dataclass(frozen=True)
class Ways:
    """What can be done; ``copy_made_at`` is None where no copy could take the file's place."""

    again: Do
    choose: Do
    leave: Do
    restore: Do
    copy_made_at: dt.datetime | None = None
    use_usual: Do | None = None


class ProblemPage(QWidget):
    """What happened, which file it is, and one button for each way; the likeliest has the focus."""

    def __init__(self, error: AppError, file: Path, ways: Ways) -> None:
        super().__init__()
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = sentence(error)
        self.buttons = _buttons(ways)
        column = QWidget()
        keep(column, lambda: column.setFixedWidth(theme().px(_WIDTH)))
        parts = QVBoxLayout(column)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        parts.addWidget(IconLabel("hard-drive", 30, "accent"), 0, Qt.AlignmentFlag.AlignLeft)
        parts.addSpacing(4)
        parts.addWidget(Label(_("The data cannot be opened"), Role.PAGE_TITLE))
        parts.addWidget(WrapLabel(self.text, Role.LEAD))
        parts.addWidget(WrapLabel(str(file), Role.META, "muted"))
        if isinstance(error, UnusableFile):
            parts.addSpacing(6)
            parts.addWidget(WrapLabel(_about_copy(ways.copy_made_at), tone="text2"))
        parts.addSpacing(14)
        parts.addLayout(row(*self.buttons[:2], STRETCH))
        parts.addLayout(row(*self.buttons[2:], STRETCH))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row(STRETCH, column, STRETCH))
        layout.addStretch(3)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _buttons(ways: Ways) -> list[Button]:
    """The likeliest first."""
    made = [
        _button(_("Try again"), "rotate-ccw", ways.again),
        _button(_("Choose another folder …"), "folder-open", ways.choose),
    ]
    if ways.use_usual is not None:
        made.append(_button(_("Use the usual folder"), "hard-drive", ways.use_usual))
    made.append(_button(_("Quit Mødeværk"), "log-out", ways.leave))
    if ways.copy_made_at is not None:
        restore = Button(_("Restore the newest copy"), "history", variant=Variant.PRIMARY)
        restore.clicked.connect(lambda: ways.restore())
        made.insert(0, restore)
    return made


def _button(words: str, icon: str, do: Do) -> Button:
    made = Button(words, icon)
    made.clicked.connect(lambda: do())
    return made


def _about_copy(made_at: dt.datetime | None) -> str:
    if made_at is None:
        return _(
            "There is no copy in the folder backups. If you have one, put it there and try again."
        )
    return _(
        "The newest copy is of {time}. It gets the file's place; the file itself is kept under "
        "another name."
    ).format(time=moment(made_at))
