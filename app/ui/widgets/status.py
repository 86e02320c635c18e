"""Small displays of state.

Public: ``SaveStatus`` (``saved()``, ``saving()``, ``failed()``,
``clear()``), ``MinutesBar``
(``set_minutes(planned, available)``), ``Avatar`` (``set_name``), ``Splitter(name, store)`` whose
sizes are remembered in a ``SizeStore``.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QWidget

from app.i18n import _, clock
from app.ui.theme import keep, set_role, theme
from app.ui.tokens import Role
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.painting import painter_on, rounded

_SAVING_AFTER_MS = 400


class SaveStatus(QWidget):
    """ "Gemt kl. 10.42"; "Gemmer …" only if it takes longer than 400 ms."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("check", 15, "muted")
        self._words = Label("", Role.META, "muted")
        self._slow = QTimer(self, singleShot=True, interval=_SAVING_AFTER_MS)
        self._slow.timeout.connect(lambda: self._show(_("Saving …"), "clock"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self._words)
        self._icon.hide()

    def saving(self) -> None:
        """A change is on its way to the file."""
        self._slow.start()

    def saved(self) -> None:
        """All is on disk now."""
        self._slow.stop()
        time = clock(dt.datetime.now().time())
        self._show(_("Saved at {time}").format(time=time), "check")

    def failed(self) -> None:
        """The last change is not on disk."""
        self._slow.stop()
        self._show(_("Not saved"), "circle-alert", "red")

    def clear(self) -> None:
        """Nothing has been saved yet of what is shown now."""
        self._slow.stop()
        self._show("", "check")
        self._icon.hide()

    def text(self) -> str:
        """What stands there now."""
        return self._words.text()

    def _show(self, words: str, icon: str, tone: str = "muted") -> None:
        self._icon.show()
        self._icon.set_icon(icon, tone)
        self._words.setText(words)
        self._words.set_tone(tone)
        self.setAccessibleName(words)


class MinutesBar(QWidget):
    """How much of the meeting's time is planned; what is over shows in red."""

    def __init__(self) -> None:
        super().__init__()
        self._planned, self._available = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_minutes(self, planned: int, available: int) -> None:
        """Minutes of the items and of the whole meeting."""
        self._planned, self._available = planned, available
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme().px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, whole = theme(), max(self._available, self._planned, 1)
        with painter_on(self) as painter:
            painter.setClipRect(self.rect())
            rounded(painter, QRectF(self.rect()), 3, colors.color("neutral"))
            used = self.width() * self._planned / whole
            fill = colors.color("red_solid" if self._planned > self._available else "accent")
            rounded(painter, QRectF(0, 0, used, self.height()), 3, fill)


class Avatar(QWidget):
    """Initials in a round chip; the tooltip has the name."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self, Role.KEY)
        self.set_name("")

    def set_name(self, name: str) -> None:
        """Whose it is; nobody's at first."""
        self._initials = initials(name)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(26), theme().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colors = theme()
            rounded(painter, QRectF(self.rect()), self.height() / 2, colors.color("neutral"))
            font = self.font()
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(colors.color("text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)


def initials(name: str) -> str:
    """First letters of first and last name: ``"Ida Marie Thorup"`` gives ``"IT"``."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class SizeStore(Protocol):
    """Where sizes are remembered (``app.settings.WindowState``)."""

    def sizes(self, name: str) -> list[int] | None: ...

    def remember_sizes(self, name: str, sizes: list[int]) -> None: ...


class Splitter(QSplitter):
    """A splitter with 1 px lines that remembers its sizes under ``name``."""

    def __init__(self, name: str, store: SizeStore) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name, self._store = name, store
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._remember)
        keep(self, self.update)

    def start_with(self, sizes: list[int]) -> None:
        """The remembered sizes, or these; call it when all panes are in."""
        remembered = self._store.sizes(self._name)
        self.setSizes(remembered if remembered and len(remembered) == len(sizes) else sizes)

    def _remember(self) -> None:
        self._store.remember_sizes(self._name, self.sizes())
