"""Numbers of agenda items (domain I1, R5, R6).

Before release the numbers follow the order. After it no ordinary item's number ever moves, and a
closed or withdrawn item keeps its own; an extra item takes the next number before the formal tail
(Eventuelt, Næste møde), which alone may shift.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.models.agenda_words import TAIL_KINDS, ItemKind


@dataclass(frozen=True, slots=True)
class Numbered:
    """What numbering needs to know of an item; given in the order of the agenda."""

    id: UUID
    kind: ItemKind
    number: int | None


def numbers(items: Sequence[Numbered], *, is_released: bool) -> dict[UUID, int]:
    """The number of each item."""
    if not is_released:
        return {item.id: index for index, item in enumerate(items, 1)}
    tail = items[tail_start([item.kind for item in items]) :]
    ordinary = items[: len(items) - len(tail)]
    taken = {item.id: item.number for item in ordinary if item.number is not None}
    free = max(taken.values(), default=0) + 1
    for item in ordinary:
        if item.id not in taken:
            taken[item.id] = free
            free += 1
    for item in tail:
        number = max(free, item.number or 0)
        taken[item.id] = number
        free = number + 1
    return taken


def tail_start(kinds: Sequence[ItemKind]) -> int:
    """Index of the first item of the formal tail; an extra item lands there (domain R6)."""
    start = len(kinds)
    while start > 0 and kinds[start - 1] in TAIL_KINDS:
        start -= 1
    return start
