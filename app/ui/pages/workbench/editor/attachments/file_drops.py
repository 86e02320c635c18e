"""Files dropped anywhere on a widget. Public: ``FileDrops(host)``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Lets ``host`` take files: ``hovering(bool)`` while some are over it, ``dropped(paths)``."""

    hovering = Signal(bool)
    dropped = Signal(list)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: what concerns dragging is ours, all else goes on."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.hovering.emit(False)
        if not isinstance(event, QDropEvent) or not (paths := _files(event)):
            return False
        event.acceptProposedAction()
        self.hovering.emit(kind != QEvent.Type.Drop)
        if kind == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
