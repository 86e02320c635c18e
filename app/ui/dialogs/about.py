"""What this program is: version, where its data lie, and whose work is in it.

Public: ``AboutDialog(folder, parent)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app import __version__
from app.i18n import _
from app.paths import APPLICATION, resources_dir
from app.ui.dialogs.base import Dialog, reading_field
from app.ui.folders import show_folder
from app.ui.theme import theme
from app.ui.tokens import Role
from app.ui.widgets import Button, Label, SeatsMark, SectionLabel, WrapLabel
from app.ui.widgets.layouts import STRETCH, column, row

_LICENCES = ("fonts/SourceSans3-OFL.txt", "fonts/SourceSerif4-OFL.txt", "icons/LUCIDE-LICENSE.txt")

_HEIGHT = 130  # px, of their words


class AboutDialog(Dialog):
    """``folder`` holds the data; a button shows it."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("About Mødeværk"), parent)
        self.setMinimumWidth(theme().px(560))
        self.body.addLayout(_product())
        self.show_folder = Button(_("Show folder"), "folder-open")
        self.show_folder.clicked.connect(lambda: show_folder(folder))
        self.body.addLayout(
            _part(_("Data"), WrapLabel(str(folder)), row(self.show_folder, STRETCH))
        )
        self.licences = _licence_text()
        self.body.addLayout(
            _part(_("Licences"), WrapLabel(_credits(), tone="text2"), self.licences)
        )
        self.add_close_button(_("Close")).setFocus(Qt.FocusReason.OtherFocusReason)


def _product() -> QHBoxLayout:
    version = _("Version {version}").format(version=__version__)
    words = column(
        Label(APPLICATION, Role.MEETING_TITLE), Label(version, Role.META, "muted"), spacing=0
    )
    return row(SeatsMark(44), words, STRETCH, spacing=14)


def _part(title: str, *parts: object) -> QVBoxLayout:
    return column(SectionLabel(title), *parts, spacing=8)


def _credits() -> str:
    return _(
        "The fonts Source Sans 3 and Source Serif 4 are Adobe's and free under the SIL Open Font "
        "License. The icons are Lucide's, under the ISC license. Windows and fields are drawn by "
        "Qt {version} under the GNU LGPL 3; its source is at qt.io."
    ).format(version=qVersion())


def _licence_text() -> QPlainTextEdit:
    texts = ((resources_dir() / name).read_text(encoding="utf-8") for name in _LICENCES)
    words = "\n\n".join(text.strip() for text in texts)
    return reading_field(words, _("The words of the licences"), _HEIGHT)
