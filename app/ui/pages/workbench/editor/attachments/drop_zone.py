"""The dashed box that files are dropped on. Public: ``DropZone`` with ``clicked``."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.theme import keep, theme
from app.ui.tokens import Role
from app.ui.widgets import ElidedLabel, IconLabel, Label, LinkLabel
from app.ui.widgets.layouts import STRETCH, row
from app.ui.widgets.painting import painter_on, rounded


class DropZone(QWidget):
    """Says that files can be dropped, and offers to choose them. ``set_hot`` while some hover."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_hot = False
        self.link = LinkLabel(_("choose files"))
        self.link.clicked.connect(self.clicked)
        self._kinds = _Kinds(_("PDF, Word, Excel and pictures"), Role.SMALL, "muted")
        words = row(Label(_("Drag files here, or"), Role.BASE, "text2"), self.link, spacing=4)
        words.setAlignment(self.link, Qt.AlignmentFlag.AlignVCenter)  # the ring is round the words
        line = row(
            IconLabel("paperclip", 17),
            words,
            STRETCH,
            self._kinds,
            spacing=9,
            margins=(15, 0, 15, 0),
        )
        self.setLayout(line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        keep(self, lambda: self.setFixedHeight(theme().px(48)))

    def set_hot(self, hot: bool) -> None:
        """Show that letting go here would add the files."""
        if hot != self._is_hot:
            self._is_hot = hot
            self.update()

    def show_work(self, words: str) -> None:
        """Say what is being taken in, if anything is."""
        self._kinds.is_cut = bool(words)
        self._kinds.setText(words or _("PDF, Word, Excel and pictures"))

    def minimumSizeHint(self) -> QSize:
        """The kinds of files give way."""
        return QSize(theme().px(100), theme().px(48))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            if self._is_hot:
                rounded(painter, box, 6, theme().color("accent_soft"))
            pen = QPen(theme().color("accent" if self._is_hot else "control"), 1)
            pen.setDashPattern([3, 3])
            path = QPainterPath()
            path.addRoundedRect(box, 6, 6)
            painter.strokePath(path, pen)


class _Kinds(ElidedLabel):
    """Shown whole or not at all, unless it ``is_cut``.

    It is not hidden for that: showing a widget while its place is being found lays out all around
    it a second time, and the first places win.
    """

    is_cut = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_cut or self.width() >= self.sizeHint().width():
            super().paintEvent(event)
