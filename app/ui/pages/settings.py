"""Indstillinger: look, text size, name, where the data live, a copy now, and back to one.

Public: ``SettingsPage``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import AppError
from app.i18n import _
from app.services.backups import IncompleteCopy, back_up
from app.settings import TEXT_SIZES, Appearance
from app.storage.backup import FOLDER, Copy
from app.storage.filelock import user_name
from app.ui.context import AppContext
from app.ui.folders import show_folder
from app.ui.pages.page import PADDING, Page, PageHead
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import (
    Button,
    Label,
    LineEdit,
    SectionLabel,
    Segment,
    SegmentedControl,
    WrapLabel,
)
from app.ui.widgets.layouts import STRETCH, column, row

if TYPE_CHECKING:
    from app.storage.changes import Changes

_WIDTH = 660
_NAMES, _NAME_WIDTH = 150, 320


class SettingsPage(Page):
    """Every choice takes effect at once and is stored at once."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self.title = _("Settings")
        super().__init__(context, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PageHead(self.title))
        middle = QWidget()
        keep(middle, lambda: middle.setMaximumWidth(theme().px(_WIDTH) + 2 * PADDING))
        parts = QVBoxLayout(middle)
        parts.setContentsMargins(PADDING, 8, PADDING, 24)
        parts.setSpacing(14)
        for part in (self._look(), self._author(), self._data()):
            parts.addWidget(part)
            parts.addSpacing(18)
        parts.addStretch(1)
        layout.addWidget(_scrolled(middle), 1)

    def shows(self, changes: Changes) -> bool:
        return False

    def _look(self) -> QWidget:
        chosen = self.context.settings.preferences
        self.appearance = SegmentedControl(
            [
                Segment(Appearance.SYSTEM, _("System"), "monitor"),
                Segment(Appearance.LIGHT, _("Light"), "sun"),
                Segment(Appearance.DARK, _("Dark"), "moon"),
            ],
            _("Appearance"),
        )
        self.appearance.set_value(chosen.appearance)
        self.appearance.chosen.connect(
            lambda key: self.context.settings.change(appearance=Appearance(key))
        )
        self.text_size = SegmentedControl(
            [Segment(str(size), f"{size} %") for size in TEXT_SIZES], _("Text size")
        )
        self.text_size.set_value(str(chosen.text_size))
        self.text_size.chosen.connect(lambda key: self.context.settings.change(text_size=int(key)))
        return _section(
            _("Look"),
            _line(_("Appearance"), self.appearance),
            _line(_("Text size"), self.text_size),
        )

    def _author(self) -> QWidget:
        self.name = LineEdit(self.context.settings.preferences.name)
        self.name.editingFinished.connect(self._store_name)
        keep(self.name, lambda: self.name.setFixedWidth(theme().px(_NAME_WIDTH)))
        note = _("Stands beside your changes in the history of the data.")
        return _section(
            _("You"), _line(_("Your name"), self.name, WrapLabel(note, Role.META, "muted"))
        )

    def _data(self) -> QWidget:
        folder = self.context.data_dir
        show = Button(_("Show folder"), "folder-open")
        show.clicked.connect(lambda: show_folder(folder))
        self.backup = Button(_("Make a backup now"), "hard-drive")
        self.backup.clicked.connect(self._back_up)
        self.restore = Button(_("Restore a copy …"), "history")
        self.restore.clicked.connect(self._restore)
        self.elsewhere = Button(_("Choose another folder …"), "folder-input")
        self.elsewhere.clicked.connect(lambda: self.context.navigator.run("open_folder"))
        here = _("Everything is saved in this folder.")
        copies = _(
            "A copy is made each time you close the program after changes; older copies are "
            "thinned by themselves."
        )
        return _section(
            _("Data"),
            _line(
                _("Folder"),
                WrapLabel(str(folder)),
                WrapLabel(here, Role.META, "muted"),
                row(show, self.elsewhere, STRETCH),
            ),
            _line(
                _("Copies of your data"),
                WrapLabel(copies, Role.META, "muted"),
                row(self.backup, self.restore, STRETCH),
            ),
        )

    def _store_name(self) -> None:
        name = self.name.text().strip()
        if name != self.context.settings.preferences.name:
            self.context.settings.change(name=name)
            self.context.database.actor = name or user_name()

    def _back_up(self) -> None:
        """Copy in a thread; meanwhile the button says so and cannot be pressed."""
        if not self.backup.isEnabled():
            return
        self._begin_work()
        database = self.context.database
        self.context.jobs.in_thread(
            back_up,
            database,
            database.path.parent / FOLDER,
            owner=self,
            then=self._tell_copied,
            failed=self._tell_refused,
        )

    def _restore(self) -> None:
        from app.ui.restoring import Restoring

        Restoring.over(self.window()).ask()

    def _begin_work(self) -> None:
        had_focus = self.backup.hasFocus()
        self.backup.setText(_("Making the backup …"))
        self.backup.setEnabled(False)
        self._stand_in = self.window().focusWidget() if had_focus else None

    def _end_work(self) -> None:
        """The button as before, and the focus back on it where it has not gone elsewhere."""
        self.backup.setText(_("Make a backup now"))
        self.backup.setEnabled(True)
        if self._stand_in is not None and self._stand_in.hasFocus():
            self.backup.setFocus()

    def _tell_copied(self, copy: Copy) -> None:
        self._end_work()
        said = _("A copy has been saved: {name}").format(name=copy.path.name)
        self.context.messages.say(said, _("Show folder"), lambda: show_folder(copy.path.parent))

    def _tell_refused(self, error: BaseException) -> None:
        self._end_work()
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, IncompleteCopy):
            folder = self.context.database.path.parent / FOLDER
            self.context.messages.show_error(error, _("Show folder"), lambda: show_folder(folder))
        else:
            self.context.messages.show_error(error, _("Try again"), self._back_up)


def _scrolled(content: QWidget) -> QScrollArea:
    """Large text may need more height than there is."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _section(title: str, *lines: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(SectionLabel(title), *lines, spacing=14))
    return made


def _line(words: str, first: QWidget, *others: QWidget | QHBoxLayout) -> QWidget:
    """A label at the left; what it names, level with it, and what belongs to that below."""
    made, name = QWidget(), Label(words, Role.LABEL, "text2")
    name.setBuddy(first)
    first.setAccessibleName(first.accessibleName() or words)
    line = row(spacing=12)
    line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    level = first if isinstance(first, WrapLabel) else row(first, STRETCH)
    line.addLayout(column(level, *others), 1)
    made.setLayout(line)
    keep(name, lambda: _fit_name(name, first))
    return made


def _fit_name(name: Label, first: QWidget) -> None:
    is_text = isinstance(first, WrapLabel)
    level = first.fontMetrics().height() if is_text else first.sizeHint().height()
    name.setFixedSize(theme().px(_NAMES), level)
