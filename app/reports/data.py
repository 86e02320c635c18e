"""What a meeting paper holds: frozen, plain, and already without what its edition may not show.

Nothing here is fetched, translated or hidden later: what is in the data is printed, what is closed
to the edition is not in the data.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from app.models.richtext import EMPTY, RichText, iter_runs
from app.models.visibility import Edition

Product = Literal["agenda", "minutes"]


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the front page: label and words ("Sted", "Rådhuset")."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class SectionPart:
    """A section as printed: its label (may be empty) and text."""

    label: str
    text: RichText

    @property
    def is_partly_closed(self) -> bool:
        """True when some of its words are confidential."""
        return _has_confidential(self.text)


@dataclass(frozen=True, slots=True)
class PointPaper:
    """One point of a recommendation: its printed number and its text."""

    number: str
    text: RichText


@dataclass(frozen=True, slots=True)
class RecommendationPart:
    """A recommendation: label, lead ("Det indstilles, at …") and points.

    ``list_style`` is "numbered", "bullets", "lines" or "sentence" (the points go on in the line of
    the lead).
    """

    label: str
    lead: str
    points: tuple[PointPaper, ...]
    list_style: str = "numbered"

    @property
    def is_partly_closed(self) -> bool:
        """True when words of a point are confidential."""
        return any(_has_confidential(point.text) for point in self.points)


@dataclass(frozen=True, slots=True)
class AttachmentPaper:
    """A line of the list of attachments; a withheld one has no title. A closed one is for the full
    edition only; a late one was attached after the meeting (domain R38)."""

    number: str
    title: str
    is_withheld: bool = False
    is_closed: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentsPart:
    """The list of attachments."""

    attachments: tuple[AttachmentPaper, ...]

    @property
    def is_partly_closed(self) -> bool:
        """True when the title of a closed one is printed."""
        return any(attachment.is_closed for attachment in self.attachments)


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    """One answer: number of its point (or empty), outcome word (or empty) and text."""

    number: str = ""
    outcome: str = ""
    text: RichText = EMPTY


@dataclass(frozen=True, slots=True)
class DecisionPart:
    """The decision box: its label, the answers, and a line for each follow-up."""

    label: str
    decisions: tuple[DecisionPaper, ...]
    follow_ups: tuple[str, ...] = ()

    @property
    def is_partly_closed(self) -> bool:
        """True when words of an answer are confidential."""
        return any(_has_confidential(decision.text) for decision in self.decisions)


Part = SectionPart | RecommendationPart | AttachmentsPart | DecisionPart


@dataclass(frozen=True, slots=True)
class ItemPaper:
    """An item of the agenda; its parts in printed order.

    A withheld item has a key, a number and nothing else.
    """

    key: str
    number: str
    title: str = ""
    is_withheld: bool = False
    is_closed: bool = False
    meta: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def is_partly_closed(self) -> bool:
        """True when it prints what no open edition would."""
        return any(part.is_partly_closed for part in self.parts)


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """An agenda or minutes in one edition. ``status`` is a word such as "Kladde", or empty."""

    product: Product
    edition: Edition
    body_name: str
    sender_lines: tuple[str, ...]
    held_on: dt.date
    head: tuple[HeadLine, ...]
    items: tuple[ItemPaper, ...]
    status: str = ""


def _has_confidential(text: RichText) -> bool:
    return any(run.confidential for run in iter_runs(text))
