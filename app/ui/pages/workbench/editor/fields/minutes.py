"""Durations as people write them. Public: ``read_minutes``."""

from __future__ import annotations

import re

from app.services.durations import checked_minutes, impossible_minutes

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_WORDS = re.compile(
    r"(?:(?P<hours>\d{1,9}(?:[.,]\d{1,9})?)\s*(?:t|time|timer)\b\.?)?"
    r"\s*(?:og\s*)?(?:(?P<minutes>\d{1,9})\s*(?:m|min|minut|minutter)?\b\.?)?",
    re.IGNORECASE,
)


def read_minutes(words: str) -> int | None:
    """Minutes of ``25``, ``25 min``, ``1:30``, ``1,5 t``, ``1 t 30 min``; None when empty.

    Raises ``InvalidInput`` for anything else and for more than a day.
    """
    words = words.replace("\u00a0", " ").strip()
    if not words:
        return None
    return checked_minutes(_read(words))


def _read(words: str) -> int:
    """Minutes of what is written; raises ``InvalidInput`` for what is no duration."""
    if clock := _CLOCK.fullmatch(words):
        return int(clock[1]) * 60 + int(clock[2])
    found = _WORDS.fullmatch(words)
    if not found or not (found["hours"] or found["minutes"]):
        raise impossible_minutes()
    hours = float((found["hours"] or "0").replace(",", "."))
    return round(hours * 60) + int(found["minutes"] or 0)
