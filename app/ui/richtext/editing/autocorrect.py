"""What typing corrects by itself. Each is an undo step, so one Ctrl+Z gives back what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

TRIGGERS = frozenset("\"'. ")
_BULLET = re.compile(r"[-*•–] ")
_FIRST_NUMBER = re.compile(r"1[.)] ")


@dataclass(frozen=True, slots=True)
class Correction:
    """Replace the last ``length`` characters before the cursor by ``words``."""

    length: int
    words: str


def correction(before: str) -> Correction | None:
    """What becomes of the words before the cursor, the last of which was just typed."""
    if before.endswith('"'):
        return Correction(1, "”")
    if before.endswith("'"):
        return Correction(1, "’")
    if before.endswith("...") and not before.endswith("...."):
        return Correction(3, "…")
    if before.endswith(" - ") and before.strip(" -"):
        return Correction(2, "– ")
    return None


def begins_list(before: str) -> bool | None:
    """True when words at a line's start ask for numbers, False for bullets, ``None`` for neither.

    Only number one begins a list: "8. maj" at the start of a line is a date.
    """
    if _BULLET.fullmatch(before):
        return False
    return True if _FIRST_NUMBER.fullmatch(before) else None
