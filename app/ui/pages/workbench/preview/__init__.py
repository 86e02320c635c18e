"""The right pane of the workbench: the paper as it will be printed.

Public: ``PreviewPane(context)``.
"""

from app.ui.pages.workbench.preview.pane import PreviewPane

__all__ = ["PreviewPane"]
