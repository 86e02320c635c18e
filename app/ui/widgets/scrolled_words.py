"""Words that may be many. Public: ``ScrolledWords(label, most_lines)``, and ``KeyScrollArea``."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from app.ui.theme import theme
from app.ui.widgets.focus_ring import wants_ring
from app.ui.widgets.labels import WrapLabel

_BESIDE_BAR = 16


class KeyScrollArea(QScrollArea):
    """It scrolls down only; Home and End go to its ends, as the arrows and pages go on."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ScrolledWords(KeyScrollArea):
    """As high as its words, at most ``most_lines`` and where there is no room less.

    Then it scrolls and is reached by Tab. It has no height for a width, for Qt lets no layout make
    that lower.
    """

    def __init__(self, label: WrapLabel, most_lines: int) -> None:
        super().__init__()
        self._label, self._most_lines = label, most_lines
        label.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        self.setWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        wants_ring(self)
        self.verticalScrollBar().rangeChanged.connect(self._take_focus_policy)
        self._take_focus_policy()

    def sizeHint(self) -> QSize:
        height = min(self._label.heightForWidth(self.width()), self._lines(self._most_lines))
        return QSize(theme().px(300), height)

    def minimumSizeHint(self) -> QSize:
        """One line of them."""
        return QSize(theme().px(120), self._lines(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.updateGeometry()

    def _lines(self, count: int) -> int:
        return self._label.fontMetrics().lineSpacing() * count

    def _take_focus_policy(self, *_range: int) -> None:
        scrolls = self.verticalScrollBar().maximum() > 0
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if scrolls else policy.NoFocus)
