"""Rows that stand in an order, kept in ``position``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

_Row = TypeVar("_Row")


def next_position(rows: Sequence[Any]) -> int:
    """The place after the last of the rows, which stand in their order."""
    return rows[-1].position + 1 if rows else 0


def moved(rows: Sequence[_Row], row: _Row, to_index: int | None) -> list[_Row]:
    """The rows with this one in its new place, whether it stood among them before or not.

    The index is brought inside the list; None means last.
    """
    rest = [other for other in rows if other is not row]
    index = len(rest) if to_index is None else max(0, min(to_index, len(rest)))
    return [*rest[:index], row, *rest[index:]]


def reorder(rows: Sequence[Any]) -> None:
    """Give rows their place in the sequence as ``position``; one that stays is not journalled."""
    for position, row in enumerate(rows):
        row.position = position
