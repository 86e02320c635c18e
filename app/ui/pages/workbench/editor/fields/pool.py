"""Widgets that are used again: switching items fills them anew instead of making new ones.

Public: ``Pool(make, layout, start)`` with ``prepare(count)``, ``arrange(keys)`` and
``used``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

_Part = TypeVar("_Part", bound=QWidget)


class Pool(Generic[_Part]):
    """Keeps one widget a key in a layout, from position ``start`` on, in the order of the keys.

    A key that is still there keeps its widget (and so its cursor); widgets of keys that are gone
    are told to ``release`` and wait, hidden, for the next key.
    """

    def __init__(self, make: Callable[[], _Part], layout: QBoxLayout, start: int = 0) -> None:
        self._make, self._layout, self._start = make, layout, start
        self._of: dict[Hashable, _Part] = {}
        self._idle: list[_Part] = []

    @property
    def used(self) -> list[_Part]:
        """The widgets in use, in order."""
        return list(self._of.values())

    def __iter__(self) -> Iterator[_Part]:
        return iter(self.used)

    def of(self, key: Hashable) -> _Part | None:
        """The widget of a key."""
        return self._of.get(key)

    def rename(self, old: Hashable, new: Hashable) -> None:
        """The row behind a widget has got another key."""
        self._of = {new if key == old else key: part for key, part in self._of.items()}

    def prepare(self, count: int) -> None:
        """Have so many widgets at hand; the new ones wait, hidden."""
        while len(self._of) + len(self._idle) < count:
            part = self._make()
            self._layout.insertWidget(self._start + len(self._of), part)
            part.hide()
            self._idle.append(part)

    def arrange(self, keys: Sequence[Hashable]) -> list[_Part]:
        """A widget for each key, shown in this order."""
        gone = [part for key, part in self._of.items() if key not in keys]
        for part in gone:
            part.release()  # type: ignore[attr-defined]
        idle = [*gone, *self._idle]
        found: dict[Hashable, _Part] = {}
        for key in keys:
            found[key] = self._of.get(key) or (idle.pop(0) if idle else self._make())
        self._of, self._idle = found, idle
        for index, part in enumerate(found.values()):
            self._place(part, self._start + index)
        for part in idle:
            part.hide()
        return list(found.values())

    def _place(self, part: _Part, index: int) -> None:
        if self._layout.indexOf(part) != index:
            self._layout.insertWidget(index, part)
        part.show()
