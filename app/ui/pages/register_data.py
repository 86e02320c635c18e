"""What a register shows, as data that knows nothing of pages.

Public: ``Register``; ``read_rows`` and ``passing``, the rows of one and those that pass its
filters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from app.ui.tables import Cell, Column
from app.ui.widgets import EmptyState


def _no_heading(_row: Any) -> str:
    return ""


def _any(_row: Any) -> bool:
    return True


@dataclass(frozen=True)
class Register:
    """A list across all meetings.

    ``reader`` gives a function that reads all rows in the order of the list. That function, the
    cells of the columns and ``heading``, which is what the filter finds beside them, are called in
    a thread and know nothing of Qt. ``grouped`` puts ``Group`` headings between the rows, and
    ``open_row`` is what Enter or a double click does. ``buttons`` stand in the head, ``filters``
    beside the field, and ``wanted`` is what they let pass. It is read again when one of ``tables``
    was touched: at once, or when it is shown next.
    """

    title: str
    tables: tuple[str, ...]
    columns: list[Column]
    reader: Callable[[], Callable[[], Sequence[Any]]]
    open_row: Callable[[Any], object]
    filter_hint: str
    empty: EmptyState
    grouped: Callable[[Sequence[Any]], list[Any]] = list
    heading: Callable[[Any], str] = _no_heading
    buttons: tuple[QWidget, ...] = ()
    filters: tuple[QWidget, ...] = ()
    wanted: Callable[[Any], bool] = _any


def read_rows(
    read: Callable[[], Sequence[Any]], searched: Register | None
) -> tuple[Sequence[Any], Sequence[str] | None]:
    """The rows and, where they are searched, the words of each; for a thread."""
    rows = read()
    return rows, [_searched(searched, one) for one in rows] if searched else None


def _searched(register: Register, one: Any) -> str:
    cells = (column.cell(one) for column in register.columns)
    words = (cell.text if isinstance(cell, Cell) else cell for cell in cells)
    return " ".join([register.heading(one), *words]).casefold()


def passing(
    register: Register, rows: Sequence[Any], texts: Sequence[str] | None, words: Sequence[str]
) -> list[Any]:
    """The rows that pass the filters: ``words``, which need the ``texts``, and ``wanted``."""
    if words:
        found = list(zip(rows, texts or (), strict=True))
        for word in words:
            found = [(one, text) for one, text in found if word in text]
        rows = [one for one, _text in found]
    return [one for one in rows if register.wanted(one)]
