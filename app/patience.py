"""Patience with programs that hold a file for a moment.

Windows refuses to rename or remove a file that somebody else has open, and a virus scanner or a
cloud drive opens each file that was just written. It lets go of it in a moment.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
"""Seconds to wait before each further attempt."""


def patiently(do: Callable[[], T]) -> T:
    """Do it, again and again while the system refuses; raises ``PermissionError`` in the end."""
    for seconds in PATIENCE:
        try:
            return do()
        except PermissionError:
            time.sleep(seconds)
    return do()


def put(whole: Path, place: Path) -> Path:
    """Let a finished file take the place and the name of another."""
    return patiently(lambda: whole.replace(place))
