"""The workbench: one meeting's agenda, the item being written, and the paper it becomes.

Public: ``WorkbenchPage(context)``.
"""

from app.ui.pages.workbench.page import WorkbenchPage

__all__ = ["WorkbenchPage"]
