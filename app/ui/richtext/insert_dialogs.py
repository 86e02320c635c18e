"""The two small questions of the editor: where a link leads, and how large a table is."""

from __future__ import annotations

import re

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QStyledItemDelegate, QWidget

from app.i18n import _
from app.ui.dialogs.base import Dialog
from app.ui.tokens import Role
from app.ui.widgets import Button, ComboBox, Field, LineEdit, Variant, WrapLabel

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
    """Words and address of a link; ``answered`` carries both, no address to remove the link.

    Fixed words are shown, not changed: one line cannot hold their looks, notes and lines.
    """

    answered = Signal(str, str)

    def __init__(
        self,
        words: str,
        address: str,
        parent: QWidget | None = None,
        *,
        are_words_fixed: bool = False,
    ) -> None:
        super().__init__(_("Link"), parent)
        self.words, self.address = LineEdit(words), LineEdit(address)
        self.address.setPlaceholderText("https://")
        self._address_field = Field(_("Address"), self.address)
        self.body.addWidget(Field(_("Text"), self.words))
        if are_words_fixed:
            self._fix_words()
        self.body.addWidget(self._address_field)
        if address:
            remove = Button(_("Remove link"), variant=Variant.DANGER)
            remove.clicked.connect(self._remove)
            self.add_button(remove)
        self.add_close_button(_("Cancel"))
        self.add_accept_button(_("Save link")).setDefault(True)
        (self.address if words or are_words_fixed else self.words).setFocus()

    def _fix_words(self) -> None:
        why = _("Only the address is changed here. Change the words in the text.")
        self.words.setEnabled(False)
        self.address.setAccessibleDescription(why)
        self.body.addWidget(WrapLabel(why, Role.META, "text2"))

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


class _Numbers(QListView):
    """Numbers to choose among; Qt would go from "2" to the next that begins so, which is 20."""

    def __init__(self) -> None:
        super().__init__()
        self._typed, self._since = "", QElapsedTimer()

    def keyboardSearch(self, words: str) -> None:
        """Choose the number that is typed; a figure that comes late begins a new one."""
        pause = QApplication.keyboardInputInterval()
        is_late = not self._since.isValid() or self._since.hasExpired(pause)
        self._typed = (
            words if is_late or self._row(self._typed + words) < 0 else self._typed + words
        )
        self._since.start()
        row = self._row(self._typed)
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, 0))

    def _row(self, number: str) -> int:
        rows = range(self.model().rowCount())
        return next((row for row in rows if self.model().index(row, 0).data() == number), -1)


def _counter(most: int) -> ComboBox:
    counter, numbers = ComboBox(), _Numbers()
    numbers.setAccessibleName(counter.view().accessibleName())
    counter.setView(numbers)
    counter.setItemDelegate(QStyledItemDelegate(counter))
    counter.addItems([str(number) for number in range(1, most + 1)])
    counter.setCurrentText("3")
    return counter
