"""The two small questions of the editor: where a link leads, and how large a table is."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from app.ui.dialogs.base import Dialog
from app.ui.widgets import Button, ComboBox, Field, LineEdit, Variant

_ADDRESS = re.compile(r"https?://[^\s/$.?#][^\s]*", re.I)
_MAIL = re.compile(r"(?:mailto:)?([^\s@:/]+@[^\s@]+\.[^\s@]+)", re.I)
_MOST_ROWS, _MOST_COLUMNS = 30, 10
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


def full_address(typed: str) -> str | None:
    """The address as a link needs it, ``None`` when it is neither a web nor a mail address."""
    typed = typed.strip()
    if _ADDRESS.fullmatch(typed):
        return typed
    if mail := _MAIL.fullmatch(typed):
        return f"mailto:{mail.group(1)}"
    return f"https://{typed}" if _BARE.fullmatch(typed) else None


class LinkDialog(Dialog):
    """Words and address of a link; ``answered`` carries both, no address to remove the link."""

    answered = Signal(str, str)

    def __init__(self, words: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Link"), parent)
        self.words, self.address = LineEdit(words), LineEdit(address)
        self.address.setPlaceholderText("https://")
        self._address_field = Field(_("Address"), self.address)
        self.body.addWidget(Field(_("Text"), self.words))
        self.body.addWidget(self._address_field)
        if address:
            remove = Button(_("Remove link"), variant=Variant.DANGER)
            remove.clicked.connect(self._remove)
            self.add_button(remove)
        self.add_close_button(_("Cancel"))
        self.add_accept_button(_("Save link")).setDefault(True)
        (self.address if words else self.words).setFocus()

    def accept(self) -> None:
        """Close only with an address that leads somewhere."""
        address = full_address(self.address.text())
        if address is None:
            self._address_field.show_error(
                _("Write a web address such as https://www.rn.dk or an e-mail address.")
            )
            self.adjustSize()
            self.address.setFocus()
            return
        self.answered.emit(self.words.text() or address.removeprefix("mailto:"), address)
        super().accept()

    def _remove(self) -> None:
        self.answered.emit(self.words.text(), "")
        super().accept()


class TableDialog(Dialog):
    """Rows and columns of a new table; ``answered`` carries both."""

    answered = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Insert table"), parent)
        self.rows, self.columns = _counter(_MOST_ROWS), _counter(_MOST_COLUMNS)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(12)
        side_by_side.addWidget(Field(_("Rows, heading included"), self.rows))
        side_by_side.addWidget(Field(_("Columns"), self.columns))
        self.body.addLayout(side_by_side)
        self.add_close_button(_("Cancel"))
        self.add_accept_button(_("Insert table")).setDefault(True)

    def accept(self) -> None:
        """Hand the size on."""
        self.answered.emit(int(self.rows.currentText()), int(self.columns.currentText()))
        super().accept()


def _counter(most: int) -> ComboBox:
    counter = ComboBox()
    counter.addItems([str(number) for number in range(1, most + 1)])
    counter.setCurrentText("3")
    return counter
