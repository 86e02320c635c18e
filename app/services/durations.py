"""How long an item of an agenda may last."""

from __future__ import annotations

from app.errors import InvalidInput

LONGEST = 24 * 60
"""Minutes of a day."""


def checked_minutes(minutes: int | None) -> int | None:
    """The minutes, None for none; raises ``InvalidInput`` for less than none or above a day."""
    if minutes is not None and not 0 <= minutes <= LONGEST:
        raise impossible_minutes()
    return minutes


def impossible_minutes() -> InvalidInput:
    """What to say about a duration that is none."""
    return InvalidInput("Write the number of minutes, for example 25. An item lasts a day at most.")
