"""When to hand on what is being typed: after a pause, or some seconds after the first key."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE, LONGEST_WAIT = 1000, 2000  # milliseconds


class TypingPause(QObject):
    """``due`` is emitted a pause after the last ``note`` or a longest wait after the first."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.something_waits = False
        self.pause, self.longest_wait = self._timer(PAUSE), self._timer(LONGEST_WAIT)

    def note(self) -> None:
        """Something was changed."""
        self.something_waits = True
        self.pause.start()
        if not self.longest_wait.isActive():
            self.longest_wait.start()

    def settle(self) -> bool:
        """Nothing waits any more; whether something did."""
        waited, self.something_waits = self.something_waits, False
        self.pause.stop()
        self.longest_wait.stop()
        return waited

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self.due)
        return timer
