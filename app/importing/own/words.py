"""What the readers of the program's own papers share: what is known, and words in messages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.importing.content.wraps import Setting
from app.models.fuzzy_date import parse_fuzzy_date
from app.models.points import PointName

DAY = r"\d{1,2}\. \w+ \d{4}"
"""A day as the program prints it."""
_COUNTED = re.compile(rf"^(?P<words>.*\S) \({DAY}\)$")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when a box is read: the item's points, the day, who was there."""

    points: Sequence[PointName]
    met_on: dt.date | None
    people: frozenset[str]
    organisations: frozenset[str]
    bodies: tuple[str, ...]
    setting: Setting

    @property
    def names(self) -> frozenset[str]:
        """Everybody who can say something."""
        return self.people | self.organisations | frozenset(self.bodies)


def template(message: str, **groups: str) -> str:
    """A pattern of a message: each name in braces stands for its group."""
    pattern = re.escape(message)
    for name, group in groups.items():
        pattern = pattern.replace(re.escape(f"{{{name}}}"), group)
    return pattern


def due_as_written(words: str, known: Known) -> str:
    """A deadline as it was written: without the day that is told of one counted in days."""
    found = _COUNTED.match(words)
    if not found or known.met_on is None:
        return words
    bare = found["words"]
    return bare if parse_fuzzy_date(bare, known.met_on).is_counted else words
