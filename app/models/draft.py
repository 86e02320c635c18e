"""What was read from a paper, before anything is written: plain objects with their source lines."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from app.models.richtext import EMPTY, RichText, plain


@dataclass(frozen=True, slots=True)
class Span:
    """First and last line of the source that a part was read from; 0, 0 when it was not printed."""

    first: int = 0
    last: int = 0


@dataclass(slots=True)
class SectionDraft:
    """A labelled part of an item; ``label`` as printed, ``kind`` as in domain.md 4.1.

    ``rest`` is what is left of the text when decisions, statements, follow-ups or sub-items were
    read out of it; None where the text is whole.
    """

    kind: str
    label: str
    text: RichText = EMPTY
    span: Span = Span()
    author_body: str = ""
    rest: RichText | None = None


@dataclass(slots=True)
class PointDraft:
    """One point of a recommendation; ``number`` as printed, ``verb`` its first word if known."""

    text: RichText
    number: str = ""
    verb: str = ""
    span: Span = Span()


@dataclass(slots=True)
class RecommendationSetDraft:
    """A lead with its points; ``section`` is the index of the section it stands in."""

    lead: str
    from_body: str = ""
    to_body: str = ""
    list_style: str = "lines"
    points: list[PointDraft] = field(default_factory=list)
    section: int | None = None
    put_to_decision: bool = True
    span: Span = Span()


@dataclass(slots=True)
class AttachmentDraft:
    """An attachment's title as printed. ``listed`` is False for one known by its pages only;
    ``is_late`` tells that it was attached after the meeting, ``is_counted`` that the number stands
    before the title and not in it."""

    title: str
    number: int | None = None
    is_case_presentation: bool = False
    is_minutes: bool = False
    excludes_own_attachments: bool = False
    listed: bool = True
    is_closed: bool = False
    is_late: bool = False
    is_counted: bool = False
    span: Span = Span()


@dataclass(slots=True)
class OutcomeDraft:
    """An outcome whose words are plain; ``words`` as printed."""

    outcome: str
    words: str


@dataclass(slots=True)
class DecisionDraft:
    """A decision and what travels with it; bodies by their names, the deadline as written.

    ``point`` counts the points of the item's recommendations from 0; None for a free decision.
    ``words`` is how the paper says the outcome, where those are not the program's own words.
    """

    text: RichText = EMPTY
    point: int | None = None
    outcome: str = ""
    modifier: str = "plain"
    words: str = ""
    reservation: str = ""
    condition: str = ""
    condition_body: str = ""
    condition_due: str = ""
    dissent: str = ""
    is_standing_rule: bool = False
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    anchored_in: str = ""
    delegated_to: str = ""
    delegation_scope: str = ""
    delegated_until: dt.date | None = None


@dataclass(slots=True)
class StatementDraft:
    """A remark minuted under somebody's name."""

    name: str
    text: RichText = EMPTY


@dataclass(slots=True)
class FollowUpDraft:
    """Who does what; ``actor`` is the name of a person or body, ``due`` as written."""

    action: str
    actor_kind: str = "secretariat"
    actor: str = ""
    due: str = ""


@dataclass(slots=True)
class SubItemDraft:
    """A point below an information item."""

    number: str
    title: str
    reporter: str = ""
    text: RichText = EMPTY


@dataclass(slots=True)
class ItemDraft:
    """An item of the agenda with what was minuted on it."""

    number: int | None
    title: str = ""
    case_number: str | None = None
    is_closed: bool = False
    kind: str = "case"
    sections: list[SectionDraft] = field(default_factory=list)
    recommendation_sets: list[RecommendationSetDraft] = field(default_factory=list)
    attachments: list[AttachmentDraft] = field(default_factory=list)
    outcome: OutcomeDraft | None = None
    decisions: list[DecisionDraft] = field(default_factory=list)
    statements: list[StatementDraft] = field(default_factory=list)
    follow_ups: list[FollowUpDraft] = field(default_factory=list)
    sub_items: list[SubItemDraft] = field(default_factory=list)
    duration_min: int | None = None
    presenters: list[str] = field(default_factory=list)
    time_from: dt.time | None = None
    time_to: dt.time | None = None
    is_printed: bool = True
    added_at_meeting: bool = False
    attached_minutes: list[MeetingDraft] = field(default_factory=list)
    span: Span = Span()

    @property
    def decision_section(self) -> SectionDraft | None:
        """The section that holds the decision.

        The last filled one labelled so. The minutes where the item has no such label (layout A), or
        where it stands empty above them though something was recommended; a theme is talked over.
        """
        decisions = [s for s in self.sections if s.kind == "decision"]
        filled = [s for s in decisions if s.text]
        if filled:
            return filled[-1]
        minutes = [s for s in self.sections if s.kind == "minutes" and s.text]
        is_asked = bool(self.recommendation_sets) and self.kind != "theme"
        return minutes[-1] if minutes and (is_asked or not decisions) else None

    @property
    def decision(self) -> RichText:
        """The decision's text, or empty text."""
        section = self.decision_section
        return section.text if section else EMPTY

    @property
    def decision_text(self) -> str:
        """The decision as plain lines."""
        return plain(self.decision)


@dataclass(slots=True)
class AttendanceDraft:
    """A person on a list of the paper; ``printed`` is the whole entry."""

    name: str
    title: str = ""
    organisation: str = ""
    status: str = "present"
    role: str = "member"
    substitutes_for: str = ""
    group_label: str = ""
    printed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnplacedLine:
    """A line that found no place; it follows the meeting so that nothing is lost."""

    page: int
    line: int
    text: str


@dataclass(slots=True)
class NextMeetingDraft:
    """What the paper says about the next meeting."""

    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    mode: str = ""
    text: str = ""


@dataclass(slots=True)
class MeetingDraft:
    """A meeting as one paper tells it; ``title`` is what it is called beside its group's name.

    ``letterhead`` are the lines below the group's name: its full name, its sender.
    """

    body: str = ""
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    layout: str = "unknown"
    title: str = ""
    letterhead: tuple[str, ...] = ()
    case_number: str = ""
    attendance: list[AttendanceDraft] = field(default_factory=list)
    other_info: RichText = EMPTY
    items: list[ItemDraft] = field(default_factory=list)
    unplaced: list[UnplacedLine] = field(default_factory=list)
    next_meeting: NextMeetingDraft | None = None
    is_minutes: bool = True
    approved_in_item: int | None = None
    lines_total: int = 0
    lines_placed: int = 0
    lines_furniture: int = 0

    @property
    def coverage(self) -> float:
        """Placed share of the non-blank lines, headers and stamps included; 1.0 for none."""
        return self.lines_placed / self.lines_total if self.lines_total else 1.0

    def item(self, number: int) -> ItemDraft | None:
        """The item with this printed number."""
        return next((item for item in self.items if item.number == number), None)


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark for the reader of the preview: English msgid with values, translated at the edge."""

    msgid: str
    values: tuple[tuple[str, object], ...] = ()
    line: int = 0


@dataclass(slots=True)
class ImportDraft:
    """All meetings of one paper, the outer one first, with what a reader should know."""

    source_name: str
    source_sha256: str
    meetings: list[MeetingDraft] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def notice(msgid: str, line: int = 0, **values: object) -> Notice:
    """A notice with its values by name."""
    return Notice(msgid, tuple(values.items()), line)
