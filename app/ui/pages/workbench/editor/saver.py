"""Saving: every change goes through here, and what could not be saved is kept until it can.

Public: ``Saver`` with ``attempt(act)``, ``make(act)``, ``keep(key, value, save)``, ``unsaved``,
``unsaved_words``, ``retry``, and the signal ``recovered`` when that could save anything; ``saved``
comes when nothing is unsaved any more; ``note_refused``, ``refused`` and ``refused_words`` for what
no service would take.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import AppError, InvalidInput, NotFound
from app.i18n import _
from app.models.richtext import RichText, plain
from app.services.queries.items import item_view
from app.ui.bus import ChangeBus
from app.ui.context import AppContext

_Value = TypeVar("_Value")
_LASTING = (InvalidInput, NotFound)  # trying again would not help


class Saver(QObject):
    """Runs service calls in the name of ``owner`` and says what went wrong."""

    saving = Signal()
    saved = Signal()
    failed = Signal()
    recovered = Signal()

    def __init__(self, context: AppContext, owner: QObject) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner
        self._depth = 0
        self._unsaved: dict[Hashable, tuple[Any, Callable[[Any], object]]] = {}
        self._refused: dict[Hashable, tuple[str, str]] = {}

    @property
    def bus(self) -> ChangeBus:
        """Where changes are announced, our own and those of others."""
        return self._context.bus

    @property
    def is_running(self) -> bool:
        """Whether the change that is announced just now is our own."""
        return self._depth > 0

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do it; False when it could not be done, which has then been said."""
        try:
            self._run(act)
        except AppError as error:
            self._context.messages.show_error(error)
            self.failed.emit()
            return False
        self._tell_saved()
        return True

    def make(self, act: Callable[[], UUID]) -> UUID | None:
        """Do what makes something; its id, or None when it could not be made."""
        made: list[UUID] = []
        self.attempt(lambda: made.append(act()))
        return made[0] if made else None

    def keep(self, key: Hashable, value: _Value, save: Callable[[_Value], object]) -> bool:
        """Save the value of a field; one that cannot be saved now is tried again by ``retry``."""
        try:
            self._run(lambda: save(value))
        except AppError as error:
            self._tell(error, key, value, save)
            return False
        self._unsaved.pop(key, None)
        self._tell_saved()
        return True

    def unsaved(self, key: Hashable, stored: _Value) -> _Value:
        """What was typed in the field and could not be saved yet, otherwise what is stored."""
        found = self._unsaved.get(key)
        return found[0] if found else stored

    @property
    def unsaved_words(self) -> str:
        """All that could not be saved yet, as people read it."""
        values = (value for value, _save in self._unsaved.values())
        return "\n\n".join(plain(v) if isinstance(v, RichText) else str(v) for v in values)

    def note_refused(self, key: Hashable, words: str, why: str) -> None:
        """What stands in a field and cannot be used, with the sentence; without one it can. The key
        begins with the id of the item."""
        if words.strip() and why:
            self._refused[key] = (words, why)
        else:
            self._refused.pop(key, None)

    def refused(self, key: Hashable) -> str:
        """What was typed in the field and could not be used, empty if there is nothing."""
        return self._refused.get(key, ("", ""))[0]

    @property
    def refused_words(self) -> str:
        """All that could not be used, each with the reason below it; not of items that are gone."""
        found = [told for key, told in self._refused.items() if self._is_there(key)]
        return "\n\n".join("\n".join(told) for told in found)

    def _is_there(self, key: Hashable) -> bool:
        """Whether the item of a field has not been deleted."""
        item_id = key[0] if isinstance(key, tuple) else key
        assert isinstance(item_id, UUID)
        try:
            item_view(self._context.database, item_id)
        except NotFound:
            return False
        return True

    def retry(self) -> None:
        """Try to save what could not be saved."""
        waiting = list(self._unsaved.items())
        for key, (value, save) in waiting:
            if not self.keep(key, value, save):
                return
        if waiting:
            self.recovered.emit()

    def _run(self, act: Callable[[], object]) -> None:
        self.saving.emit()
        self._depth += 1
        try:
            with self._context.bus.by(self._owner):
                act()
        finally:
            self._depth -= 1

    def _tell_saved(self) -> None:
        """One field being saved does not mean that all are."""
        (self.failed if self._unsaved else self.saved).emit()

    def _tell(
        self, error: AppError, key: Hashable, value: _Value, save: Callable[[_Value], object]
    ) -> None:
        if isinstance(error, _LASTING):
            self._unsaved.pop(key, None)
            self._context.messages.show_error(error)
        else:
            self._unsaved[key] = (value, save)
            self._context.messages.show_error(error, _("Try again"), self.retry)
        self.failed.emit()
