"""Numbers of agenda items (domain I1, R5, R6).

Before release the numbers follow the order. After it no ordinary item's number ever moves, and a
closed or withdrawn item keeps its own; an extra item takes the next number before the formal tail
(Eventuelt, Næste møde), which alone may shift, and shifts back when the extra item goes. What the
tail was sent as tells which numbers were printed, though their items are gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.models.agenda_words import TAIL_KINDS, ItemKind


@dataclass(frozen=True, slots=True)
class Numbered:
    """What numbering needs to know of an item; given in the order of the agenda.

    ``sent_as`` is the number it was printed with in the agenda that was sent.
    """

    id: UUID
    kind: ItemKind
    number: int | None
    sent_as: int | None = None


def numbers(items: Sequence[Numbered], *, is_released: bool) -> dict[UUID, int]:
    """The number of each item."""
    if not is_released:
        return {item.id: index for index, item in enumerate(items, 1)}
    tail = items[tail_start([item.kind for item in items]) :]
    ordinary = items[: len(items) - len(tail)]
    taken = {item.id: item.number for item in ordinary if item.number is not None}
    printed = min((item.sent_as for item in tail if item.sent_as is not None), default=0)
    free = max(*taken.values(), 0, printed - 1) + 1
    for item in ordinary:
        if item.id not in taken:
            taken[item.id] = free
            free += 1
    for item in tail:
        number = max(free, item.sent_as or 0)
        taken[item.id] = number
        free = number + 1
    return taken


def tail_start(kinds: Sequence[ItemKind]) -> int:
    """Index of the first item of the formal tail; an extra item lands there (domain R6)."""
    start = len(kinds)
    while start > 0 and kinds[start - 1] in TAIL_KINDS:
        start -= 1
    return start
