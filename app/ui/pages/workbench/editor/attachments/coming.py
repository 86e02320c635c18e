"""Files on their way to an item, and what is said of them.

Public: ``Intake(context, parent)`` with ``take``, ``words_for`` and the signal ``changed``;
``added_words(count, item)``, the receipt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import AppError
from app.i18n import ngettext
from app.services.attachments import TakenIn, take_in
from app.services.queries.items import ItemView
from app.ui.context import AppContext

Then = Callable[[TakenIn], object]


@dataclass(frozen=True, eq=False)
class _Coming:
    """Files that are being taken in, by name, and the item that they go to."""

    item_id: UUID
    names: Sequence[str]


class Intake(QObject):
    """Puts files into the store in a thread, and knows which are on their way."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._coming: list[_Coming] = []

    def take(self, item_id: UUID, paths: Sequence[Path], then: Then) -> None:
        """Take files in for an item; ``then`` is told which came, and which were refused."""
        coming = _Coming(item_id, [path.name for path in paths])
        self._coming.append(coming)
        self.changed.emit()
        self._context.jobs.in_thread(
            take_in, self._context.database, list(paths),
            owner=self, then=partial(self._arrived, coming, then),
            failed=partial(self._refuse, coming), changes_data=True,
        )  # fmt: skip

    def words_for(self, item_id: UUID | None) -> str:
        """``Tilføjer Tal.xlsx …`` or how many; empty where nothing is coming."""
        names = [name for one in self._coming if one.item_id == item_id for name in one.names]
        if not names:
            return ""
        words = ngettext("Adding {name} …", "Adding {count} files …", len(names))
        return words.format(name=names[0], count=len(names))

    def _arrived(self, coming: _Coming, then: Then, taken: TakenIn) -> None:
        self._end(coming)
        then(taken)

    def _refuse(self, coming: _Coming, error: BaseException) -> None:
        self._end(coming)
        if not isinstance(error, AppError):
            raise error
        self._context.messages.show_error(error)

    def _end(self, coming: _Coming) -> None:
        self._coming.remove(coming)
        self.changed.emit()


def added_words(count: int, item: ItemView | None) -> str:
    """The receipt; ``item`` where another one is seen by then."""
    if item is None:
        words = ngettext("The attachment is added.", "{count} attachments are added.", count)
        return words.format(count=count)
    words = ngettext(
        "The attachment is added to item {item}.",
        "{count} attachments are added to item {item}.",
        count,
    )
    return words.format(count=count, item=_name(item))


def _name(item: ItemView) -> str:
    """``3, ”Ventetid på boliger”``."""
    number = "" if item.number is None else str(item.number)
    return ", ".join(filter(None, (number, item.title and f"”{item.title}”")))
