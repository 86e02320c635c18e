"""Receipts that can be taken back. Public: ``say_undoable(context, text)``."""

from __future__ import annotations

from app.i18n import _
from app.ui.context import AppContext


def say_undoable(context: AppContext, text: str) -> None:
    """Say what was done, with "Fortryd" for exactly that step.

    Once something else has been changed, undoing it alone would mean undoing that first.
    """
    steps = context.database.history.undoable
    if not steps:
        return
    done = steps[-1]

    def take_back() -> None:
        newest = context.database.history.undoable
        if newest and newest[-1] is done:
            context.history.take_back()
        else:
            context.messages.say(_("Something was changed since. Undo step by step with Ctrl+Z."))

    context.messages.say(text, _("Undo"), take_back)
