"""Opening a link: its address is shown first, for the words of a link may promise another."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.dialogs.base import Dialog
from app.ui.widgets import WrapLabel

_OPENABLE = ("http", "https", "mailto")


def can_open(address: str) -> bool:
    """Whether the address leads to a page or a letter; nothing else is ever opened."""
    url = QUrl(address)
    if not url.isValid() or url.scheme() not in _OPENABLE:
        return False
    return bool(url.path() if url.scheme() == "mailto" else url.host())


class OpenLinkDialog(Dialog):
    """Shows where a link leads; Enter goes there."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        self.url = QUrl(address)
        is_mail = self.url.scheme() == "mailto"
        super().__init__(_("Write a mail?") if is_mail else _("Open the page?"), parent)
        self.shown = WrapLabel(_breakable(self.url.toString()), tone="text2")
        self.body.addWidget(self.shown)
        self.add_close_button(_("Cancel"))
        self.add_accept_button(_("Write mail") if is_mail else _("Open page")).setFocus()

    def accept(self) -> None:
        """Leave it to the system's browser or mail program."""
        super().accept()
        QDesktopServices.openUrl(self.url)


def _breakable(address: str) -> str:
    """The address with places where a long one may go on in the next line."""
    return "".join(f"{letter}\u200b" if letter in "/?&=." else letter for letter in address)
