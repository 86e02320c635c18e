"""What the points of an item's recommendations are called, on screen and on paper alike.

An item may hold recommendations of several bodies (domain R9). Their points are numbered on through
all of them, so that "led 3" is one point only. A printed paper may begin anew with each body: its
numbers are kept (domain I3), and where two points bear the same one, a decision names the body too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.models.agenda import AgendaItem, RecommendationSet


@dataclass(frozen=True, slots=True)
class PointName:
    """``mark`` stands before the point ("2."), ``label`` before the decision on it ("FU 2.")."""

    mark: str
    label: str


NO_NAME = PointName("", "")


@dataclass(frozen=True, slots=True)
class SetOfPoints:
    """Who recommends, empty where that is not said, and what a paper called each point."""

    origin: str
    printed: Sequence[str]


def point_names(sets: Sequence[SetOfPoints]) -> list[PointName]:
    """The names of all points of an item, its recommendations given as they are read."""
    marks: list[tuple[str, str]] = []
    for found in sets:
        marks += [(found.origin, mark) for mark in _marks(found.printed, len(marks))]
    uses = Counter(mark.casefold() for _origin, mark in marks)
    return [
        PointName(mark, f"{origin} {mark}" if origin and uses[mark.casefold()] > 1 else mark)
        for origin, mark in marks
    ]


def _marks(printed: Sequence[str], before: int) -> list[str]:
    """Printed marks where they tell the points apart, otherwise they are counted on."""
    kept = [mark.strip() for mark in printed]
    if all(map(_is_number, kept)) and len({mark.casefold() for mark in kept}) == len(kept):
        return kept
    return [f"{before + number}." for number in range(1, len(kept) + 1)]


def _is_number(mark: str) -> bool:
    """A bullet or dash is none."""
    return any(char.isalnum() for char in mark)


def sets_in_order(item: AgendaItem) -> list[RecommendationSet]:
    """The recommendations as they are read: by the section they stand in, the others last."""
    places = {section.id: index for index, section in enumerate(item.sections)}
    last = len(places)
    return sorted(
        item.recommendation_sets,
        key=lambda found: places.get(found.section_id, last) if found.section_id else last,
    )


def names_of(item: AgendaItem) -> dict[UUID, PointName]:
    """The name of each point of the item, in reading order."""
    sets = sets_in_order(item)
    names = point_names(
        [SetOfPoints(s.from_text.strip(), [p.number_text for p in s.points]) for s in sets]
    )
    points = (point.id for found in sets for point in found.points)
    return dict(zip(points, names, strict=True))
