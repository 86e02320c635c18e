"""Bodies: create them, and say what they are used to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.errors import InvalidInput
from app.models.agenda_words import ItemKind, SectionKind
from app.models.body import Body, BodyKind, BodyState, FixedItem, SectionTemplate
from app.models.person import Membership, MembershipRole, Person
from app.services.durations import checked_minutes
from app.storage.actions import Action
from app.storage.database import Database


@dataclass(frozen=True)
class NewItem:
    """An item that stands on every agenda of the body."""

    kind: ItemKind
    title: str
    duration_min: int | None = None


@dataclass(frozen=True)
class NewSection:
    """A section that a new case item is born with."""

    kind: SectionKind
    label: str
    is_required: bool = False


@dataclass(frozen=True)
class NewMember:
    """A seat of the body; ``name`` may be empty while only the organisation is known."""

    name: str
    title: str = ""
    organisation: str = ""
    role: MembershipRole = MembershipRole.MEMBER


STANDARD_ITEMS = (
    NewItem(ItemKind.AGENDA_APPROVAL, "Godkendelse af dagsorden", 5),
    NewItem(ItemKind.MINUTES_APPROVAL, "Godkendelse af referat fra seneste møde", 5),
    NewItem(ItemKind.ANY_OTHER_BUSINESS, "Eventuelt", 5),
    NewItem(ItemKind.NEXT_MEETING, "Næste møde", 5),
)
"""What a new body starts with; data that the user edits, hence Danish as it is printed."""

STANDARD_SECTIONS = (
    NewSection(SectionKind.SUMMARY, "Resumé", True),
    NewSection(SectionKind.CASE_PRESENTATION, "Sagsfremstilling"),
    NewSection(SectionKind.FINANCE, "Økonomi"),
    NewSection(SectionKind.RECOMMENDATION, "Indstilling", True),
)


def create_body(
    database: Database,
    name: str,
    *,
    short_name: str = "",
    kind: BodyKind = BodyKind.STEERING_GROUP,
    state: BodyState = BodyState.ACTIVE,
    recommendation_lead: str = "",
    members: Sequence[NewMember] = (),
    fixed_items: Sequence[NewItem] = STANDARD_ITEMS,
    default_place: str = "",
    default_start: dt.time | None = None,
    default_end: dt.time | None = None,
) -> UUID:
    """Create a body with its seats and habits. Raises ``InvalidInput`` without a name."""
    if not name.strip():
        raise InvalidInput("Write the name of the group.")
    lead = recommendation_lead.strip() or standard_lead(name)
    body = Body(
        name=name.strip(), short_name=short_name.strip(), kind=kind, state=state,
        recommendation_lead=lead, default_place=default_place,
        default_start=default_start, default_end=default_end,
    )  # fmt: skip
    give_habits(body, fixed_items)
    with database.write(Action.CREATE_BODY) as session:
        session.add(body)
        session.flush()
        for position, member in enumerate(members):
            session.add(_membership(body.id, member, position))
    return body.id


def standard_lead(name: str) -> str:
    """How recommendations to a body of that name begin until it says otherwise."""
    return f"Det indstilles, at {name.strip()}"


def give_habits(body: Body, fixed_items: Sequence[NewItem] = STANDARD_ITEMS) -> None:
    """What the agendas of a new body always hold, and what its cases are written in."""
    body.fixed_items = [
        FixedItem(
            position=i,
            kind=item.kind,
            title=item.title,
            duration_min=checked_minutes(item.duration_min),
        )
        for i, item in enumerate(fixed_items)
    ]
    body.section_templates = [
        SectionTemplate(position=i, kind=s.kind, label=s.label, is_required=s.is_required)
        for i, s in enumerate(STANDARD_SECTIONS)
    ]


def _membership(body_id: UUID, member: NewMember, position: int) -> Membership:
    person = Person(name=member.name.strip(), title=member.title, organisation=member.organisation)
    return Membership(body_id=body_id, person=person, role=member.role, position=position)
