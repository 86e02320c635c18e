"""The way of an error through the code, without a single value. Qt-free: the worker has it too.

Public: ``way_of(error)``, ``brought_along(error, way)``.
"""

from __future__ import annotations

import traceback
from pathlib import Path


class Elsewhere(Exception):
    """Stands at the end of an error that was raised in another process: its way there."""

    def __init__(self, way: list[str]) -> None:
        super().__init__()
        self.way = way


def brought_along(error: BaseException, way: list[str]) -> BaseException:
    """The error with the way it had in the process where it was raised."""
    error.__cause__ = Elsewhere(way)
    return error


def way_of(error: BaseException) -> list[str]:
    """Kinds of errors, each with files, lines and functions, from the last error to its cause."""
    lines: list[str] = []
    link: BaseException | None = error
    while link is not None:
        if isinstance(link, Elsewhere):
            return lines + link.way
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return lines


def _short(filename: str) -> str:
    """The file below ``app`` or ``site-packages``; the user's name may stand before it."""
    parts = Path(filename).parts
    for anchor in ("app", "site-packages"):
        if anchor in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(anchor) - 1 :])
    return parts[-1]
