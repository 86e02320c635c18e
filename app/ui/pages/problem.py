"""Why the data cannot be opened, and what can be done about it. Public: ``ProblemPage``."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.context import AppContext
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState
from app.ui.widgets.layouts import STRETCH, row


class ProblemPage(QWidget):
    """The sentence of what happened, and the ways on."""

    retry_asked = Signal()

    def __init__(self, context: AppContext, text: str) -> None:
        super().__init__()
        self.problem = EmptyState(
            "hard-drive", _("The data cannot be opened"), text, _("Try again"), "rotate-ccw"
        )
        self.problem.setFixedWidth(theme().px(480))
        self.problem.clicked.connect(self.retry_asked)
        self.other = Button(_("Choose another folder …"), "folder-open")
        self.other.clicked.connect(lambda: context.navigator.run("open_folder"))
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(row(STRETCH, self.problem, STRETCH))
        layout.addSpacing(12)
        layout.addWidget(self.other, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
