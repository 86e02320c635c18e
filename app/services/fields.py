"""Fields as somebody filled them in: words tidied, names compared, values set."""

from __future__ import annotations

from typing import Any

from app.models.base import Base


def one_line(words: str) -> str:
    """The words with line breaks and double spaces folded."""
    return " ".join(words.split())


def name_key(name: str) -> str:
    """What is alike of a name however it is written: no capitals, no spaces too many."""
    return one_line(name).casefold()


def update(row: Base, values: dict[str, Any], allowed: frozenset[str]) -> None:
    """Set attributes by name; a name that is not ``allowed`` is a bug, not an input."""
    if unknown := values.keys() - allowed:
        raise TypeError(f"{type(row).__name__} has no editable {sorted(unknown)}")
    for name, value in values.items():
        setattr(row, name, value)
