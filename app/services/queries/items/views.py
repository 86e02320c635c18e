"""What the list of items and the editor are given: plain values, no rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from app.models.agenda import ListStyle
from app.models.agenda_words import ItemKind, SectionKind
from app.models.decision import Modifier, Outcome
from app.models.follow_up import ActorKind, FollowUpStatus
from app.models.points import NO_NAME, PointName
from app.models.problems import ProblemKind
from app.models.richtext import RichText


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in the agenda list."""

    id: UUID
    number: int | None
    title: str
    kind: ItemKind
    is_closed: bool
    case_number: str
    duration_min: int | None
    added_at_meeting: bool
    is_movable: bool
    problems: tuple[ProblemKind, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of an item."""

    id: UUID
    kind: SectionKind
    label: str
    text: RichText


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A group that a field refers to."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class DecisionTerms:
    """What binds a decision and travels with it (domain I5): reservation, condition and dissent,
    how long it is valid, and who may act on it (domain R21, R23). ``condition_due`` is the deadline
    as written."""

    modifier: Modifier = Modifier.PLAIN
    reservation_text: str = ""
    condition_text: str = ""
    dissent_text: str = ""
    is_standing_rule: bool = False
    condition_due: str = ""
    condition_body: NamedBody | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    anchored_in: NamedBody | None = None
    delegated_to: NamedBody | None = None
    delegation_scope: str = ""
    delegated_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PointView:
    """A point with what was decided on it; ``decision_id`` is empty while it is unanswered."""

    id: UUID
    text: RichText
    decision_id: UUID | None
    outcome: Outcome | None
    decision_text: RichText
    terms: DecisionTerms = DecisionTerms()
    name: PointName = NO_NAME


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """A recommendation with its points. ``next_name`` is what a first point would be called."""

    id: UUID
    section_id: UUID | None
    lead: str
    from_text: str
    list_style: ListStyle
    is_put_to_decision: bool
    points: tuple[PointView, ...]
    next_name: PointName


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision that answers no point."""

    id: UUID
    outcome: Outcome | None
    text: RichText
    terms: DecisionTerms = DecisionTerms()


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attachment in the list; ``sha256`` is empty while only the title is known. A late one was
    attached after the meeting."""

    id: UUID
    number: int | None
    title: str
    file_name: str
    sha256: str
    page_count: int | None
    is_closed: bool
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """A follow-up of the item."""

    id: UUID
    action: str
    due: str
    actor_kind: ActorKind
    actor_name: str
    status: FollowUpStatus


@dataclass(frozen=True, slots=True)
class SubItemView:
    """A point below an information item."""

    id: UUID
    number: str
    title: str
    reporter: str
    text: RichText


@dataclass(frozen=True, slots=True)
class StatementView:
    """A remark and who made it."""

    id: UUID
    name: str
    text: RichText


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item whole, with what of its meeting decides how it is written."""

    id: UUID
    meeting_id: UUID
    is_held: bool
    is_imported: bool
    body_id: UUID
    met_on: dt.date
    number: int | None
    title: str
    kind: ItemKind
    is_closed: bool
    closed_reason: str
    case_number: str
    duration_min: int | None
    time_from: dt.time | None
    time_to: dt.time | None
    presenters: tuple[str, ...]
    sections: tuple[SectionView, ...]
    sub_items: tuple[SubItemView, ...]
    recommendations: tuple[RecommendationView, ...]
    decisions: tuple[DecisionView, ...]
    statements: tuple[StatementView, ...]
    attachments: tuple[AttachmentView, ...]
    follow_ups: tuple[FollowUpView, ...]
