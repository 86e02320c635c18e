"""The receipt for a closed item that was opened. Public: ``say_opened(context)``."""

from __future__ import annotations

from app.i18n import _
from app.ui.context import AppContext
from app.ui.receipts import say_undoable


def say_opened(context: AppContext) -> None:
    """What others may read from now on, with the way to take it back."""
    say_undoable(context, _("The title and text of the item are now in the open edition."))
