"""Receipts that can be taken back. Public: ``say_undoable(context, text)``, ``newest_step``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n import _
from app.ui.actions import keys_of
from app.ui.context import AppContext

if TYPE_CHECKING:
    from app.storage.changes import Step


def newest_step(context: AppContext) -> Step | None:
    """What "Fortryd" would take back now."""
    steps = context.database.history.undoable
    return steps[-1] if steps else None


def say_undoable(context: AppContext, text: str, step: Step | None = None) -> None:
    """Say what was done, with "Fortryd" for exactly that step, usually the newest.

    Once something else has been changed, undoing it alone would mean undoing that first. Undone
    by keyboard or menu the step takes its receipt away.
    """
    done = step or newest_step(context)
    if done is None:
        return

    def is_done() -> bool:
        return any(one is done for one in context.database.history.undoable)

    def take_back() -> None:
        if newest_step(context) is done:
            context.history.take_back()
        else:
            words = _("Something was changed since. Undo step by step with {keys}.")
            context.messages.say(words.format(keys=keys_of("undo")))

    context.messages.say(text, _("Undo"), take_back, holds=is_done)
