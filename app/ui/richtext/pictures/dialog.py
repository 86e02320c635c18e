"""What is asked about a picture before it stands in the text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.models.richtext import Image
from app.ui.dialogs.base import Dialog
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import CheckBox, Field, LineEdit, WrapLabel

_WIDEST, _HIGHEST = 372, 180  # px; the dialog is as wide in all text sizes


class PictureDialog(Dialog):
    """Alternative text, caption, confidential or not; ``answered`` carries the picture."""

    answered = Signal(Image)

    def __init__(
        self, picture: Image, shown: QImage, *, is_new: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Insert picture") if is_new else _("Edit picture"), parent)
        self._picture = picture
        self.alternative, self.caption = LineEdit(picture.alternative), LineEdit(picture.caption)
        self.confidential = CheckBox(_("Confidential: left out of the open edition"))
        self.confidential.setChecked(picture.confidential)
        self._field = Field(_("Alternative text"), self.alternative)
        self.body.addWidget(_Preview(shown))
        self.body.addWidget(self._field)
        why = _("It is read aloud to those who cannot see the picture. The PDF file needs it.")
        self.body.addWidget(WrapLabel(why, Role.META, "text2"))
        self.body.addWidget(Field(_("Caption"), self.caption, optional=True))
        self.body.addWidget(self.confidential)
        self.add_close_button(_("Cancel"))
        self.add_accept_button(_("Insert picture") if is_new else _("Save picture"))
        self.alternative.setFocus()

    def accept(self) -> None:
        """Close only with an alternative text."""
        words = self.alternative.text().strip()
        if not words:
            self._field.show_error(_("Write in a few words what the picture shows."))
            self.adjustSize()
            self.alternative.setFocus()
            return
        self.answered.emit(
            replace(
                self._picture,
                alternative=words,
                caption=self.caption.text().strip(),
                confidential=self.confidential.isChecked(),
            )
        )
        super().accept()


class _Preview(QWidget):
    """The picture, small, on the desk."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        keep(self, self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme().color("sunken"))
        size = self._image.size().scaled(self._room(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, self._image)
        painter.end()

    def _room(self) -> QSize:
        """Never larger than the picture is."""
        return QSize(self.width(), self.height()).boundedTo(self._image.size())

    def _restyle(self) -> None:
        highest = theme().px(_HIGHEST)
        size = self._image.size().scaled(_WIDEST, highest, Qt.AspectRatioMode.KeepAspectRatio)
        self.setFixedHeight(max(min(size.height(), self._image.height(), highest), 24))
