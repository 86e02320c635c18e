"""Durations as people write them. Public: ``read_minutes``."""

from __future__ import annotations

import re

from app.errors import InvalidInput

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_WORDS = re.compile(
    r"(?:(?P<hours>\d+(?:[.,]\d+)?)\s*(?:t|time|timer)\b\.?)?"
    r"\s*(?:og\s*)?(?:(?P<minutes>\d+)\s*(?:m|min|minut|minutter)?\b\.?)?",
    re.IGNORECASE,
)
LONGEST = 24 * 60


def read_minutes(words: str) -> int | None:
    """Minutes of ``25``, ``25 min``, ``1:30``, ``1,5 t``, ``1 t 30 min``; None when empty.

    Raises ``InvalidInput`` for anything else and for more than a day.
    """
    words = words.replace("\u00a0", " ").strip()
    if not words:
        return None
    minutes = _read(words)
    if minutes is None or minutes > LONGEST:
        raise InvalidInput("Write the number of minutes, for example 25.")
    return minutes


def _read(words: str) -> int | None:
    if clock := _CLOCK.fullmatch(words):
        return int(clock[1]) * 60 + int(clock[2])
    found = _WORDS.fullmatch(words)
    if not found or not (found["hours"] or found["minutes"]):
        return None
    hours = float((found["hours"] or "0").replace(",", "."))
    return round(hours * 60) + int(found["minutes"] or 0)
