"""The middle column of the workbench: one agenda item, written in.

Public: ``ItemEditor(context)``.
"""

from app.ui.pages.workbench.editor.item_editor import ItemEditor

__all__ = ["ItemEditor"]
